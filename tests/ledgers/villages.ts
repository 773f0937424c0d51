/** A village of the made-up district. Its code begins with 99, which no place in the country has. */
export interface Village {
  readonly code: string;
  readonly name: string;
  readonly town: string;
  /** Two digits, part of every id. */
  readonly number: string;
  /** Women in its register. */
  readonly women: number;
  readonly population: number;
}

export const DISTRICT = '青溪区';

const towns = [
  {
    name: '青溪镇',
    code: '990101101',
    villages: [
      ['上溪村', 331],
      ['下溪村', 286],
      ['梅岭村', 204],
      ['柳塘村', 262],
      ['竹园村', 231],
      ['石桥村', 317],
      ['古井村', 188],
    ],
  },
  {
    name: '白石镇',
    code: '990101102',
    villages: [
      ['白石村', 342],
      ['松坡村', 197],
      ['云台村', 176],
      ['桃坞村', 243],
      ['望江村', 269],
    ],
  },
] as const;

export const villages: readonly Village[] = towns
  .flatMap((town) =>
    town.villages.map(([name, women], index) => ({ name, women, town: town.name, code: `${town.code}${201 + index}` })),
  )
  .map((village, index) => ({
    ...village,
    number: String(index + 1).padStart(2, '0'),
    population: Math.round(village.women * 3.94),
  }));

/** An id that no real person can have: a letter, 9901, the village and a running number. */
export function idIn(village: Village, letter: string, running: number): string {
  return `${letter}9901${village.number}${String(running).padStart(5, '0')}`;
}

import type { ExpectedVillage } from './expected-villages.ts';

/** Tells whether a file's name says that it is a village's: as the list has it, or by its code or name. */
export function fileNaming(expected: readonly ExpectedVillage[]): (file: string, village: ExpectedVillage) => boolean {
  const names = [...new Set(expected.map(({ name }) => name))].filter((name) => !/^\d*$/.test(name));
  const known = new Map<string, ReadonlySet<string>>();
  const namesIn = (base: string): ReadonlySet<string> => {
    const found = known.get(base) ?? wholeNamesIn(base, names);
    known.set(base, found);
    return found;
  };
  return (file, { code, name, file: listed }) => {
    const base = file.split('/').at(-1) ?? file;
    if (listed !== null) return base === listed;
    return (code !== null && numbersIn(base).includes(code)) || namesIn(base).has(name);
  };
}

/** The names that a text holds elsewhere than within a longer one of them: 王村 is not in 大王村.xlsx. */
function wholeNamesIn(text: string, names: readonly string[]): ReadonlySet<string> {
  const held = names.filter((name) => text.includes(name));
  const isWhole = (name: string) => {
    const longer = held.filter((other) => other !== name && other.includes(name));
    return longer.reduce((rest, other) => rest.replaceAll(other, '\n'), text).includes(name);
  };
  return new Set(held.filter(isWhole));
}

/** The numbers in a text, each whole: 990101 is not in 19901015. */
function numbersIn(text: string): readonly string[] {
  return text.match(/[0-9A-Za-z]+/g) ?? [];
}

import { codeTable, headerTable, registerTable } from './guide-tables.ts';

/** A column as the guide lists it. */
export interface GuideColumn {
  readonly register: string;
  readonly key: string;
  readonly header: string;
  readonly type: string;
  readonly required: boolean;
}

export const guideRegisters = rowsOf(registerTable).map(([register = '', names = '']) => ({
  register,
  names: names.split(', '),
}));

export const guideColumns = rowsOf(registerTable).flatMap(([register = '', , columns = '']) =>
  columns.split(' · ').map((column): GuideColumn => {
    const [key = '', header = '', type = ''] = column.split(' ');
    return { register, key: key.replace('*', ''), header, type, required: key.endsWith('*') };
  }),
);

/** Every other header that the guide accepts: the register, the key and the word. */
export const guideHeaders = rowsOf(headerTable).flatMap(([keys = '', words = '']) => {
  const [general = '', ...special] = words.replace(/ \(.*\)/, '').split('; ');
  return [
    ...keys.split(', ').flatMap((key) => placesOf(key).flatMap((place) => listed(place, general))),
    ...special.flatMap((clause) => {
      const [, where = '', more = ''] = /^(?:in|for) (\w+) also (.*)$/.exec(clause) ?? [];
      const inRegister = guideRegisters.some(({ register }) => register === where);
      const places = inRegister
        ? keys.split(', ').flatMap((key) => placesOf(`${where}.${key.replace(/^.*\./, '')}`))
        : placesOf(where);
      return places.flatMap((place) => listed(place, more));
    }),
  ];
});

/** Every code list but birth orders: the code (`unknown` for what says so) and its words. */
export const guideCodes = new Map(
  rowsOf(codeTable)
    .filter(([list]) => list !== 'parity')
    .map(([list = '', codes = '']) => [list, codesOf(codes)] as const),
);

type Codes = ReadonlyMap<string, readonly string[]>;

function codesOf(text: string): Codes {
  const parts = text.replace(/(basic|other) items: /g, '').split(/ · | — /);
  return new Map(parts.flatMap((part) => codeOf(part)));
}

function codeOf(part: string): readonly (readonly [string, readonly string[]])[] {
  const [names = '', words = ''] = part.split(': ');
  return names.split(', ').map((name) => {
    const code = name.replaceAll('*', '');
    if (words === 'as in method') return [code, methodWords(code)];
    const [own = '', more] = words.replace(/ \(.*\)/, '').split(', and every ');
    return [code, [...own.split(' '), ...(more === undefined ? [] : yesnoWords(more.replace(' word', '')))]];
  });
}

function methodWords(code: string): readonly string[] {
  const [, codes = ''] = rowsOf(codeTable).find(([list]) => list === 'method') ?? [];
  return codesOf(codes).get(code) ?? [];
}

function yesnoWords(code: string): readonly string[] {
  const [, codes = ''] = rowsOf(codeTable).find(([list]) => list === 'yesno') ?? [];
  return codesOf(codes).get(code) ?? [];
}

interface Place {
  readonly register: string;
  readonly key: string;
}

/** `women.id` is one column; `sex` is that of every register that has it, `village` that of all but the villages. */
function placesOf(name: string): readonly Place[] {
  const [first = '', key] = name.split('.');
  if (key !== undefined) return guideColumns.filter((column) => column.register === first && column.key === key);
  if (first !== 'village') return guideColumns.filter((column) => column.key === first);
  return guideRegisters
    .filter(({ register }) => register !== 'villages')
    .map(({ register }) => ({ register, key: first }));
}

function listed({ register, key }: Place, words: string) {
  return words.split(', ').map((word) => ({ register, key, word }));
}

function rowsOf(table: string): readonly (readonly string[])[] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split(' | '));
}

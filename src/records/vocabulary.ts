import { type EMPTY, UNKNOWN } from './cell.ts';
import { type CodeList, type CodeListName, codeLists } from './code-lists.ts';
import { meaningAnywhere } from './empty-words.ts';
import { normaliseWord } from './normalise.ts';
import { columnsOf, type RegisterName, registerNames, registers } from './registers.ts';
import { remembered } from './remembered.ts';
import { type Entry, meaningOf, type WordList, wordList } from './word-list.ts';

/** Words that a configuration adds: own headers by register, own code words by list. */
export interface OwnWords {
  readonly columns: Readonly<Partial<Record<RegisterName, Readonly<Record<string, string>>>>>;
  readonly words: Readonly<Partial<Record<CodeListName, Readonly<Record<string, string>>>>>;
}

export const NO_OWN_WORDS: OwnWords = { columns: {}, words: {} };

/** A code, or one of the two sentinels; `undefined` for a word that is not in the list. */
export type CodeReading = string | typeof EMPTY | typeof UNKNOWN | undefined;

/** What every header, sheet name and code word means, in one run. */
export interface Vocabulary {
  registerOf(sheetName: string): RegisterName | undefined;
  /** The key of a header in a register. */
  keyOf(register: RegisterName, header: string): string | undefined;
  /** The keys of a header in all registers that know it. */
  keysOf(header: string): ReadonlyMap<RegisterName, string>;
  codeOf(list: CodeListName, word: string): CodeReading;
  /** The largest number of different columns of one register that some headers name. */
  score(headers: readonly string[]): number;
}

export function vocabulary(own: OwnWords = NO_OWN_WORDS): Vocabulary {
  const sheets = wordList(registerNames.flatMap((name) => registers[name].names.map((word) => [word, name] as const)));
  const headers = headerWords(own);
  const codes = new Map(codeListNames.map((name) => [name, codeWordsOf(name, own)]));
  // A header is looked at for every register, and in every row above.
  const keysOf = remembered((header) => meaningOf(headers, header) ?? NO_KEYS, MEMORY);
  return {
    registerOf: (sheetName) => meaningOf(sheets, sheetName),
    keyOf: (register, header) => keysOf(header).get(register),
    keysOf,
    codeOf: (list, word) => meaningOf(codes.get(list) ?? NO_WORDS, word),
    score(row) {
      const keys = row.map(keysOf);
      return Math.max(...registerNames.map((name) => new Set(keys.flatMap((of) => of.get(name) ?? [])).size));
    },
  };
}

/** The column that a header names, by register. */
type Keys = ReadonlyMap<RegisterName, string>;

const codeListNames = Object.keys(codeLists) as readonly CodeListName[]; // keyof is exact: the object is a literal
const NO_WORDS: WordList<CodeReading> = wordList<CodeReading>([]);
const NO_KEYS: Keys = new Map();
const MEMORY = 2_000;

function headerWords({ columns }: OwnWords): WordList<Keys> {
  const ours = wordList(
    byWord(
      registerNames.flatMap((register) =>
        Object.entries(columnsOf(register)).flatMap(([key, { header, also }]) =>
          [key, header, ...also].map((word) => ({ word, register, key })),
        ),
      ),
    ),
  );
  const added = registerNames.flatMap((register) =>
    Object.entries(columns[register] ?? {}).map(([word, key]) => ({ word, register, key })),
  );
  const own = byWord(added).map(
    ([word, keys]) => [word, new Map([...(meaningOf(ours, word) ?? []), ...keys])] as const,
  );
  return wordList([...ours.meanings], own);
}

function byWord(headers: readonly { readonly word: string; readonly register: RegisterName; readonly key: string }[]) {
  const words = new Map<string, Map<RegisterName, string>>();
  for (const { word, register, key } of headers) {
    const normalised = normaliseWord(word);
    const keys = words.get(normalised) ?? new Map<RegisterName, string>();
    words.set(normalised, keys.set(register, key));
  }
  return [...words];
}

function codeWordsOf(name: CodeListName, own: OwnWords): WordList<CodeReading> {
  const list: CodeList = codeLists[name];
  const standard = Object.entries(list).flatMap(([code, words]): Entry<CodeReading>[] =>
    code === 'unknown' ? words.map((word) => [word, UNKNOWN]) : [code, ...words].map((word) => [word, code]),
  );
  return wordList<CodeReading>([...meaningAnywhere, ...standard], Object.entries(own.words[name] ?? {}));
}

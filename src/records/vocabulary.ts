import { EMPTY, UNKNOWN } from './cell.ts';
import {
  type CodeList,
  type CodeListName,
  codeLists,
  EMPTY_UNLESS_CODE,
  emptyWords,
  unknownWords,
} from './code-lists.ts';
import { normaliseWord } from './normalise.ts';
import { columnsOf, type RegisterName, registerNames, registers } from './registers.ts';
import { simplify } from './traditional.ts';

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
  codeOf(list: CodeListName, word: string): CodeReading;
  /** The largest number of different columns of one register that some headers name. */
  score(headers: readonly string[]): number;
}

/** What some words mean in every column, unless the column has a code of that name. */
const ANYWHERE = new Map<string, typeof EMPTY | typeof UNKNOWN>([
  ...[...emptyWords, EMPTY_UNLESS_CODE].map((word) => [normaliseWord(word), EMPTY] as const),
  ...unknownWords.map((word) => [normaliseWord(word), UNKNOWN] as const),
]);
const LONGEST_ANYWHERE = Math.max(...[...ANYWHERE.keys()].map((word) => word.length));

export function vocabulary(own: OwnWords = NO_OWN_WORDS): Vocabulary {
  const sheets = new Map(
    registerNames.flatMap((name) => registers[name].names.map((word) => [normaliseWord(word), name] as const)),
  );
  const headers = new Map(registerNames.map((name) => [name, headerWords(name, own)]));
  const codes = new Map(Object.keys(codeLists).map((name) => [name, codeWordsOf(name as CodeListName, own)])); // keyof is exact
  const keyOf = (register: RegisterName, header: string) => lookUp(headers.get(register) ?? new Map(), header);
  return {
    registerOf: (sheetName) => lookUp(sheets, sheetName),
    keyOf,
    codeOf: (list, word) => lookUp(codes.get(list) ?? new Map<string, CodeReading>(), word),
    score: (row) =>
      Math.max(...registerNames.map((name) => new Set(row.map((text) => keyOf(name, text)).filter(Boolean)).size)),
  };
}

/** What a word means in every column: nothing, or not known. `undefined` for all others. */
export function emptyOrUnknown(text: string): typeof EMPTY | typeof UNKNOWN | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return EMPTY;
  return trimmed.length > LONGEST_ANYWHERE ? undefined : lookUp(ANYWHERE, trimmed);
}

function lookUp<T>(words: ReadonlyMap<string, T>, text: string): T | undefined {
  const word = normaliseWord(text);
  return words.get(word) ?? (/\p{Script=Han}/u.test(word) ? words.get(normaliseWord(simplify(word))) : undefined);
}

function headerWords(register: RegisterName, own: OwnWords): ReadonlyMap<string, string> {
  const standard = Object.entries(columnsOf(register)).flatMap(([key, column]) =>
    [key, column.header, ...column.also].map((word) => [normaliseWord(word), key] as const),
  );
  const added = Object.entries(own.columns[register] ?? {}).map(([word, key]) => [normaliseWord(word), key] as const);
  return new Map([...standard, ...added]);
}

function codeWordsOf(name: CodeListName, own: OwnWords): ReadonlyMap<string, CodeReading> {
  const list: CodeList = codeLists[name];
  const standard = Object.entries(list).flatMap(([code, words]) =>
    (code === 'unknown' ? words : [code, ...words]).map(
      (word) => [normaliseWord(word), code === 'unknown' ? UNKNOWN : code] as const,
    ),
  );
  const added = Object.entries(own.words[name] ?? {}).map(([word, code]) => [normaliseWord(word), code] as const);
  return new Map<string, CodeReading>([...ANYWHERE, ...standard, ...added]);
}

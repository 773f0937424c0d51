import type { Diagnostic, Place } from '../model/diagnostic.ts';
import { between, type Words } from '../model/words.ts';
import { type CodeList, codeLists } from './code-lists.ts';
import type { ColumnKind } from './column.ts';
import type { CellFaultCode } from './decode.ts';

/** A cell about which there is something to say. */
export interface CellPlace {
  readonly at: Place;
  readonly header: string;
  readonly kind: ColumnKind;
  readonly value: string;
  readonly encoding: string | null;
}

/** What is wrong with a cell, with what its column expects. */
export function faultOf(code: CellFaultCode, { at, header: column, kind, value, encoding }: CellPlace): Diagnostic {
  switch (code) {
    case 'invalid-number':
      return { code, at, value, data: { column, expected: EXPECTED_NUMBER[kind as keyof typeof EXPECTED_NUMBER] } }; // only these kinds give it
    case 'invalid-word':
      return { code, at, value, data: { column, expected: expectedWords(kind) } };
    case 'bad-encoding':
      return { code, at, value, data: { encoding: encoding ?? 'UTF-8' } };
    default:
      return { code, at, value, data: { column } };
  }
}

const EXPECTED_NUMBER = {
  int: { zh: '不带小数的数字（不小于 0）', en: 'a whole number, 0 or more' },
  money: { zh: '以元为单位、最多两位小数的金额', en: 'an amount in yuan with at most 2 decimals' },
  decimal: { zh: '数字', en: 'a number' },
};

/** What a column wants, made once: a long column may hold a million other words. */
function expectedWords(kind: ColumnKind): Words {
  const words = known.get(kind) ?? wordsOf(kind);
  known.set(kind, words);
  return words;
}

const known = new Map<ColumnKind, Words>();

/** The first word of each code: enough to see what a column wants. */
function wordsOf(kind: ColumnKind): Words {
  if (kind === 'parity') return { zh: '一孩、二孩、三孩……', en: '一孩, 二孩, 三孩 …' };
  const list: CodeList = codeLists[kind as keyof typeof codeLists]; // only code columns give an invalid word
  const shown = Object.entries(list)
    .filter(([code]) => code !== 'unknown')
    .map(([code, words]) => words[0] ?? code);
  return { zh: shown.join(between.zh), en: shown.join(between.en) };
}

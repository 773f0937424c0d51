import { calendarDate, type Day, type DayRange } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Row } from '../model/sheet.ts';
import { type Cell, EMPTY, isKnown } from './cell.ts';
import { type CodeList, codeLists } from './code-lists.ts';
import type { ColumnKind } from './column.ts';
import { CellFault, type CellFaultCode, type Decoder, decoder } from './decode.ts';
import type { MatchedColumn } from './layout.ts';
import { shownValue } from './raw-text.ts';
import type { ReadingContext } from './reading-context.ts';
import { placeIn, type RegisterPlan } from './sheet-plan.ts';

export type Cells = Readonly<Record<string, Cell<unknown>>>;

const EXPECTED_NUMBER = {
  int: { zh: '不带小数的数字（不小于 0）', en: 'a whole number, 0 or more' },
  money: { zh: '以元为单位、最多两位小数的金额', en: 'an amount in yuan with at most 2 decimals' },
  decimal: { zh: '数字', en: 'a number' },
};

/** Reads the rows of one sheet into cells by key. Faults are told by the cell, so that a person can put a finger on each. */
export function rowDecoder(plan: RegisterPlan, context: ReadingContext) {
  const { layout } = plan.recognition;
  const dates = { date1904: plan.sheet.date1904, year: calendarDate(context.end).year };
  const readers = layout.columns
    .filter(({ key }) => key !== 'remark')
    .map((matched) => ({
      matched,
      decode: decoder(matched.column, context.vocabulary, dates),
      isDate: matched.column.kind === 'date',
    }));
  const template = Object.fromEntries(layout.columns.map(({ key }) => [key, EMPTY]));

  return {
    decode(row: Row): Cells {
      const cells: Record<string, Cell<unknown>> = { ...template };
      for (const { matched, decode, isDate } of readers) {
        const decoded = decode(row.cells[matched.index]);
        if (decoded instanceof CellFault) {
          cells[matched.key] = decoded.cell;
          context.report(faultAt(decoded.code, matched, row));
        } else {
          cells[matched.key] = decoded;
          if (isDate && matched.column.isEvent && isAfter(decoded, context.end)) context.report(lateAt(matched, row));
        }
      }
      return cells;
    },
    /** The same without a word on what is wrong: for total rows. */
    decodeQuietly(row: Row): Cells {
      return Object.fromEntries(readers.map(({ matched, decode }) => [matched.key, quiet(decode, row, matched)]));
    },
  };

  function faultAt(code: CellFaultCode, matched: MatchedColumn, row: Row): Diagnostic {
    const at = placeIn(plan, row.number, matched.index);
    const value = shownValue(row.cells[matched.index]);
    const column = matched.header;
    switch (code) {
      case 'invalid-number':
        return {
          code,
          at,
          value,
          data: { column, expected: EXPECTED_NUMBER[matched.column.kind as keyof typeof EXPECTED_NUMBER] },
        }; // only these kinds give it
      case 'invalid-word':
        return { code, at, value, data: { column, expected: expectedWords(matched.column.kind) } };
      case 'bad-encoding':
        return { code, at, value, data: { encoding: plan.sheet.encoding ?? 'UTF-8' } };
      default:
        return { code, at, value, data: { column } };
    }
  }

  function lateAt(matched: MatchedColumn, row: Row): Diagnostic {
    const at = placeIn(plan, row.number, matched.index);
    return { code: 'after-period', at, value: shownValue(row.cells[matched.index]), data: { column: matched.header } };
  }
}

function quiet(decode: Decoder, row: Row, { index }: MatchedColumn): Cell<unknown> {
  const decoded = decode(row.cells[index]);
  return decoded instanceof CellFault ? decoded.cell : decoded;
}

function isAfter(cell: Cell<unknown>, end: Day): boolean {
  return isKnown(cell) && (cell as DayRange).first > end; // asked of date columns alone
}

/** The first word of each code: enough to see what a column wants. */
function expectedWords(kind: ColumnKind): string {
  if (kind === 'parity') return '一孩、二孩、三孩……';
  const list: CodeList = codeLists[kind as keyof typeof codeLists]; // only code columns give an invalid word
  return Object.entries(list)
    .filter(([code]) => code !== 'unknown')
    .map(([code, words]) => words[0] ?? code)
    .join('、');
}

import { type RawCell, UNCACHED } from '../../model/sheet.ts';
import { damaged, type Refusal } from '../refusal.ts';
import { numberIn } from '../xml/xml-number.ts';
import { readMoment } from './iso-moment.ts';
import type { StringTable } from './string-table.ts';
import type { DateStyles } from './styles.ts';

/** What the cells of all sheets of a workbook refer to. */
export interface CellContext {
  readonly strings: Pick<StringTable, 'textOf'>;
  readonly dateStyles: DateStyles;
  readonly date1904: boolean;
}

/** A cell as it stands in the XML. */
export interface WrittenCell {
  /** The attribute `t`; empty for numbers. */
  readonly type: string;
  readonly style: number;
  /** The text of its value, of its inline string, or `undefined` where neither is written. */
  readonly text: string | undefined;
  readonly hasFormula: boolean;
}

/** The value of a cell as it stands in the XML. */
export function cellValue(cell: WrittenCell, context: CellContext, refuse: Refusal): RawCell {
  const { type, text = '' } = cell;
  if (text === '') return cell.hasFormula && !(type === 'str' && cell.text === '') ? UNCACHED : null;
  switch (type) {
    case '':
    case 'n':
      return numberOrDate(text, cell.style, context, refuse);
    case 's':
      return sharedString(text, context, refuse);
    case 'str':
    case 'inlineStr':
      return text;
    case 'b':
      return booleanOf(text, refuse);
    case 'e':
      return { error: text };
    case 'd':
      return isoDate(text, context, refuse);
    default:
      throw refuse(unreadable);
  }
}

function numberOrDate(text: string, style: number, context: CellContext, refuse: Refusal): RawCell {
  const written = text.trim();
  if (written === '') return null;
  const number = numberIn(written);
  if (number === undefined && NO_NUMBER.test(written)) return { error: '#NUM!' };
  if (number === undefined) throw refuse(unreadable);
  return context.dateStyles[style] === true ? { serial: number } : number;
}

function sharedString(text: string, context: CellContext, refuse: Refusal): string | null {
  const found = /^\s*\d+\s*$/.test(text) ? context.strings.textOf(Number(text)) : undefined;
  if (found === undefined) throw refuse(noSuchString);
  return found === '' ? null : found;
}

function booleanOf(text: string, refuse: Refusal): boolean {
  const word = text.trim().toLowerCase();
  if (word === '1' || word === 'true') return true;
  if (word === '0' || word === 'false') return false;
  throw refuse(unreadable);
}

function isoDate(text: string, context: CellContext, refuse: Refusal): RawCell {
  const moment = readMoment(text, context.date1904);
  if (moment === undefined) throw refuse(unreadable);
  return moment.isDay ? { serial: moment.serial } : moment.serial;
}

/** What programs write where a calculation has no result. */
const NO_NUMBER = /^(?:NaN|[+-]?(?:INF|Infinity))$/i;

const noSuchString = damaged('单元格指向一条不存在的共享文字', 'a cell points to a shared string that does not exist');

const unreadable = damaged('单元格的内容与它声明的类型不符', 'a cell holds what does not fit its declared type');

import type { RawCell } from '../../model/sheet.ts';
import { readMoment } from '../xlsx/iso-moment.ts';
import { numberIn } from '../xml/xml-number.ts';
import type { Element } from './element.ts';

/** The value that a cell states beside the text it shows, or `undefined` where it states none. */
export function statedValue(cell: Element, type: string, date1904: boolean): RawCell | undefined {
  const attribute = attributes.get(type);
  const stated = attribute === undefined ? undefined : cell.attribute(attribute);
  const text = stated?.trim() ?? '';
  if (stated === undefined || text === '') return undefined;
  switch (type) {
    case 'date':
      return dateOf(text, date1904);
    case 'time':
      return durationOf(text) ?? text;
    case 'boolean':
      return booleans.get(text) ?? text;
    case 'string':
      return stated;
    default:
      return numberIn(text) ?? text;
  }
}

/** The truth value that a formula writes out: so LibreOffice keeps one that comes from another format, beside a number. */
export function truthOf(formula: string): boolean | undefined {
  return booleans.get(/^(?:of:|oooc:)?=(TRUE|FALSE)\(\)$/.exec(formula)?.[1]?.toLowerCase() ?? '');
}

/** Whether what a formula shows is an error, in whatever language. */
export function isErrorText(text: string): boolean {
  return /^(?:#\S{1,30}[!?]|#N\/A|(?:Err|错误|錯誤):\d{1,5})$/.test(text);
}

const attributes: ReadonlyMap<string, string> = new Map([
  ['float', 'office:value'],
  ['percentage', 'office:value'],
  ['currency', 'office:value'],
  ['date', 'office:date-value'],
  ['time', 'office:time-value'],
  ['boolean', 'office:boolean-value'],
  ['string', 'office:string-value'],
]);

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

/**
 * A day as a serial, as workbooks of other formats have it. What is no day stays as written, and so does one before the
 * first serial: each is read as text, and the one said to be no date.
 */
function dateOf(text: string, date1904: boolean): RawCell {
  const moment = readMoment(text, date1904);
  if (moment === undefined || !moment.isDay) return text;
  if (moment.serial >= 0) return { serial: moment.serial };
  // LibreOffice counts from 1899-12-30 where Excel shows 1900-01-00: both mean the number 0.
  return !date1904 && moment.serial >= -1 ? { serial: moment.serial + 1 } : text;
}

/** A time, `PT06H30M00S`, in days, as a workbook counts it. */
function durationOf(text: string): number | undefined {
  const [whole, minus, days, hours, minutes, seconds] = DURATION.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const time = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number((seconds ?? '0').replace(',', '.'));
  const duration = Number(days ?? 0) + time / SECONDS_PER_DAY;
  return minus === '-' ? -duration : duration;
}

const DURATION = /^(-?)P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d{1,15})?)S)?)?$/;
const SECONDS_PER_DAY = 86_400;

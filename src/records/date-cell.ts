import { type Day, type DayRange, day, dayOf, lastDateOf, singleDay } from '../model/day.ts';
import { withoutSpaces } from './normalise.ts';

/** What a date needs to be read: the date system of its workbook, and the year that two digits are taken to. */
export interface DateContext {
  readonly date1904: boolean;
  /** The year of the period's end: `25.3.7` is 2025 when 25 is not above its last two digits, else 1925. */
  readonly year: number;
}

/** A date, or why there is none. `placeholder`: 1900-01-00 and the like, which stand for an empty cell. */
export type DateReading = DayRange | 'placeholder' | 'invalid';

const SERIAL_OF_1970 = 25569;
const SERIAL_1904_OF_1970 = 24107;
const FIRST_TRUE_SERIAL = 61; // before 1900-03-01 the serials are one off: Lotus thought that 1900 was a leap year
const LAST_SERIAL = 2_958_465; // 9999-12-31: programs show a larger one as ########
const LAST_SERIAL_1904 = 2_957_003;
const LEAST_SERIAL = 10000;
const GREATEST_SERIAL = 60000;
const FIRST_BARE_YEAR = 1900;
const LAST_BARE_YEAR = 2199;
const HYPHEN = 45;
const ZERO = 48;

/** Days that stand for an empty cell: what programs make of 0, and people of a field they have to fill in. */
const PLACEHOLDERS: readonly Day[] = [day(1900, 1, 1), day(1899, 12, 30), day(1904, 1, 1)];
const LAST_PLACEHOLDER = Math.max(...PLACEHOLDERS);
const TIME_OF_DAY =
  /(?:T ?| |(?<=日))(?:上午 ?|下午 ?|[AP]M ?)?\d{1,2}(?::\d{1,2}(?::\d{1,2}(?:\.\d{1,9})?)?|时(?:\d{1,2}分(?:\d{1,2}秒)?)?) ?(?:[AP]M|Z|[+-]\d\d:?\d\d)?$/i;
const LONGEST = 100; // characters of a date with its time of day and all spaces: more would only take time

/** A number under a date format: a day of its date system or, beyond the last that programs show, the digits of one. */
export function dateOfSerial(serial: number, { date1904 }: DateContext): DateReading {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 0) return 'invalid';
  if (whole > (date1904 ? LAST_SERIAL_1904 : LAST_SERIAL))
    return whole === serial ? dateOfDigits(String(whole)) : 'invalid';
  if (date1904) return placeholderOr((whole - SERIAL_1904_OF_1970) as Day); // arithmetic on days stays a day
  if (whole === 0) return 'placeholder'; // shown as 1900-01-00
  if (whole === FIRST_TRUE_SERIAL - 1) return 'invalid'; // 1900-02-29, a day that never was
  return placeholderOr((whole - SERIAL_OF_1970 + (whole < FIRST_TRUE_SERIAL ? 1 : 0)) as Day);
}

/** A plain number in a date column: a serial, or the digits of a day, month or year. */
export function dateOfNumber(value: number, context: DateContext): DateReading {
  if (value >= LEAST_SERIAL && value < GREATEST_SERIAL + 1) return dateOfSerial(value, context);
  return Number.isInteger(value) ? dateOfDigits(String(value)) : 'invalid'; // 2025.1: January or October?
}

/** A day written as nearly all programs write it, `2025-03-07`; `undefined` for all else, which takes a closer look. */
export function plainDay(text: string): DayRange | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined;
  let digits = 0;
  for (let i = 0; i < 10; i++) {
    if (i === 4 || i === 7) continue;
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    digits = digits * 10 + digit;
  }
  const reading = exactDay(Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100);
  return typeof reading === 'string' ? undefined : reading;
}

/** A text in a date column, already in half width. */
export function dateOfText(text: string, context: DateContext): DateReading {
  const spaced = text.replace(/\s+/g, ' ');
  if (spaced.length > LONGEST) return 'invalid';
  const bare = withoutSpaces(spaced.replace(TIME_OF_DAY, ''));
  if (/^[1-9]\d{4}(?:\.\d+)?$/.test(bare)) return dateOfNumber(Number(bare), context);
  if (/^\d+$/.test(bare)) return dateOfDigits(bare);
  return dateInChinese(bare) ?? dateWithSeparators(bare, context) ?? 'invalid';
}

function dateOfDigits(digits: string): DateReading {
  const year = Number(digits.slice(0, 4));
  const isYear = year >= FIRST_BARE_YEAR && year <= LAST_BARE_YEAR; // any number of digits might be one
  if (digits.length === 8) {
    const reading = exactDay(year, Number(digits.slice(4, 6)), Number(digits.slice(6)));
    return isYear || reading === 'placeholder' ? reading : 'invalid';
  }
  if (!isYear) return 'invalid';
  if (digits.length === 6) return month(year, Number(digits.slice(4)));
  return digits.length === 4 ? wholeYear(year) : 'invalid';
}

function dateInChinese(text: string): DateReading | undefined {
  const match = /^(\d{4})年(?:(\d{1,2})月份?(?:(\d{1,2})[日号]?)?)?$/.exec(text);
  if (!match) return undefined;
  const [year, monthNumber, date] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || monthNumber === undefined) return wholeYear(Number(match[1]));
  return date === undefined ? month(year, monthNumber) : exactDay(year, monthNumber, date);
}

function dateWithSeparators(text: string, { year: periodYear }: DateContext): DateReading | undefined {
  const match = /^(\d{4}|\d{2})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const [, digits = '', , monthDigits, dateDigits] = match;
  if (dateDigits !== undefined) return exactDay(fullYear(digits, periodYear), Number(monthDigits), Number(dateDigits));
  return digits.length === 4 ? month(Number(digits), Number(monthDigits)) : undefined; // 25-3 could be anything
}

function fullYear(digits: string, periodYear: number): number {
  if (digits.length === 4) return Number(digits);
  return Number(digits) <= periodYear % 100 ? 2000 + Number(digits) : 1900 + Number(digits);
}

function exactDay(year: number, monthNumber: number, date: number): DateReading {
  const isNoDay = date === 0 && ((year === 1900 && monthNumber === 1) || (year === 0 && monthNumber === 0));
  if (isNoDay) return 'placeholder';
  const on = dayOf(year, monthNumber, date);
  return on === undefined ? 'invalid' : placeholderOr(on);
}

function month(year: number, monthNumber: number): DateReading {
  if (monthNumber < 1 || monthNumber > 12) return 'invalid';
  return { first: day(year, monthNumber, 1), last: day(year, monthNumber, lastDateOf(year, monthNumber)) };
}

function wholeYear(year: number): DateReading {
  return { first: day(year, 1, 1), last: day(year, 12, 31) };
}

function placeholderOr(on: Day): DateReading {
  return on <= LAST_PLACEHOLDER && PLACEHOLDERS.includes(on) ? 'placeholder' : singleDay(on);
}

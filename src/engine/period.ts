import { calendarDate, type Day, day, dayOf, FIRST_YEAR, LAST_YEAR, lastDateOf } from '../model/day.ts';
import { withoutSpaces } from '../records/normalise.ts';

/** The last day of a period as users type it: `2025-06`, `2025-Q2`, `2025-H1`, `2025`, `2025-06-30`. */
export function parsePeriod(text: string): Day | undefined {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  const year = /^(\d{4})$/.exec(plain);
  if (year) return monthEnd(Number(year[1]), 12);
  const part = /^(\d{4})-?([QH])([1-4])$/.exec(plain);
  if (part) return partEnd(Number(part[1]), part[2] === 'Q' ? 3 : 6, Number(part[3]));
  const month = /^(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))$/.exec(plain);
  if (month) return monthEnd(Number(month[1]), Number(month[2] ?? month[3]));
  const whole = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  return whole ? dayTold(whole.slice(1).map(String)) : undefined;
}

/**
 * The months that a file's name or a title tells, as the last day of each: `2025-06`, `2025年6月`, `202506`,
 * 2025年1—6月, 2025-01—06 and 2025年上半年 (to June). A full day counts only after 截至 or 止, a year alone tells nothing, and
 * digits that touch other digits are no month.
 */
export function monthsTold(text: string): readonly Day[] {
  const told: Day[] = [];
  let rest = withoutSpaces(text.normalize('NFKC'));
  for (const { pattern, end } of FORMS) {
    rest = rest.replace(pattern, (...match) => {
      const on = end(match.slice(1).map(String));
      if (on !== undefined) told.push(on);
      return '\n'; // what was read once must not be read again, nor join its neighbours
    });
  }
  return [...new Set(told)].sort((a, b) => a - b);
}

/** The month of a day, as a period is written: `2025-06`. */
export function monthName(on: Day): string {
  const { year, month } = calendarDate(on);
  return `${year}-${String(month).padStart(2, '0')}`;
}

interface Form {
  readonly pattern: RegExp;
  /** The last day that a match tells; `undefined` where it tells none. */
  readonly end: (groups: readonly string[]) => Day | undefined;
}

const RANGE = '—–―~～至到'; // what stands between two months; a hyphen may also stand before a day
const DASH = `[-${RANGE}]+`;
const FULL_DAY = String.raw`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?`;

const FORMS: readonly Form[] = [
  { pattern: new RegExp(String.raw`(?:截至|截?止)[到于:]?${FULL_DAY}(?!\d)`, 'g'), end: dayTold },
  { pattern: new RegExp(String.raw`(?<!\d)${FULL_DAY}为?止`, 'g'), end: dayTold },
  // 2025年6月12个村 names no day: without 日, the number of a day has no other word after it.
  { pattern: /(?<!\d)\d{4}年\d{1,2}月\d{1,2}(?:[日号]|(?![\d\p{Script=Han}]))/gu, end: () => undefined },
  { pattern: /(?<!\d)\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)/g, end: () => undefined },
  {
    pattern: new RegExp(String.raw`(?<!\d)(\d{4})年(\d{1,2})月?${DASH}(\d{1,2})月`, 'g'),
    end: ([year, , month]) => monthEnd(Number(year), Number(month)),
  },
  {
    pattern: new RegExp(String.raw`(?<!\d)(\d{4})-?(\d{1,2})[${RANGE}]+(\d{1,2})月?(?!\d)`, 'g'),
    end: ([year, first, last]) => (Number(first) < Number(last) ? monthEnd(Number(year), Number(last)) : undefined),
  },
  { pattern: /(?<!\d)(\d{4})年(上|下)半年/g, end: ([year, half]) => monthEnd(Number(year), half === '上' ? 6 : 12) },
  { pattern: /(?<!\d)(\d{4})年(\d{1,2})月/g, end: monthTold },
  { pattern: /(?<!\d)(\d{4})-(\d{1,2})(?!\d)/g, end: monthTold },
  { pattern: /(?<!\d)((?:19|20|21)\d{2})(\d{2})(?!\d)/g, end: monthTold },
];

function dayTold([year, month, date]: readonly string[]): Day | undefined {
  return isYear(Number(year)) ? dayOf(Number(year), Number(month), Number(date)) : undefined;
}

function monthTold([year, month]: readonly string[]): Day | undefined {
  return monthEnd(Number(year), Number(month));
}

function partEnd(year: number, months: number, number: number): Day | undefined {
  return monthEnd(year, number * months);
}

function monthEnd(year: number, month: number): Day | undefined {
  if (!isYear(year) || month < 1 || month > 12) return undefined;
  return day(year, month, lastDateOf(year, month));
}

function isYear(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

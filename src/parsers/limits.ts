import { UsageError } from '../model/usage-error.ts';

/** How much the parsers take in before they refuse a file: what is beyond is a mistake or made to do harm. */
export interface Limits {
  /** Bytes of a file. */
  readonly file: number;
  /** Bytes of all the parts of a workbook that are read, inflated. */
  readonly inflated: number;
  /** Entries of a package. */
  readonly entries: number;
  /** Rows of a sheet. */
  readonly rows: number;
  /** Columns of a sheet, up to the last with a value in some row; of CSV, to the last separator. */
  readonly columns: number;
  /** Cells of a sheet. */
  readonly cells: number;
  /** Characters of a cell. */
  readonly characters: number;
  /** Levels of nesting in XML. */
  readonly levels: number;
  /** Seconds that the parser of a foreign format may take. */
  readonly seconds: number;
}

const MB = 1024 * 1024;

export const defaultLimits: Limits = {
  file: 100 * MB,
  inflated: 512 * MB,
  entries: 2_000,
  rows: 1_048_576, // the rows of an Excel sheet
  columns: 16_384, // and its columns
  cells: 30_000_000,
  characters: 32_767, // the characters of an Excel cell
  levels: 64,
  seconds: 120,
};

/** Reads a limit as the user types it: `cells=50M`, `file=1G`. Bytes count by 1,024, all else by 1,000. */
export function parseLimit(text: string, option: string): Partial<Limits> {
  const [, name = '', digits = '', unit = ''] = /^([a-z]+)\s*=\s*(\d+)\s*([kmg]?)b?$/i.exec(text.trim()) ?? [];
  const key = limitNames.find((known) => known === name.toLowerCase());
  const value = Number(digits) * step(key) ** ' kmg'.indexOf(unit.toLowerCase() || ' ');
  if (key === undefined || value < 1 || !Number.isSafeInteger(value)) throw badLimit(text, option);
  return { [key]: value };
}

type LimitName = keyof Limits;

// The keys of an object literal of type Limits are the names of the limits.
const limitNames = Object.keys(defaultLimits) as readonly LimitName[];

function step(name: LimitName | undefined): number {
  return name === 'file' || name === 'inflated' ? 1024 : 1000;
}

function badLimit(text: string, option: string): UsageError {
  return new UsageError({
    zh: `${option} “${text}”读不懂：应为 名称=正整数，如 cells=50M。名称有：${limitNames.join('、')}。`,
    en: `${option} “${text}” cannot be read: expected name=number, such as cells=50M. Names: ${limitNames.join(', ')}.`,
  });
}

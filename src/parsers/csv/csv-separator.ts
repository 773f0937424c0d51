import type { Limits } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { CsvCount } from './csv-count.ts';
import { CsvRows } from './csv-rows.ts';

/** The separator by which one of the first rows names most known columns; of equals the first. */
export function chooseSeparator(start: string, judgement: SeparatorJudgement): string {
  let chosen: string = separators[0];
  let best = 0;
  for (const separator of separators) {
    const score = Math.max(0, ...scores(start, separator, judgement));
    if (score > best) [chosen, best] = [separator, score];
  }
  return chosen;
}

export interface SeparatorJudgement {
  readonly scoreHeader: (fields: readonly string[]) => number;
  readonly limits: Limits;
  readonly refuse: Refusal;
}

const separators = [',', ';', '\t'] as const;
const FIRST_ROWS = 20;

function scores(start: string, separator: string, { scoreHeader, limits, refuse }: SeparatorJudgement) {
  // Split at the wrong separator, a row may be one long cell or too many: that is asked when rows are read.
  const any = { characters: Number.POSITIVE_INFINITY, columns: Number.POSITIVE_INFINITY };
  const count = new CsvCount({ ...limits, ...any }, refuse);
  const reader = new CsvRows(separator, count);
  const rows = [...reader.push(start).rows, ...reader.end().rows].filter(({ number }) => number <= FIRST_ROWS);
  return rows.map(({ cells }) => scoreHeader(cells.map((cell) => (typeof cell === 'string' ? cell : ''))));
}

import { columnsOf, type RegisterName } from '../../src/records/registers.ts';
import type { Register } from '../ledgers/district.ts';
import type { Random } from '../ledgers/random.ts';
import type { KindOfMess } from './kinds-of-mess.ts';
import { fullWidth, traditional } from './spelling.ts';

export interface MessyColumn {
  /** `null` for a column that is no part of the register. */
  readonly key: string | null;
  readonly header: string;
}

/** The columns of a register in some order and under some words, with others between them. */
export function columnsFor({ form }: Register, mess: ReadonlySet<KindOfMess>, numbers: Random): readonly MessyColumn[] {
  const own = form.columns.map(({ key, header }) => ({
    key,
    header: headerFor(form.key, key, { header, mess, numbers }),
  }));
  const ordered = mess.has('column order') ? numbers.some(own, own.length).toSorted(() => numbers.next() - 0.5) : own;
  if (!mess.has('other columns')) return ordered;
  const others = ['序号', '姓名', '家庭住址'].map((header) => ({ key: null, header }));
  return others.reduce<readonly MessyColumn[]>(
    (all, other) => all.toSpliced(numbers.whole(0, all.length), 0, other),
    ordered,
  );
}

interface Header {
  readonly header: string;
  readonly mess: ReadonlySet<KindOfMess>;
  readonly numbers: Random;
}

function headerFor(register: string, key: string, { header, mess, numbers }: Header): string {
  const column = columnsOf(register as RegisterName)[key]; // the forms have our keys
  const word = mess.has('header words') ? numbers.pick([header, key, ...(column?.also ?? [])]) : header;
  const written = mess.has('traditional headers') ? traditional(word) : word;
  return mess.has('header words')
    ? numbers.pick([
        written,
        `${written}（必填）`,
        ` ${[...written].join(' ')}`,
        fullWidth(written),
        written.toUpperCase(),
      ])
    : written;
}

/** One row, or two with every cell merged down; `first` is the number of the first. */
export function headerRows(columns: readonly MessyColumn[], mess: ReadonlySet<KindOfMess>, first: number) {
  const row = columns.map(({ header }) => header);
  if (!mess.has('two header rows')) return { rows: [row], merges: [] };
  const merges = row.map((_, column) => `${letters(column)}${first}:${letters(column)}${first + 1}`);
  return { rows: [row, row.map(() => null)], merges };
}

/** The letters of a column; none for one that is not there. */
export function letters(column: number): string {
  return column < 0 ? '' : String.fromCharCode(65 + column);
}

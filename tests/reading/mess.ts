import type { RawCell, Sheet } from '../../src/model/sheet.ts';
import { columnsOf, type RegisterName, registers } from '../../src/records/registers.ts';
import type { Register } from '../ledgers/district.ts';
import type { Random } from '../ledgers/random.ts';
import { type Cells, sheetOf } from '../records/sheets.ts';
import { cleanCell, messyCell } from './messy-cells.ts';
import { fullWidth, traditional } from './spelling.ts';

/** What a messy ledger may have that a clean one has not. */
export const kindsOfMess = [
  'sheet names',
  'titles',
  'column order',
  'other columns',
  'header words',
  'traditional headers',
  'two header rows',
  'column numbers',
  'repeated headers',
  'example row',
  'cell spellings',
  'merged villages',
  'blank rows',
  'totals',
  'notes',
  'hidden parts',
] as const;
export type KindOfMess = (typeof kindsOfMess)[number];

/** A register as it would be written by a program: one header row, the standard words, true dates. */
export function cleanSheet({ form, rows }: Register): Sheet {
  const header = form.columns.map((column) => column.header);
  return sheetOf(nameOf(form.key), [
    header,
    ...rows.map((row) => form.columns.map(({ key }) => cleanCell(row[key] ?? null))),
  ]);
}

/** The same register as people keep it. */
export function messySheet(register: Register, mess: ReadonlySet<KindOfMess>, numbers: Random): Sheet {
  const columns = columnsFor(register, mess, numbers);
  const above = [...(mess.has('titles') ? titles(numbers) : [])];
  const header = headerRows(columns, mess, above.length + 1);
  const top = above.length + header.rows.length;
  const body = bodyRows(register, columns, { mess, numbers, header: header.rows.at(-1) ?? [] });
  const merges = [...header.merges, ...(mess.has('merged villages') ? mergeVillages(body, columns, top) : [])];
  const rows = [...above, ...header.rows, ...body.map(({ cells }) => cells)];
  const name = mess.has('sheet names') ? messyName(register.form.key, numbers) : nameOf(register.form.key);
  const hidden = mess.has('hidden parts')
    ? { hidden: numbers.next() < 0.5, hiddenRows: [top + 1, top + 3], hiddenColumns: ['B'] }
    : {};
  return sheetOf(name, rows, { merges, ...hidden });
}

interface MessyColumn {
  /** `null` for a column that is no part of the register. */
  readonly key: string | null;
  readonly header: string;
}

function nameOf(key: string): string {
  return registers[key as RegisterName].title.zh; // the forms have our keys
}

function messyName(key: string, numbers: Random): string {
  const name = numbers.pick(registers[key as RegisterName].names); // the forms have our keys
  return numbers.pick([name, ` ${name} `, `${name}（6月）`, traditional(name), fullWidth(name)]);
}

function titles(numbers: Random): readonly Cells[] {
  const lines: readonly Cells[] = [
    ['青溪区登记表'],
    [],
    ['填报单位：柳岗镇', null, '2025年6月'],
    ['（盖章）', null, null, '第1页'],
  ];
  return lines.slice(0, numbers.whole(1, lines.length));
}

function columnsFor({ form }: Register, mess: ReadonlySet<KindOfMess>, numbers: Random): readonly MessyColumn[] {
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
function headerRows(columns: readonly MessyColumn[], mess: ReadonlySet<KindOfMess>, first: number) {
  const row = columns.map(({ header }) => header);
  if (!mess.has('two header rows')) return { rows: [row], merges: [] };
  const merges = row.map((_, column) => `${letters(column)}${first}:${letters(column)}${first + 1}`);
  return { rows: [row, row.map(() => null)], merges };
}

interface BodyRow {
  readonly cells: Cells;
  /** The village, for rows that are records. */
  readonly village: RawCell | undefined;
}

interface Body {
  readonly mess: ReadonlySet<KindOfMess>;
  readonly numbers: Random;
  readonly header: Cells;
}

function bodyRows({ form, rows }: Register, columns: readonly MessyColumn[], body: Body): readonly BodyRow[] {
  const { mess, numbers } = body;
  const record = (row: Register['rows'][number], index: number): BodyRow => ({
    cells: columns.map(({ key }) =>
      key === null ? numbers.pick([index + 1, '某某', null]) : cellOf(form.key, key, { cell: row[key] ?? null, body }),
    ),
    village: cleanCell(row['village'] ?? null),
  });
  const records = rows.flatMap((row, index) => [record(row, index), ...between(form.key, columns, body)]);
  const before = [
    ...(mess.has('column numbers') ? [plain(columns.map((_, index) => '甲乙'[index] ?? index - 1))] : []),
    ...(mess.has('example row') ? [plain(columns.map((_, index) => (index === 0 ? '示例' : '2025-01-01')))] : []),
  ];
  const after = [
    ...(mess.has('totals') ? [plain(['合　计']), plain(['其中：女'])] : []),
    ...(mess.has('notes') ? [plain(['填表人：某某', null, '审核人：某某']), plain([null, '说明：一式两份'])] : []),
  ];
  return [...before, ...records, ...after];
}

/** What stands between two records now and then. */
function between(
  register: string,
  columns: readonly MessyColumn[],
  { mess, numbers, header }: Body,
): readonly BodyRow[] {
  const numbered = columns.map(({ key }) =>
    key === 'village' ? '东风村' : key === 'id' ? `空${numbers.next()}` : null,
  );
  return [
    ...(mess.has('blank rows') && numbers.next() < 0.2
      ? [plain([]), ...(register === 'villages' ? [] : [plain(numbered)])]
      : []),
    ...(mess.has('totals') && numbers.next() < 0.1 ? [plain(['小 计'])] : []),
    ...(mess.has('repeated headers') && numbers.next() < 0.1 && header.some((text) => text !== null)
      ? [plain(header)]
      : []),
  ];
}

function cellOf(
  register: string,
  key: string,
  { cell, body: { mess, numbers } }: { readonly cell: Register['rows'][number][string]; readonly body: Body },
): RawCell {
  const kind = columnsOf(register as RegisterName)[key]?.kind ?? 'text'; // the forms have our keys
  return mess.has('cell spellings') ? messyCell(cell ?? null, kind, numbers) : cleanCell(cell ?? null);
}

function plain(cells: Cells): BodyRow {
  return { cells, village: undefined };
}

/** Merges the village cells of records of one village that follow each other. */
function mergeVillages(body: readonly BodyRow[], columns: readonly MessyColumn[], top: number): readonly string[] {
  const letter = letters(columns.findIndex(({ key }) => key === 'village'));
  const merges: string[] = [];
  for (let first = 0; first < body.length; ) {
    const village = body[first]?.village;
    let last = first;
    while (village !== undefined && village !== null && body[last + 1]?.village === village) last++;
    if (last > first && letter !== '') merges.push(`${letter}${top + first + 1}:${letter}${top + last + 1}`);
    first = last + 1;
  }
  return merges;
}

function letters(column: number): string {
  return column < 0 ? '' : String.fromCharCode(65 + column);
}

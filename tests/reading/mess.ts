import type { RawCell, Sheet } from '../../src/model/sheet.ts';
import { columnsOf, type RegisterName, registers } from '../../src/records/registers.ts';
import type { Register } from '../ledgers/district.ts';
import type { Random } from '../ledgers/random.ts';
import { type Cells, sheetOf } from '../records/sheets.ts';
import type { KindOfMess } from './kinds-of-mess.ts';
import { cleanCell, messyCell } from './messy-cells.ts';
import { columnsFor, headerRows, letters, type MessyColumn } from './messy-header.ts';
import { fullWidth, traditional } from './spelling.ts';

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

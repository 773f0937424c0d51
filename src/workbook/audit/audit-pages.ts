import type { CountedRun } from '../../engine/counted-run.ts';
import { certain } from '../../model/certain.ts';
import type { Language, Words } from '../../model/words.ts';
import { MOST_ROWS } from '../../parsers/xlsx/cell-reference.ts';
import { type RegisterName, registers } from '../../records/registers.ts';
import type { StyleBook } from '../package/style-book.ts';
import type { PageCell, PageForm } from '../pages/page.ts';
import { looks } from '../pages/page-looks.ts';
import { pageNames, titleOf } from '../pages/page-words.ts';
import { PageWriter, type WrittenPage } from '../pages/page-writer.ts';
import { type CellsAnywhere, cellsAnywhere } from '../pages/row-cells.ts';
import { AUDIT_HEADER_ROW, type AuditLayout, PLACE_COLUMNS } from './audit-layout.ts';
import { partsOf } from './audit-parts.ts';
import { type AuditKind, type AuditRow, auditRows } from './audit-rows.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { Marks } from './settled-marks.ts';

export interface AuditContext {
  readonly styles: StyleBook;
  readonly namespace: string;
  readonly freeName: (wanted: string) => string;
  readonly language: Language;
  /** The most rows of a sheet: fewer than a program has, where a test asks for it. */
  readonly mostRows?: number;
}

const kindWords: Readonly<Record<AuditKind, Words>> = {
  record: { zh: '记录', en: 'record' },
  person: { zh: '人', en: 'person' },
  village: { zh: '村', en: 'village' },
  given: { zh: '指标数据', en: 'given' },
};

/** Writes the audit sheet: one, or one a register where a single sheet cannot hold all rows. */
export function auditPages(
  { counted, trail }: { readonly counted: CountedRun; readonly trail: AuditTrail },
  layout: AuditLayout,
  context: AuditContext,
): readonly WrittenPage[] {
  const { mostRows = MOST_ROWS } = context;
  const isLong = expectedRows(counted) + AUDIT_HEADER_ROW > mostRows;
  const books = new Map<string, PageWriter[]>();
  const taken = new Set<string>();
  const open = (key: string, number: number): PageWriter => {
    const name = freeAmong(
      taken,
      context.freeName([pageNames.audit, key, number > 1 ? number : ''].filter((part) => part !== '').join(' ')),
    );
    taken.add(name);
    const page = new PageWriter(formOf(name, layout), context.styles, context.namespace);
    writeHead(page, layout, context.language);
    return page;
  };
  const pageFor = (register: RegisterName): PageWriter => {
    const key = isLong ? registers[register].title.zh : '';
    const pages = books.get(key) ?? [];
    books.set(key, pages);
    const last = pages.at(-1);
    if (last !== undefined && last.nextRow <= mostRows) return last;
    const page = open(key, pages.length + 1);
    pages.push(page);
    return page;
  };
  const marked = markedCells(layout, context.styles);
  auditRows(counted, trail, (row) =>
    pageFor(row.register).writeAt(placeCells(row, counted, context.language), marked(row.marks)),
  );
  if (books.size === 0) books.set('', [open('', 1)]);
  return [...books.values()].flat().map((page) => page.finish());
}

/** More than there can be: records, persons among them, villages and given figures. */
function expectedRows({ outcome, tallied, assembled }: CountedRun): number {
  const read = [...outcome.sheets.values()].reduce((sum, sheet) => sum + sheet.read, 0);
  return 2 * read + assembled.areas.size + tallied.given.length;
}

function freeAmong(taken: ReadonlySet<string>, name: string): string {
  for (let number = 2, free = name; ; number++) {
    if (!taken.has(free)) return free;
    free = `${name} ${number}`;
  }
}

function formOf(name: string, { width }: AuditLayout): PageForm {
  return {
    name,
    widths: [9, 22, 18, 7, 16, ...Array.from({ length: width - PLACE_COLUMNS }, () => 9)],
    headerRow: AUDIT_HEADER_ROW,
    frozenColumns: PLACE_COLUMNS,
    filter: { first: 0, last: width - 1 },
    merges: [],
    tab: '8793A0',
    isWide: true,
  };
}

const explanation: Words = {
  zh: '一行一条记录（10b 一行一人，村情表一行一村，指标数据照抄）。1 表示这条记录计入该列；空白表示不计。核查摘要的每个数都是对这里各列求和得出的。只列工作表和行号，不列姓名和编号。',
  en: 'One row a record (of 10b one a person; one a village; given figures as they stand). 1: the record counts in that column; blank: it does not. Every figure of the summary is a sum of these columns. Sheets and rows only, no names and no ids.',
};

const placeHeaders: readonly Words[] = [
  { zh: '类别', en: 'Kind' },
  { zh: '台账', en: 'Ledger' },
  { zh: '工作表', en: 'Sheet' },
  { zh: '行', en: 'Row' },
  { zh: '村', en: 'Village' },
];

function writeHead(page: PageWriter, layout: AuditLayout, language: Language): void {
  page.writeAt([[0, { value: titleOf('audit', language), look: looks.title }]]);
  page.writeAt([[0, { value: explanation[language], look: looks.fact }]]);
  const groups: (readonly [number, PageCell])[] = [];
  const headers: (readonly [number, PageCell])[] = placeHeaders.map((words, column) => [
    column,
    { value: words[language], look: looks.header },
  ]);
  for (const { measure, index } of layout.audited) {
    for (const { place, label } of partsOf(measure)) {
      const column = certain(layout.columnOf(index, place), `column of ${measure.id}`);
      const value = place === 0 ? `${measure.id} ${measure.name[language]}` : null;
      groups.push([column, { value, look: looks.group }]);
      headers.push([
        column,
        { value: `${measure.id} ${label[language]}`, look: place > 2 ? looks.faintHeader : looks.header },
      ]);
    }
  }
  page.writeAt(groups);
  page.writeAt(headers);
}

function placeCells(
  { kind, ledger, sheet, row, village }: AuditRow,
  { run }: CountedRun,
  language: Language,
): readonly (readonly [number, PageCell])[] {
  const file = ledger === null ? null : certain(run.ledgers[ledger], `ledger ${ledger}`).name;
  return [
    [0, { value: kindWords[kind][language], look: looks.plain }],
    [1, { value: file, look: looks.plain }],
    [2, { value: sheet, look: looks.plain }],
    [3, { value: row, look: looks.plainWhole }],
    [4, { value: village, look: looks.plain }],
  ];
}

/** The cells of the marks. Most records bear the same marks as many others: these are written once. */
function markedCells(layout: AuditLayout, styles: StyleBook): (marks: Marks) => CellsAnywhere {
  const known = new WeakMap<Marks, CellsAnywhere>();
  return (marks) => {
    const found = known.get(marks);
    if (found !== undefined) return found;
    const cells: (readonly [number, PageCell])[] = [];
    // Measures come in the order of the list, as their columns do.
    for (const [index, own] of marks) {
      for (const [place, mark] of own.entries()) {
        const column = mark === 0 ? undefined : layout.columnOf(index, place);
        if (column !== undefined) cells.push([column, { value: mark, look: looks.plainMark }]);
      }
    }
    const made = cellsAnywhere(cells, styles);
    known.set(marks, made);
    return made;
  };
}

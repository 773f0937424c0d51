import type { LedgerReport, Report, SheetReport, SkippedRows } from '../../model/report.ts';
import { labels, skippedWords } from '../labels.ts';
import { ledgerReading, sheetReading } from '../readings.ts';
import { tableHead } from './details.ts';
import { later, soon } from './later.ts';
import { both, inBoth, type Markup, markup, nothing } from './markup.ts';

const AT_ONCE = 50; // sheets: a ledger or three
// The type says that each key is one of SkippedRows, and the table of words has them all.
const reasons = Object.keys(skippedWords) as (keyof SkippedRows)[];

/** What was read of every ledger: its sheets, each with its rows, and the reasons why some were skipped. */
export function readingSection({ ledgers }: Report): Markup {
  const sheets = ledgers.reduce((sum, ledger) => sum + ledger.sheets.length, 0);
  if (sheets === 0) return nothing;
  const columns = [
    labels.sheet,
    labels.register,
    labels.headerRow,
    labels.rowsThere,
    labels.rowsRead,
    ...reasons.map((reason) => skippedWords[reason]),
    labels.remark,
  ];
  const table = markup`<div class="scroll" tabindex="0"><table class="numbers">${tableHead(columns)}${ledgers.map(ledgerBody)}</table></div>`;
  return markup`<section id="reading"><h2>${both(labels.reading)}</h2>${sheets > AT_ONCE ? later(table, ledgers.length) : soon(table)}</section>`;
}

function ledgerBody(ledger: LedgerReport): Markup {
  const text = inBoth((language) => ledgerReading(ledger, language));
  return markup`<tbody><tr class="indicator"><th scope="rowgroup" colspan="${6 + reasons.length}">${ledger.file} <small>${text}</small>
${ledger.sheets.map(sheetRow)}`;
}

// Without its end tags, which HTML does not ask for, and the empty cells at its end, a district’s page is half as long.
function sheetRow(sheet: SheetReport): Markup {
  const { register, headerRow, rows, read, skipped } = sheet;
  const { name, encoding } = sheetReading(sheet, 'en');
  const numbers = [headerRow, rows, read, ...reasons.map((reason) => skipped[reason] || null)];
  const fact = (key: 'hidden' | 'ignoredColumns') => inBoth((language) => sheetReading(sheet, language)[key]);
  const ignored =
    sheet.ignoredColumns.length === 0 ? nothing : markup`${both(labels.ignoredColumns)}${fact('ignoredColumns')}`;
  const remarks = [markup`${encoding}`, fact('hidden'), ignored].filter(({ html }) => html !== '');
  const cells = [
    markup`${name}`,
    register === null ? both(labels.notRead) : markup`${register}`,
    ...numbers.map((number) => markup`${number ?? ''}`),
    markup`${remarks.map((remark) => markup`${remark} `)}`,
  ];
  const used = cells.findLastIndex(({ html }) => html !== '');
  return markup`<tr>${cells.slice(0, used + 1).map((cell) => markup`<td>${cell}`)}
`;
}

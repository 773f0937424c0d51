import fc from 'fast-check';
import { expect, test } from 'vitest';
import { certain } from '../../src/model/certain.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { ContentOutline } from '../../src/parsers/ods/content-outline.ts';
import { TableRows } from '../../src/parsers/ods/table-rows.ts';
import { refusalOf } from '../../src/parsers/refusal.ts';
import { cellXml, contentXml, rowXml, tableXml, textXml } from './ods-writing.ts';

const OFFICE_AS_O = 'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"';

/** Cells as programs spell them, and some that look like them and mean something else. */
const cell = fc.constantFrom(
  textXml('甲'),
  textXml('a &amp; b'),
  textXml('a<text:s text:c="3"/>b'),
  textXml('乙', 'table:style-name="ce1"'),
  textXml('丙', 'calcext:value-type="string"'),
  textXml('三', 'table:number-columns-repeated="3"'),
  ...['1', '12.5', '-3', '1e3', '&#49;2', 'x'].map((value) =>
    cellXml(`office:value-type="float" office:value="${value}"`, `<text:p>${value}</text:p>`),
  ),
  cellXml("office:value-type='float' office:value='7'"),
  cellXml('office:value="8" office:value-type="float"'),
  cellXml('office:value-type="float" office:value="9" office:date-value="2025-01-01"'),
  ...['2025-06-30', '1984-02-29', '2025-02-30'].map((day) =>
    cellXml(`office:value-type="date" office:date-value="${day}" calcext:value-type="date"`, `<text:p>${day}</text:p>`),
  ),
  cellXml('office:value-type="boolean" office:boolean-value="true"'),
  cellXml('table:formula="of:=1" office:value-type="float" office:value="1"'),
  cellXml(`${OFFICE_AS_O} o:value-type="float" o:value="5"`),
  cellXml('o:value-type="float" o:value="5"'), // which is a number only where the prefix is declared
  cellXml('xmlns:office="elsewhere" office:value-type="float" office:value="6"', '<text:p>6</text:p>'),
  '<table:table-cell/>',
  '<table:table-cell table:style-name="Default"/>',
  '<table:table-cell table:number-columns-repeated="2"/>',
  '<table:covered-table-cell/>',
);
const row = fc
  .tuple(
    fc.array(cell, { maxLength: 8 }),
    fc.constantFrom(
      '',
      '',
      'table:style-name="ro1"',
      'table:number-rows-repeated="2"',
      'table:visibility="collapse"',
      'xmlns:office="elsewhere"',
      'xmlns:text="elsewhere"',
    ),
  )
  .map(([cells, attributes]) => rowXml(cells.join(''), attributes));

const group = (contents: string, attributes = '') =>
  `<table:table-row-group ${attributes}>${contents}</table:table-row-group>`;
/** Rows, in groups at times, and in groups in which a prefix means something else. */
const rows = fc
  .array(fc.tuple(row, row, fc.constantFrom('', '', OFFICE_AS_O, 'xmlns:office="elsewhere"', null)), { maxLength: 10 })
  .map((all) =>
    all
      .map(([first, second, declared]) =>
        declared === null ? first + second : group(`${group(first)}${second}`, declared),
      )
      .join(''),
  );

/** The same with an attribute of its own in every tag of the table, so that no tag comes twice. */
function withoutRepetition(table: string): string {
  let number = 0;
  return table.replace(/<((?:table|text):[a-z-]+)/g, (_, name: string) => `<${name} own="${number++}"`);
}

function read(table: string, step: number) {
  const bytes = Buffer.from(contentXml({ body: table }));
  const pieces = (all: Buffer) =>
    Array.from({ length: Math.ceil(all.length / step) }, (_, i) => all.subarray(i * step, (i + 1) * step));
  const refuse = refusalOf('a.ods');
  const content = new ContentOutline('a.ods', defaultLimits, refuse);
  for (const piece of pieces(bytes)) content.push(piece);
  content.end();
  const { names, start, end, outline } = certain(content.tables[0], 'table');
  const { lastRow } = outline;
  const rows = new TableRows({ limits: defaultLimits, refuse, date1904: false, names, lastRow });
  const runs = pieces(bytes.subarray(start, end)).flatMap((piece) => rows.push(piece));
  rows.end();
  return { lastRow, merges: outline.merges, columns: outline.columns, runs };
}

test('tags that come again are read as if each were met for the first time, wherever the chunks are cut', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 4_000 }), (rows, step) => {
      const table = tableXml(rows);
      expect(read(table, step)).toEqual(read(withoutRepetition(table), 1_000_000));
    }),
    { numRuns: 500 },
  );
});

test('a tag that comes again means what its prefixes mean where it stands', () => {
  const five = cellXml('o:value-type="float" o:value="5"', '<text:p>five</text:p>');
  const own = group(group(rowXml(five)) + rowXml(five), OFFICE_AS_O);
  const { runs } = read(tableXml(own + rowXml(five)), 1_000_000);
  expect(runs.map(({ row }) => row.cells[0])).toEqual([5, 5, 'five']);
});

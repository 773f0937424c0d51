import { describe, expect, test } from 'vitest';
import type { Row, Sheet } from '../../src/model/sheet.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { SheetHead, USUAL_WIDTH } from '../../src/workbook/register/sheet-head.ts';
import { readHead } from '../../src/workbook/register/sheet-part.ts';
import { SheetSight } from '../../src/workbook/register/sheet-sight.ts';
import { patched, piecesOf, rowsOf, tones } from './patched-sheet.ts';

const findings = {
  index: 2,
  header: '核查结果',
  headerRow: 1,
  lastRow: 9,
  cells: new Map([
    [2, { text: '错误：一', target: "'问题明细'!A4" }],
    [3, { text: '错误：二', target: null }],
  ]),
};
const rows = '<row r="1"><c r="A1"/></row><row r="2" spans="1:1"><c r="A2"/></row>';
const sheetOf = (head: string, tail: string, root = '') =>
  `<worksheet${root}>${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`;

describe('the columns of a sheet', () => {
  test.each([
    ['a width', '<cols><col min="1" max="2" width="30"/></cols>', 30],
    ['no width', '<cols><col min="1" max="2" style="1"/></cols>', USUAL_WIDTH],
    ['a width that is none', '<cols><col min="1" max="2" width="wide"/></cols>', USUAL_WIDTH],
    ['the width of the sheet', '<sheetFormatPr defaultColWidth="12"/>', 12],
    ['nothing from a sheet without a width', '<sheetFormatPr/>', USUAL_WIDTH],
    ['nothing from a run without a beginning', '<cols><col width="30"/></cols>', USUAL_WIDTH],
    ['no room while they are hidden', '<cols><col min="1" max="2" width="30" hidden="1"/></cols>', 0],
    ['room where they are not', '<cols><col min="1" max="2" width="30" hidden="0"/></cols>', 30],
  ])('have %s', (_, head, width) => {
    expect(new SheetHead(`<worksheet>${head}`).widthOf(1)).toBe(width);
  });

  test.each([
    ['<cols><col min="1" max="2" style="1"/></cols>', 1],
    ['<cols><col min="1" max="2"/></cols>', 0],
    ['', 0],
  ])('give blank cells a format: %j gives %i', (head, style) => {
    expect(new SheetHead(`<worksheet>${head}`).columnStyle(0)).toBe(style);
  });

  test('are known whatever the pieces in which the sheet comes', async () => {
    const sheet = Buffer.from(sheetOf('<cols><col min="1" max="1" width="30"/></cols>', ''));
    expect((await readHead(piecesOf(sheet, 7)))?.widthOf(0)).toBe(30);
    expect(await readHead(piecesOf(Buffer.from('<worksheet/>'), 7))).toBeUndefined();
  });
});

describe('the range that a sheet says it uses', () => {
  test.each([
    ['<dimension ref="A1:B2"/>', '<dimension ref="A1:C2"/>'],
    ['<dimension ref="A1:F2"/>', '<dimension ref="A1:F2"/>'],
    ['<dimension/>', '<dimension/>'],
    ['<dimension ref="all"/>', '<dimension ref="all"/>'],
  ])('%s becomes %s', async (head, wanted) => {
    expect(await patched(sheetOf(head, ''), { findings })).toContain(wanted);
  });
});

describe('the rows of a sheet', () => {
  test('without any are opened for the first', async () => {
    const sheet = await patched('<worksheet><sheetData/><pageMargins/></worksheet>', {
      tones: tones([3, 0, 'error']),
    });
    expect(sheet).toBe(
      '<worksheet><sheetData><row r="3"><c r="A3" s="2"/></row></sheetData><pageMargins/></worksheet>',
    );
  });

  test('are as wide as they say, findings and all', async () => {
    const sheet = await patched(sheetOf('', ''), { findings });
    expect(sheet).toContain('<row r="2" spans="1:3">');
  });

  test('a finding without a link has the look of a text', async () => {
    const sheet = await patched(sheetOf('', ''), { findings });
    expect(sheet).toMatch(/<c r="C2" s="92".*<c r="C3" s="91"/);
    expect(sheet.match(/<hyperlink /g)).toHaveLength(1);
  });

  test('a row that names no format of its own has the first', async () => {
    const sheet = '<worksheet><sheetData><row r="2" customFormat="1"/></sheetData></worksheet>';
    expect(rowsOf(await patched(sheet, { tones: tones([2, 0, 'error']) }))).toContain('<c r="A2" s="2"/>');
  });

  test('are no other tags that begin like one', async () => {
    const sheet = '<worksheet><sheetData><rowOf r="2"/><row r="2"/></sheetData></worksheet>';
    expect(rowsOf(await patched(sheet, { tones: tones([2, 0, 'error']) }))).toBe(
      '<rowOf r="2"/><row r="2"><c r="A2" s="2"/></row>',
    );
  });

  test.each([
    ['no rows', '<worksheet><cols/></worksheet>'],
    ['rows that never end', '<worksheet><sheetData><row r="1"/>'],
    ['rows in no sheet', '<sheetData><row r="1"/></sheetData>'],
  ])('a sheet with %s is refused', async (_, sheet) => {
    await expect(patched(sheet, { tones: tones([1, 0, 'error']) })).rejects.toThrow(UsageError);
  });
});

describe('what stands behind the rows', () => {
  const ours = `<hyperlink ref="C2" location="'问题明细'!A4" display="C2"/>`;
  const others = '<hyperlink ref="A1" r:id="rId1"/>';

  test.each([
    ['keeps the links of others', `<hyperlinks>${others}</hyperlinks>`, `<hyperlinks>${others}${ours}</hyperlinks>`],
    [
      'loses those of an earlier run',
      `<hyperlinks><hyperlink ref="C9" location="old!A1"/>${others}</hyperlinks>`,
      `<hyperlinks>${others}${ours}</hyperlinks>`,
    ],
    [
      'is led to ours alone',
      '<hyperlinks><hyperlink ref="C9" location="old!A1"/></hyperlinks>',
      `<hyperlinks>${ours}</hyperlinks>`,
    ],
  ])('%s', async (_, tail, wanted) => {
    const isFormer = (location: string) => location.startsWith('old!');
    expect(await patched(sheetOf('', tail), { findings }, { isFormer })).toContain(wanted);
  });

  test('keeps its order where a newer form stands beside an older one', async () => {
    const choice = (inner: string) => `<mc:AlternateContent>${inner}</mc:AlternateContent>`;
    const controls = choice('<mc:Choice Requires="x14"><controls/></mc:Choice>');
    for (const tail of [controls, choice('<mc:Choice/>') + controls, choice('') + controls]) {
      const sheet = await patched(sheetOf('', tail), { findings });
      expect(sheet).toMatch(/<\/hyperlinks>.*<mc:Choice Requires/);
    }
  });

  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  test.each([
    ['a prefix of the sheet', ` xmlns:q='${OFFICE}'`, 'q:id="rId7"'],
    ['a prefix of its own', '', `xmlns:fp="${OFFICE}" fp:id="rId7"`],
    [
      'that of a strict sheet',
      ' xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"',
      `xmlns:fp="${STRICT}" fp:id="rId7"`,
    ],
  ])('leads to the drawing of the notes by %s', async (_, root, attribute) => {
    const sheet = await patched(sheetOf('', '', root), {}, { drawing: 'rId7' });
    expect(sheet).toContain(`<legacyDrawing ${attribute}/></worksheet>`);
  });
});

test('a cell that is asked for is read in whatever batch it comes', async () => {
  const row = (number: number): Row => ({ number, cells: [`第${number}行`], hidden: false });
  let batches = 0;
  async function* read() {
    for (const numbers of [[1, 2], [], [3, 4], [5]]) {
      batches++;
      yield { rows: numbers.map(row), faults: [] };
    }
  }
  const sheet: Sheet = {
    name: '出生',
    hidden: false,
    date1904: false,
    encoding: null,
    format: 'xlsx',
    merges: [],
    hiddenColumns: [],
    rows: read,
  };
  const sight = new SheetSight(1);
  await sight.complete(sheet, [{ row: 3, column: 0 }]);
  expect([sight.contentOf(3, 0), batches]).toEqual(['string 第3行', 3]);
});

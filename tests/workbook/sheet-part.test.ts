import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { StyleBook } from '../../src/workbook/package/style-book.ts';
import { patched, rowsOf, STYLES, tones } from './patched-sheet.ts';

const sheetOf = (rows: string, tail = '') => `<worksheet><sheetData>${rows}</sheetData>${tail}</worksheet>`;

describe('a mark on a cell', () => {
  test.each([
    [
      'its style',
      '<row r="2"><c r="B2" s="1"><v>5</v></c></row>',
      [2, 1],
      '<row r="2"><c r="B2" s="2"><v>5</v></c></row>',
    ],
    ['no style', '<row r="2"><c r="B2"><v>5</v></c></row>', [2, 1], '<row r="2"><c r="B2" s="2"><v>5</v></c></row>'],
    [
      'attributes in another order',
      `<row r='2'><c t='s' s='1' r='B2'><v>5</v></c></row>`,
      [2, 1],
      `<row r='2'><c t='s' s="2" r='B2'><v>5</v></c></row>`,
    ],
    [
      'no address',
      '<row><c><v>1</v></c><c s="1"><v>5</v></c></row>',
      [1, 1],
      '<row><c><v>1</v></c><c s="2"><v>5</v></c></row>',
    ],
    [
      'nothing in it, between others',
      '<row r="2"><c r="A2"/><c r="C2"/></row>',
      [2, 1],
      '<row r="2"><c r="A2"/><c r="B2" s="2"/><c r="C2"/></row>',
    ],
    [
      'nothing in it, behind all others',
      '<row r="2" spans="1:1"><c r="A2"/></row>',
      [2, 3],
      '<row r="2" spans="1:4"><c r="A2"/><c r="D2" s="2"/></row>',
    ],
    ['an empty row', '<row r="2"/>', [2, 0], '<row r="2"><c r="A2" s="2"/></row>'],
    [
      'a row with a style of its own',
      '<row r="2" s="1" customFormat="1"></row>',
      [2, 0],
      '<row r="2" s="1" customFormat="1"><c r="A2" s="2"/></row>',
    ],
    [
      'no row, between others',
      '<row r="1"/><row r="5"/>',
      [3, 0],
      '<row r="1"/><row r="3"><c r="A3" s="2"/></row><row r="5"/>',
    ],
    ['no row, behind all others', '<row r="1"/>', [3, 0], '<row r="1"/><row r="3"><c r="A3" s="2"/></row>'],
  ] as const)('with %s', async (_, rows, [row, column], wanted) => {
    expect(rowsOf(await patched(sheetOf(rows), { tones: tones([row, column, 'error']) }))).toBe(wanted);
  });

  test('under a prefix', async () => {
    const sheet = '<x:worksheet><x:sheetData><x:row r="2"><x:c r="A2"/></x:row></x:sheetData></x:worksheet>';
    expect(rowsOf(await patched(sheet, { tones: tones([2, 1, 'error']) }))).toBe(
      '<x:row r="2"><x:c r="A2"/><x:c r="B2" s="2"/></x:row>',
    );
  });

  test('in the style that its column gives to blank cells', async () => {
    const sheet =
      '<worksheet><cols><col min="2" max="5" style="1" width="9"/></cols><sheetData><row r="2"/></sheetData></worksheet>';
    const styles = new StyleBook(STYLES);
    expect(rowsOf(await patched(sheet, { tones: tones([2, 2, 'error']) }))).toContain(
      `s="${styles.marked(1, 'error')}"`,
    );
  });

  test('is not looked for in comments and CDATA', async () => {
    const rows =
      '<!-- <row r="2"><c r="A2"/></row> --><row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[</row><row r="2">]]></t></is></c></row>';
    expect(rowsOf(await patched(sheetOf(rows), { tones: tones([2, 0, 'error']) }))).toBe(
      rows.replace(/(<c r="A2" t="inlineStr")/, '$1 s="2"'),
    );
  });

  test('whatever the pieces in which the sheet comes', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, row) =>
        `<row r="${row + 1}" spans="1:2"><c r="A${row + 1}" t="inlineStr"><is><t>村${row}</t></is></c><!-- <row r="9"> --><c r="B${row + 1}"/></row>`,
    );
    const sheet = `<?xml version="1.0" encoding="UTF-8"?>\n${sheetOf(rows.join(''), '<pageMargins left="1"/>')}`;
    const marks = { tones: tones([3, 1, 'error'], [17, 4, 'notice'], [40, 0, 'warning'], [55, 0, 'error']) };
    const whole = await patched(sheet, marks);
    expect(whole).toContain('<row r="55"><c r="A55" s=');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (size) => {
        expect(await patched(sheet, marks, { piece: size })).toBe(whole);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the column of findings', () => {
  const findings = {
    index: 2,
    header: '核查结果',
    headerRow: 1,
    lastRow: 9,
    cells: new Map([[2, { text: '错误：一', target: "'问题明细'!A4" }]]),
  };
  const rows = '<row r="1"><c r="A1"/></row><row r="2"><c r="A2"/><c r="C2" s="1"/></row>';

  test('takes the place of a blank cell, header and all', async () => {
    const cell = (address: string, style: number, text: string) =>
      `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    expect(rowsOf(await patched(sheetOf(rows), { findings }))).toBe(
      `<row r="1"><c r="A1"/>${cell('C1', 90, '核查结果')}</row><row r="2"><c r="A2"/>${cell('C2', 92, '错误：一')}</row>`,
    );
  });

  test.each([
    ['', '<autoFilter ref="A1:C9"/>'],
    [
      '<autoFilter ref="A1:B5"><filterColumn colId="0"/></autoFilter>',
      '<autoFilter ref="A1:C9"><filterColumn colId="0"/></autoFilter>',
    ],
    ['<autoFilter ref="E20:F30"/>', '<autoFilter ref="E20:F30"/>'],
    ['<tableParts count="1"><tablePart/></tableParts>', '<autoFilter ref="C1:C9"/>'],
  ])('is filtered: %j becomes %j', async (tail, wanted) => {
    const sheet = await patched(sheetOf(rows, tail), { findings });
    expect(sheet).toContain(wanted);
    expect(sheet.match(/<autoFilter/g)).toHaveLength(1);
  });

  test('stands where the order of a worksheet has its parts', async () => {
    const tail = '<mergeCells/><dataValidations/><pageMargins/><legacyDrawing/><tableParts/>';
    const sheet = await patched(sheetOf(rows, tail), { findings });
    const names = [...sheet.slice(sheet.indexOf('</sheetData>')).matchAll(/<(\w+)/g)].map(([, name]) => name);
    expect(names).toEqual([
      'autoFilter',
      'mergeCells',
      'dataValidations',
      'hyperlinks',
      'hyperlink',
      'pageMargins',
      'legacyDrawing',
      'tableParts',
    ]);
  });

  test.each([
    [
      '<cols><col min="1" max="2" width="9"/></cols>',
      '<cols><col min="1" max="2" width="9"/><col min="3" max="3" width="48" customWidth="1"/></cols>',
    ],
    [
      '<cols><col min="1" max="16384" width="9" style="1"/></cols>',
      '<cols><col min="1" max="2" width="9" style="1"/><col min="3" max="3" width="48" style="1" customWidth="1"/><col min="4" max="16384" width="9" style="1"/></cols>',
    ],
    ['', '<cols><col min="3" max="3" width="48" customWidth="1"/></cols>'],
    [
      '<cols><col min="3" max="16384" width="9" hidden="1"/></cols>',
      '<cols><col min="3" max="3" width="48" hidden="0" customWidth="1"/><col min="4" max="16384" width="9" hidden="1"/></cols>',
    ],
  ])('gets a width of its own: %j becomes %j', async (cols, wanted) => {
    expect(await patched(`<worksheet>${cols}<sheetData>${rows}</sheetData></worksheet>`, { findings })).toContain(
      wanted,
    );
  });
});

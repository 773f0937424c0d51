import { describe, expect, test } from 'vitest';
import {
  open,
  readCells,
  readFirst,
  readSheet,
  relationshipsXml,
  sheetXml,
  stylesXml,
  type WrittenWorkbook,
  workbookEntries,
  workbookFile,
  workbookXml,
} from './workbook-writing.ts';
import { fileOf, writeZip } from './zip-writing.ts';

const one = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** A workbook of three sheets whose parts are named against their order. */
const three: WrittenWorkbook = {
  rows: one,
  workbook: workbookXml([
    ['丙', 'rId7'],
    ['甲', 'rId9', 'state="hidden"'],
    ['乙', 'rId8', 'state="veryHidden"'],
  ]),
  relationships: relationshipsXml([
    ['rId9', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId8', 'worksheet', 'worksheets/sheet2.xml'],
    ['rId7', 'worksheet', 'worksheets/sheet3.xml'],
  ]),
  entries: [2, 3].map((n) => ({
    name: `xl/worksheets/sheet${n}.xml`,
    contents: sheetXml(`<row><c><v>${n}</v></c></row>`),
  })),
};

describe('the sheets of a workbook', () => {
  test('come in the order of the workbook, with their names, and say if they are hidden', async () => {
    const sheets = await open(workbookFile(three));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['丙', false],
      ['甲', true],
      ['乙', true],
    ]);
    expect(await readCells(workbookFile(three))).toEqual({ 1: [3] });
  });

  test('may be charts, dialogues and modules of macros, which have no rows', async () => {
    const file = workbookFile({
      workbook: workbookXml([
        ['图', 'rId2'],
        ['宏', ''],
        ['框', 'rId3'],
        ['表', 'rId1'],
      ]),
      relationships: relationshipsXml([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'chartsheet', 'chartsheets/sheet1.xml'],
        ['rId3', 'dialogsheet', 'dialogsheets/sheet1.xml'],
      ]),
      rows: '<row><c><v>1</v></c></row>',
    });
    const sheets = await Promise.all((await open(file)).map(readSheet));
    expect(sheets.map(({ sheet, rows }) => [sheet.name, rows.length])).toEqual([
      ['图', 0],
      ['宏', 0],
      ['框', 0],
      ['表', 1],
    ]);
  });

  test('have their rows in one place, whatever an extension holds under the same name', async () => {
    const behind = '<extLst><ext><x:sheetData xmlns:x="elsewhere"/></ext></extLst>';
    expect(await readCells(workbookFile({ sheet: sheetXml('<row><c><v>1</v></c></row>', behind) }))).toEqual({
      1: [1],
    });
  });

  test('have their names with entities resolved', async () => {
    const [sheet] = await open(workbookFile({ workbook: workbookXml([['&lt;出生&amp;死亡&gt;', 'rId1']]) }));
    expect(sheet?.name).toBe('<出生&死亡>');
  });

  test.each([
    ['date1904="1"', true],
    ['date1904="true"', true],
    ["date1904='on'", true],
    ['date1904="0"', false],
    ['date1904="false"', false],
    ['', false],
  ])('count days by the workbook: <workbookPr %s>', async (attribute, date1904) => {
    const workbook = workbookXml([['出生', 'rId1']], `<workbookPr ${attribute}/>`);
    const [sheet] = await open(workbookFile({ workbook }));
    expect(sheet?.date1904).toBe(date1904);
  });

  test('ISO dates are counted in the date system of the workbook', async () => {
    const workbook = workbookXml([['出生', 'rId1']], '<workbookPr date1904="1"/>');
    const rows = '<row><c t="d"><v>1904-01-02</v></c></row>';
    expect(await readCells(workbookFile({ workbook, rows }))).toEqual({ 1: [{ serial: 1 }] });
  });
});

describe('the parts of a workbook', () => {
  test('may come in any order', async () => {
    const entries = [...workbookEntries({ rows: one })].reverse();
    expect(await readCells(fileOf('a.xlsx', writeZip(entries)))).toEqual({ 1: [1] });
  });

  test.each([
    '/xl/worksheets/sheet1.xml',
    'worksheets/sheet1.xml',
    './worksheets/../worksheets/sheet1.xml',
    '../xl/worksheets/sheet1.xml',
    'worksheets\\sheet1.xml',
    'Worksheets/Sheet1.xml',
    'work%73heets/sheet1.xml',
  ])('are found at %s', async (target) => {
    const relationships = relationshipsXml([['rId1', 'worksheet', target]]);
    expect(await readCells(workbookFile({ rows: one, relationships }))).toEqual({ 1: [1] });
  });

  test('are found where they are odd', async () => {
    const entries = [
      { name: '_rels/.rels', contents: relationshipsXml([['a', 'officeDocument', '/odd/book.xml']]) },
      { name: 'odd/book.xml', contents: workbookXml([['出生', 'r1']]) },
      {
        name: 'odd/_rels/book.xml.rels',
        contents: relationshipsXml([
          ['r1', 'worksheet', 'x/y.bin'],
          ['r2', 'sharedStrings', '/words'],
        ]),
      },
      { name: 'odd/x/y.bin', contents: sheetXml('<row><c t="s"><v>0</v></c></row>') },
      { name: 'words', contents: '<sst><si><t>甲</t></si></sst>' },
    ];
    expect(await readCells(fileOf('a.xlsx', writeZip(entries)))).toEqual({ 1: ['甲'] });
  });

  test('may be named by prefixes, all of them', async () => {
    const entries = workbookEntries({
      rows: '<row><c s="1"><v>45000</v></c><c t="s"><v>0</v></c></row>',
      formats: ['yyyy-m-d'],
      strings: ['<t>甲</t>'],
    }).map((entry) => ({
      ...entry,
      contents: String(entry.contents)
        .replaceAll('xmlns=', 'xmlns:x=')
        .replace(/<(\/?)(?=[A-Za-z])/g, '<$1x:'),
    }));
    expect(await readCells(fileOf('a.xlsx', writeZip(entries)))).toEqual({ 1: [{ serial: 45000 }, '甲'] });
  });

  test('may be strict', async () => {
    const entries = workbookEntries({ rows: one }).map((entry) => ({
      ...entry,
      contents: String(entry.contents)
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006',
          'http://purl.oclc.org/ooxml/officeDocument',
        )
        .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006', 'http://purl.oclc.org/ooxml/spreadsheetml'),
    }));
    expect(await readCells(fileOf('a.xlsx', writeZip(entries)))).toEqual({ 1: [1] });
  });

  test.each([
    ['UTF-8 with a mark', (xml: string) => Buffer.from(`\uFEFF${xml}`)],
    ['UTF-16, little-endian', (xml: string) => Buffer.from(`\uFEFF${xml}`, 'utf16le')],
    ['UTF-16, big-endian', (xml: string) => Buffer.from(`\uFEFF${xml}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', (xml: string) => Buffer.from(xml, 'utf16le')],
  ])('may be %s', async (_, encode) => {
    const rows = '<row><c t="str"><v>甲𠮷乙</v></c></row>';
    expect(await readCells(workbookFile({ sheet: encode(sheetXml(rows)) }))).toEqual({ 1: ['甲𠮷乙'] });
  });

  test('may be GB18030, if they say so', async () => {
    const xml =
      '<?xml version="1.0" encoding="GB18030"?><worksheet><sheetData><row><c t="str"><v>甲</v></c></row></sheetData></worksheet>';
    const sheet = Buffer.concat(
      xml.split('甲').flatMap((text, i) => [...(i > 0 ? [Buffer.from([0xbc, 0xd7])] : []), Buffer.from(text)]),
    );
    expect(await readCells(workbookFile({ sheet }))).toEqual({ 1: ['甲'] });
  });

  test('need no strings and no styles', async () => {
    const names = new Set(['xl/sharedStrings.xml', 'xl/styles.xml']);
    const entries = workbookEntries({ rows: one }).filter(({ name }) => !names.has(name));
    expect(await readCells(fileOf('a.xlsx', writeZip(entries)))).toEqual({ 1: [1] });
  });
});

describe('what an extension has under the same name', () => {
  const row = '<row><c s="1"><v>44286</v></c></row>';

  test('says nothing of the system of dates', async () => {
    const properties = '<workbookPr date1904="1"/>';
    const workbook = workbookXml([['出生', 'rId1']], properties).replace(
      '</workbook>',
      '<extLst><ext><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>',
    );
    const [sheet] = await open(workbookFile({ workbook, rows: row }));
    expect(sheet?.date1904).toBe(true);
  });

  test('a format of conditional formatting is none of cells', async () => {
    const styles = stylesXml(['yyyy-mm-dd']).replace(
      '</styleSheet>',
      '<dxfs><dxf><numFmt numFmtId="200" formatCode="0.00"/></dxf></dxfs></styleSheet>',
    );
    const entries = [{ name: 'xl/styles.xml', contents: styles }];
    expect(await readCells(workbookFile({ rows: row, entries }))).toEqual({ 1: [{ serial: 44286 }] });
  });
});

describe('what stands around the rows', () => {
  test('merged ranges and hidden columns are known before the first row', async () => {
    const before =
      '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/><col min="9" max="2147483647" hidden="true"/></cols>';
    const behind =
      '<mergeCells count="3"><mergeCell ref="A2:A9"/><mergeCell ref="$D$5:$B$1"/><mergeCell ref="C3"/></mergeCells>';
    const [sheet] = await open(workbookFile({ sheet: sheetXml(one, behind, before) }));
    expect(sheet?.merges).toEqual([
      { top: 2, left: 0, bottom: 9, right: 0 },
      { top: 1, left: 1, bottom: 5, right: 3 },
    ]);
    expect(sheet?.hiddenColumns).toEqual([
      { first: 1, last: 2 },
      { first: 8, last: 16_383 },
    ]);
  });

  test('a merged range over the whole sheet stays a range', async () => {
    const behind = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const [sheet] = await open(workbookFile({ sheet: sheetXml(one, behind) }));
    expect(sheet?.merges).toEqual([{ top: 1, left: 0, bottom: 1_048_576, right: 16_383 }]);
  });

  test.each(['A0:B2', 'A1:XFE2', 'A1:B1048577', 'x', ''])('a merged range “%s” is refused', async (reference) => {
    const sheet = sheetXml(one, `<mergeCells><mergeCell ref="${reference}"/></mergeCells>`);
    await expect(open(workbookFile({ sheet }))).rejects.toThrow(/merged range/);
  });

  test('text that looks like a merged range is text', async () => {
    const rows = '<row><c t="str"><v>&lt;mergeCell ref="A1:A2"/&gt;</v></c></row>';
    const [sheet] = await open(workbookFile({ rows }));
    expect(sheet?.merges).toEqual([]);
  });

  test('a sheet without rows has none', async () => {
    for (const sheet of ['<worksheet><sheetData/></worksheet>', '<worksheet></worksheet>']) {
      const { rows } = await readFirst(workbookFile({ sheet }));
      expect(rows).toEqual([]);
    }
  });
});

describe('a workbook is refused', () => {
  test.each<[string, WrittenWorkbook, RegExp]>([
    ['whose sheet is not there', { relationships: relationshipsXml([]) }, /“出生” is listed/],
    ['whose sheet is no sheet', { sheet: '<chartsheet/>' }, /no worksheet/],
    ['whose sheet is no XML', { sheet: 'hello' }, /XML is empty/],
    [
      'whose sheet is cut off',
      { sheet: '<worksheet><sheetData><row r="1"><c><v>1</v></c></row></sheetData>' },
      /breaks off/,
    ],
    ['whose tags do not pair', { sheet: '<worksheet></a></a><sheetData/></worksheet>' }, /breaks off/],
    [
      'whose strings are cut off',
      { entries: [{ name: 'xl/sharedStrings.xml', contents: '<sst><si><t>a' }] },
      /breaks off/,
    ],
    [
      'whose sheets share their contents',
      {
        workbook: workbookXml([
          ['出生', 'rId1'],
          ['又', 'rId1'],
        ]),
      },
      /one and the same contents/,
    ],
    ['that is a document', { workbook: '<w:document xmlns:w="w"><w:body/></w:document>' }, /holds no workbook/],
    [
      'whose sheet describes too many columns',
      { sheet: sheetXml('', '', `<cols>${'<col/>'.repeat(16_385)}</cols>`) },
      /16384 columns/,
    ],
    [
      'whose rows stand in two places',
      { sheet: sheetXml('', '<sheetData><row><c><v>1</v></c></row></sheetData>') },
      /rows stand in two places/,
    ],
    [
      'with too many formats',
      { entries: [{ name: 'xl/styles.xml', contents: `<a><cellXfs>${'<xf/>'.repeat(1_000_001)}</cellXfs></a>` }] },
      /a million formats/,
    ],
    [
      'with too many relationships',
      { relationships: `<R>${'<Relationship Target="a"/>'.repeat(100_001)}</R>` },
      /more than 100000 relationships/,
    ],
    ['whose workbook has a DOCTYPE', { workbook: '<!DOCTYPE workbook><workbook/>' }, /DOCTYPE/],
  ])('%s', async (_, written, message) => {
    await expect(readFirst(workbookFile(written))).rejects.toThrow(message);
  });

  test.each([
    ['no workbook', [{ name: 'a.txt', contents: 'a' }], /holds no workbook/],
    [
      'a binary workbook',
      [
        { name: '_rels/.rels', contents: relationshipsXml([['a', 'officeDocument', 'xl/workbook.bin']]) },
        { name: 'xl/workbook.bin', contents: 'a' },
      ],
      /binary workbook/,
    ],
  ])('that is %s', async (_, entries, message) => {
    await expect(open(fileOf('a.xlsx', writeZip(entries)))).rejects.toThrow(message);
  });
});

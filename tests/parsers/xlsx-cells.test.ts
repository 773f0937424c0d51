import { describe, expect, test } from 'vitest';
import { type RawCell, UNCACHED } from '../../src/model/sheet.ts';
import { readCells, readFirst, sheetXml, type WrittenWorkbook, workbookFile } from './workbook-writing.ts';

const shared: WrittenWorkbook = { strings: ['<t>甲</t>', '<t></t>'], formats: ['yyyy"年"m"月"'] };

async function cellOf(cell: string, written: WrittenWorkbook = shared): Promise<RawCell | undefined> {
  const cells = await readCells(workbookFile({ ...written, rows: `<row r="1">${cell}</row>` }));
  return cells[1]?.[0] ?? null;
}

describe('a cell in the common spelling, and in any other', () => {
  test.each<[string, string, RawCell]>([
    ['a whole number', '<c r="A1"><v>42</v></c>', 42],
    ['a decimal', '<c r="A1"><v>12.34</v></c>', 12.34],
    ['a small decimal', '<c r="A1"><v>0.1</v></c>', 0.1],
    ['a negative number', '<c r="A1"><v>-7.5</v></c>', -7.5],
    ['a number with an exponent', '<c r="A1"><v>1.10101E+17</v></c>', 110101000000000000],
    ['17 digits', '<c r="A1"><v>0.30000000000000004</v></c>', 0.1 + 0.2],
    ['a type said in full', '<c r="A1" t="n"><v>1</v></c>', 1],
    ['spaces around a number', '<c r="A1"><v> 5 </v></c>', 5],
    ['a date', '<c r="A1" s="1"><v>45000</v></c>', { serial: 45000 }],
    ['a date with a time', '<c r="A1" s="1"><v>45000.5</v></c>', { serial: 45000.5 }],
    ['a shared string', '<c r="A1" t="s"><v>0</v></c>', '甲'],
    ['an empty shared string', '<c r="A1" t="s"><v>1</v></c>', null],
    ['a string of a formula', '<c r="A1" t="str"><f>A2</f><v>乙</v></c>', '乙'],
    ['an empty string of a formula', '<c r="A1" t="str"><f>A2</f><v></v></c>', null],
    ['a number of a formula', '<c r="A1"><f>1+1</f><v>2</v></c>', 2],
    ['a date of a formula', '<c r="A1" s="1"><f>TODAY()</f><v>45000</v></c>', { serial: 45000 }],
    ['a formula never calculated', '<c r="A1"><f>1+1</f></c>', UNCACHED],
    ['a formula never calculated, with an empty value', '<c r="A1"><f>1+1</f><v></v></c>', UNCACHED],
    ['a formula never calculated, with an empty tag', '<c r="A1"><f>1+1</f><v/></c>', UNCACHED],
    ['a shared formula never calculated', '<c r="A1"><f t="shared" si="0"/></c>', UNCACHED],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false],
    ['true in words', '<c r="A1" t="b"><v>true</v></c>', true],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { error: '#N/A' }],
    ['an error of a formula', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', { error: '#DIV/0!' }],
    ['no number, as a program writes it', '<c r="A1"><v>NaN</v></c>', { error: '#NUM!' }],
    ['a number beyond all', '<c r="A1"><f>1/0</f><v>INF</v></c>', { error: '#NUM!' }],
    ['a blank in place of a number', '<c r="A1"><v> </v></c>', null],
    ['an ISO date', '<c r="A1" t="d"><v>2023-03-15</v></c>', { serial: 45000 }],
    ['an ISO moment', '<c r="A1" t="d"><v>2023-03-15T12:00:00Z</v></c>', { serial: 45000.5 }],
    ['an ISO time, which is no day', '<c r="A1" t="d"><v>06:00:00</v></c>', 0.25],
    ['an inline string', '<c r="A1" t="inlineStr"><is><t>丙</t></is></c>', '丙'],
    ['an inline string in runs', '<c r="A1" t="inlineStr"><is><r><t>丙</t></r><r><t>丁</t></r></is></c>', '丙丁'],
    [
      'an inline string with a guide',
      '<c r="A1" t="inlineStr"><is><t>东</t><rPh sb="0" eb="1"><t>ひがし</t></rPh></is></c>',
      '东',
    ],
    ['an inline string in CDATA', '<c r="A1" t="inlineStr"><is><t><![CDATA[a<b&amp;]]></t></is></c>', 'a<b&amp;'],
    ['an inline string without a type', '<c r="A1"><is><t>丙</t></is></c>', '丙'],
    ['a string value under an inline type', '<c r="A1" t="inlineStr"><v>丙</v></c>', '丙'],
    ['an empty styled cell', '<c r="A1" s="1"/>', null],
    ['an empty cell with a closing tag', '<c r="A1" s="1"></c>', null],
    ['an unknown style', '<c r="A1" s="99"><v>1</v></c>', 1],
  ])('%s', async (_, cell, value) => {
    expect(await cellOf(cell)).toEqual(value);
  });

  test.each([
    ['attributes in another order', '<c t="s" s="0" r="A1"><v>0</v></c>'],
    ['single quotes', "<c r='A1' t='s'><v>0</v></c>"],
    ['white space in the tags', '<c  r="A1"\n\tt = "s" ><v >0</v ></c >'],
    ['white space between the tags', '\n <c r="A1" t="s">\n  <v>0</v>\n </c>\n'],
    ['a comment between', '<!-- x --><c r="A1" t="s"><!-- y > --><v>0<!-- z --></v></c>'],
    ['a value in CDATA', '<c r="A1" t="s"><v><![CDATA[0]]></v></c>'],
    ['a foreign attribute', '<c xmlns:r="r" r="A1" xr:t="n" t="s" ph="1" cm="1"><v>0</v></c>'],
    ['a prefix', '<x:c r="A1" t="s"><x:v>0</x:v></x:c>'],
    ['an extension', '<c r="A1" t="s"><v>0</v><extLst><ext uri="u"><v>9</v></ext></extLst></c>'],
  ])('%s', async (_, cell) => {
    expect(await cellOf(cell)).toBe('甲');
  });

  test.each([
    ['entities', '&lt;甲&amp;&quot;乙&quot;&apos;&gt;', '<甲&"乙"\'>'],
    ['numbered entities', '&#x7532;&#20057;&#x20BB7;', '甲乙𠮷'],
    ['an escaped carriage return', 'a_x000D_\nb', 'a\r\nb'],
    ['an escaped escape', 'a_x005F_x000D_b', 'a_x000D_b'],
    ['two escapes of one character', '_xD842__xDFB7_', '𠮷'],
    ['what only looks like an escape', '_x00_ _xyz1_', '_x00_ _xyz1_'],
    ['line ends as XML has them', 'a\r\nb\rc', 'a\nb\nc'],
    ['a numbered carriage return', 'a&#13;\nb', 'a\r\nb'],
    ['white space at the ends', '  a ', '  a '],
  ])('text with %s, shared or inline', async (_, text, value) => {
    expect(await cellOf('<c t="s"><v>0</v></c>', { strings: [`<t xml:space="preserve">${text}</t>`] })).toBe(value);
    expect(await cellOf(`<c t="inlineStr"><is><t>${text}</t></is></c>`)).toBe(value);
    expect(await cellOf(`<c t="str"><f>A2</f><v>${text}</v></c>`)).toBe(value);
  });

  test.each([
    ['runs', '<r><rPr><b/></rPr><t>甲</t></r><r><t>乙</t></r>', '甲乙'],
    ['runs behind plain text', '<t>甲</t><r><t>乙</t></r>', '甲乙'],
    ['a phonetic guide', '<t>东</t><rPh sb="0" eb="1"><t>ひがし</t></rPh><phoneticPr fontId="1"/>', '东'],
    ['CDATA', '<t><![CDATA[<甲>]]>乙</t>', '<甲>乙'],
    ['nothing in it', '', null],
    ['an empty tag', '<t/>', null],
  ])('a shared string with %s', async (_, string, value) => {
    expect(await cellOf('<c t="s"><v>0</v></c>', { strings: [string] })).toBe(value);
  });

  test('an empty shared string in an empty tag takes its number', async () => {
    const entries = [{ name: 'xl/sharedStrings.xml', contents: '<sst><si/><si><t>乙</t></si></sst>' }];
    expect(await cellOf('<c t="s"><v>1</v></c>', { entries })).toBe('乙');
  });
});

describe('rows and columns', () => {
  test('rows and cells that do not say where they are follow each other', async () => {
    const rows =
      '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>';
    expect(await readCells(workbookFile({ rows }))).toEqual({
      1: [1, null, 2],
      4: [null, null, 3, 4],
      5: [5],
    });
  });

  test('rows without a value are not handed on, and shift no number', async () => {
    const rows =
      '<row r="1"/><row r="2"><c r="A2" s="1"/></row><row r="3"><c r="A3"><v>1</v></c></row><row r="4"></row>';
    expect(await readCells(workbookFile({ rows }))).toEqual({ 3: [1] });
  });

  test('hidden rows say so, in any spelling', async () => {
    const rows = ['1', 'true', '0', 'false']
      .map((hidden, i) => `<row r="${i + 1}" hidden="${hidden}"><c><v>1</v></c></row>`)
      .join('');
    const { rows: read } = await readFirst(workbookFile({ rows }));
    expect(read.map(({ hidden }) => hidden)).toEqual([true, true, false, false]);
  });

  test.each([
    ['plain', '<row r="2">'],
    ['with what else programs write', '<row r="2" spans="1:20" ht="14.25" customHeight="1" x14ac:dyDescent="0.2">'],
    ['with a bracket in an attribute', '<row r="2" spans="1>2">'],
    ['with single quotes', "<row r='2' spans='1>2'>"],
    ['with its number behind', '<row spans="1:1" r="2">'],
    ['with a prefix', '<x:row xmlns:x="urn:x" r="2">'],
    ['hidden', '<row r="2" hidden="1">'],
    ['hidden, among other things', '<row r="2" spans="1:1" hidden=\'true\' ht="14">'],
  ])('a row begins in any spelling: %s', async (spelling, tag) => {
    const end = tag.startsWith('<x:') ? '</x:row>' : '</row>';
    const { rows } = await readFirst(
      workbookFile({ rows: `<row r="1"><c r="A1"><v>1</v></c></row>${tag}<c r="A2"><v>2</v></c>${end}` }),
    );
    const hidden = spelling.startsWith('hidden');
    expect(rows).toEqual([
      { number: 1, cells: [1], hidden: false },
      { number: 2, cells: [2], hidden },
    ]);
  });

  test.each([
    ['a number that is none', '<row r="x">'],
    ['no number', '<row r="0">'],
    ['a number used before', '<row r="1">'],
  ])('a row with %s is refused', async (_, tag) => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c></row>${tag}<c><v>2</v></c></row>`;
    await expect(readFirst(workbookFile({ rows }))).rejects.toThrow(/damaged/);
  });

  test.each([1, 1_000])('what stands behind %i rows full of the letter looked for is found', async (count) => {
    const row = (_: unknown, i: number) =>
      `<row r="${i + 1}"><c t="str"><v>${'h</sheetDat'.replace('<', '&lt;')}</v></c></row>`;
    const behind = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>';
    const sheetPart = sheetXml(Array.from({ length: count }, row).join(''), behind);
    const { sheet, rows } = await readFirst(workbookFile({ sheet: sheetPart }));
    expect(rows).toHaveLength(count);
    expect(sheet.merges).toEqual([{ top: 1, left: 0, bottom: 2, right: 0 }]);
  });

  test('a cell far to the right costs no cells before it', async () => {
    const { rows } = await readFirst(workbookFile({ rows: '<row><c r="XFD1"><v>1</v></c></row>' }));
    expect(rows[0]?.cells.length).toBe(16_384);
    expect(Object.keys(rows[0]?.cells ?? [])).toEqual(['16383']);
  });

  test('the last row and the last column there are can be used', async () => {
    const { rows } = await readFirst(workbookFile({ rows: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }));
    expect(rows[0]?.number).toBe(1_048_576);
  });

  test('the rows of a sheet can be read again', async () => {
    const { sheet, rows } = await readFirst(workbookFile({ rows: '<row><c><v>1</v></c></row>' }));
    for await (const batch of sheet.rows()) expect(batch.rows).toEqual(rows);
  });
});

describe('a sheet is refused, naming the cell', () => {
  test.each<[string, string, RegExp]>([
    [
      'a shared string that does not exist',
      '<row><c r="A1" t="s"><v>2</v></c></row>',
      /“出生”.*near A1.*shared string/,
    ],
    ['a shared string of no number', '<row><c r="A1" t="s"><v>x</v></c></row>', /near A1.*shared string/],
    ['a number that is none', '<row r="7"><c r="C7"><v>12a</v></c></row>', /near C7/],
    ['a number in hexadecimal', '<row><c><v>0x10</v></c></row>', /near A1/],
    ['a number beyond all numbers', '<row><c><v>1e999</v></c></row>', /near A1/],
    ['a truth value that is none', '<row><c t="b"><v>2</v></c></row>', /near A1/],
    ['a day that does not exist', '<row><c t="d"><v>2025-02-30</v></c></row>', /near A1/],
    ['a type that does not exist', '<row><c t="zz"><v>1</v></c></row>', /near A1/],
    ['an entity of its own', '<row><c t="str"><v>&xxe;</v></c></row>', /entity/],
    ['rows out of order', '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>', /row 1 .*out of order/],
    ['a row twice', '<row r="1"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>', /row 1 /],
    ['row 0', '<row r="0"><c><v>1</v></c></row>', /row 0 /],
    ['a cell twice', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>', /row 1 /],
    [
      'a cell twice, another between them',
      '<row r="1"><c r="C1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row>',
      /row 1 /,
    ],
    ['two values in one cell', '<row><c><v>1</v><v>2</v></c></row>', /near A1.*two values/],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>', /another row/],
    ['a row beyond the last', '<row r="1048577"><c><v>1</v></c></row>', /1048576/],
    ['a column beyond the last', '<row r="1"><c r="XFE1"><v>1</v></c></row>', /column 16384/],
    ['a column beyond the last, by counting', '<row r="1"><c r="XFD1"/><c><v>1</v></c></row>', /column 16384/],
    ['a reference that is none', '<row><c r="__proto__"><v>1</v></c></row>', /reference/],
    ['a row that never ends', '<row><c><v>1</v></c>', /breaks off/],
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "c">]><row/>', /DOCTYPE/],
  ])('%s', async (_, rows, message) => {
    const reading = readFirst(workbookFile({ ...shared, rows }));
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toHaveProperty('name', 'UsageError');
  });

  test('cells out of order are put in order', async () => {
    const rows = '<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>';
    expect(await readCells(workbookFile({ rows }))).toEqual({ 1: [1, null, 3] });
  });

  test('bytes that are no UTF-8 are not guessed at; the mark of replacement itself is text', async () => {
    for (const [before, behind] of [
      ['', ''],
      ['<![CDATA[', ']]>'],
    ]) {
      const bad = Buffer.from(`<sst><si><t>${before}\u0001${behind}</t></si></sst>`);
      bad[bad.indexOf(1)] = 0xff;
      const file = workbookFile({ entries: [{ name: 'xl/sharedStrings.xml', contents: bad }] });
      await expect(readFirst(file)).rejects.toThrow(/not UTF-8/);
    }
    expect(await cellOf('<c t="s"><v>0</v></c>', { strings: ['<t>\uFFFD</t>'] })).toBe('\uFFFD');
  });
});

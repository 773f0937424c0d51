import { describe, expect, test } from 'vitest';
import { type RawCell, type Sheet, UNCACHED } from '../../src/model/sheet.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { ContentOutline } from '../../src/parsers/ods/content-outline.ts';
import { Element } from '../../src/parsers/ods/element.ts';
import { Names } from '../../src/parsers/ods/names.ts';
import { ParagraphText } from '../../src/parsers/ods/paragraph-text.ts';
import { TableRows } from '../../src/parsers/ods/table-rows.ts';
import { WordCache } from '../../src/parsers/ods/word-cache.ts';
import { openSheets } from '../../src/parsers/open.ts';
import { refusalOf } from '../../src/parsers/refusal.ts';
import { blankMarkup, readMarkup } from '../../src/parsers/xml/markup.ts';
import { cellXml, contentXml, documentFile, NAMESPACES, rowXml, tableXml, textXml } from './ods-writing.ts';
import { open, readCells, readFirst, readSheet } from './workbook-writing.ts';
import { fileOf } from './zip-writing.ts';

const sheetOf = (rows: string) => documentFile({ body: tableXml(rows) });

/** A cell as it is read, with one behind it that is not moved. */
async function readCell(cell: string): Promise<RawCell | undefined> {
  const cells = (await readCells(sheetOf(rowXml(cell + textXml('behind')))))[1];
  expect(cells?.[1]).toBe('behind');
  return cells?.[0];
}

const paragraph = '<text:p>shown</text:p>';

describe('a cell has the value that it states', () => {
  test.each<[string, string, RawCell]>([
    ['a number', 'office:value-type="float" office:value="2"', 2],
    ['a small number', 'office:value-type="float" office:value="-1.5E-3"', -0.0015],
    ['a percentage', 'office:value-type="percentage" office:value="0.5"', 0.5],
    ['a sum of money', 'office:value-type="currency" office:currency="CNY" office:value="-12.50"', -12.5],
    ['a truth value', 'office:value-type="boolean" office:boolean-value="true"', true],
    ['a falsehood', 'office:value-type="boolean" office:boolean-value="false"', false],
    [
      'a truth value out of another format',
      'table:formula="of:=TRUE()" office:value-type="float" office:value="1"',
      true,
    ],
    ['a text', 'office:value-type="string" office:string-value="a&amp;b"', 'a&b'],
    ['a time', 'office:value-type="time" office:time-value="PT06H00M00S"', 0.25],
    ['a time of more than a day', 'office:value-type="time" office:time-value="PT36H15M00.000S"', 36.25 / 24],
    ['a time before', 'office:value-type="time" office:time-value="-P1DT12H"', -1.5],
    ['a formula', 'table:formula="of:=1+1" office:value-type="float" office:value="2"', 2],
    ['no number', 'office:value-type="float" office:value="12abc"', '12abc'],
    ['a number in single quotes', "office:value-type='float' office:value='7'", 7],
    ['a number with spaces around the signs', 'office:value-type = "float"\n office:value\t=  "7" ', 7],
  ])('%s', async (_, attributes, value) => {
    expect(await readCell(`<table:table-cell ${attributes}/>`)).toEqual(value);
    expect(await readCell(cellXml(attributes, paragraph))).toEqual(value);
  });

  test.each<[string, RawCell]>([
    ['2025-04-01', { serial: 45748 }],
    ['2025-04-01T12:00:00', { serial: 45748.5 }],
    ['1900-03-01', { serial: 61 }],
    ['1900-02-28', { serial: 59 }],
    ['1900-01-01', { serial: 1 }],
    ['1899-12-30', { serial: 0 }],
    ['1899-12-29', '1899-12-29'],
    ['0025-04-01', '0025-04-01'],
    ['0099-04-01', '0099-04-01'],
    ['2025-02-30', '2025-02-30'],
    ['2025-13-01', '2025-13-01'],
    ['125-04-01', '125-04-01'],
  ])('the day %s', async (day, value) => {
    expect(await readCell(`<table:table-cell office:value-type="date" office:date-value="${day}"/>`)).toEqual(value);
  });
});

describe('a cell that states no value has the text it shows', () => {
  test.each<[string, string, RawCell]>([
    ['as it stands', '<text:p>一</text:p>', '一'],
    ['of several paragraphs', '<text:p>一</text:p><text:p/><text:p>二</text:p>', '一\n\n二'],
    ['with spaces', '<text:p>a <text:s text:c="2"/>b<text:s/>c</text:p>', 'a   b c'],
    ['with other white space', '<text:p>a<text:tab/>b<text:line-break/>c</text:p>', 'a\tb\nc'],
    ['laid out in lines', '<text:p>\n  a\n  b</text:p>', 'a b'],
    ['in pieces', '<text:p>a<text:span>b<text:a>c</text:a></text:span>d</text:p>', 'abcd'],
    ['with a comment in it', '<text:p>a<!-- no -->b</text:p>', 'ab'],
    ['written as it is', '<text:p><![CDATA[<b>&amp;]]></text:p>', '<b>&amp;'],
    ['with entities', '<text:p>&lt;&#x4e00;&#65;</text:p>', '<一A'],
    ['without its note', '<office:annotation><text:p>note</text:p></office:annotation><text:p>a</text:p>', 'a'],
    [
      'without a note in its text',
      '<text:p>a<office:annotation><text:p>x</text:p></office:annotation>b</text:p>',
      'ab',
    ],
    [
      'without its phonetic guide',
      '<text:p><text:ruby-base>a</text:ruby-base><text:ruby-text>x</text:ruby-text></text:p>',
      'a',
    ],
    ['nothing', '', null],
    ['an empty paragraph', '<text:p></text:p>', null],
  ])('%s', async (_, contents, value) => {
    expect((await readCell(cellXml('', contents))) ?? null).toEqual(value);
    expect((await readCell(cellXml('office:value-type="string"', contents))) ?? null).toEqual(value);
  });

  test('also where it is of another type', async () => {
    expect(await readCell(cellXml('office:value-type="float"', '<text:p>5</text:p>'))).toBe('5');
  });
});

describe('formulas', () => {
  test.each<[string, string, string, RawCell]>([
    ['without anything', '', '', UNCACHED],
    ['of a type, without a value', 'office:value-type="float"', '', UNCACHED],
    ['with an empty paragraph', '', '<text:p/>', null],
    ['that give an empty text', 'office:value-type="string" office:string-value=""', '<text:p/>', null],
    ['that give an empty text and show none', 'office:value-type="string"', '', null],
    ['that give a text', 'office:value-type="string" office:string-value="a"', '<text:p>a</text:p>', 'a'],
    ['that show a text', '', '<text:p>a</text:p>', 'a'],
  ])('%s', async (_, attributes, contents, value) => {
    expect((await readCell(cellXml(`table:formula="of:=A1" ${attributes}`, contents))) ?? null).toEqual(value);
  });

  const failed = 'table:formula="of:=X()" office:value-type="string" office:string-value="" calcext:value-type="error"';

  test.each(['#DIV/0!', 'Err:502', '#NAME?', '#名称?'])('that have failed: %s', async (error) => {
    expect(await readCell(cellXml(failed, `<text:p>${error}</text:p>`))).toEqual({ error });
  });

  test.each(['office:value-type="float" office:value="0"', 'office:value-type="string" office:string-value=""'])(
    'that have failed in a program that has no type for it: %s',
    async (attributes) => {
      const cell = cellXml(`table:formula="of:=X()" ${attributes}`, '<text:p>#DIV/0!</text:p>');
      expect(await readCell(cell)).toEqual({ error: '#DIV/0!' });
    },
  );

  test('a typed text that looks like an error is text', async () => {
    expect(await readCell(textXml('#N/A'))).toBe('#N/A');
  });
});

describe('rows and columns', () => {
  const x = textXml('x');

  test('that are repeated keep the numbers of those behind', async () => {
    const rows = `${rowXml(x)}<table:table-row table:number-rows-repeated="3"/>${rowXml(
      `<table:table-cell table:number-columns-repeated="2"/><table:covered-table-cell/>${textXml('y', 'table:number-columns-repeated="2"')}`,
      'table:number-rows-repeated="2"',
    )}${rowXml(x)}`;
    const y = [null, null, null, 'y', 'y'];
    expect(await readCells(sheetOf(rows))).toEqual({ 1: ['x'], 5: y, 6: y, 7: ['x'] });
  });

  test('stand in groups and headers too', async () => {
    const rows = `<table:table-header-rows>${rowXml(x)}</table:table-header-rows><table:table-row-group><table:table-row-group>${rowXml(x)}</table:table-row-group>${rowXml(x)}</table:table-row-group>`;
    expect(Object.keys(await readCells(sheetOf(rows)))).toEqual(['1', '2', '3']);
  });

  test('may be hidden, alone and in groups', async () => {
    const rows = `<table:table-column-group table:display="false"><table:table-column/></table:table-column-group><table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="99999"/>${rowXml(x)}${rowXml(x, 'table:visibility="filter"')}<table:table-row-group table:display="false">${rowXml(x)}</table:table-row-group>${rowXml(x, 'table:visibility="visible"')}`;
    const { sheet, rows: read } = await readFirst(sheetOf(rows));
    expect(read.map(({ hidden }) => hidden)).toEqual([false, true, true, false]);
    expect(sheet.hiddenColumns).toEqual([
      { first: 0, last: 0 },
      { first: 2, last: 16_383 },
    ]);
  });

  test('may be merged, and what is covered is read', async () => {
    const rows = `${rowXml(textXml('x', 'table:number-rows-spanned="2" table:number-columns-spanned="3"'))}${rowXml(
      `<table:covered-table-cell office:value-type="string"><text:p>y</text:p></table:covered-table-cell>`,
    )}${rowXml(textXml('z', 'table:number-columns-spanned="2"'), 'table:number-rows-repeated="2"')}`;
    const { sheet, rows: read } = await readFirst(sheetOf(rows));
    expect(sheet.merges).toEqual([
      { top: 1, left: 0, bottom: 2, right: 2 },
      { top: 3, left: 0, bottom: 3, right: 1 },
      { top: 4, left: 0, bottom: 4, right: 1 },
    ]);
    expect(read.map(({ cells }) => cells)).toEqual([['x'], ['y'], ['z'], ['z']]);
  });
});

describe('sheets', () => {
  const table = (name: string, more = '') => tableXml(rowXml(textXml(name)), `table:name="${name}" ${more}`);
  const opened = async (body: string, styles = '') => {
    const sheets: readonly Sheet[] = await open(documentFile({ body, styles }));
    return Promise.all(sheets.map(async (sheet) => [sheet.name, sheet.hidden, (await readSheet(sheet)).rows.length]));
  };

  test('have their names, and may be hidden', async () => {
    const hidden =
      '<style:style style:name="t" style:family="table"><style:table-properties table:display="false"/></style:style>';
    expect(await opened(table('a&amp;b', 'table:style-name="t"') + table('c', 'table:style-name="u"'), hidden)).toEqual(
      [
        ['a&b', true, 1],
        ['c', false, 1],
      ],
    );
  });

  test('may bear one name', async () => {
    const [first, second] = await open(documentFile({ body: table('a') + tableXml('', 'table:name="a"') }));
    expect([first, second].map((sheet) => sheet?.name)).toEqual(['a', 'a']);
    expect(await opened(table('a') + tableXml('', 'table:name="a"'))).toEqual([
      ['a', false, 1],
      ['a', false, 0],
    ]);
  });

  test('may hold nothing', async () => {
    expect(await opened('<table:table table:name="a"/>')).toEqual([['a', false, 0]]);
  });

  test.each([
    ['links to other programs', `<table:dde-links><table:dde-link>${table('b')}</table:dde-link></table:dde-links>`],
    ['links without a name', '<table:dde-links><table:dde-link><table:table/></table:dde-link></table:dde-links>'],
    ['recorded changes', `<table:tracked-changes>${table('b')}</table:tracked-changes>`],
  ])('are none in %s', async (_, other) => {
    expect(await opened(table('a') + other)).toEqual([['a', false, 1]]);
  });

  test('are none within a cell', async () => {
    const rows = rowXml(cellXml('', table('b')) + textXml('c')) + rowXml(textXml('d'));
    expect(await opened(tableXml(rows))).toEqual([['出生', false, 2]]);
    expect(await readCells(sheetOf(rows))).toEqual({ 1: [null, 'c'], 2: ['d'] });
  });

  test('more sheets than a package may have entries are refused', async () => {
    const many = documentFile({ body: '<table:table/>'.repeat(10) });
    await expect(readFirst(many, { entries: 10 })).resolves.toBeDefined();
    await expect(readFirst(many, { entries: 9 })).rejects.toThrow('--limit entries');
  });

  test.each([
    ['1904-01-01', true, 44286],
    ['1904-1-1', true, 44286],
    ['1899-12-30', false, 45748],
  ])('count their days from %s', async (day, date1904, serial) => {
    const settings = `<table:calculation-settings><table:null-date table:date-value="${day}"/></table:calculation-settings>`;
    const rows = rowXml('<table:table-cell office:value-type="date" office:date-value="2025-04-01"/>');
    const { sheet, rows: read } = await readFirst(documentFile({ body: settings + tableXml(rows) }));
    expect([sheet.date1904, read[0]?.cells]).toEqual([date1904, [{ serial }]]);
  });
});

describe('the prefixes of names', () => {
  const cell = 'office:value-type="float" office:value="7"';
  const body = tableXml(rowXml(`<table:table-cell ${cell}/>`));

  test.each([
    ['are those of the document', (xml: string) => xml.replace(/(?<=[</ ]|\sxmlns:)(office|table)(?=[:=])/g, 'my-$1')],
    ['may be left out', (xml: string) => xml.replace('xmlns:table=', 'xmlns=').replaceAll(/(<\/?)table:/g, '$1')],
    ['may be undeclared', (xml: string) => xml.replace(NAMESPACES, '')],
  ])('%s', async (_, change) => {
    const contents = change(contentXml({ body }));
    expect(contents).not.toBe(contentXml({ body }));
    expect(await readCells(documentFile({ body, entries: [{ name: 'content.xml', contents }] }))).toEqual({ 1: [7] });
  });

  test.each([
    ['another namespace', 'xmlns:foo="x" foo:value="9" office:value-type="float" office:value="7"'],
    [
      'a namespace of its own',
      'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" o:value-type="float" o:value="7"',
    ],
    ['no namespace', `value="9" ${cell}`],
  ])('tell an attribute from one of %s', async (_, attributes) => {
    expect(await readCell(`<table:table-cell ${attributes}/>`)).toBe(7);
    expect(await readCell(cellXml(attributes, paragraph))).toBe(7);
  });

  test('mean what is declared only as far as it reaches', async () => {
    const rows = rowXml(`<table:table-cell xmlns:office="x" ${cell}/><table:table-cell ${cell}/>`);
    expect(await readCells(sheetOf(rows))).toEqual({ 1: [null, 7] });
  });
});

describe('the package', () => {
  const body = tableXml(rowXml(textXml('一')));
  const xml = contentXml({ body });

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${xml}`)],
    ['UTF-16', Buffer.from(`\uFEFF${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
  ])('may be written in %s', async (_, contents) => {
    expect(await readCells(documentFile({ body, entries: [{ name: 'content.xml', contents }] }))).toEqual({
      1: ['一'],
    });
  });

  test('is not locked where its manifest lists a file called like what says so', async () => {
    const contents = '<m:file-entry m:full-path="Pictures/encryption-data.png"/>';
    const entries = [{ name: 'META-INF/manifest.xml', contents }];
    expect(await readCells(documentFile({ body: tableXml(rowXml(textXml('一'))), entries }))).toEqual({ 1: ['一'] });
  });

  test.each([
    ['a new way', { name: 'encrypted-package', contents: 'x' }, /password/],
    ['the usual way', { name: 'META-INF/manifest.xml', contents: '<m:encryption-data/>' }, /password/],
    [
      'no way, but a text',
      { name: 'content.xml', contents: xml.replaceAll('office:spreadsheet', 'office:text') },
      /no spreadsheet/,
    ],
    ['no way, but cut short', { name: 'content.xml', contents: xml.slice(0, -20) }, /damaged/],
    ['no way, but with a wrong checksum', { name: 'content.xml', contents: xml, crc: 1 }, /damaged/],
  ])('is refused where it is locked %s', async (_, entry, message) => {
    const file = documentFile({ body, entries: [entry] });
    const bytes = Buffer.from(await file.source.slice(0, file.source.size));
    const renamed = entry.name === 'encrypted-package' ? withoutContent(bytes) : bytes;
    await expect(open(fileOf('a.ods', renamed))).rejects.toThrow(message);
  });

  test('is read alike wherever its chunks are cut, and kept or not', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => rowXml(`${textXml(`行${i}`)}${textXml('x'.repeat(i % 50))}`));
    const file = documentFile({ body: tableXml(rows.join('')) + tableXml(rows.slice(0, 2).join('')) });
    const noRoom = { take: () => false, giveBack: () => undefined };
    const options = { scoreHeader: () => 0, limits: defaultLimits };
    const kept = await openSheets(file, options);
    // A Keeping without room, as it is when many files are open.
    const again = await openSheets(file, { ...options, keeping: noRoom as never });
    for (const [i, sheet] of kept.entries()) {
      const { rows: read } = await readSheet(sheet);
      const other = again[i];
      expect(read.length).toBe(i === 0 ? 3000 : 2);
      expect((await readSheet(sheet)).rows).toEqual(read);
      expect(other && (await readSheet(other)).rows).toEqual(read);
    }
  });
});

test.each([1, 2, 7, 100])('chunks of %i bytes are read like the whole', (size) => {
  const rows = `<!-- 一 -->${rowXml(`${textXml('一<text:s text:c="2"/>&amp;二')}${cellXml('office:value-type="date" office:date-value="2025-04-01"', paragraph)}`)}<table:table-row/>${rowXml(textXml('三', 'table:number-columns-repeated="2"'), 'table:number-rows-repeated="2"')}`;
  const bytes = Buffer.from(contentXml({ body: tableXml('') + tableXml(rows) }));
  const pieces = (all: Buffer) =>
    Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.subarray(i * size, (i + 1) * size));
  const refuse = refusalOf('a.ods');
  const content = new ContentOutline('a.ods', defaultLimits, refuse);
  for (const piece of pieces(bytes)) content.push(piece);
  content.end();
  const [, table] = content.tables;
  if (table === undefined) throw new Error('no table');
  const { names, start, end, outline } = table;
  expect(bytes.toString('utf8', start, end)).toBe(tableXml(rows));
  const reading = new TableRows({ limits: defaultLimits, refuse, date1904: false, names, lastRow: outline.lastRow });
  const runs = pieces(bytes.subarray(start, end)).flatMap((piece) => reading.push(piece));
  reading.end();
  expect(runs).toEqual([
    { row: { number: 1, cells: ['一  &二', { serial: 45748 }], hidden: false }, times: 1 },
    { row: { number: 3, cells: ['三', '三'], hidden: false }, times: 2 },
  ]);
});

describe('limits', () => {
  const x = (times: number) => textXml('x', `table:number-columns-repeated="${times}"`);
  const times = (count: number) => `table:number-rows-repeated="${count}"`;

  test.each([
    [
      'untyped cells',
      rowXml(
        '<table:table-cell table:number-columns-repeated="16384"><text:p>a</text:p></table:table-cell>',
        times(1_048_570),
      ),
      'cells',
    ],
    [
      'numbers',
      rowXml(
        '<table:table-cell table:number-columns-repeated="1024" office:value-type="float" office:value="1"/>',
        times(1_048_570),
      ),
      'cells',
    ],
    [
      'covered cells before another',
      rowXml(`<table:covered-table-cell table:number-columns-repeated="16000"/>${x(1)}`, times(1_000_000)),
      'cells',
    ],
    ['rows', `<table:table-row ${times(2_000_000)}/>${rowXml(x(1))}`, 'rows'],
    ['rows that are alike', rowXml(x(1), times(2_000_000_000)), 'rows'],
    ['spaces', rowXml(cellXml('', '<text:p><text:s text:c="2000000000"/></text:p>')), 'characters'],
  ])('a few bytes that stand for too many: %s', async (_, rows, limit) => {
    await expect(open(sheetOf(rows))).rejects.toThrow(`--limit ${limit}`);
  });

  test('spaces of an error are no more than an error takes', () => {
    const refuse = refusalOf('a.ods');
    const [names, words] = [new Names(), new WordCache()];
    const [bytes, markup] = [Buffer.from('<text:s text:c="2000000000"/>'), blankMarkup()];
    readMarkup(bytes, 0, markup, refuse);
    const spaces = new Element(names, words, refuse);
    spaces.read({ bytes, markup, depth: 0, start: 0 });
    const shown = new ParagraphText(defaultLimits, refuse);
    shown.begin(true);
    shown.append('#N/A');
    for (let i = 0; i < 3; i++) shown.open(spaces);
    expect(shown.text.length).toBeLessThan(100);
  });

  test('spaces by their number count as inflated, of all the tables together', async () => {
    const table = tableXml(rowXml(textXml('a<text:s text:c="1998"/>b')).repeat(10)); // 6,000 bytes in each row
    const file = documentFile({ body: table + table });
    await expect(open(file, { inflated: 120_000 })).resolves.toHaveLength(2);
    await expect(open(file, { inflated: 119_999 })).rejects.toThrow('--limit inflated');
  });

  test.each([
    [
      'cells with a note',
      rowXml(
        '<table:table-cell table:number-columns-repeated="2000000000"><office:annotation><text:p>a</text:p></office:annotation></table:table-cell>',
      ),
    ],
    ['covered cells', rowXml('<table:covered-table-cell table:number-columns-repeated="1000000000"/>')],
    [
      'empty paragraphs',
      rowXml(
        '<table:table-cell table:number-columns-repeated="16384"><text:p></text:p></table:table-cell>',
        times(1_048_570),
      ),
    ],
    ['rows', `<table:table-row ${times(2_000_000_000)}/>`],
  ])('a few bytes that stand for much, and nothing in it: %s', async (_, rows) => {
    expect(await readCells(sheetOf(rowXml(x(1)) + rows))).toEqual({ 1: ['x'] });
  });

  test('a cell beyond the last column is refused', async () => {
    await expect(open(sheetOf(rowXml(x(16_385))))).rejects.toThrow('row 1 has a cell beyond column 16384');
  });

  test.each<[string, number, string]>([
    ['rows', 3, rowXml('<table:table-cell><text:p>a</text:p></table:table-cell>').repeat(3)],
    ['rows', 7, rowXml(x(1)) + rowXml('', times(5)) + rowXml(x(1)) + rowXml('', times(9))],
    ['cells', 12, rowXml(x(3), times(4))],
    ['cells', 5, rowXml(`<table:table-cell table:number-columns-repeated="4"/>${x(1)}<table:table-cell/>`)],
    ['characters', 4, rowXml(textXml('一二三四'))],
    ['levels', 7, rowXml(x(1))],
  ])('%s, at %i', async (limit, amount, rows) => {
    const file = documentFile({ body: tableXml(rows, 'table:name="a"') + tableXml(rows, 'table:name="b"') });
    expect((await open(file, { [limit]: amount })).length).toBe(2); // a limit of a sheet is one of each
    const beyond = open(file, { [limit]: amount - 1 });
    await expect(beyond).rejects.toMatchObject({ code: 'beyond-limit' });
    await expect(beyond).rejects.toThrow(`--limit ${limit}=`);
  });

  test.each([
    ['', ''],
    ['<![CDATA[', ']]>'],
  ])('bytes that are no UTF-8 are not guessed at, between “%s” and “%s”', async (before, behind) => {
    const cell = `<table:table-cell><text:p>${before}\u0001${behind}</text:p></table:table-cell>`;
    const contents = Buffer.from(contentXml({ body: tableXml(rowXml(cell)) }));
    contents[contents.indexOf(1)] = 0xff;
    const file = documentFile({ body: '', entries: [{ name: 'content.xml', contents }] });
    await expect(open(file)).rejects.toThrow(/not UTF-8/);
  });

  test('a refusal names the sheet and the cell', async () => {
    await expect(open(sheetOf(rowXml(x(2) + textXml('long'))), { characters: 3 })).rejects.toThrow(
      'The sheet “出生” of the file “test.ods” near C1 is beyond a limit',
    );
  });
});

/** The same package, in which nothing is called content.xml. */
function withoutContent(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('content.xml', 'contents.xm'), 'latin1');
}

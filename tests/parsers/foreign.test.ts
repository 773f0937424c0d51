import { readFileSync } from 'node:fs';
import { CFB } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openSheets } from '../../src/parsers/open.ts';
import { writeBiff5 } from './biff5-writing.ts';
import { open, readFirst, readSheet } from './workbook-writing.ts';
import { fileOf, writeZip } from './zip-writing.ts';

const files = new URL('./files/', import.meta.url);
const bytesOf = (name: string) => readFileSync(new URL(name, files));

/** Each file is opened once: a worker takes its time to start. */
const opened = new Map(['register.xls', 'register.ods'].map((name) => [name, open(fileOf(name, bytesOf(name)))]));

const sheetsOf = async (name: string) => (await opened.get(name)) ?? [];

const rowsByNumber = async (name: string) => {
  const [sheet] = await sheetsOf(name);
  if (sheet === undefined) throw new Error('no sheet');
  return new Map((await readSheet(sheet)).rows.map((row) => [row.number, row]));
};

describe.each(['xls', 'ods'] as const)('register.%s', (format) => {
  const name = `register.${format}`;

  test('has its sheets, merges and hidden parts', async () => {
    const sheets = await sheetsOf(name);
    expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['出生', false],
      ['藏', true],
    ]);
    expect(sheets[0]).toMatchObject({ date1904: false, encoding: null, format });
    expect(sheets[0]?.merges).toEqual([{ top: 2, left: 0, bottom: 3, right: 0 }]);
    expect(sheets[0]?.hiddenColumns).toEqual([{ first: 2, last: 3 }]);
    const rows = await rowsByNumber(name);
    expect([...rows.values()].filter(({ hidden }) => hidden).map(({ number }) => number)).toEqual([4]);
  });

  test('has its cells: text, dates, times, numbers, formulas, errors', async () => {
    const rows = await rowsByNumber(name);
    expect(rows.get(2)?.cells.slice(0, 9)).toEqual([
      '东风村',
      { serial: 45723 },
      '一\n二',
      '男',
      12.34,
      0.25,
      { serial: 45000 },
      '东风村!',
      { error: '#DIV/0!' },
    ]);
    expect(rows.get(3)?.cells.slice(0, 9)).toEqual([
      null,
      { serial: 45723.5 },
      '红',
      '女',
      -1,
      0.25,
      45001,
      24.68,
      { error: '#N/A' },
    ]);
  });

  test('keeps the numbers of its rows', async () => {
    expect([...(await rowsByNumber(name)).keys()]).toEqual([1, 2, 3, 4, 6]);
  });

  test('can be read again', async () => {
    expect(await rowsByNumber(name)).toEqual(await rowsByNumber(name));
  });
});

test('a workbook that counts from 1904 says so, and its serials are its own', async () => {
  const { sheet, rows } = await readFirst(fileOf('a.xls', bytesOf('register-1904.xls')));
  expect(sheet.date1904).toBe(true);
  expect(rows[1]?.cells[1]).toEqual({ serial: 45723 - 1462 });
});

describe('Excel 5 and 95', () => {
  const gbk = { 出生: Buffer.from('b3f6c9fa', 'hex'), 东风村: Buffer.from('b6abb7e7b4e5', 'hex') };

  test.each([936, undefined])('with Chinese text in code page %s', async (codePage) => {
    const { sheet, rows } = await readFirst(fileOf('a.xls', writeBiff5(codePage, gbk.出生, [gbk.东风村])));
    expect([sheet.name, rows[0]?.cells]).toEqual(['出生', ['东风村']]);
  });

  test('with Chinese text in Big5', async () => {
    const { rows } = await readFirst(fileOf('a.xls', writeBiff5(950, Buffer.from('a'), [Buffer.from('aaf9', 'hex')])));
    expect(rows[0]?.cells).toEqual(['門']);
  });
});

describe('a file is known by its bytes, not by its name', () => {
  test.each([
    ['a.et', 'register.xls', '出生'],
    ['a.xlsx', 'register.xls', '出生'],
    ['a.csv', 'register.ods', '出生'],
    ['a', 'register.xls', '出生'],
  ])('%s holds the bytes of %s', async (name, source, sheet) => {
    expect((await open(fileOf(name, bytesOf(source))))[0]?.name).toBe(sheet);
  });
});

/** A compound file with streams of these names. */
function compound(streams: Readonly<Record<string, Buffer>>): Buffer {
  const container = CFB.utils.cfb_new();
  for (const [name, contents] of Object.entries(streams)) CFB.utils.cfb_add(container, `/${name}`, contents);
  // With type `buffer` the container comes as a Buffer, whatever its declared type.
  return CFB.write(container, { type: 'buffer' }) as Buffer;
}

const filePass = Buffer.concat([
  Buffer.from('0908040000060500', 'hex'),
  Buffer.from('2f000200ffff', 'hex'),
  Buffer.alloc(5000),
]);
const manifest = {
  name: 'META-INF/manifest.xml',
  contents: '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
};
const content = { name: 'content.xml', contents: '<office:document-content/>' };

test.each(['register.xls', 'register.ods'])('%s, opened ahead, is not read before its turn', async (name) => {
  const turn = Promise.reject(new Error('the turn never came'));
  const opening = openSheets(fileOf(name, bytesOf(name)), { scoreHeader: () => 0, limits: defaultLimits, turn });
  await expect(opening).rejects.toThrow('the turn never came');
});

describe('a file is refused, and told what it is', () => {
  test.each<[string, string, string | Buffer, RegExp]>([
    ['an empty file', 'a.xlsx', '', /empty/],
    [
      'an encrypted .xlsx',
      'a.xlsx',
      compound({ EncryptedPackage: Buffer.alloc(9), EncryptionInfo: Buffer.alloc(9) }),
      /password/,
    ],
    ['an encrypted .xls', 'a.xls', compound({ Workbook: filePass }), /password/],
    ['an encrypted .ods', 'a.ods', writeZip([manifest, content]), /password/],
    ['a Word document of old', 'a.xls', compound({ WordDocument: Buffer.alloc(5000) }), /text document/],
    ['a compound file of something else', 'a.xls', compound({ Whatever: Buffer.alloc(5000) }), /no spreadsheet/],
    ['a compound file cut short', 'a.xls', bytesOf('register.xls').subarray(0, 600), /damaged/],
    ['a web page', 'a.xls', '\n<html xmlns:x="urn"><table><tr><td>1</td></tr></table></html>', /web page/],
    ['a web page named .csv', 'a.csv', '<!DOCTYPE html><p>', /web page/],
    ['a web page in UTF-16', 'a.xls', Buffer.from('\uFEFF<html><body>', 'utf16le'), /web page/],
    ['an XML spreadsheet', 'a.xls', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', /XML/],
    ['a flat OpenDocument', 'a.fods', '<?xml version="1.0"?><office:document/>', /LibreOffice/],
    ['a SYLK file', 'a.csv', 'ID;PSCALC3\r\nC;X1;Y1;K1\r\n', /SYLK/],
    ['a DIF file', 'a.xls', 'TABLE\r\n0,1\r\n"EXCEL"\r\n', /DIF/],
    ['text named .xls', 'a.xls', 'a\tb\n', /plain text/],
    ['text named .xlsx', 'a.xlsx', 'a,b\n', /plain text/],
    [
      'text with a zero byte',
      'a.csv',
      `村名,性别\n${'东风村,男\n'.repeat(9)}东风\0村,女\n`,
      /control character in line 11,/,
    ],
    [
      'the same with other line ends',
      'a.csv',
      `村名,性别\r${'东风村,男\r'.repeat(9)}东风\0村,女\r`,
      /control character in line 11,/,
    ],
    ['a PDF', 'a.csv', '%PDF-1.7', /no spreadsheet/],
    ['an image', 'a.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /no spreadsheet/],
    [
      'a document of LibreOffice',
      'a.ods',
      writeZip([
        { name: 'mimetype', contents: 'application/vnd.oasis.opendocument.text' },
        { ...manifest, contents: '<a/>' },
        content,
      ]),
      /no spreadsheet/,
    ],
  ])('%s', async (_, name, bytes, message) => {
    await expect(open(fileOf(name, bytes))).rejects.toThrow(message);
    await expect(open(fileOf(name, bytes))).rejects.toHaveProperty('name', 'UsageError');
  });

  test('in both languages, with the name of the file', async () => {
    await expect(open(fileOf('出生.xls', 'a'))).rejects.toHaveProperty('words', {
      zh: expect.stringContaining('“出生.xls”其实是纯文本'),
      en: expect.stringContaining('“出生.xls” is in fact plain text'),
    });
  });
});

describe('limits of foreign formats', () => {
  test.each([
    ['rows', { rows: 5 }],
    ['cells', { cells: 20 }],
    ['characters', { characters: 2 }],
  ])('%s', async (name, limits) => {
    await expect(open(fileOf('a.xls', bytesOf('register.xls')), limits)).rejects.toThrow(`--limit ${name}`);
  });

  test('time: the worker is given up', async () => {
    await expect(open(fileOf('a.xls', bytesOf('register.xls')), { seconds: 0.001 })).rejects.toThrow('--limit seconds');
  });

  test.each([
    [
      'cells',
      '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1024"><text:p>1</text:p></table:table-cell></table:table-row>',
    ],
    [
      'rows',
      '<table:table-row table:number-rows-repeated="2000000"/><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>',
    ],
  ])('a few bytes of .ods that stand for too many %s', async (name, rows) => {
    const contents = `<office:document-content><office:body><office:spreadsheet><table:table table:name="a">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`;
    const bytes = writeZip([
      { ...manifest, contents: '<a/>' },
      { name: 'content.xml', contents },
    ]);
    await expect(open(fileOf('a.ods', bytes))).rejects.toThrow(`--limit ${name}`);
  });
});

import { describe, expect, test } from 'vitest';
import { certain } from '../../src/model/certain.ts';
import { defaultLimits, type Limits } from '../../src/parsers/limits.ts';
import { RangeCount } from '../../src/parsers/range-count.ts';
import { refusalOf } from '../../src/parsers/refusal.ts';
import {
  open,
  readCells,
  readFirst,
  relationshipsXml,
  sheetXml,
  stringsXml,
  type WrittenWorkbook,
  workbookEntries,
  workbookFile,
  workbookXml,
} from './workbook-writing.ts';
import { fileOf, type PackageShape, writeZip } from './zip-writing.ts';

const one = '<row><c><v>1</v></c></row>';

test('cells that ask for one long shared string again and again are beyond what may be inflated', async () => {
  const long = `<t>${'村'.repeat(2_000)}</t>`;
  const written = { rows: '<row><c t="s"><v>0</v></c></row>'.repeat(10), strings: [long] };
  await expect(readFirst(workbookFile(written), { inflated: 60_000 })).resolves.toBeDefined();
  await expect(readFirst(workbookFile(written), { inflated: 59_000 })).rejects.toThrow('--limit inflated');
});

describe('merged ranges and hidden columns', () => {
  test('count over all the sheets together, and once of a sheet that is read again', () => {
    const ranges = new RangeCount(refusalOf('a.xlsx'));
    const [first, second] = [{}, {}];
    for (const count of [1, 700_000, 1, 700_000]) ranges.reach(first, count);
    ranges.reach(second, 348_576);
    expect(() => ranges.reach(second, 348_577)).toThrow('1048576 merged ranges and hidden columns together');
  });

  test('of a workbook are counted so', async () => {
    const [first, second] = [600_000, 448_577].map((merges) => sheetXml('', '<mergeCell ref="A1:B1"/>'.repeat(merges)));
    const written = {
      workbook: workbookXml([
        ['一', 'rId1'],
        ['二', 'rId4'],
      ]),
      relationships: relationshipsXml([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId4', 'worksheet', 'worksheets/sheet2.xml'],
      ]),
      sheet: certain(first, 'sheet'),
      entries: [{ name: 'xl/worksheets/sheet2.xml', contents: certain(second, 'sheet') }],
    };
    await expect(open(workbookFile(written))).rejects.toThrow('1048576 merged ranges');
  });
});

describe('a limit of workbooks, on both sides', () => {
  const sizes = workbookEntries({ rows: one }).filter(({ name }) => name !== '[Content_Types].xml');
  const inflated = sizes.reduce((sum, { contents }) => sum + Buffer.byteLength(contents), 0);
  const nested = sheetXml('', `<a>${'<b>'.repeat(8)}${'</b>'.repeat(8)}</a>`);

  test.each<[keyof Limits, number, WrittenWorkbook]>([
    ['file', writeZip(workbookEntries({ rows: one })).length, { rows: one }],
    ['inflated', inflated, { rows: one }],
    ['entries', 7, { rows: one }],
    ['entries', 9, { rows: one, workbook: workbookXml([['出生', 'rId1'], ...Array(8).fill(['宏', ''] as const)]) }],
    ['rows', 3, { rows: one + one + one }],
    ['rows', 30, { rows: '<row r="30"><c><v>1</v></c></row>' }],
    ['cells', 3, { rows: '<row><c/><c><v>1</v></c><c t="str"><v>a</v></c></row>' }],
    ['characters', 3, { rows: '<row><c t="str"><v>一二三</v></c></row>' }],
    ['characters', 3, { rows: '<row><c t="inlineStr"><is><t>一二</t><t>三</t></is></c></row>' }],
    ['characters', 3, { rows: one, strings: ['<t>一二三</t>'] }],
    ['characters', 3, { rows: one, strings: ['<r><t>一二</t></r><r><t>三</t></r>'] }],
    ['levels', 10, { sheet: nested }],
  ])('%s', async (name, limit, written) => {
    await expect(readFirst(workbookFile(written), { [name]: limit })).resolves.toBeDefined();
    const beyond = readFirst(workbookFile(written), { [name]: limit - 1 });
    await expect(beyond).rejects.toThrow(`--limit ${name}`);
    await expect(beyond).rejects.toHaveProperty('name', 'UsageError');
  });

  test('parts that are not read do not count as inflated', async () => {
    const entries = [{ name: 'xl/media/image1.png', contents: Buffer.alloc(1_000_000) }];
    await expect(readFirst(workbookFile({ rows: one, entries }), { inflated: inflated + 100 })).resolves.toBeDefined();
  });
});

describe('what is made to do harm', () => {
  test('a sheet of blanks is refused by what it declares, and bounded by it', async () => {
    const blanks = sheetXml(' '.repeat(3_000_000));
    await expect(readFirst(workbookFile({ sheet: blanks }), { inflated: 1_000_000 })).rejects.toThrow(
      '--limit inflated',
    );
    const lying = workbookFile({ entries: [{ name: 'xl/worksheets/sheet1.xml', contents: blanks, size: 1000 }] });
    await expect(readFirst(lying, { inflated: 1_000_000 })).rejects.toThrow(
      /do not inflate to what the directory says/,
    );
  });

  test('a tag, a comment or a text without an end does not fill the memory', async () => {
    const long = 'x'.repeat(5_000_000);
    for (const rows of [`<row a="${long}"/>`, `<!--${long}-->`, `<row><c t="str"><v>${long}</v></c></row>`]) {
      await expect(readFirst(workbookFile({ rows }))).rejects.toThrow(/does not end|characters in a cell/);
    }
  });

  test('a part that is read for a few words of it is not held as a whole', async () => {
    const long = `<!--${'x'.repeat(5_000_000)}-->`;
    await expect(
      open(workbookFile({ rows: one, workbook: `${long}${workbookXml([['出生', 'rId1']])}` })),
    ).rejects.toThrow(/does not end/);
  });

  test('entities that expand are refused', async () => {
    const entries = [
      {
        name: 'xl/sharedStrings.xml',
        contents: `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(9)}">]>${stringsXml(['<t>&b;</t>'])}`,
      },
    ];
    await expect(readFirst(workbookFile({ rows: one, entries }))).rejects.toThrow(/DOCTYPE/);
  });

  test('elements nested a million deep are refused at once', async () => {
    await expect(readFirst(workbookFile({ rows: '<a>'.repeat(1_000_000) }))).rejects.toThrow('--limit levels');
  });

  test('whole-sheet ranges of all kinds cost nothing', async () => {
    const behind =
      '<autoFilter ref="A1:XFD1048576"/><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells><conditionalFormatting sqref="A1:XFD1048576"/><dataValidations><dataValidation sqref="A1:XFD1048576"/></dataValidations>';
    const before = '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="4294967295" hidden="1"/></cols>';
    const { rows, sheet } = await readFirst(workbookFile({ sheet: sheetXml(one, behind, before) }));
    expect(rows.length).toBe(1);
    expect(sheet.hiddenColumns).toEqual([{ first: 0, last: 16_383 }]);
  });

  test('rows with one cell in the last column stay small', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `<row><c r="XFD${i + 1}"><v>1</v></c></row>`).join('');
    const before = process.memoryUsage().heapUsed;
    const { rows: read } = await readFirst(workbookFile({ rows }));
    expect(read.length).toBe(20_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000); // 20,000 full rows take 2.6 GB
  });

  test('names of prototypes are names like any other, and change nothing', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const names = ['__proto__', 'constructor', 'toString'];
    const rows = `<row>${names.map((_, i) => `<c t="s"><v>${i}</v></c>`).join('')}</row>`;
    const written = {
      rows,
      strings: names.map((name) => `<t>${name}</t>`),
      workbook: workbookXml([['__proto__', 'rId1']]),
      entries: [{ name: '__proto__', contents: '{"polluted":true}' }],
    };
    expect((await readFirst(workbookFile(written))).sheet.name).toBe('__proto__');
    expect(await readCells(workbookFile(written))).toEqual({ 1: names });
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  test('a package that lists one part twice, or hides one, has no second meaning', async () => {
    const twice = workbookFile({ rows: one, entries: [{ name: 'XL/WORKBOOK.XML', contents: '<workbook/>' }] });
    await expect(open(twice)).rejects.toThrow(/twice/);
    const shape: PackageShape = { prefix: writeZip(workbookEntries({ rows: '' })) };
    expect((await readFirst(fileOf('a.xlsx', writeZip(workbookEntries({ rows: one }), shape)))).rows.length).toBe(1);
  });

  test('the limits that nobody has changed are those of the manual', () => {
    expect(defaultLimits).toEqual({
      file: 104_857_600,
      inflated: 536_870_912,
      entries: 2_000,
      rows: 1_048_576,
      columns: 16_384,
      cells: 30_000_000,
      characters: 32_767,
      levels: 64,
      seconds: 120,
    });
  });
});

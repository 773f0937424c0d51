import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvCount } from '../../src/parsers/csv/csv-count.ts';
import { CsvRows } from '../../src/parsers/csv/csv-rows.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openSheets } from '../../src/parsers/open.ts';
import { refusalOf } from '../../src/parsers/refusal.ts';
import { readFirst, readSheet } from './workbook-writing.ts';
import { fileOf } from './zip-writing.ts';

function rowsOf(text: string, separator = ',', limits = defaultLimits) {
  const reader = new CsvRows(separator, new CsvCount(limits, refusalOf('a.csv')));
  const batches = [reader.push(text), reader.end()];
  const rows = batches.flatMap((batch) => batch.rows);
  return {
    cells: Object.fromEntries(rows.map(({ number, cells }) => [number, cells])),
    faults: batches.flatMap((batch) => batch.faults),
  };
}

describe('rows of a CSV text', () => {
  test.each<[string, string, Record<number, readonly (string | null)[]>]>([
    ['plain', 'a,b\nc,d\n', { 1: ['a', 'b'], 2: ['c', 'd'] }],
    ['without a last line end', 'a\nb', { 1: ['a'], 2: ['b'] }],
    ['with mixed line ends', 'a\r\nb\rc\nd', { 1: ['a'], 2: ['b'], 3: ['c'], 4: ['d'] }],
    ['of different lengths', 'a\nb,c,d\n', { 1: ['a'], 2: ['b', 'c', 'd'] }],
    ['with empty fields', 'a,,c\n,,\n,x', { 1: ['a', null, 'c'], 3: [null, 'x'] }],
    ['with blank lines, which count', '\n\na\n\n\nb\n\n', { 3: ['a'], 6: ['b'] }],
    ['with quotes', '"a","b,c"\n"d""e",f', { 1: ['a', 'b,c'], 2: ['d"e', 'f'] }],
    ['with an empty quoted field', '"",a\n""\nb', { 1: [null, 'a'], 3: ['b'] }],
    ['with lines in a quoted field', '"a\nb",c\r\n"d\r\ne"\nf', { 1: ['a\nb', 'c'], 2: ['d\r\ne'], 3: ['f'] }],
    ['with quotes amid text', 'a"b,5" pipe\nc', { 1: ['a"b', '5" pipe'], 2: ['c'] }],
    ['with text behind a quoted word', '"甲"乙,b', { 1: ['"甲"乙', 'b'] }],
    ['with spaces, which stay', ' a , b', { 1: [' a ', ' b'] }],
    ['named after prototypes', '__proto__,constructor\n1,2', { 1: ['__proto__', 'constructor'], 2: ['1', '2'] }],
    ['none', '', {}],
  ])('%s', (_, text, cells) => {
    expect(rowsOf(text)).toEqual({ cells, faults: [] });
  });

  test.each(['\t', ';'])('with another separator', (separator) => {
    expect(rowsOf(`a${separator}"b${separator}c"\nd,e`, separator).cells).toEqual({
      1: ['a', `b${separator}c`],
      2: ['d,e'],
    });
  });
});

describe('a quote that is never closed', () => {
  test('is a fault where it opens; the rows before stand, and all behind it is read as plain text', () => {
    expect(rowsOf('a,b\n"东风村,B1\n"x","y"\nc,d\n')).toEqual({
      cells: { 1: ['a', 'b'], 2: ['"东风村', 'B1'], 3: ['"x"', '"y"'], 4: ['c', 'd'] },
      faults: [{ code: 'csv-unclosed-quote', row: 2 }],
    });
  });

  test('does not swallow the rows up to the next quote', () => {
    expect(rowsOf('"a,b\nc,d\ne,"f"\n')).toEqual({
      cells: { 1: ['"a', 'b'], 2: ['c', 'd'], 3: ['e', '"f"'] },
      faults: [{ code: 'csv-unclosed-quote', row: 1 }],
    });
  });

  test('is known by the time that a cell would be too long, not at the end of the file', () => {
    const limits = { ...defaultLimits, characters: 10 };
    const text = `"${'a\n'.repeat(6)}`;
    const reader = new CsvRows(',', new CsvCount(limits, refusalOf('a.csv')));
    expect(reader.push(text).faults).toEqual([{ code: 'csv-unclosed-quote', row: 1 }]);
  });

  test('is none where the text ends with the quote that closes the longest cell there may be', () => {
    const reader = new CsvRows(',', new CsvCount({ ...defaultLimits, characters: 3 }, refusalOf('a.csv')));
    const rows = [reader.push('"abc"'), reader.push(',d\n'), reader.end()].flatMap((batch) => batch.rows);
    expect(rows.map(({ cells }) => cells)).toEqual([['abc', 'd']]);
  });

  test('counts from the row that a spreadsheet shows', () => {
    expect(rowsOf('"a\nb"\n\n"c').faults).toEqual([{ code: 'csv-unclosed-quote', row: 3 }]);
  });
});

const hardText = fc
  .array(fc.constantFrom('a', '甲', '"', '""', ',', '\n', '\r\n', '\r', '","', '"\n', ' '), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

describe('laws of CSV', () => {
  test('the rows are the same wherever the text is cut', () => {
    fc.assert(
      fc.property(hardText, fc.nat(40), (text, cut) => {
        const reader = new CsvRows(',', new CsvCount(defaultLimits, refusalOf('a.csv')));
        const batches = [reader.push(text.slice(0, cut)), reader.push(text.slice(cut)), reader.end()];
        const whole = rowsOf(text);
        expect(Object.fromEntries(batches.flatMap(({ rows }) => rows.map((row) => [row.number, row.cells])))).toEqual(
          whole.cells,
        );
        expect(batches.flatMap(({ faults }) => faults)).toEqual(whole.faults);
      }),
    );
  });

  test('where no quote is left open, csv-parse reads the same', () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const ours = rowsOf(text);
        fc.pre(ours.faults.length === 0);
        const theirs: string[][] = parse(text, {
          relax_column_count: true,
          relax_quotes: true,
          record_delimiter: ['\r\n', '\n', '\r'],
        });
        const cells = theirs.map((fields) => fields.map((field) => (field === '' ? null : field)));
        const rows = cells
          .map((row, i) => [i + 1, row] as const)
          .filter(([, row]) => row.some((cell) => cell !== null));
        expect(ours.cells).toEqual(Object.fromEntries(rows));
      }),
    );
  });

  test('what is written with quotes is read as it was', () => {
    const field = fc
      .array(fc.constantFrom('a', '甲', '"', ',', '\n', '\r', ';'), { maxLength: 6 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (table) => {
          const text = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
          const rows = table.map((row, i) => [i + 1, row.map((cell) => (cell === '' ? null : cell))] as const);
          const used = rows.filter(([, row]) => row.some((cell) => cell !== null));
          expect(rowsOf(text)).toEqual({ cells: Object.fromEntries(used), faults: [] });
        },
      ),
    );
  });
});

describe('limits of CSV, on both sides', () => {
  test.each([
    ['rows', { rows: 2 }, 'a\nb\n', 'a\nb\nc\n'],
    ['cells', { cells: 4 }, 'a,b\nc,d\n', 'a,b\nc,d,e\n'],
    ['characters', { characters: 3 }, 'abc,d\n"abc"\n', 'abcd,d\n'],
  ])('%s', (name, limit, within, beyond) => {
    const limits = { ...defaultLimits, ...limit };
    expect(() => rowsOf(within, ',', limits)).not.toThrow();
    expect(() => rowsOf(beyond, ',', limits)).toThrow(`--limit ${name}`);
  });

  test('a row without an end is refused before it fills the memory', () => {
    const reader = new CsvRows(',', new CsvCount(defaultLimits, refusalOf('a.csv')));
    const line = 'a,'.repeat(1_000_000);
    expect(() => [1, 2, 3].map(() => reader.push(line))).toThrow(/row 1 does not end/);
  });
});

describe('a CSV file', () => {
  const score = (fields: readonly string[]) =>
    fields.filter((field) => ['姓名', '性别', '村名'].includes(field)).length;
  const openWith = async (text: string) => {
    const [sheet] = await openSheets(fileOf('出生.2025.csv', text), { scoreHeader: score, limits: defaultLimits });
    if (sheet === undefined) throw new Error('no sheet');
    return readSheet(sheet);
  };

  test('is one sheet, named by its base name', async () => {
    const { sheet } = await openWith('村名,姓名\na,b');
    expect(sheet).toMatchObject({ name: '出生.2025', format: 'csv', hidden: false, encoding: 'UTF-8', merges: [] });
  });

  test.each([
    ['comma', '村名,姓名\na,b'],
    ['semicolon', '村名;姓名\na;b'],
    ['tab', '村名\t姓名\na\tb'],
    ['semicolon under a title with commas', '柳岗镇,2025年,6月,报表\n村名;姓名\na;b'],
    ['comma, where both name equally many', '村名,x;y\n村名;x\na,b'],
  ])('is separated by the one that names most columns: %s', async (_, text) => {
    const { rows } = await openWith(text);
    expect(rows.at(-1)?.cells).toEqual(['a', 'b']);
  });

  test('is judged by its first 20 rows', async () => {
    const header = '村名;姓名\n';
    expect((await openWith(`x,y\n${'\n'.repeat(18)}${header}`)).rows.at(-1)?.cells).toEqual(['村名', '姓名']);
    expect((await openWith(`x,y\n${'\n'.repeat(19)}${header}`)).rows.at(-1)?.cells).toEqual(['村名;姓名']);
  });

  test.each([
    ['larger than a chunk', 60_000],
    ['still read as a text', 15_000],
  ])('%s has all its rows, in order', async (_, count) => {
    const text = Array.from({ length: count }, (_, i) => `第${i}行,"引, 号${i}",x`).join('\r\n');
    const { rows } = await readFirst(fileOf('a.csv', text));
    expect(rows.length).toBe(count);
    expect(
      rows.every(({ number, cells }) => cells[0] === `第${number - 1}行` && cells[1] === `引, 号${number - 1}`),
    ).toBe(true);
  });

  // Files of 1 MB and more are read by their bytes.
  test.each([1024 * 1024 - 1, 1024 * 1024])('of %i bytes is read as any other', async (size) => {
    const lines = Array.from({ length: 50_000 }, (_, i) => `第${i}行,${i % 7},W${i}\n`);
    const text = Buffer.from(lines.join('')).subarray(0, size - 1);
    const { rows } = await readFirst(fileOf('a.csv', Buffer.concat([text, Buffer.from('x')])));
    const whole = rows.slice(0, -1); // the last line is cut off somewhere
    expect(whole.length).toBeGreaterThan(40_000);
    expect(whole.filter(({ number, cells }) => `${cells.join()}\n` !== lines[number - 1])).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openSheets } from '../../src/parsers/open.ts';
import { readSheet } from './workbook-writing.ts';
import { fileOf } from './zip-writing.ts';

const text = '户主,性别\n张三,男\n';
/** 户主,性别 / 张三,男 in GB18030. */
const gb18030 = Buffer.from('bba7d6f72cd0d4b1f00ad5c5c8fd2cc4d00a', 'hex');

async function read(bytes: Uint8Array, encoding?: string) {
  const options = { scoreHeader: (fields: readonly string[]) => fields.length, encoding, limits: defaultLimits };
  const [sheet] = await openSheets(fileOf('a.csv', bytes), options);
  if (sheet === undefined) throw new Error('no sheet');
  return readSheet(sheet);
}

const utf16be = (value: string) => Buffer.from(value, 'utf16le').swap16();

describe('the encoding of a CSV file', () => {
  test.each([
    ['UTF-8', 'plain', Buffer.from(text)],
    ['UTF-8', 'with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16LE', 'with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16BE', 'with a mark', utf16be(`\uFEFF${text}`)],
    ['UTF-16LE', 'without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16BE', 'without a mark', utf16be(text)],
    ['GB18030', 'as it comes', gb18030],
  ])('%s, %s', async (name, _, bytes) => {
    const { sheet, rows, faults } = await read(bytes);
    expect(sheet.encoding).toBe(name);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['户主', '性别'],
      ['张三', '男'],
    ]);
    expect(faults).toEqual([]);
  });

  test('UTF-16 is known although 一 (4E00) has its zero on the other side', async () => {
    const { sheet, rows } = await read(Buffer.from('一村,一组\n一,1\n', 'utf16le'));
    expect([sheet.encoding, rows[1]?.cells]).toEqual(['UTF-16LE', ['一', '1']]);
  });

  test('one wrong byte far behind makes it GB18030', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n'.repeat(200_000)), gb18030]);
    expect((await read(bytes)).sheet.encoding).toBe('GB18030');
  });

  test('characters across the borders of chunks are whole', async () => {
    const line = '甲乙𠮷,丙丁\n';
    for (const shift of ['', 'x', 'xx', 'xxx']) {
      const { sheet, rows } = await read(Buffer.from(shift + line.repeat(40_000)));
      expect(sheet.encoding).toBe('UTF-8');
      expect(rows.slice(1).every(({ cells }) => cells[0] === '甲乙𠮷' && cells[1] === '丙丁')).toBe(true);
    }
  });

  test('a file that ends within a character is no UTF-8', async () => {
    expect((await read(Buffer.from('甲').subarray(0, 2))).sheet.encoding).toBe('GB18030');
  });
});

describe('bytes that cannot be decoded', () => {
  test('are a fault of their row', async () => {
    const bytes = Buffer.concat([gb18030, Buffer.from([0xff, 0x2c, 0x61, 0x0a]), gb18030, Buffer.from([0xff, 0x0a])]);
    const { sheet, rows, faults } = await read(bytes);
    expect(sheet.encoding).toBe('GB18030');
    expect(rows[2]?.cells).toEqual(['\uFFFD', 'a']);
    expect(faults).toEqual([
      { code: 'bad-encoding', row: 3 },
      { code: 'bad-encoding', row: 6 },
    ]);
  });

  test('under a mark are a fault, not another encoding', async () => {
    const { sheet, faults } = await read(Buffer.concat([Buffer.from('\uFEFFa\n'), gb18030]));
    expect(sheet.encoding).toBe('UTF-8');
    expect(faults.map(({ row }) => row)).toEqual([2, 3]);
  });
});

describe('a forced encoding', () => {
  test.each([
    ['gbk', 'GBK'],
    ['gb18030', 'GB18030'],
  ])('%s wins', async (encoding, name) => {
    const { sheet, rows } = await read(gb18030, encoding);
    expect([sheet.encoding, rows[1]?.cells[0]]).toEqual([name, '张三']);
  });

  test('wins where it is wrong, and shows it', async () => {
    const { sheet, faults } = await read(gb18030, 'utf-8');
    expect(sheet.encoding).toBe('UTF-8');
    expect(faults.length).toBe(2);
  });
});

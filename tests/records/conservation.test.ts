import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../src/model/sheet.ts';
import { readSheetAlone } from './readings.ts';
import { type Cells, sheetOf } from './sheets.ts';

const header = ['序号', '村名', '出生编号', '出生日期', '性别', '孩次', '政策属性', '备注'];
const birth = (id: string): Cells => [1, '东风村', id, '2025-03-07', '男', 1, '政策内'];

describe('conservation', () => {
  const words = [
    '东风村',
    '合计',
    '小计',
    '其中',
    '注：',
    '说明',
    '示例',
    '村名',
    '出生日期',
    '性别',
    '甲',
    '乙',
    '男',
    '女',
    '-',
    '无',
    ' ',
    'B1',
    'B2',
    '政策内',
  ];
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.constantFrom<RawCell[]>(...words) },
    fc.integer({ min: -2, max: 5 }),
    fc.constantFrom<RawCell[]>('2025-03-07', '2025年', true, { serial: 45_723 }, { error: '#N/A' }),
  );
  const row = fc.oneof(
    { weight: 4, arbitrary: fc.array(cell, { maxLength: 10 }) },
    { weight: 2, arbitrary: fc.constantFrom<Cells[]>(birth('B1'), birth('B2'), birth('B3'), header, []) },
  );
  const merge = fc
    .record({
      top: fc.integer({ min: 1, max: 14 }),
      height: fc.nat({ max: 4 }),
      left: fc.nat({ max: 7 }),
      width: fc.nat({ max: 2 }),
    })
    .map(({ top, height, left, width }) => {
      const letter = (column: number) => String.fromCharCode(65 + column);
      return `${letter(left)}${top}:${letter(left + width)}${top + height}`;
    });
  const isUsed = (cell: RawCell | undefined) =>
    cell !== null && cell !== undefined && !(typeof cell === 'string' && cell.trim() === '');

  test('read and skipped rows are all rows from under the header to the last used one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          above: fc.nat({ max: 3 }),
          rows: fc.array(row, { maxLength: 12 }),
          merges: fc.array(merge, { maxLength: 3 }),
        }),
        async ({ above, rows, merges }) => {
          const titles = Array.from({ length: above }, () => ['台账']);
          const all = [...titles, header, ...rows];
          const { sheet, records } = await readSheetAlone(sheetOf('出生', all, { merges, batch: 3 }));
          fc.pre(sheet.headerRow !== null);
          const last = all.findLastIndex((cells) => cells.some(isUsed)) + 1;
          const skipped = Object.values(sheet.skipped);
          expect(sheet.rows).toBe(Math.max(0, last - (sheet.headerRow ?? 0))); // a header may be merged into the rows below
          expect(sheet.read + skipped.reduce((sum, number) => sum + number)).toBe(sheet.rows);
          expect(Math.min(...skipped)).toBeGreaterThanOrEqual(0);
          expect(records).toHaveLength(sheet.read);
        },
      ),
      { numRuns: 150 },
    );
  });
});

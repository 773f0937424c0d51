import { expect } from 'vitest';
import { readSheetAlone } from './readings.ts';
import { type Cells, type SheetOptions, sheetOf } from './sheets.ts';

/** The header of a register of benefits, and rows under it. */
export const header = ['村名', '兑现编号', '奖励项目', '应兑现日期', '应兑现金额', '实兑现金额', '备注'];
export const paid = (id: string, due: number, paidOut = due): Cells => [
  '东风村',
  id,
  '奖扶',
  '2025-03-07',
  due,
  paidOut,
];

/** What became of the rows under the header of a register of benefits. */
export async function skipped(rows: readonly Cells[], options?: SheetOptions) {
  const { sheet, said, records } = await readSheetAlone(sheetOf('奖励兑现', [header, ...rows], options));
  expect(sheet.read + Object.values(sheet.skipped).reduce((sum, number) => sum + number)).toBe(sheet.rows);
  expect(records).toHaveLength(sheet.read);
  const kinds = Object.entries(sheet.skipped).filter(([, number]) => number > 0);
  return {
    read: sheet.read,
    skipped: Object.fromEntries(kinds),
    said: said.filter((line) => !/unknown-village/.test(line)),
  };
}

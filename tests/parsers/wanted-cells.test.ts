import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CellsWanted, columnLetters, type Row, type Sheet } from '../../src/model/sheet.ts';
import { mayMeanNothing } from '../../src/records/empty-words.ts';
import { open, workbookFile } from './workbook-writing.ts';

/** Columns B and D of five are wanted, and the first two rows whole. */
const wanted: CellsWanted = { wholeTo: 2, columns: new Set([1, 3]), width: 5, mayBeBlank: mayMeanNothing };

const words = ['东风村', '合计', '无', '/', '  ', '其中'];

/** A sheet of shared strings and numbers: each cell the number of a word, a number, or nothing. */
function sheetOf(rows: readonly (readonly (string | number | null)[])[]): Promise<Sheet | undefined> {
  const xml = rows.map((cells, row) => {
    const own = cells.map((cell, column) => {
      const place = `r="${columnLetters(column)}${row + 1}"`;
      if (cell === null) return `<c ${place}/>`;
      if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
      return `<c ${place} t="s"><v>${words.indexOf(cell)}</v></c>`;
    });
    return `<row r="${row + 1}">${own.join('')}</row>`;
  });
  const strings = words.map((word) => `<t xml:space="preserve">${word}</t>`);
  return open(workbookFile({ rows: xml.join(''), strings })).then(([sheet]) => sheet);
}

async function rowsOf(sheet: Sheet | undefined, asked?: CellsWanted): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const batch of sheet?.rows(asked) ?? []) rows.push(...batch.rows);
  return rows;
}

/** What a row of the sheet comes to where only some of its cells are wanted. */
async function left(...cells: readonly (string | number | null)[]) {
  const sheet = await sheetOf(
    [['a'], ['b'], cells].map((row) => row.map((cell) => (cell === 'a' || cell === 'b' ? 1 : cell))),
  );
  return (await rowsOf(sheet, wanted)).find(({ number }) => number === 3)?.cells;
}

describe('a row of which some cells are wanted', () => {
  test.each([
    ['keeps what stands before the first of them', [7, '东风村', null, '无'], [7, '东风村', null, '无']],
    ['loses what nobody looks at', [7, '东风村', '合计', '无', 8], [7, '东风村', null, '无']],
    ['is whole if nothing stands at its front', [null, null, '合计', null, 8], [null, null, '合计', null, 8]],
    ['is whole if what stands there may be blank', ['/', '  ', '其中', '东风村', 8], ['/', '  ', '其中', '东风村', 8]],
    ['keeps what stands beyond its width', [7, '东风村', '合计', '无', 8, 9], [7, '东风村', null, '无', null, 9]],
  ])('%s', async (_, cells, expected) => {
    expect(await left(...cells)).toEqual(expected);
  });

  test('is whole at the head of the sheet', async () => {
    const sheet = await sheetOf([
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ]);
    const lengths = (await rowsOf(sheet, wanted)).map(({ cells }) => cells.filter((cell) => cell !== null).length);
    expect(lengths).toEqual([5, 5, 3]);
  });

  test('holds each wanted cell as the whole row does, and nothing that the whole row does not', async () => {
    const cell = fc.oneof(fc.constantFrom(...words), fc.integer({ min: 0, max: 9 }), fc.constant(null));
    const table = fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const sheet = await sheetOf(cells);
        const some = new Map((await rowsOf(sheet, wanted)).map((row) => [row.number, row.cells]));
        for (const { number, cells: whole } of await rowsOf(sheet)) {
          const own = some.get(number) ?? [];
          for (const [column, value] of whole.entries()) {
            if (wanted.columns.has(column)) expect(own[column] ?? null).toBe(value);
            else expect([value, null]).toContain(own[column] ?? null);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { filesUnder, type Reading, readOurs } from '../corpus/reading.ts';
import { readTheirs } from '../corpus/sheetjs.ts';
import { FINDINGS_LETTERS, marked } from './marked.ts';
import { fileOf, rawParts } from './workbooks.ts';

const folder = process.env['FP_CHECK_CORPUS'];

/** The parts that a mark, a note or a sheet may touch; all others keep their bytes. */
const TOUCHABLE =
  /^(?:\[Content_Types\]\.xml|.*\.rels|.*\/?workbook\d*\.xml|.*styles\d*\.xml|.*sheet[^/]*\.xml|.*comments[^/]*\.xml|.*\.vml)$/i;

/** SheetJS cannot follow the relationships of these, and takes the first listed sheet for the part called sheet1.xml. */
const GUESSED_BY_SHEETJS: ReadonlySet<string> = new Set(['poi/58760.xlsx', 'poi/60825.xlsx']);

if (folder === undefined) {
  test.skip('copies of files from the wild: set FP_CHECK_CORPUS to their folder, or none is made', () => {});
} else {
  describe('a marked copy of a file from the wild', () => {
    test.each(filesUnder(folder, /\.xls[xm]$/i))('%s loses nothing, or is refused', async (name) => {
      const original = readFileSync(join(folder, name));
      const before = await readOurs(fileOf(original));
      if ('refusal' in before) return; // what cannot be read is not marked either
      const copy = await marked(original).catch(refusalOf);
      if (typeof copy === 'string') {
        expect(copy).toContain('--findings');
        return;
      }
      expect(await changedParts(original, copy)).toEqual([]);
      expect(differences(before, await readOurs(fileOf(copy)))).toEqual([]);
      if (!GUESSED_BY_SHEETJS.has(name))
        expect(differences(await readTheirs(fileOf(original)), await readTheirs(fileOf(copy)))).toEqual([]);
      const again = await marked(copy, { isAgain: true });
      expect(again.equals(copy)).toBe(true);
    });
  });
}

function refusalOf(error: unknown): string {
  if (error instanceof UsageError) return error.words.zh;
  throw error;
}

async function changedParts(original: Buffer, copy: Buffer): Promise<readonly string[]> {
  const [before, after] = [await rawParts(original), await rawParts(copy)];
  return [...before]
    .filter(([name, bytes]) => !TOUCHABLE.test(name) && !after.get(name)?.equals(bytes))
    .map(([name]) => name);
}

/** Cells that are not as they were, the column of findings apart. */
function differences(before: Reading, after: Reading): readonly unknown[] {
  if ('refusal' in before) return [];
  if ('refusal' in after) return [after.refusal];
  return [...before.sheets].flatMap(([name, cells]) => {
    const now = after.sheets.get(name);
    if (now === undefined) return [[name, 'is gone']];
    const added = [...now].filter(
      ([cell]) => !cells.has(cell) && !/^[A-Z]+/.exec(cell)?.[0].match(`^${FINDINGS_LETTERS}$`),
    );
    const changed = [...cells].filter(([cell, text]) => now.get(cell) !== text);
    return [...added, ...changed].map(([cell, text]) => [name, cell, text, now.get(cell)]);
  });
}

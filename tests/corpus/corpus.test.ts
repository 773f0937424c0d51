import { describe, expect, test } from 'vitest';
import { compareOne, readOne } from './comparison.ts';
import { filesUnder } from './reading.ts';

const folder = process.env['FP_CHECK_CORPUS'];

/** Every eighth file, and all that were made to do harm; `npm run corpus` reads every one. */
function sample(files: readonly string[]): readonly string[] {
  return files.filter((file, i) => i % 8 === 0 || file.startsWith('hostile/'));
}

if (folder === undefined) {
  test.skip('files from the wild: set FP_CHECK_CORPUS to their folder, or nothing is compared', () => {});
} else {
  describe('a file from the wild', () => {
    test.each(sample(filesUnder(folder, /\.(?:xlsx|xlsm)$/i)))(
      '%s is the same to two readers, or listed',
      async (file) => {
        expect((await compareOne(folder, file)).faults).toEqual([]);
      },
    );

    test.each(sample(filesUnder(folder, /\.(?:xls|ods|csv)$/i)))('%s opens, or is refused as listed', async (file) => {
      expect((await readOne(folder, file)).faults).toEqual([]);
    });
  });
}

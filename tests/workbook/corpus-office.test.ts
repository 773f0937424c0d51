import { describe, expect, test } from 'vitest';
import { compareCopies } from '../corpus/office-copies.ts';
import { whyNot } from './office.ts';

const folder = process.env['FP_CHECK_CORPUS'];
const missing = folder === undefined ? 'set FP_CHECK_CORPUS to the folder of the files' : whyNot('soffice');

/** One of each kind of thing that a program may stumble over; `npm run corpus` converts every file. */
const FILES = [
  'calamine/pivots.xlsx',
  'calamine/strict_iso_paths.xlsx',
  'calamine/vba.xlsm',
  'closedxml/AddingComments.xlsx',
  'closedxml/PivotTableWithoutSourceData-output.xlsx',
  'poi/45431.xlsm',
  'poi/55406_Conditional_formatting_sample.xlsx',
  'poi/DataValidationEvaluations.xlsx',
  'poi/SimpleWithComments.xlsx',
  'poi/WithThreeCharts.xlsx',
  'poi/commentTest.xlsx',
  'readxl/embedded-chartsheet.xlsx',
];

describe.skipIf(missing !== null)(`LibreOffice${missing === null ? '' : ` (SKIPPED: ${missing})`}`, () => {
  test('reads each sheet of a marked copy as that of the original', async () => {
    const outcomes = await compareCopies(folder ?? '', FILES);
    expect(outcomes).toEqual(FILES.map((file) => ({ file, result: 'equal', why: '' })));
  }, 600_000);
});

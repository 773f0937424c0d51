import { defaultLimits } from '../../src/parsers/limits.ts';
import { openZip } from '../../src/parsers/zip.ts';
import type { Tone } from '../../src/workbook/package/look.ts';
import { PackageParts } from '../../src/workbook/package/package-parts.ts';
import { isWorksheet, openWorkbookFile } from '../../src/workbook/package/workbook-file.ts';
import { PageWriter } from '../../src/workbook/pages/page-writer.ts';
import { placeOf } from '../../src/workbook/pages/sheet-name.ts';
import type { Finding, SheetMarks } from '../../src/workbook/register/sheet-marks.ts';
import { WorkbookPatch } from '../../src/workbook/workbook-patch.ts';
import { bytesOf, fileOf } from './workbooks.ts';

/** The column that marked workbooks get, beyond what any of the files uses. */
export const FINDINGS_COLUMN = 300;
export const FINDINGS_LETTERS = 'KO';

/** Marks on every worksheet of a workbook, whatever is in it: cells that are there and cells that are not. */
export async function marked(
  bytes: Uint8Array,
  { isAgain = false }: { readonly isAgain?: boolean } = {},
): Promise<Buffer> {
  const former = new Set(isAgain ? [0] : []);
  const archive = await openZip(fileOf(bytes), defaultLimits);
  const patch = await WorkbookPatch.open(archive, former);
  const problems = patch.freeName('问题明细');
  const worksheets = (await openWorkbookFile(new PackageParts(archive))).sheets.filter(isWorksheet);
  const numbers = worksheets.map(({ position }) => position).filter((number) => !former.has(number));
  await patch.mark(new Map(numbers.map((number) => [number, marksFor(problems, isAgain)])));
  const page = new PageWriter(
    {
      name: problems,
      widths: [20, 30],
      headerRow: 1,
      frozenColumns: 0,
      filter: { first: 0, last: 1 },
      merges: [],
      tab: 'A32020',
    },
    patch.styles,
    patch.namespace,
  );
  page.write({
    cells: [
      { value: '核查', look: {} },
      { value: { formula: '1+1', cached: 2 }, look: {} },
    ],
  });
  patch.putInFront([page.finish()]);
  return bytesOf(patch.result());
}

function marksFor(problems: string, isAgain: boolean): SheetMarks {
  return {
    tones: new Map<number, ReadonlyMap<number, Tone>>([
      [
        2,
        new Map<number, Tone>([
          [0, 'error'],
          [3, 'warning'],
        ]),
      ],
      [5, new Map<number, Tone>([[1, 'notice']])],
      [40, new Map<number, Tone>([[2, 'error']])],
    ]),
    notes: [
      { row: 1, column: 0, paragraphs: ['提示：第一格'] },
      { row: 2, column: 0, paragraphs: ['错误：一二三四五', '改法：<&>"'] },
      { row: 40, column: 2, paragraphs: ['错误：空白的一格'] },
    ],
    findings: {
      index: FINDINGS_COLUMN,
      header: '核查结果',
      headerRow: 1,
      lastRow: 50,
      cells: new Map<number, Finding>([
        [2, { text: '=错误', target: placeOf(problems, 'A2') }],
        [60, { text: '没有的行', target: null }],
      ]),
    },
    formerColumn: isAgain ? FINDINGS_COLUMN : null,
  };
}

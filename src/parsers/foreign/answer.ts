import type { Words } from '../../model/words.ts';
import { damaged, withPassword } from '../refusal.ts';
import { chineseDates } from './chinese-dates.ts';
import { convert } from './conversion.ts';
import type { ForeignAnswer, ForeignTask } from './message.ts';

/** Reads a workbook of a foreign format with SheetJS and answers its sheets one by one. */
export async function answerForeign(task: ForeignTask, answer: (answer: ForeignAnswer) => void): Promise<void> {
  const workbook = await parse(task);
  if ('refused' in workbook) return answer({ kind: 'refused', why: workbook.refused });
  for (const sheet of convert(workbook, task.limits)) {
    if ('refused' in sheet) return answer({ kind: 'refused', why: sheet.refused });
    answer({ kind: 'sheet', sheet });
  }
  answer({ kind: 'done' });
}

async function parse({ bytes }: ForeignTask) {
  const { read, set_cptable, SSF } = await import('@e965/xlsx');
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  for (const [id, code] of chineseDates) SSF.load(code, id);
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: true,
      cellStyles: true, // without it no row or column is known to be hidden
      sheetStubs: true, // without it formulas that have no value are left out
      codepage: CHINESE, // of an old .xls that does not say
    });
  } catch (error) {
    return { refused: wordsFor(error) };
  }
}

const CHINESE = 936;

/** SheetJS throws errors of all kinds at damaged files; only those about passwords tell what the user can do. */
function wordsFor(error: unknown): Words {
  const isLocked = error instanceof Error && /password|encrypt/i.test(error.message);
  return isLocked ? withPassword : damaged('文件内部的结构读不通', 'its inner structure cannot be followed');
}

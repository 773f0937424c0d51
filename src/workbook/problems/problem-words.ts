import type { Words } from '../../model/words.ts';
import { severityWords } from '../../reporters/labels.ts';
import type { Tone } from '../package/look.ts';

export const toneWords: Readonly<Record<Tone, Words>> = {
  ...severityWords,
  explained: { zh: '已说明', en: 'explained' },
};

export const problemHint: Words = {
  zh: '点“单元格”可跳到原处，点原表“核查结果”列可跳回本表。经核实无误的警告，在“说明”里写明情况；再次核查时，只要那个单元格没有改动，就单列为“已说明”，不再算作警告。“校验码”请勿改动。',
  en: 'The links under “Cell” lead to the place, those in the column 核查结果 back to this sheet. Where a warning proves right as it stands, say why under “Explanation”: when the workbook is checked again and the cell has not changed, the warning is listed apart as explained. Leave the check code as it is.',
};

export const problemHintElsewhere: Words = {
  zh: '原表不是工作簿，或不能在副本上标注：这里按工作表和单元格列出全部问题，请在原表中改正后再核查。',
  en: 'The ledger is no workbook, or no copy of it can be marked: all problems are listed by sheet and cell. Mend them in the ledger and check it again.',
};

/** A paragraph with its heading. */
export function headed(heading: Words, text: Words): Words {
  return { zh: `${heading.zh}：${text.zh}`, en: `${heading.en}: ${text.en}` };
}

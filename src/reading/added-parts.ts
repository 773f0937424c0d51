import type { Words } from '../model/words.ts';

/**
 * What an annotated copy adds to a workbook, as far as it must be known again when the workbook comes back: an added
 * sheet is known by the ending of its title, the column of findings by its header.
 */
export const TITLE_ENDINGS: Words = { zh: '（fp-check）', en: ' (fp-check)' };

/** The header of the column beside a register's last one: the same in every language. */
export const FINDINGS_HEADER = '核查结果';
/** The same where the register has a column of its own of that name. */
export const OTHER_FINDINGS_HEADER = `${FINDINGS_HEADER}（fp-check）`;

/** The headers of the list of problems, by what its columns hold. */
export const problemHeaders = {
  number: { zh: '序号', en: 'No.' },
  severity: { zh: '程度', en: 'Severity' },
  code: { zh: '代码', en: 'Code' },
  ledger: { zh: '台账', en: 'Ledger' },
  sheet: { zh: '工作表', en: 'Sheet' },
  cell: { zh: '单元格', en: 'Cell' },
  column: { zh: '列', en: 'Column' },
  message: { zh: '问题', en: 'Problem' },
  mend: { zh: '怎样改', en: 'How to mend it' },
  decides: { zh: '可定的指标', en: 'May decide' },
  explanation: { zh: '说明', en: 'Explanation' },
  check: { zh: '校验码', en: 'Check code' },
} as const satisfies Record<string, Words>;

export type ProblemColumn = keyof typeof problemHeaders;

export function isAddedTitle(text: string): boolean {
  return Object.values(TITLE_ENDINGS).some((ending) => text.endsWith(ending));
}

import type { Language, Words } from '../../model/words.ts';
import { TITLE_ENDINGS } from '../../reading/added-parts.ts';

/** The names of the added sheets: the same in every language, so that whoever looks for one finds it. */
export const pageNames = {
  summary: '核查摘要',
  problems: '问题明细',
  reading: '读取情况',
  definitions: '指标说明',
  villages: '村级结果',
  audit: '核算底稿',
} as const;

export type PageName = keyof typeof pageNames;

const titles: Readonly<Record<PageName, Words>> = {
  summary: { zh: '核查摘要', en: 'Summary of the check' },
  problems: { zh: '问题明细', en: 'Problems' },
  reading: { zh: '读取情况', en: 'What was read' },
  definitions: { zh: '指标说明', en: 'Measures explained' },
  villages: { zh: '村级结果', en: 'Villages' },
  audit: { zh: '核算底稿', en: 'Audit sheet' },
};

/** The title in the first cell of an added sheet; its ending is how the sheet is known when it comes back. */
export function titleOf(page: PageName, language: Language): string {
  return titles[page][language] + TITLE_ENDINGS[language];
}

/** What stands where a figure does not exist, and where it has no limit. */
export const NO_FIGURE = '无';
export const UNBOUNDED = '∞';

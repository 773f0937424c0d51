import {
  isInOrder,
  type SubmissionOddity,
  type SubmissionState,
  type SubmissionsReport,
  submissionOddities,
  submissionStates,
  type VillageSubmission,
} from '../model/submissions.ts';
import type { Language, Words } from '../model/words.ts';
import { words } from './labels.ts';

export const stateWords: Readonly<Record<SubmissionState, Words>> = {
  missing: words('缺', 'missing'),
  unreadable: words('打不开', 'unreadable'),
  empty: words('空', 'empty'),
  late: words('迟交', 'late'),
  unexpected: words('不在名单', 'not on the list'),
  received: words('收到', 'received'),
};

const oddityWords: Readonly<Record<SubmissionOddity, Words>> = {
  unchanged: words('与上月一字不差', 'the same as last month'),
  copied: words('与另一村一字不差', 'the same as another village'),
  twice: words('在两本台账里都有', 'in two ledgers at once'),
};

/** How many villages sent what they should, and how many did not: one sentence. */
export function submissionsSummary({ summary, due }: SubmissionsReport, language: Language): string {
  const zh = language === 'zh';
  const states = [...submissionStates].reverse().map((state) => [stateWords[state][language], summary[state]] as const);
  const odd = submissionOddities.map((oddity) => [oddityWords[oddity][language], summary[oddity]] as const);
  const stray = [zh ? '另有打不开的文件' : 'unreadable files besides', summary.strayFiles] as const;
  const told = [...states, ...odd, stray].filter(([, number], index) => index === 0 || number > 0);
  const expected = zh ? `应交 ${summary.expected} 村` : `${summary.expected} villages expected`;
  const until = due === null ? '' : zh ? `（截止 ${due}）` : ` (by ${due})`;
  const counts = told.map(([word, number]) => `${word} ${number}`).join(zh ? '，' : ', ');
  return `${expected}${until}${zh ? '：' : ': '}${counts}`;
}

/** What is to be said of a village beside its state; empty where all is well. */
export function submissionRemarks(village: VillageSubmission, language: Language): string {
  const zh = language === 'zh';
  const { state, received, oddities, copyOf, files } = village;
  const remarks = [
    state === 'late' && received !== null ? (zh ? `${received} 收到` : `received on ${received}`) : '',
    ...oddities.map((oddity) =>
      oddity === 'copied' && copyOf !== null
        ? zh
          ? `与“${copyOf}”一字不差`
          : `the same as “${copyOf}”`
        : oddityWords[oddity][language],
    ),
    files.join(zh ? '、' : ', '),
  ];
  return remarks.filter((remark) => remark !== '').join(zh ? '；' : '; ');
}

/** The villages to be followed up. */
export function toFollowUp({ villages }: SubmissionsReport): readonly VillageSubmission[] {
  return villages.filter((village) => !isInOrder(village));
}

/** A village's name with its code and town, as far as there are any. */
export function submitterText({ code, name, town }: VillageSubmission): string {
  return [town, name, code === name ? null : code].filter((part) => part !== null).join(' ');
}

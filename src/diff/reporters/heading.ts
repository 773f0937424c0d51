import type { Language, Words } from '../../model/words.ts';
import { labels } from '../../reporters/labels.ts';
import type { ComparedMonth, Difference } from '../difference.ts';

export const TITLE: Words = { zh: '两个月之间的变化', en: 'What happened between two months' };
export const NOTHING_CHANGED: Words = { zh: '没有任何变化。', en: 'Nothing has changed.' };

/** What was compared with what. */
export function facts({ before, after, only }: Difference, language: Language): readonly (readonly [Words, string])[] {
  return [
    [{ zh: '此前', en: 'Before' }, monthText(before, language)],
    [{ zh: '现在', en: 'After' }, monthText(after, language)],
    ...(only === null ? [] : [[labels.only, only.join(', ')] as const]),
  ];
}

function monthText({ period, profile, ledgers }: ComparedMonth, language: Language): string {
  const span = `${period.from}${labels.to[language]}${period.to}`;
  const files = ledgers.map(({ file }) => file).join(language === 'zh' ? '、' : ', ');
  const standard = `${labels.profile[language]} ${profile.name}`;
  return [span, files, standard].join(language === 'zh' ? '，' : ', ');
}

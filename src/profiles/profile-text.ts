import { measures, nameIn } from '../indicators/catalogue.ts';
import type { Language } from '../model/words.ts';
import { builtInNames, builtInProfile } from './built-in-profiles.ts';
import { labels, shortWindows } from './explanation-labels.ts';
import type { Profile } from './profile.ts';
import { printThreshold } from './threshold.ts';

/** The built-in profiles, a row each: the name, how many measures it judges, and its document. */
export function profileRows(language: Language): readonly (readonly string[])[] {
  return builtInNames.map((name) => {
    const profile = builtInProfile(name);
    const judged = measures.filter(({ id }) => profile.measures[id].threshold !== null).length;
    return [name, `${judged}/${measures.length}`, profile.title[language]];
  });
}

/** The day on which the counting year of a profile begins, as a configuration writes it. */
export function yearStartText({ yearStart: { month, date } }: Profile, language: Language): string {
  const text = [month, date].map((number) => String(number).padStart(2, '0')).join('-');
  return { zh: `统计年度从 ${text} 开始`, en: `The counting year begins on ${text}` }[language];
}

/** One profile measure by measure: its threshold, its window where it is not the measure's own, its least base and its source. */
export function measureRows(profile: Profile, language: Language): readonly (readonly string[])[] {
  return measures.map((measure) => {
    const { id, unit } = measure;
    const { threshold, window, minN, source } = profile.measures[id];
    const name = nameIn(measure, window);
    const special = [
      ...(window === measure.window ? [] : [` [${labels.window[language]} ${shortWindows[window][language]}]`]),
      ...(minN === 0 ? [] : [` [${labels.leastBase[language]} ${minN}]`]),
    ].join('');
    const printed = threshold === null ? 'off' : printThreshold(threshold, unit);
    return [id, printed, [name[language] + special, ...(source === null ? [] : [source[language]])].join('  ')];
  });
}

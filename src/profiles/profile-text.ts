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

/** One profile in full: every measure with its threshold, its window where it is not the measure's own, and its source. */
export function measureRows(profile: Profile, language: Language): readonly (readonly string[])[] {
  return measures.map((measure) => {
    const { id, unit } = measure;
    const { threshold, window, source } = profile.measures[id];
    const name = nameIn(measure, window);
    const special = window === measure.window ? '' : ` [${labels.window[language]} ${shortWindows[window][language]}]`;
    const printed = threshold === null ? 'off' : printThreshold(threshold, unit);
    return [id, printed, [name[language] + special, ...(source === null ? [] : [source[language]])].join('  ')];
  });
}

import { measures } from '../indicators/catalogue.ts';
import type { Language } from '../model/words.ts';
import { builtInNames, builtInProfile } from './built-in-profiles.ts';
import { labels, shortWindows } from './explanation-labels.ts';
import type { Profile } from './profile.ts';
import { printThreshold } from './threshold.ts';

/** The built-in profiles, a line each: the name, how many measures it judges, and its document. */
export function profileList(language: Language): string {
  const width = Math.max(...builtInNames.map((name) => name.length));
  const lines = builtInNames.map((name) => {
    const profile = builtInProfile(name);
    const judged = measures.filter(({ id }) => profile.measures[id].threshold !== null).length;
    return `${name.padEnd(width)}  ${String(judged).padStart(2)}/${measures.length}  ${profile.title[language]}`;
  });
  return `${lines.join('\n')}\n`;
}

/** One profile in full: every measure with its threshold, its window where it is not the measure's own, and its source. */
export function profileText(profile: Profile, language: Language): string {
  const rows = measures.map(({ id, unit, name, window: own }) => {
    const { threshold, window, source } = profile.measures[id];
    return {
      id,
      threshold: threshold === null ? 'off' : printThreshold(threshold, unit),
      remark: [
        name[language],
        ...(window === own ? [] : [`[${labels.window[language]} ${shortWindows[window][language]}]`]),
        ...(source === null ? [] : [source[language]]),
      ].join('  '),
    };
  });
  const width = Math.max(...rows.map(({ threshold }) => threshold.length));
  const lines = rows.map(({ id, threshold, remark }) => `${id.padEnd(4)} ${threshold.padEnd(width)}  ${remark}`);
  return `${[profile.name, profile.title[language], '', ...lines].join('\n')}\n`;
}

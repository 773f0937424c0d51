import { nearest } from '../model/nearest.ts';
import { UsageError } from '../model/usage-error.ts';
import { NO_OWN_WORDS, type OwnWords } from '../records/vocabulary.ts';
import { builtInNames, builtInProfile, isBuiltIn } from './built-in-profiles.ts';
import type { Profile } from './profile.ts';

/** What a run is set to: whose thresholds, in whose words. */
export interface Settings {
  readonly profile: Profile;
  readonly own: OwnWords;
  /** The period as the configuration writes it; `null` where it names none. */
  readonly period: string | null;
  /** Limits on what is read, by name, as the configuration writes them. */
  readonly limits: Readonly<Record<string, string>>;
}

/** The settings of a run without a configuration. */
export function defaultSettings(profileName: string): Settings {
  return { profile: namedProfile(profileName), own: NO_OWN_WORDS, period: null, limits: {} };
}

/** What to tell somebody who typed the name of a profile that there is not. */
export function unknownProfile(name: string): UsageError {
  const meant = nearest(name, builtInNames);
  return new UsageError({
    zh: `没有叫“${name}”的标准。${meant === null ? '' : `是不是“${meant}”？`}可用的有：${builtInNames.join('、')}；也可以写一个 .yaml 或 .json 文件。`,
    en: `There is no profile “${name}”.${meant === null ? '' : ` Did you mean “${meant}”?`} Built in are ${builtInNames.join(', ')}; a .yaml or .json file may be named too.`,
  });
}

function namedProfile(name: string): Profile {
  if (!isBuiltIn(name)) throw unknownProfile(name);
  return builtInProfile(name);
}

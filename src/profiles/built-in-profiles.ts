import { district17 } from './built-in/district-17.ts';
import { type Profile, type PublishedList, profileOf } from './profile.ts';

const lists = {
  'district-17': district17,
} as const satisfies Readonly<Record<string, PublishedList>>;

export type BuiltInName = keyof typeof lists;

export const DEFAULT_PROFILE: BuiltInName = 'district-17';

export const builtInNames = Object.keys(lists) as readonly BuiltInName[]; // keyof is exact: the object is a literal

export function isBuiltIn(name: string): name is BuiltInName {
  return Object.hasOwn(lists, name);
}

export function builtInProfile(name: BuiltInName): Profile {
  return profileOf(name, lists[name]);
}

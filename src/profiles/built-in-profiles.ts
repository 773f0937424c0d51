import { bureau } from './built-in/bureau.ts';
import { community } from './built-in/community.ts';
import { district16 } from './built-in/district-16.ts';
import { district17 } from './built-in/district-17.ts';
import { districtOutreach } from './built-in/district-outreach.ts';
import { districtResults } from './built-in/district-results.ts';
import { districtServices } from './built-in/district-services.ts';
import { newArea } from './built-in/new-area.ts';
import { township } from './built-in/township.ts';
import { townshipStrict } from './built-in/township-strict.ts';
import { type Profile, type PublishedList, profileOf } from './profile.ts';

const lists = {
  'district-17': district17,
  'district-16': district16,
  township,
  community,
  'township-strict': townshipStrict,
  'district-services': districtServices,
  bureau,
  'new-area': newArea,
  'district-results': districtResults,
  'district-outreach': districtOutreach,
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

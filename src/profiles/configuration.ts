import { nearest } from '../model/nearest.ts';
import { UsageError } from '../model/usage-error.ts';
import { builtInNames, DEFAULT_PROFILE, isBuiltIn } from './built-in-profiles.ts';
import { refusal, unknownWord } from './configuration-problem.ts';
import { type ConfigurationFile, type Layer, readLayer } from './layer.ts';
import { layered } from './layered-settings.ts';
import { defaultSettings, type Settings, unknownProfile } from './settings.ts';

export type { ConfigurationFile } from './layer.ts';

export interface ConfigurationContext {
  /** The profile that the command line names: it takes the place of the configuration's own. */
  readonly profile?: string;
  /** The limits there are. Without them, any name is let through. */
  readonly limitNames?: readonly string[];
  /** The file that is named in another (`null`: on the command line), or `undefined` where there is none. */
  readProfile(reference: string, from: ConfigurationFile | null): Promise<ConfigurationFile | undefined>;
}

/** The settings that a configuration and the profiles it builds on make; without one, those of the profile named. */
export async function readConfiguration(
  file: ConfigurationFile | null,
  context: ConfigurationContext,
): Promise<Settings> {
  const named = context.profile ?? null;
  if (file === null) return settingsNamed({ name: named ?? DEFAULT_PROFILE, from: null, chain: [] }, context);
  const layer = readLayer(file, context.limitNames);
  const base =
    named === null
      ? await baseOf(layer, [layer], context)
      : await settingsNamed({ name: named, from: null, chain: [layer] }, context);
  return layered(base, layer, layer.configuration.name ?? base.profile.name);
}

/** A profile as some file, or the command line, names it. */
interface Reference {
  readonly name: string;
  /** `null` for the command line. */
  readonly from: Layer | null;
  /** The files that led here. */
  readonly chain: readonly Layer[];
}

function baseOf(layer: Layer, chain: readonly Layer[], context: ConfigurationContext): Promise<Settings> {
  const { extends: extended, profile } = layer.configuration;
  return settingsNamed({ name: extended ?? profile ?? DEFAULT_PROFILE, from: layer, chain }, context);
}

async function settingsNamed(reference: Reference, context: ConfigurationContext): Promise<Settings> {
  const { name, from, chain } = reference;
  if (isBuiltIn(name)) return defaultSettings(name);
  if (!isFileName(name)) throw unknownBase(reference);
  const file = await context.readProfile(name, from?.file ?? null);
  if (file === undefined) throw missingFile(reference);
  if (chain.some((layer) => layer.file.path === file.path)) throw circle(reference, file);
  const layer = readLayer(file, context.limitNames);
  const base = await baseOf(layer, [...chain, layer], context);
  return layered(base, layer, layer.configuration.name ?? file.name.replace(/^.*[\\/]|\.[^.]*$/gu, ''));
}

function isFileName(name: string): boolean {
  return /[\\/]|\.(ya?ml|json)$/iu.test(name);
}

function unknownBase({ name, from }: Reference): UsageError {
  if (from === null) return unknownProfile(name);
  const words = unknownWord(
    name,
    { zh: '标准', en: 'profile' },
    { meant: nearest(name, builtInNames), all: builtInNames },
  );
  return refusal(from.file.name, [{ line: lineOfBase(from), words }]);
}

function missingFile({ name, from }: Reference): UsageError {
  const words = { zh: `找不到标准文件“${name}”`, en: `there is no profile file “${name}”` };
  if (from === null) return new UsageError({ zh: `${words.zh}。`, en: `There is no profile file “${name}”.` });
  return refusal(from.file.name, [{ line: lineOfBase(from), words }]);
}

function circle({ from, chain }: Reference, file: ConfigurationFile): UsageError {
  const first = chain.findIndex((layer) => layer.file.path === file.path);
  const way = [...chain.slice(first).map((layer) => layer.file.name), file.name].join(' → ');
  const words = { zh: `extends 绕成了一圈：${way}`, en: `extends runs in a circle: ${way}` };
  if (from === null)
    return new UsageError({
      zh: `${words.zh}。`,
      en: `The command line names the configuration itself as its profile: ${way}.`,
    });
  return refusal(from.file.name, [{ line: lineOfBase(from), words }]);
}

function lineOfBase({ configuration, lineOf }: Layer): number {
  return lineOf([configuration.extends === undefined ? 'profile' : 'extends']);
}

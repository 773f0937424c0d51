import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { defaultLimits } from '../parsers/limits.ts';
import { DEFAULT_PROFILE, isBuiltIn } from '../profiles/built-in-profiles.ts';
import { defaultSettings, type Settings } from '../profiles/settings.ts';
import { fileError } from './file-error.ts';

export const CONFIGURATION = 'fp-check.config.yaml';

export interface SettingsRequest {
  readonly cwd: string;
  /** The configuration that the user named. `undefined`: looked for from the working folder upward; `null`: none. */
  readonly config: string | null | undefined;
  readonly profile: string | undefined;
}

/** The settings of a run. The code that reads configurations is loaded only where there is one. */
export async function readSettings({ cwd, config, profile }: SettingsRequest): Promise<Settings> {
  const file = await configurationFile(cwd, config);
  if (file === undefined && (profile === undefined || isBuiltIn(profile)))
    return defaultSettings(profile ?? DEFAULT_PROFILE);
  const { readConfiguration } = await import('../profiles/configuration.ts');
  return readConfiguration(file ?? null, {
    ...(profile === undefined ? {} : { profile }),
    limitNames: Object.keys(defaultLimits),
    readProfile: (reference, from) =>
      readIfThere(resolve(from === null ? cwd : dirname(from.path), reference), reference),
  });
}

interface NamedText {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

async function configurationFile(cwd: string, config: string | null | undefined): Promise<NamedText | undefined> {
  if (config === null) return undefined;
  return config === undefined ? findConfiguration(cwd) : readNamed(cwd, config);
}

async function findConfiguration(cwd: string): Promise<NamedText | undefined> {
  const found = await readIfThere(join(cwd, CONFIGURATION), CONFIGURATION);
  return found !== undefined || dirname(cwd) === cwd ? found : findConfiguration(dirname(cwd));
}

async function readNamed(cwd: string, name: string): Promise<NamedText> {
  const path = resolve(cwd, name);
  try {
    return { path, name, text: await readFile(path, 'utf8') };
  } catch (error) {
    throw fileError(error, name);
  }
}

async function readIfThere(path: string, name: string): Promise<NamedText | undefined> {
  try {
    return { path, name, text: await readFile(path, 'utf8') };
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined;
    throw fileError(error, name);
  }
}

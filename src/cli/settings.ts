import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { defaultLimits } from '../parsers/limits.ts';
import { DEFAULT_PROFILE, isBuiltIn } from '../profiles/built-in-profiles.ts';
import { defaultSettings, type Settings } from '../profiles/settings.ts';
import { codeOf, fileError } from './file-error.ts';
import type { Files } from './files.ts';
import type { Io } from './io.ts';

export const CONFIGURATION = 'fp-check.config.yaml';

export interface SettingsRequest {
  readonly io: Pick<Io, 'cwd' | 'files'>;
  /** The configuration that the user named. `undefined`: looked for from the working folder upward; `null`: none. */
  readonly config: string | null | undefined;
  readonly profile: string | undefined;
}

export interface SettingsRead extends Settings {
  /** The paths of the files that they are from: as little to be written to as any other input. */
  readonly files: readonly string[];
  /** The configuration, as it is named to a person; `null` where there is none. */
  readonly configuration: string | null;
}

/** The settings of a run. The code that reads configurations is loaded only where there is one. */
export async function readSettings({ io, config, profile }: SettingsRequest): Promise<SettingsRead> {
  const file = await configurationFile(io, config);
  if (file === undefined && (profile === undefined || isBuiltIn(profile)))
    return { ...defaultSettings(profile ?? DEFAULT_PROFILE), files: [], configuration: null };
  const { readConfiguration } = await import('../profiles/configuration.ts');
  const files = file === undefined ? [] : [file.path];
  const settings = await readConfiguration(file ?? null, {
    ...(profile === undefined ? {} : { profile }),
    limitNames: Object.keys(defaultLimits),
    readProfile: (reference, from) => {
      const path = resolve(from === null ? io.cwd : dirname(from.path), reference);
      files.push(path);
      return readIfThere(path, reference, io.files);
    },
  });
  return { ...settings, files, configuration: file?.name ?? null };
}

interface NamedText {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

async function configurationFile(
  { cwd, files }: SettingsRequest['io'],
  config: string | null | undefined,
): Promise<NamedText | undefined> {
  if (config === null) return undefined;
  return config === undefined ? findConfiguration(cwd, cwd, files) : readNamed(resolve(cwd, config), config, files);
}

/** Looks from a folder upward. What is found is named as seen from the working folder. */
async function findConfiguration(cwd: string, folder: string, files: Files): Promise<NamedText | undefined> {
  const path = join(folder, CONFIGURATION);
  const found = await readIfThere(path, relative(cwd, path).split(sep).join('/'), files);
  return found !== undefined || dirname(folder) === folder ? found : findConfiguration(cwd, dirname(folder), files);
}

/** An absolute name by its last part, so that no report tells of this machine. */
function shownName(name: string): string {
  return isAbsolute(name) ? basename(name) : name;
}

async function readNamed(path: string, name: string, files: Files): Promise<NamedText> {
  try {
    return { path, name: shownName(name), text: await files.readFile(path, 'utf8') };
  } catch (error) {
    throw fileError(error, name);
  }
}

async function readIfThere(path: string, name: string, files: Files): Promise<NamedText | undefined> {
  try {
    return { path, name: shownName(name), text: await files.readFile(path, 'utf8') };
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw fileError(error, name);
  }
}

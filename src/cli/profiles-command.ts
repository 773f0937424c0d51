import { profileList, profileText } from '../profiles/profile-text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { write } from './io.ts';
import { readSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';
import { wrapped } from './wrapped.ts';

/** Lists the built-in profiles, or shows one in full: a built-in one, or a file. */
export async function profilesCommand(name: string | undefined, { io, language }: Surroundings): Promise<ExitCode> {
  if (name === undefined) {
    await write(io.stdout, wrapped(profileList(language), io));
    return exitCodes.clean;
  }
  const { profile } = await readSettings({ cwd: io.cwd, config: null, profile: name });
  await write(io.stdout, wrapped(profileText(profile, language), io));
  return exitCodes.clean;
}

import { measureRows, profileRows, yearStartText } from '../profiles/profile-text.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { write } from './io.ts';
import { plainTable } from './plain-table.ts';
import { readSettings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

/** Lists the built-in profiles, or shows one in full: a built-in one, or a file. */
export async function profilesCommand(name: string | undefined, { io, language }: Surroundings): Promise<ExitCode> {
  if (name === undefined) {
    await write(io.stdout, plainTable(profileRows(language), io));
    return exitCodes.clean;
  }
  const { profile } = await readSettings({ io, config: null, profile: name });
  const heading = `${profile.name}\n${profile.title[language]}\n${yearStartText(profile, language)}\n\n`;
  await write(io.stdout, heading + plainTable(measureRows(profile, language), io));
  return exitCodes.clean;
}

import { initialConfiguration } from '../profiles/initial-configuration.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { write } from './io.ts';
import { Outputs } from './outputs.ts';
import { CONFIGURATION } from './settings.ts';
import { withCleanUp } from './signals.ts';
import type { Surroundings } from './surroundings.ts';

/** Writes a commented configuration into the working folder. */
export async function initCommand(
  { force }: { readonly force?: boolean },
  { io, language }: Surroundings,
): Promise<ExitCode> {
  const outputs = new Outputs(io, []);
  await withCleanUp(outputs, async () => {
    await outputs.stage({ path: CONFIGURATION, content: initialConfiguration(language), replaces: force ?? false });
    await outputs.publish();
  });
  const said = { zh: `写好了 ${CONFIGURATION}。`, en: `Wrote ${CONFIGURATION}.` };
  await write(io.stderr, `${said[language]}\n`);
  return exitCodes.clean;
}

import { UsageError } from '../model/usage-error.ts';
import { templateWorkbook } from '../workbook/template.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { write } from './io.ts';
import { Outputs } from './outputs.ts';
import { withCleanUp } from './signals.ts';
import type { Surroundings } from './surroundings.ts';
import { refuseOtherEnding } from './workbook-name.ts';

export interface RawTemplateOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/** Writes an empty standard ledger: to a file, or into a pipe. */
export async function templateCommand(
  { output, force = false }: RawTemplateOptions,
  { io, language }: Surroundings,
): Promise<ExitCode> {
  if (output === undefined) {
    if (io.stdout.isTTY === true) throw needsFile();
    await write(io.stdout, await templateWorkbook(language));
    return exitCodes.clean;
  }
  const outputs = new Outputs(io, []);
  await withCleanUp(outputs, async () => {
    await outputs.refuse(output, force);
    refuseOtherEnding(output);
    await outputs.stage({ path: output, content: await templateWorkbook(language), replaces: force });
    await outputs.publish();
  });
  const said = { zh: `写好了 ${output}。`, en: `Wrote ${output}.` };
  await write(io.stderr, `${said[language]}\n`);
  return exitCodes.clean;
}

function needsFile(): UsageError {
  return new UsageError({
    zh: '模板是工作簿，不能显示在屏幕上。请写明文件：fp-check template -o ledger.xlsx',
    en: 'The template is a workbook, which a screen cannot show. Name a file: fp-check template -o ledger.xlsx',
  });
}

import { extname } from 'node:path';
import { UsageError } from '../model/usage-error.ts';

/** Refuses a name that would hide what is written: under another ending no program would open the workbook. */
export function refuseOtherEnding(path: string): void {
  const ending = extname(path);
  if (ending.toLowerCase() === '.xlsx') return;
  const better = `${path.slice(0, path.length - ending.length)}.xlsx`;
  throw new UsageError({
    zh: `要写入“${path}”的是一个工作簿，名称须以 .xlsx 结尾，如“${better}”。`,
    en: `What would be written to “${path}” is a workbook, whose name must end in .xlsx: “${better}”, say.`,
  });
}

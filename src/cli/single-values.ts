import type { Command, Option } from 'commander';
import { UsageError } from '../model/usage-error.ts';

/** Keeps every value of an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** Lets every other option of a command have one value: the last would silently win. */
export function refuseRepeated({ options }: Command): void {
  for (const option of options)
    if ((option.required || option.optional) && option.parseArg !== collect) option.argParser(onlyOnce(option));
}

function onlyOnce({ long, parseArg }: Option) {
  return (value: string, before: unknown) => {
    if (before !== undefined) throw isRepeated(long ?? '', [String(before), value]);
    return parseArg === undefined ? value : parseArg(value, before);
  };
}

function isRepeated(option: string, [first, second]: readonly [string, string]): UsageError {
  return new UsageError({
    zh: `${option} 写了两次：“${first}”和“${second}”。请只写一次。`,
    en: `${option} is given twice: “${first}” and “${second}”. Give it once.`,
  });
}

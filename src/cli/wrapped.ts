import { wrap } from '../reporters/wrapping.ts';
import type { Io } from './io.ts';
import { columnsOf } from './screen.ts';

/** A text's lines wrapped to the screen, each set in as it was. */
export function wrapped(text: string, io: Io): string {
  const columns = columnsOf(io);
  return text
    .split('\n')
    .flatMap((line) => {
      const indent = /^\s*/.exec(line)?.[0] ?? '';
      return wrap(line.slice(indent.length), columns - indent.length).map((part) => (indent + part).trimEnd());
    })
    .join('\n');
}

import { Socket } from 'node:net';
import type { Io } from './io.ts';

/** Whether what is printed goes to another program, which may be a pager on the same terminal. Into a file it does not. */
export function isPiped({ stdout }: Pick<Io, 'stdout'>): boolean {
  return stdout.isTTY !== true && stdout instanceof Socket;
}

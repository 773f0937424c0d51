import * as system from 'node:fs/promises';

type Call =
  | 'appendFile'
  | 'link'
  | 'open'
  | 'readdir'
  | 'readFile'
  | 'readlink'
  | 'realpath'
  | 'rename'
  | 'rm'
  | 'stat'
  | 'truncate';

/** Every call to the file system that this program makes: so that a test can see what comes of each that fails. */
export type Files = Pick<typeof system, Call>;

export const systemFiles: Files = system;

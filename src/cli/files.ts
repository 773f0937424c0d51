import {
  appendFile,
  link,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  truncate,
} from 'node:fs/promises';

/** Every call to the file system that this program makes: so that a test can see what comes of each that fails. */
export const systemFiles = {
  appendFile,
  link,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  truncate,
};

export type Files = typeof systemFiles;

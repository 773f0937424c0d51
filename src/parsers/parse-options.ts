import type { Keeping } from './keeping.ts';
import type { Limits } from './limits.ts';

/** What opening a file needs to know of the run. */
export interface ParseOptions {
  /** How many known columns the fields of a row name: picks the separator of CSV. */
  readonly scoreHeader: (fields: readonly string[]) => number;
  /** The encoding of CSV as the user names it. */
  readonly encoding?: string | undefined;
  readonly limits: Limits;
  /** Shared by the files that are open at once; a file opened alone has all the room. */
  readonly keeping?: Keeping | undefined;
  /** From how many bytes a sheet may be opened ahead of what stands behind its rows; none where nobody asks for it later. */
  readonly aheadFrom?: number | undefined;
  /** When the file's turn comes, where it is opened ahead: what cannot be opened without being read as a whole waits for it. */
  readonly turn?: Promise<void> | undefined;
}

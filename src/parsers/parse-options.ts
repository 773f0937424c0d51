import type { Keeping } from './keeping.ts';
import type { Limits } from './limits.ts';

/** What opening a file needs to know of the run. */
export interface ParseOptions {
  /** How many known columns the fields of a row name: picks the separator of CSV. */
  readonly scoreHeader: (fields: readonly string[]) => number;
  /** The encoding of CSV, if it was named: by the label that TextDecoder knows. */
  readonly encoding?: string | undefined;
  readonly limits: Limits;
  /** Shared by the files that are open at once; a file opened alone has all the room. */
  readonly keeping?: Keeping | undefined;
  /** Where sheets may be opened ahead of what stands behind their rows: by whoever asks for it later. */
  readonly ahead?: Ahead | undefined;
  /** When the file's turn comes, where it is opened ahead: what cannot be opened without being read as a whole waits for it. */
  readonly turn?: Promise<void> | undefined;
}

/** Sheets that are opened ahead of what stands behind their rows. */
export interface Ahead {
  /** How many bytes a sheet has at least that is opened so. */
  readonly from: number;
  /** Set when one is. */
  isUsed: boolean;
}

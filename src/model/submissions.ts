import type { Words } from './words.ts';

/** What came of a village that was expected, the worst first; `unexpected` is a village that is not on the list. */
export const submissionStates = ['missing', 'unreadable', 'empty', 'late', 'unexpected', 'received'] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** What is odd in records that came: unchanged since last month, another village's, or in two ledgers at once. */
export const submissionOddities = ['unchanged', 'copied', 'twice'] as const;
export type SubmissionOddity = (typeof submissionOddities)[number];

export interface VillageSubmission {
  readonly code: string | null;
  readonly name: string;
  readonly town: string | null;
  readonly state: SubmissionState;
  /** The day that the list gives; `null` where it gives none. */
  readonly received: string | null;
  readonly files: readonly string[];
  readonly oddities: readonly SubmissionOddity[];
  /** The village whose records these are, word for word. */
  readonly copyOf: string | null;
  /** How many rows each register has for the village. */
  readonly rows: Readonly<Record<string, number>>;
}

/** What was expected of a month, and what came. */
export interface SubmissionsReport {
  readonly due: string | null;
  /** The registers of the completeness matrix: those of which any village has rows. */
  readonly registers: readonly string[];
  readonly villages: readonly VillageSubmission[];
  /** Files that could not be read, and whose village their names do not tell. */
  readonly unreadable: readonly { readonly file: string; readonly reason: Words }[];
  /** How many villages have each state and oddity, and how many files are unreadable besides. */
  readonly summary: Readonly<Record<SubmissionState | SubmissionOddity | 'expected' | 'strayFiles', number>>;
}

/** Whether anything is to be followed up. */
export function isComplete({ villages, unreadable }: SubmissionsReport): boolean {
  return unreadable.length === 0 && villages.every(isInOrder);
}

export function isInOrder({ state, oddities }: VillageSubmission): boolean {
  return state === 'received' && oddities.length === 0;
}

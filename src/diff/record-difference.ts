import type { Words } from '../model/words.ts';

/** Where a record stands: never what it says. */
export interface Address {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** Records of one register and village that changed in one way. `addresses` names the first of them, `count` is all. */
export interface RecordGroup {
  readonly register: string;
  readonly registers: Words;
  readonly area: { readonly code: string | null; readonly name: string };
  readonly count: number;
  /** In the later ledgers; of records that left, in the earlier. */
  readonly addresses: readonly Address[];
}

/** Records of a month that was closed. */
export interface ClosedGroup extends RecordGroup {
  /** The month, or the year where no more is known. */
  readonly month: string;
}

export interface EditedColumn {
  readonly key: string;
  readonly column: string;
  readonly count: number;
}

/** One record that was edited. */
export interface Edit {
  readonly before: Address;
  readonly after: Address;
  /** The columns that changed; what they held only where the user asked for values. */
  readonly columns: readonly {
    readonly key: string;
    readonly column: string;
    readonly values?: { readonly before: string; readonly after: string };
  }[];
}

export interface EditedGroup extends RecordGroup {
  readonly columns: readonly EditedColumn[];
  readonly edits: readonly Edit[];
}

/** Ids that a village has twice in a register: the further records are not counted, nor compared. */
export interface DuplicateGroup {
  readonly register: string;
  readonly registers: Words;
  readonly area: { readonly code: string | null; readonly name: string };
  readonly before: number;
  readonly after: number;
  readonly addresses: readonly Address[];
}

/** What changed in the form of the ledgers. */
export type SchemaChange =
  | {
      readonly kind: 'register-added' | 'register-removed';
      readonly register: string;
      /** The required columns that are why the other month's sheet cannot be read. */
      readonly lacks: readonly string[];
    }
  | {
      readonly kind: 'column-added' | 'column-removed';
      readonly register: string;
      readonly column: string;
      readonly key: string;
    }
  | {
      readonly kind: 'column-renamed';
      readonly register: string;
      readonly from: string;
      readonly to: string;
      /** Whether the column is read under its new name. */
      readonly isRead: boolean;
    }
  | {
      readonly kind: 'unread-column-added' | 'unread-column-removed';
      readonly register: string;
      readonly column: string;
    };

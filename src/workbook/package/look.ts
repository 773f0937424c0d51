/** How a cell of an added sheet looks. What is left out is as in any cell. */
export interface Look {
  readonly size?: number;
  readonly bold?: boolean;
  readonly isLink?: boolean;
  /** Six hexadecimal digits. */
  readonly colour?: string;
  readonly fill?: string;
  readonly hasBorder?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  readonly wraps?: boolean;
  /** The number format; text by default. */
  readonly format?: string;
  /** True for a cell that is meant to be filled in. */
  readonly isOpen?: boolean;
}

/** What a mark on a cell says by its colour. */
export type Tone = 'error' | 'warning' | 'notice' | 'explained';

/**
 * The colours of the marks, each a hair off the usual ones: a cell with such a fill was marked by this program, and the
 * mark can be taken off again.
 */
export const toneColours: Readonly<Record<Tone, string>> = {
  error: 'FFFFC9CA',
  warning: 'FFFFE8A2',
  notice: 'FFD9E8FA',
  explained: 'FFE4E6E1',
};

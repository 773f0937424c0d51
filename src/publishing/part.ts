import type { Figures } from '../model/report.ts';

/** A number that the figures of a measure tell: shown, or worked out of two that are. */
export type PartName = 'numerator' | 'denominator' | 'rest' | 'both' | 'unset';

/** One part of one measure. */
export interface Part {
  readonly measure: string;
  readonly name: PartName;
}

/** The number of a part in an area. `null` where the figures do not tell it: they are not there, or suppressed. */
export function partOf(figures: Figures | undefined, name: PartName): number | null {
  if (figures === undefined) return null;
  const { numerator, denominator, unknown } = figures;
  switch (name) {
    case 'numerator':
      return numerator;
    case 'denominator':
      return denominator;
    case 'rest':
      return numerator === null || denominator === null ? null : denominator - numerator;
    case 'both':
      return numerator === null || denominator === null ? null : numerator + denominator;
    case 'unset':
      // A village without the number to set its records against has them all among the unknown.
      return numerator === 0 ? unknown : numerator === null ? null : 0;
  }
}

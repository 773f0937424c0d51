import type { JointAreas } from '../model/area.ts';
import { jointNumber } from './joint-number.ts';
import type { Reading } from './reading.ts';

/** The ledgers of two months as one list. */
export interface JointLedgers {
  /** The joint number of each ledger of the earlier month, by its number there. */
  readonly ofBefore: readonly number[];
  readonly ofAfter: readonly number[];
}

/**
 * Finds the same ledgers in two months, whose file names differ: the only ones there are, else those that have most
 * villages in common. Each is one of the other month's, or of this month alone.
 */
export function joinLedgers(before: Reading, after: Reading, areas: JointAreas): JointLedgers {
  const [earlier, later] = [areasOf(before, areas.ofBefore), areasOf(after, areas.ofAfter)];
  const isOnly = earlier.length === 1 && later.length === 1;
  const likeness = earlier.flatMap((own, one) =>
    later.map((others, other) => ({ one, other, shared: [...own].filter((area) => others.has(area)).length })),
  );
  // Among those as like, the ones that stand at like places: the same, whichever month is called the earlier.
  const likeliest = likeness
    .filter(({ shared }) => shared > 0 || isOnly)
    .sort((a, b) => b.shared - a.shared || apart(a) - apart(b) || first(a) - first(b));
  const partners = new Map<number, number>();
  const taken = new Set<number>();
  for (const { one, other } of likeliest) {
    if (partners.has(one) || taken.has(other)) continue;
    partners.set(one, other);
    taken.add(other);
  }
  const alone = later.length;
  return {
    ofBefore: earlier.map((_, one) => partners.get(one) ?? alone + one),
    ofAfter: later.map((_, other) => other),
  };
}

/** The villages of each ledger, by joint number. */
function areasOf({ counted: { tallied } }: Reading, joint: readonly number[]): readonly ReadonlySet<number>[] {
  return tallied.ledgers.map(({ areas }) => new Set([...areas.keys()].map((area) => jointNumber(joint, area))));
}

interface Couple {
  readonly one: number;
  readonly other: number;
}

function apart({ one, other }: Couple): number {
  return Math.abs(one - other);
}

function first({ one, other }: Couple): number {
  return Math.min(one, other);
}

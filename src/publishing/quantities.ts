import type { AreaNode } from './area-tree.ts';
import { type Part, type PartName, partOf } from './part.ts';

/** A part of a measure in every area of the tree. */
export interface Quantity {
  readonly values: readonly number[];
  /** What was published last: `null` where it was suppressed then, `undefined` where nothing can be compared. */
  readonly earlier: readonly (number | null | undefined)[];
}

/** A part's number in each area; 0 where there is none. */
export function quantityOf(tree: readonly AreaNode[], { measure, name }: Part): readonly number[] {
  return tree.map(({ figures }) => partOf(figures[measure], name) ?? 0);
}

/** What the last publication told of a part in each area of this one. */
export function earlierOf(
  tree: readonly AreaNode[],
  { measure, name }: Part,
  earlier: ReadonlyMap<string, AreaNode>,
): Quantity['earlier'] {
  return tree.map(({ key }) => {
    const figures = earlier.get(key)?.figures[measure];
    // Measures without data were not suppressed; they told nothing.
    const isThere = figures !== undefined && !(figures.numerator === null && figures.status !== 'suppressed');
    return isThere && name !== 'unset' ? partOf(figures, name) : undefined;
  });
}

/**
 * Numbers that can be no larger than others, as every record in the one is in the other: what is shown of the one limits
 * the other. Married women of reproductive age are women of reproductive age.
 */
export const within: readonly (readonly [part: Part, whole: Part])[] = [
  [part('1a', 'numerator'), part('1b', 'denominator')],
  [part('8c', 'denominator'), part('1b', 'denominator')],
  [part('1c', 'numerator'), part('1b', 'rest')],
  [part('8a', 'denominator'), part('10a', 'denominator')],
  [part('15c', 'numerator'), part('10a', 'denominator')],
  [part('8c', 'numerator'), part('9e', 'denominator')],
  [part('13b', 'denominator'), part('13d', 'denominator')],
  [part('14a', 'denominator'), part('14b', 'denominator')],
];

function part(measure: string, name: PartName): Part {
  return { measure, name };
}

import type { AreaNode } from './area-tree.ts';
import type { Quantity } from './quantities.ts';
import { type Range, ranges } from './ranges.ts';

/** A quantity with what a reader knows of it alone, area by area. */
export interface Guarded extends Quantity {
  readonly limits: readonly Range[];
}

type Tree = readonly AreaNode[];

/**
 * Hides more areas until a reader of the sums is left with at least `least` possible numbers for everything hidden.
 *
 * Small numbers are hidden first (`hidden`); then a sister area, or the sum itself, whichever gives the reader that much
 * doubt. What the last publication has shown and has not changed is no secret: it is not guarded, and guards nothing.
 */
export function hide(
  tree: Tree,
  quantities: readonly Guarded[],
  { hidden, least }: { readonly hidden: readonly boolean[]; readonly least: number },
): readonly boolean[] {
  const found = [...hidden];
  for (;;) {
    const given = quantities
      .map((quantity) => givenAway(tree, quantity, found, least))
      .find((node) => node !== undefined);
    if (given === undefined) return found;
    if (given.more === undefined) return found.map(() => true);
    found[given.more] = true;
  }
}

/** What a reader can work out of a quantity of which some areas are hidden. */
export function deduced(tree: Tree, quantity: Guarded, hidden: readonly boolean[]): readonly Range[] {
  const known = quantity.values.map((value, node) => {
    const isOpen = hidden[node] !== true || isPublic(quantity, node);
    return isOpen ? { least: value, most: value } : limitAt(quantity, node);
  });
  return ranges(tree, known);
}

interface GivenAway {
  /** The area to hide besides; `undefined` where none is left that helps. */
  readonly more: number | undefined;
}

/** What to do about hidden numbers that a reader can work out too closely; `undefined` where there are none. */
function givenAway(tree: Tree, quantity: Guarded, hidden: readonly boolean[], least: number): GivenAway | undefined {
  const found = deduced(tree, quantity, hidden);
  const at = (node: number): Range => found[node] ?? { least: 0, most: 0 };
  const isTold = (node: number) =>
    hidden[node] === true && !isPublic(quantity, node) && width(limitAt(quantity, node)) > 0 && width(at(node)) < least;
  const told = tree.flatMap((_, node) => (isTold(node) ? [node] : []));
  if (told.length === 0) return undefined;
  const helps = (node: number) =>
    hidden[node] !== true && !isPublic(quantity, node) && width(limitAt(quantity, node)) >= least;
  const oneOf = (nodes: readonly number[], node: number) => {
    const helpful = nodes.filter((other) => helps(other) && (quantity.values[other] ?? 0) > 0);
    return best(helpful, quantity, least - width(at(node)));
  };
  const childrenOf = (node: number) => tree[node]?.children ?? [];
  const parentOf = (node: number) => tree[node]?.parent ?? undefined;
  const isToldBelow = (node: number) =>
    childrenOf(node).length > 0 && childrenOf(node).reduce((sum, child) => sum + width(at(child)), 0) < least;
  // What its own parts tell cannot be mended from above; the sum comes last, as it is what most people want to see.
  const remedies: readonly ((node: number) => number | undefined)[] = [
    (node) => (isToldBelow(node) ? oneOf(childrenOf(node), node) : undefined),
    (node) => oneOf(childrenOf(parentOf(node) ?? -1), node),
    (node) => [parentOf(node)].find((parent) => parent !== undefined && helps(parent)),
    () => tree.findIndex((_, node) => helps(node)),
  ];
  for (const remedy of remedies) {
    const more = told.map(remedy).find((node) => node !== undefined && node >= 0);
    if (more !== undefined) return { more };
  }
  return { more: undefined };
}

/** The smallest that is enough; of those that are not, the largest. */
function best(nodes: readonly number[], { values }: Quantity, lacking: number): number | undefined {
  const size = (node: number) => values[node] ?? 0;
  const [first, ...others] = nodes;
  if (first === undefined) return undefined;
  return others.reduce((chosen, node) => {
    const isEnough = size(node) >= lacking;
    if (isEnough !== size(chosen) >= lacking) return isEnough ? node : chosen;
    return (isEnough ? size(node) < size(chosen) : size(node) > size(chosen)) ? node : chosen;
  }, first);
}

/** Shown in the last publication, and the same now. */
function isPublic({ values, earlier }: Quantity, node: number): boolean {
  return typeof earlier[node] === 'number' && earlier[node] === values[node];
}

function limitAt({ limits }: Guarded, node: number): Range {
  return limits[node] ?? { least: 0, most: Number.POSITIVE_INFINITY };
}

function width({ least, most }: Range): number {
  return most - least;
}

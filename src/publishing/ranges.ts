import type { AreaNode } from './area-tree.ts';

/** The least and the most that a number can be. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

type Tree = readonly AreaNode[];

/**
 * What a reader can work out about numbers of which each is the sum of its parts: begins with what is known of each
 * alone, and narrows it by the sums, once up the tree and once down.
 *
 * 40 in a town of two villages, one shown as 31: the other is 9, from 9 to 9. With neither shown, both are from 0 to 40.
 * On a tree the two passes find the narrowest ranges: every number stands in two sums at most, and no way leads back.
 */
export function ranges(tree: Tree, known: readonly Range[]): readonly Range[] {
  const found = [...known];
  const at = (node: number): Range => found[node] ?? ANY;
  // Parents stand before their children in the tree.
  for (let node = tree.length - 1; node >= 0; node--) {
    const { children = [] } = tree[node] ?? {};
    if (children.length > 0) found[node] = meet(at(node), sumOf(children.map(at)));
  }
  tree.forEach(({ children }, node) => {
    const parts = children.map(at);
    const { least, most, boundless } = totals(parts);
    children.forEach((child, index) => {
      const own = parts[index] ?? ANY;
      const othersAreBoundless = boundless > (own.most === Number.POSITIVE_INFINITY ? 1 : 0);
      const othersMost = othersAreBoundless ? Number.POSITIVE_INFINITY : most - finite(own.most);
      found[child] = meet(own, {
        least: at(node).least - othersMost,
        most: at(node).most - (least - own.least),
      });
    });
  });
  return found;
}

const ANY: Range = { least: 0, most: Number.POSITIVE_INFINITY };

function meet(a: Range, b: Range): Range {
  return { least: Math.max(a.least, b.least), most: Math.min(a.most, b.most) };
}

function sumOf(parts: readonly Range[]): Range {
  const { least, most, boundless } = totals(parts);
  return { least, most: boundless > 0 ? Number.POSITIVE_INFINITY : most };
}

/** The sums of the bounds; `most` is of those that have an upper one. */
function totals(parts: readonly Range[]) {
  return {
    least: parts.reduce((sum, { least }) => sum + least, 0),
    most: parts.reduce((sum, { most }) => sum + finite(most), 0),
    boundless: parts.filter(({ most }) => most === Number.POSITIVE_INFINITY).length,
  };
}

function finite(most: number): number {
  return most === Number.POSITIVE_INFINITY ? 0 : most;
}

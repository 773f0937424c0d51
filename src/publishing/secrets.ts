import type { MeasureReport } from '../model/report.ts';
import type { AreaNode } from './area-tree.ts';
import { bundlesOf } from './bundles.ts';
import { deduced, type Guarded, hide } from './hiding.ts';
import type { Part } from './part.ts';
import { earlierOf, quantityOf, within } from './quantities.ts';
import type { Range } from './ranges.ts';

/** In which areas each bundle is suppressed, by the id of the bundle. */
export type Secrets = ReadonlyMap<string, readonly boolean[]>;

export interface Publication {
  readonly tree: readonly AreaNode[];
  readonly measures: readonly MeasureReport[];
  /** Numbers below it are suppressed. */
  readonly least: number;
  /** The areas of the last publication by key, with the measures that count the same now as then. */
  readonly earlier: ReadonlyMap<string, AreaNode>;
}

/** Finds out what to suppress: the small numbers, and all that would give them away. */
export function secrets(publication: Publication): Secrets {
  const found = new Map<string, readonly boolean[]>();
  const told = new Map<string, readonly Range[]>();
  for (const bundle of bundlesOf(publication.measures)) {
    const over = bundle.under === null ? undefined : found.get(bundle.under);
    const parts = bundle.parts.filter(({ name }) => name !== 'unset');
    const quantities = parts.map((part) => guarded(part, publication, told.get(`${bundle.under} ${part.measure}`)));
    const unset = bundle.parts.filter(({ name }) => name === 'unset').map((part) => quantityOf(publication.tree, part));
    const hidden = publication.tree.map(
      (_, node) =>
        bundle.isBlind ||
        over?.[node] === true ||
        unset.some((values) => values[node] !== 0) ||
        quantities.some((quantity) => isSmall(quantity, node, publication)),
    );
    const guard = [...quantities, ...differences(parts, quantities)];
    const all = hide(publication.tree, guard, { hidden, least: publication.least });
    found.set(bundle.id, all);
    quantities.forEach((quantity, index) => {
      told.set(`${bundle.id} ${parts[index]?.measure}`, deduced(publication.tree, quantity, all));
    });
  }
  return found;
}

/** A part with the limits that stand whatever the sums are: no side is larger than its whole. */
function guarded(part: Part, { tree, least, earlier }: Publication, whole: readonly Range[] | undefined): Guarded {
  const values = quantityOf(tree, part);
  const above = counterparts(part, 0).map((other) => quantityOf(tree, other));
  const below = counterparts(part, 1).map((other) => quantityOf(tree, other));
  const shown = (other: readonly number[], node: number) => {
    const value = other[node] ?? 0;
    return value >= least ? [value] : []; // a smaller one is never shown
  };
  const limits = values.map((value, node) => ({
    least: Math.min(value, Math.max(0, ...below.flatMap((other) => shown(other, node)))),
    most: Math.max(
      value,
      Math.min(whole?.[node]?.most ?? Number.POSITIVE_INFINITY, ...above.flatMap((other) => shown(other, node))),
    ),
  }));
  return { values, earlier: earlierOf(tree, part, earlier), limits };
}

/** Of parts that lie within each other, what is left of the larger: two trees of sums with a third between them. */
function differences(parts: readonly Part[], quantities: readonly Guarded[]): readonly Guarded[] {
  const quantityIn = ({ measure, name }: Part) =>
    quantities[parts.findIndex((part) => part.measure === measure && part.name === name)];
  return within.flatMap(([smaller, larger]) => {
    const [a, b] = [quantityIn(smaller), quantityIn(larger)];
    if (a === undefined || b === undefined) return [];
    const values = b.values.map((value, node) => value - (a.values[node] ?? 0));
    const earlier = b.earlier.map((last, node) => {
      const other = a.earlier[node];
      return typeof last === 'number' && typeof other === 'number' ? last - other : undefined;
    });
    const limits = values.map((value) => ({ least: Math.min(0, value), most: Number.POSITIVE_INFINITY }));
    return [{ values, earlier, limits }];
  });
}

/** The parts that a part lies within (0: it is the smaller), or that lie within it (1: it is the larger). */
function counterparts({ measure, name }: Part, side: 0 | 1): readonly Part[] {
  return within
    .filter((pair) => pair[side].measure === measure && pair[side].name === name)
    .map((pair) => pair[side === 0 ? 1 : 0]);
}

/** Too few to be shown; or too few more or less than the last publication showed, or suppressed there. */
function isSmall({ values, earlier }: Guarded, node: number, { least }: Publication): boolean {
  const [value = 0, last] = [values[node], earlier[node]];
  const isFew = (number: number) => number !== 0 && Math.abs(number) < least;
  return isFew(value) || last === null || (last !== undefined && isFew(value - last));
}

import type { AreaReport, Report, ShownFigures } from '../model/report.ts';

/** The whole, a town or a village: whatever its figures add up to, and are made of. */
export interface AreaNode {
  /** The same from month to month. */
  readonly key: string;
  /** The number of the node that its figures add to; `null` for the whole. */
  readonly parent: number | null;
  readonly children: readonly number[];
  readonly figures: Readonly<Record<string, ShownFigures>>;
}

/**
 * The areas of a report as a tree: the whole first, then its towns, then its villages, each in the order of the report.
 * Takes the number of each village among those of all reports that are compared.
 */
export function areaTree({ indicators, towns, areas }: Report, numbers: readonly number[]): readonly AreaNode[] {
  const whole = Object.fromEntries(
    indicators.flatMap(({ measures }) => measures.map((measure) => [measure.id, measure])),
  );
  const parentOf = ({ town }: AreaReport) => 1 + towns.findIndex((candidate) => candidate.town === town); // 0: the whole
  const all = [
    { key: 'whole', parent: null, figures: whole },
    ...towns.map(({ town, measures }) => ({ key: `town ${town}`, parent: 0, figures: measures })),
    ...areas.map((area, index) => ({
      key: villageKey(numbers[index] ?? -1),
      parent: parentOf(area),
      figures: area.measures,
    })),
  ];
  const children = all.map((): number[] => []);
  for (const [child, { parent }] of all.entries()) if (parent !== null) children[parent]?.push(child);
  return all.map((node, index) => ({ ...node, children: children[index] ?? [] }));
}

export function villageKey(number: number): string {
  return `village ${number}`;
}

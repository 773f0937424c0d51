import type { ListedMeasure } from '../indicators/catalogue.ts';
import { type Area, compareAreas } from '../model/area.ts';
import { certain } from '../model/certain.ts';
import { grouped } from '../model/grouped.ts';
import type { AreaReport, ShownFigures } from '../model/report.ts';
import { type Evaluation, plainFigures } from './evaluation.ts';
import { emptyTally, merge, type Tally } from './tally.ts';

/** The tallies of one village. */
export interface AreaTally {
  readonly area: Area;
  readonly tallies: readonly Tally[];
}

/**
 * The figures of some areas in the order of a report: by code, then name; those without a code last. They are judged in
 * the order in which they are given.
 */
export function areaReports(
  areas: readonly AreaTally[],
  judge: (area: AreaTally) => readonly (readonly [ListedMeasure, Evaluation])[],
): readonly AreaReport[] {
  return areas.map((area) => areaReport(area.area, judge(area))).sort(compareAreas);
}

/** Plain numbers: of exact ones there are too many to hold those of every village. */
function areaReport({ code, name, town }: Area, judged: readonly (readonly [ListedMeasure, Evaluation])[]): AreaReport {
  const measures = judged.map(([{ id }, evaluation]): [string, ShownFigures] => [
    id,
    Object.assign(plainFigures(evaluation), { shown: evaluation.shown }), // its own: spread, it would be copied one by one
  ]);
  return { code, name, town, measures: Object.fromEntries(measures) };
}

/** The villages of each town added up. Villages that name no town are one, without a name of its own. */
export function townTallies(villages: readonly AreaTally[], measures: readonly ListedMeasure[]): readonly AreaTally[] {
  return [...grouped(villages, ({ area }) => area.town)].map(([town, members]) => ({
    area: { code: null, name: town ?? '(未注明)', town },
    tallies: addUp(members, measures),
  }));
}

/** The tallies of several areas as one. */
export function addUp(areas: readonly AreaTally[], measures: readonly ListedMeasure[]): readonly Tally[] {
  return measures.map((measure, index) => {
    const total = emptyTally(measure);
    for (const { tallies } of areas) merge(total, certain(tallies[index], `tally of ${measure.id}`));
    return total;
  });
}

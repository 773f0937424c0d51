import { addUp } from '../../engine/area-reports.ts';
import { usesGiven } from '../../engine/assembly.ts';
import type { CountedRun } from '../../engine/counted-run.ts';
import { villageTallies } from '../../engine/report.ts';
import { canonical, measures } from '../../indicators/catalogue.ts';
import { certain } from '../../model/certain.ts';
import { type Exact, toNumber } from '../../model/exact.ts';
import type { MeasureReport } from '../../model/report.ts';
import { type AuditLayout, sumFormula } from '../audit/audit-layout.ts';
import { DENOMINATOR, marksOf, NUMERATOR } from '../audit/audit-parts.ts';
import type { SummaryMeasure } from './measure-row.ts';

const MOST_DECIMALS = 9; // more would not fit the 15 digits that spreadsheets count in
const FEN = 2;

/** The measures of a report with all that their rows in the summary are made of. */
export function summaryMeasures(
  counted: CountedRun,
  { layout, sheets }: { readonly layout: AuditLayout; readonly sheets: readonly string[] },
): (own: MeasureReport) => SummaryMeasure {
  const tallies = addUp(villageTallies(counted), measures);
  return (own) => {
    const index = measures.findIndex(({ id }) => id === own.id);
    const measure = certain(measures[index], `measure ${own.id}`);
    const source = measures.findIndex(({ id }) => id === canonical(measure));
    const tally = certain(tallies[index], `tally of ${own.id}`);
    const totals = [...marksOf(measure, tally)];
    totals[NUMERATOR] = own.numerator ?? 0;
    totals[DENOMINATOR] = own.denominator ?? toNumber(tally.given.denominator);
    if (measure.type === 'ratio') totals[5] = openVillages(counted, index);
    return {
      measure,
      settings: counted.settings.profile.measures[measure.id],
      report: own,
      sum: (place) => {
        const column = layout.columnOf(source, place);
        return column === undefined ? undefined : sumFormula(sheets, column);
      },
      totals,
      decimals: decimalsOf(counted, index),
    };
  };
}

/** The villages that nothing sets a ratio's records against. */
function openVillages({ assembled }: CountedRun, index: number): number {
  return [...assembled.areas.values()].filter((tallies) => {
    const tally = tallies[index];
    return tally?.type === 'ratio' && tally.bUnbounded;
  }).length;
}

/** The decimals that the counts of a measure can have: fen, and what a register of counts gives. */
function decimalsOf({ tallied }: CountedRun, index: number): number {
  const measure = certain(measures[index], `measure ${index}`);
  const money = measure.type === 'sum' && Math.max(measure.of.scale, measure.to.scale) > 1 ? FEN : 0;
  const given = tallied.given
    .filter(
      (figures) =>
        canonical(figures.measure) === canonical(measure) && usesGiven(tallied, figures.record.plan.ledger, measure),
    )
    .flatMap(({ given: { numerator, denominator } }) => [decimals(numerator), decimals(denominator)]);
  return Math.max(money, ...given);
}

function decimals({ numerator, denominator }: Exact): number {
  let places = 0;
  while (places < MOST_DECIMALS && (numerator * 10n ** BigInt(places)) % denominator !== 0n) places++;
  return places;
}

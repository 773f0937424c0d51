import { certain } from '../model/certain.ts';
import type { IndicatorReport, MeasureReport } from '../model/report.ts';
import { causeOf } from './causes.ts';
import type { Change, Flip, IndicatorDifference, MeasureDifference } from './difference.ts';
import type { MeasureChange } from './measure-changes.ts';
import type { Reading } from './reading.ts';
import { worsening } from './status-order.ts';

/** The indicators of two months side by side, with the change of each measure and its main cause. */
export function indicatorDifferences(
  { report: earlier }: Reading,
  { report: later }: Reading,
  changes: ReadonlyMap<string, MeasureChange>,
): readonly IndicatorDifference[] {
  return later.indicators.map((after) => {
    const before = certain(
      earlier.indicators.find(({ id }) => id === after.id),
      `indicator ${after.id}`,
    );
    const own = after.measures.map((measure) => measureDifference(measure, before, changes));
    const causes = causeOf(own);
    const { id, name, names } = after;
    return {
      id,
      name,
      names,
      status: { before: before.status, after: after.status },
      cause: causes.zh,
      causes,
      measures: own,
    };
  });
}

function measureDifference(
  after: MeasureReport,
  { measures: earlier }: IndicatorReport,
  changes: ReadonlyMap<string, MeasureChange>,
): MeasureDifference {
  const { id, name, names, type, unit } = after;
  const [before, change] = [earlier.find((measure) => measure.id === id), changes.get(id)];
  if (before === undefined || change === undefined) throw new Error(`Measure ${id} was not compared.`);
  return {
    id,
    name,
    names,
    type,
    unit,
    threshold: { before: before.threshold, after: after.threshold },
    ...checked(change.total, before, after),
  };
}

/** The states at either end are counted apart from the reports, so that they must come to the same. */
function checked(change: Change, before: MeasureReport, after: MeasureReport): Change {
  for (const [end, shown, report] of [
    [change.before, change.shown.before, before],
    [change.after, change.shown.after, after],
  ] as const) {
    const isSame =
      (['numerator', 'denominator', 'value'] as const).every((key) => (end[key]?.number ?? null) === report[key]) &&
      end.status === report.status &&
      shown === report.shown.value;
    if (!isSame) throw new Error(`The comparison of measure ${report.id} does not start or end at its figures.`);
  }
  return change;
}

/** Statuses that changed, worse first. */
export function flipsIn(indicators: readonly IndicatorDifference[]): readonly Flip[] {
  const all = indicators.flatMap(({ id, names, status, measures: own }): readonly Flip[] => [
    ...flip({ of: 'indicator', id, names, before: status.before, after: status.after }),
    ...own.flatMap((measure) =>
      flip({
        of: 'measure',
        id: measure.id,
        names: measure.names,
        before: measure.before.status,
        after: measure.after.status,
      }),
    ),
  ]);
  return [
    ...all.filter(({ direction }) => direction === 'worse'),
    ...all.filter(({ direction }) => direction === 'better'),
  ];
}

function flip(turn: Omit<Flip, 'direction'>): readonly Flip[] {
  if (turn.before === turn.after) return [];
  return [{ ...turn, direction: worsening(turn.before, turn.after) > 0 ? 'worse' : 'better' }];
}

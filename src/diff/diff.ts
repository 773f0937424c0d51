import { selectedMeasures } from '../engine/indicator-report.ts';
import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import type { IndicatorReport, MeasureReport } from '../model/report.ts';
import type { Ledger } from '../model/sheet.ts';
import { inAreaOrder } from './addresses.ts';
import { causeOf } from './causes.ts';
import { diagnosticChanges } from './diagnostic-changes.ts';
import type {
  AreaDifference,
  Change,
  ComparedMonth,
  Difference,
  Flip,
  IndicatorDifference,
  MeasureDifference,
} from './difference.ts';
import { joinAreas } from './joint-areas.ts';
import { type Comparison, comparisonOf, matchRecords } from './matching.ts';
import { changeOf, type MeasureChange } from './measure-changes.ts';
import { type Reading, type ReadingOptions, readForComparison } from './reading.ts';
import { recordChanges } from './record-changes.ts';
import { schemaChanges } from './schema-changes.ts';
import { statesBetween } from './states.ts';
import { worsening } from './status-order.ts';
import { schemaWords } from './wording.ts';

/** What differs between the two months is theirs; what they share is said once. */
export interface DiffOptions extends Omit<ReadingOptions, 'settings' | 'period'> {
  readonly before: Pick<ReadingOptions, 'settings' | 'period'>;
  readonly after: Pick<ReadingOptions, 'settings' | 'period'>;
}

/** Compares the ledgers of two months. Throws a UsageError where one cannot be read. */
export async function diff(
  before: readonly Ledger[],
  after: readonly Ledger[],
  options: DiffOptions,
): Promise<Difference> {
  const earlier = await readForComparison(before, { ...options, ...options.before });
  const later = await readForComparison(after, { ...options, ...options.after });
  return differenceOf(earlier, later, options.showValues);
}

/** What happened between two readings. */
export function differenceOf(before: Reading, after: Reading, showValues: boolean): Difference {
  const areas = joinAreas(before.counted.counted.villages.areas, after.counted.counted.villages.areas);
  const comparison = comparisonOf(before, after, areas);
  const matchings = matchRecords(comparison);
  const between = statesBetween(matchings, comparison);
  const selected = selectedMeasures(after.report.only);
  const changes = new Map(selected.map((measure) => [measure.id as string, changeOf(measure, between, comparison)]));
  const indicators = indicatorDifferences(before, after, changes);
  const records = recordChanges(matchings, comparison, showValues);
  const schema = schemaChanges(before, after).map((change) => ({
    ...change,
    message: schemaWords(change).zh,
    messages: schemaWords(change),
  }));
  const found = {
    flips: flipsIn(indicators),
    indicators,
    areas: areaDifferences(changes, comparison),
    ...records,
    schemaChanges: schema,
    diagnostics: diagnosticChanges(matchings, comparison, showValues),
  };
  const { tool, notice, notices, only } = after.report;
  return {
    schema: 'fp-check/diff/1',
    tool,
    notice,
    notices,
    showsValues: showValues,
    only,
    before: monthOf(before),
    after: monthOf(after),
    isEmpty: isEmpty(found),
    ...found,
  };
}

function indicatorDifferences(
  { report: earlier }: Reading,
  { report: later }: Reading,
  changes: ReadonlyMap<string, MeasureChange>,
): readonly IndicatorDifference[] {
  return later.indicators.map((after) => {
    const before = earlier.indicators.find(({ id }) => id === after.id) ?? after;
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
    shown: { before: before.shown.value, after: after.shown.value },
    ...checked(change.total, before, after),
  };
}

/** The states at either end are counted apart from the reports, so that they must come to the same. */
function checked(change: Change, before: MeasureReport, after: MeasureReport): Change {
  for (const [end, report] of [
    [change.before, before],
    [change.after, after],
  ] as const) {
    const isSame =
      (['numerator', 'denominator', 'value'] as const).every((key) => (end[key]?.number ?? null) === report[key]) &&
      end.status === report.status;
    if (!isSame) throw new Error(`The comparison of measure ${report.id} does not start or end at its figures.`);
  }
  return change;
}

function flipsIn(indicators: readonly IndicatorDifference[]): readonly Flip[] {
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

function areaDifferences(
  changes: ReadonlyMap<string, MeasureChange>,
  { areas }: Comparison,
): readonly AreaDifference[] {
  const found = areas.areas.flatMap(({ code, name, town }, index): readonly AreaDifference[] => {
    const own = measures.flatMap(({ id }: ListedMeasure) => {
      const change = changes.get(id)?.areas.get(index);
      return change === undefined ? [] : [[id, change] as const];
    });
    return own.length === 0 ? [] : [{ code, name, town, measures: Object.fromEntries(own) }];
  });
  return inAreaOrder(found);
}

function monthOf({ report }: Reading): ComparedMonth {
  const { period, profile, summary, ledgers } = report;
  return { period, profile, summary, ledgers: ledgers.map(({ file, sha256 }) => ({ file, sha256 })) };
}

function isEmpty({
  flips,
  indicators,
  areas,
  closed,
  records,
  schemaChanges: schema,
  diagnostics,
  duplicates,
}: Pick<
  Difference,
  'flips' | 'indicators' | 'areas' | 'closed' | 'records' | 'schemaChanges' | 'diagnostics' | 'duplicates'
>): boolean {
  const lists = [
    flips,
    areas,
    closed.late,
    records.entered,
    records.left,
    records.edited,
    schema,
    diagnostics.new,
    diagnostics.fixed,
  ];
  return (
    lists.every((list) => list.length === 0) &&
    duplicates.every(({ before, after }) => before === after) &&
    indicators.every(({ measures: own }) => own.every(isUnmoved))
  );
}

function isUnmoved({ before, after, change, parts, threshold }: MeasureDifference): boolean {
  const amounts = [change, ...Object.values(parts)].flatMap(({ numerator, denominator, value }) => [
    numerator,
    denominator,
    value,
  ]);
  return (
    threshold.before === threshold.after &&
    before.status === after.status &&
    amounts.every((amount) => amount === null || amount.number === 0)
  );
}

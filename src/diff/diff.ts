import { selectedMeasures } from '../engine/indicator-report.ts';
import { type PeriodOptions, periodNamed } from '../engine/run-period.ts';
import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import { sidesOf } from '../measures/reads.ts';
import { compareAreas, joinAreas } from '../model/area.ts';
import type { Ledger } from '../model/sheet.ts';
import { diagnosticChanges } from './diagnostic-changes.ts';
import type { AreaDifference, ComparedMonth, Difference } from './difference.ts';
import { isEmpty } from './emptiness.ts';
import { flipsIn, indicatorDifferences } from './indicator-differences.ts';
import { type Comparison, comparisonOf, matchRecords } from './matching.ts';
import { changeOf, type MeasureChange } from './measure-changes.ts';
import { type Reading, type ReadingOptions, readForComparison } from './reading.ts';
import { recordChanges } from './record-changes.ts';
import { type Rereading, rereadingOf } from './rereading.ts';
import { schemaChanges } from './schema-changes.ts';
import { statesBetween } from './states.ts';
import { schemaWords } from './wording.ts';

/** What a comparison is asked. What differs between the two months is theirs; what they share is said once. */
export interface DiffRequest extends Omit<ReadingOptions, 'settings' | 'period'> {
  readonly before: PeriodOptions;
  readonly after: PeriodOptions;
}

/** Compares the ledgers of two months. Throws a UsageError where one cannot be read. */
export async function diff(
  before: readonly Ledger[],
  after: readonly Ledger[],
  options: DiffRequest,
): Promise<Difference> {
  const [ofBefore, ofAfter] = [
    { ...options, settings: options.before.settings, period: periodNamed(options.before) },
    { ...options, settings: options.after.settings, period: periodNamed(options.after) },
  ];
  const earlier = await readForComparison(before, ofBefore);
  const later = await readForComparison(after, ofAfter);
  const rereading = await rereadingOf(
    { ledgers: before, reading: earlier, options: ofBefore },
    { ledgers: after, reading: later, options: ofAfter },
  );
  return differenceOf({ before: earlier, after: later, rereading }, options.showValues);
}

interface Readings {
  readonly before: Reading;
  readonly after: Reading;
  readonly rereading: Rereading | null;
}

/** What happened between two readings. */
function differenceOf({ before, after, rereading }: Readings, showValues: boolean): Difference {
  const areas = joinAreas(before.counted.tallied.villages.areas, after.counted.tallied.villages.areas);
  const comparison = comparisonOf(before, after, { areas, rereading });
  const matchings = matchRecords(comparison);
  const between = statesBetween(matchings, comparison);
  const selected = selectedMeasures(after.report.only);
  const changes = new Map(selected.map((measure) => [measure.id as string, changeOf(measure, between, comparison)]));
  const indicators = indicatorDifferences(before, after, changes);
  const read = new Set<string>(selected.flatMap(sidesOf).map(({ register }) => register));
  const concerned = matchings.filter(({ register }) => register === 'counts' || read.has(register));
  const records = recordChanges(concerned, comparison, showValues);
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

function areaDifferences(
  changes: ReadonlyMap<string, MeasureChange>,
  { areas }: Comparison,
): readonly AreaDifference[] {
  const found = areas.areas.flatMap(({ code, name, town }, index): AreaDifference[] => {
    const own = measures.flatMap(({ id }: ListedMeasure) => {
      const change = changes.get(id)?.areas.get(index);
      return change === undefined ? [] : [[id, change] as const];
    });
    return own.length === 0 ? [] : [{ code, name, town, measures: Object.fromEntries(own) }];
  });
  return found.sort(compareAreas);
}

function monthOf({ report }: Reading): ComparedMonth {
  const { period, profile, summary, ledgers } = report;
  return { period, profile, summary, ledgers: ledgers.map(({ file, sha256 }) => ({ file, sha256 })) };
}

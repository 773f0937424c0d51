import type { Difference, MeasureDifference } from './difference.ts';
import { isMoved } from './moved.ts';

type Findings = Pick<
  Difference,
  'flips' | 'indicators' | 'areas' | 'closed' | 'records' | 'schemaChanges' | 'diagnostics' | 'duplicates'
>;

/** True where nothing at all has changed. */
export function isEmpty({
  flips,
  indicators,
  areas,
  closed,
  records,
  schemaChanges: schema,
  diagnostics,
  duplicates,
}: Findings): boolean {
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

function isUnmoved(measure: MeasureDifference): boolean {
  return measure.threshold.before === measure.threshold.after && !isMoved(measure);
}

import type { Difference, MeasureDifference } from './difference.ts';

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

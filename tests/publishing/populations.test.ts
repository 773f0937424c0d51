import { describe, expect, test } from 'vitest';
import { canonical, type ListedMeasure, measures } from '../../src/indicators/catalogue.ts';
import type { MeasureReport } from '../../src/model/report.ts';
import { sidesOf } from '../../src/publishing/bundles.ts';

/** What bundles look at in a report on a measure. */
const reported = ({ id, type, window }: ListedMeasure) =>
  ({ id, type, window: { kind: window, from: null, to: '2025-06-30' } }) as MeasureReport;

/** The records that a measure counts one by one, in words: those of a share, or of the sides of a ratio. */
function recordsOf(measure: ListedMeasure): readonly string[] {
  const sides =
    measure.type === 'proportion'
      ? [measure.among]
      : measure.type === 'ratio'
        ? [measure.of, ...('total' in measure.to ? [] : [measure.to])]
        : [];
  return sides.map(({ register, words }) => `${register}: ${words.en}`);
}

describe('measures that count the same records are suppressed together', () => {
  const pairs = measures.flatMap((one, index) =>
    measures
      .slice(index + 1)
      .filter((other) => other.window === one.window)
      .filter((other) => recordsOf(other).some((records) => recordsOf(one).includes(records)))
      .map((other) => [one.id, other.id, one, other] as const),
  );

  test.each(pairs)('%s and %s', (_, __, one, other) => {
    expect(sidesOf(reported(other)).population).toBe(sidesOf(reported(one)).population);
  });

  test.each(measures.filter(({ sameAs }) => sameAs !== undefined).map((measure) => [measure.id, measure] as const))(
    '%s and the measure that it is another number of',
    (_, measure) => {
      const other = measures.find(({ id }) => id === canonical(measure));
      expect(other && sidesOf(reported(other))).toEqual(sidesOf(reported(measure)));
    },
  );
});

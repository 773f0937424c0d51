import { describe, expect, test } from 'vitest';
import { measureIds, measureOf } from '../../src/indicators/catalogue.ts';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import { measured } from '../ledger-of.ts';

/** A measure with numbers that meet its threshold exactly and some that miss it by a hair, as they are shown. */
type Near = readonly [
  id: MeasureId,
  exactly: readonly [number, number],
  shown: string,
  missed: readonly [number, number],
  shown: string,
];

const atLeast: readonly Near[] = (
  [
    [100, ['3a', '3b', '4', '15a', '16', '17a', '17b']],
    [98, ['15c']],
    [97, ['1b']],
    [95, ['8b', '9a', '9b', '9c', '10a', '11', '13b', '13d', '15b']],
    [90, ['2', '5', '6', '12a', '14a']],
    [85, ['8a', '12b', '12c']],
    [80, ['14b']],
    [20, ['10b']],
  ] as const
).flatMap(([percent, ids]) =>
  ids.map((id): Near => [id, [percent, 100], `${percent}.00`, [percent * 1000 - 3, 100_000], `${percent - 1}.997`]),
);

const others: readonly Near[] = [
  ['1a', [100, 100], '100.00', [100_003, 100_000], '100.003'],
  ['1c', [1, 1000], '0.10', [103, 100_000], '0.103'],
  ['7a', [103_000, 100_000], '103.00', [102_997, 100_000], '102.997'],
  ['7a', [107_000, 100_000], '107.00', [107_003, 100_000], '107.003'],
  ['8c', [1, 4], '0.25', [25_003, 100_000], '0.25003'],
  ['9e', [1, 1000], '1.00', [1003, 1_000_000], '1.003'],
];

const near = [...atLeast, ...others];

function given(measure: MeasureId, [numerator, denominator]: readonly [number, number]) {
  return { counts: [{ measure, numerator, denominator }] };
}

describe.each(near)('%s', (id, exactly, shownExactly, missed, shownMissed) => {
  test(`${exactly.join(' of ')} meets the threshold and is shown as ${shownExactly}`, async () => {
    expect(await measured(id, given(id, exactly))).toMatchObject({ status: 'pass', shown: { value: shownExactly } });
  });

  test(`${missed.join(' of ')} misses it and is shown as ${shownMissed}`, async () => {
    expect(await measured(id, given(id, missed))).toMatchObject({ status: 'fail', shown: { value: shownMissed } });
  });
});

test('numbers of events apart, these are all measures', () => {
  const rates = measureIds.filter((id) => measureOf(id).type !== 'count');
  expect([...new Set(near.map(([id]) => id))].sort()).toEqual([...rates].sort());
});

import { expect, test } from 'vitest';
import { grouped } from '../../src/model/grouped.ts';

test('groups come in the order of their first things, and each keeps the order of its own', () => {
  const groups = grouped([5, 2, 3, 8, 4, 1], (number) => number % 2 === 0);
  expect([...groups]).toEqual([
    [false, [5, 3, 1]],
    [true, [2, 8, 4]],
  ]);
});

test('of nothing there are no groups', () => {
  expect(grouped([], String).size).toBe(0);
});

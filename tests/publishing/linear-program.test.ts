import { expect, test } from 'vitest';
import { extremes } from './linear-program.ts';

const [x, y, z] = [0, 1, 2];

test('two numbers of a sum are anything from nothing to all', () => {
  const sum = {
    terms: [
      [x, 1],
      [y, 1],
    ],
    value: 40,
  } as const;
  expect(extremes(2, [sum], [x, y])).toEqual([
    { least: 0, most: 40 },
    { least: 0, most: 40 },
  ]);
});

test('one number of a sum is told by the other', () => {
  const equations = [
    {
      terms: [
        [x, 1],
        [y, 1],
      ],
      value: 40,
    },
    { terms: [[y, 1]], value: 31 },
  ] as const;
  expect(extremes(2, equations, [x])).toEqual([{ least: 9, most: 9 }]);
});

test('numbers in two sums limit each other; equations that say nothing new do no harm', () => {
  const equations = [
    {
      terms: [
        [x, 1],
        [y, 1],
      ],
      value: 10,
    },
    {
      terms: [
        [y, 1],
        [z, 1],
      ],
      value: 4,
    },
    {
      terms: [
        [x, 1],
        [z, -1],
      ],
      value: 6,
    },
  ] as const;
  expect(extremes(3, equations, [x, y, z])).toEqual([
    { least: 6, most: 10 },
    { least: 0, most: 4 },
    { least: 0, most: 4 },
  ]);
});

test('a number in no sum has no upper limit', () => {
  expect(extremes(2, [{ terms: [[x, 1]], value: 3 }], [y])).toEqual([{ least: 0, most: Number.POSITIVE_INFINITY }]);
});

test('a contradiction is one', () => {
  const equations = [
    { terms: [[x, 1]], value: 3 },
    {
      terms: [
        [x, 1],
        [y, 1],
      ],
      value: 2,
    },
  ] as const;
  expect(() => extremes(2, equations, [x])).toThrow('contradict');
});

import { expect, test } from 'vitest';
import { certain } from '../../src/model/certain.ts';

test.each([0, '', false, 'a', Number.NaN])('what is there is handed on: %j', (value) => {
  expect(certain(value, 'value')).toBe(value);
});

test.each([undefined, null])('%s is an error that names what is missing', (value) => {
  expect(() => certain<string | null | undefined>(value, 'column of findings')).toThrow(
    'There is no column of findings.',
  );
});

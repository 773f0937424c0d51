import { expect, test } from 'vitest';
import { jsonFault } from '../../src/saved/json-fault.ts';

test.each([
  ['{\n  "a": oops\n}', 2, 8],
  ['{"a": 1,}', 1, 9],
  ['{"a": 1 "b": 2}', 1, 9],
  ['{"a" 1}', 1, 6],
  ['[1, 2', 1, 6],
  ['[1, 2\n', 2, 1],
  ['[1, 2}', 1, 6],
  ['[,1]', 1, 2],
  ['[] []', 1, 4],
  ['{a: 1}', 1, 2],
  ['["open', 1, 2],
  ['["tab\there"]', 1, 2],
  ['[01]', 1, 2],
  ['[1.]', 1, 2],
  ['[nulls]', 1, 2],
  [']', 1, 1],
  ['PK', 1, 1],
])('%j stops being JSON at %i:%i', (text, line, column) => {
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  expect(jsonFault(text)).toEqual({ line, column });
});

test('of a text that is JSON, the fault is its end', () => {
  const text = '{"a": [1, -2.5e3, "\\u4e00\\"", true, {}, []], "b": null}';
  expect(JSON.parse(text)).toBeDefined();
  expect(jsonFault(text)).toEqual({ line: 1, column: text.length + 1 });
});

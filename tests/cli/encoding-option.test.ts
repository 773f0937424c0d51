import { expect, test } from 'vitest';
import { encodingNamed } from '../../src/cli/encoding-option.ts';

test.each([
  ['gbk', 'gbk'],
  ['GB18030', 'gb18030'],
  [' gb2312 ', 'gbk'],
  [undefined, undefined],
])('the encoding that is called “%s” is %s', (name, label) => {
  expect(encodingNamed(name)).toBe(label);
});

test.each(['latin-99', '', 'utf'])('“%s” is refused', (name) => {
  expect(() => encodingNamed(name)).toThrow(/There is no encoding/);
});

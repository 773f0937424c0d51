import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import type { Words } from '../../src/model/words.ts';
import { readConfiguration } from '../../src/profiles/configuration.ts';

async function refusalOf(text: string): Promise<Words> {
  const file = { path: '/home/a/c.yaml', name: 'c.yaml', text };
  const context = { limitNames: ['rows', 'cells'], readProfile: async () => undefined };
  const outcome = await readConfiguration(file, context).then(
    () => 'accepted',
    (error: unknown) => error,
  );
  if (!(outcome instanceof UsageError)) throw new Error(`expected a UsageError, got ${String(outcome)}`);
  return outcome.words;
}

describe('a text that is no YAML is refused with its line and what to do', () => {
  test.each<[string, string, string]>([
    [
      'thresholds:\n  1b: >= 95%',
      'line 2: a value that begins with > % or @ must stand in quotes: ">= 95%"',
      '第 2 行：以 > % @ 开头的值要加引号：">= 95%"',
    ],
    ['thresholds: { 8a: off, 1b: >= 95%, 2: off }', 'must stand in quotes: ">= 95%"', '">= 95%"'],
    ['thresholds:\n  8a: off\n  8a: off', 'line 3: the same key stands here twice', '第 3 行：同一个键写了两次'],
    ['thresholds:\n  2: off\n  "2": off', 'line 3: the same key stands here twice', '第 3 行：同一个键写了两次'],
    ['thresholds:\n\t8a: off', 'line 2: indent with spaces, not with tabs', '制表符'],
    ['profile: bureau\nthresholds: {', 'c.yaml, line 2: this is not YAML (', '不合 YAML 的写法'],
    [
      'profile: "bureau\nmin_n: {}\n',
      'line 1: this is not YAML (Missing closing "quote)',
      '第 1 行：不合 YAML 的写法（引号没有写完）。',
    ],
    ["min_n: {}\nprofile: 'bureau\n\n", 'line 2: this', '第 2 行：不合 YAML 的写法（引号没有写完）。'],
    [
      'profile: bureau\nthresholds: {\n\n',
      'line 2: this is not YAML (',
      '第 2 行：不合 YAML 的写法（{ 没有对应的 }）。',
    ],
    ['min_n: { 7a: 1 }}\n', 'line 1: ', '（多了一个 }）。'],
    ['{ "min_n": {}\n', 'line 1: ', '（{ 没有对应的 }）。'],
    ['profile bureau\nmin_n: {}', 'line 1: ', '（一个键要写在一行里，冒号后面要有空格）。'],
    ['profile: a: b', 'line 1: ', '（一行里有两个冒号；值里有冒号时要加引号）。'],
    ['min_n: {}\nbureau', 'line 2: ', '（键后面少了冒号）。'],
    ['profile: "\\q"', 'line 1: ', '（引号里的 \\ 写法不对）。'],
    ['profile: a\n--- b\n', 'line 2: ', '（一个文件里只能有一份配置，不能用 --- 分开）。'],
    ['%foo bar\n---\na: b', 'line 1: ', '（可与 fp-check init 写出的样子对照）。'],
    ['thresholds: *none', 'line 1: the * refers to no & above it', '没有对应的 &'],
    ['thresholds: &a { 8a: *a }', 'line 1: ', '第 1 行'],
    ['profile: !!js/function "x"', 'line 1: this is not YAML (', '不合 YAML'],
    ['profile: !!binary aGk=', 'line 1: expected here are a text, a number, a list', '文字、数字、列表'],
    ['- profile: bureau', 'line 1: a configuration is made of “key: value” lines', '“键: 值”'],
    ['district-17', 'a configuration is made of “key: value” lines', '“键: 值”'],
    ['a: 1\n---\nb: 2', 'line 2: this is not YAML', '不合 YAML'],
    ['{ "profile": "bureau", "thresholds": { "5": ">= 1" } }', 'did you mean “>= 1%”?', '“>= 1%”'],
  ])('%s', async (text, en, zh) => {
    const words = await refusalOf(text);
    expect(words.en).toContain(en);
    expect(words.zh).toContain(zh);
    expect(words.zh.replace(/".*"|fp-check init/, '')).not.toMatch(/[a-z]{3,} [a-z]{3,}/); // no half of an English sentence
  });
});

test.each([
  ['too long', 'x'.repeat(100_001)],
  ['nested too deep in brackets', `a: ${'['.repeat(1001)}`],
  ['nested too deep in lists', '- '.repeat(30_000)],
  [
    'grown from anchors',
    `${'a: &a0 [1,1,1,1,1,1,1,1,1,1]\n'}${[1, 2, 3, 4, 5]
      .map(
        (n) =>
          `a${n}: &a${n} [${Array(10)
            .fill(`*a${n - 1}`)
            .join(',')}]\n`,
      )
      .join('')}`,
  ],
])('a text %s is no configuration', async (_, text) => {
  expect((await refusalOf(text)).en).toContain('the file is too large or too deeply nested to be a configuration');
});

test('nothing a file holds reaches the prototypes of objects', async () => {
  await refusalOf('{"__proto__": {"polluted": 1}, "words": {"sex": {"constructor": "prototype"}}}');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

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

test.each(['year_start: "13-01"', 'year_start: "02-30"', 'year_start: January'])('%s is told of once', async (text) => {
  const { zh, en } = await refusalOf(text);
  expect(zh).toMatch(/^c\.yaml 第 1 行：“year_start”应是[^\n]+$/);
  expect(en).toMatch(/^c\.yaml, line 1: “year_start” must be [^\n]+$/);
});

describe('each wrong configuration is refused with its line, the reason and what was meant', () => {
  test.each<[string, string, string]>([
    // keys
    [
      'tresholds: { 8a: off }',
      'c.yaml, line 1: “tresholds” is no configuration key: did you mean “thresholds”?',
      'c.yaml 第 1 行：没有叫“tresholds”的配置项，是不是“thresholds”？',
    ],
    ['profile: bureau\n\nminn: {}', 'line 3: “minn” is no configuration key: did you mean “min_n”?', '第 3 行'],
    [
      'colour: red',
      'line 1: “colour” is no configuration key (known: name, extends, profile,',
      '没有叫“colour”的配置项（可用：name、',
    ],
    ['toString: red', 'line 1: “toString” is no configuration key', '没有叫“toString”的配置项'],
    ['__proto__: { a: 1 }', 'line 1: “__proto__” cannot be a key', '“__proto__”不能作键'],
    ['words:\n  sex:\n    __proto__: male', 'line 3: “__proto__” cannot be a key', '第 3 行'],
    // measures
    [
      'thresholds:\n  8a: off\n  9f: off',
      'line 3: “9f” is no measure: did you mean “9a”?',
      '没有叫“9f”的指标，是不是“9a”？',
    ],
    [
      'columns:\n  births:\n    落地日期: [birth_date]',
      '“columns.births.落地日期” must be the key of a column, not ["birth_date"]',
      '应是列的键',
    ],
    ['thresholds:\n  8A: off', 'line 2: “8A” is no measure: did you mean “8a”?', '是不是“8a”'],
    [
      'thresholds:\n  7: off',
      'line 2: “7” is an indicator: name its measures, 7a, 7b',
      '“7”是一项指标，请写它的分项：7a、7b',
    ],
    ['thresholds:\n  011: off', 'line 2: “011” is no measure: did you mean “11”?', '“011”'],
    // thresholds
    [
      'thresholds: { 1b: ">= 95" }',
      'line 1: “thresholds.1b”: the threshold of this measure needs its unit, %: did you mean “>= 95%”?',
      '须带单位 %，是不是“>= 95%”？',
    ],
    ['thresholds: { 9e: "<= 1%" }', 'needs its unit, ‰: did you mean “<= 1‰”?', '须带单位 ‰'],
    ['thresholds: { 7a: "103%..107%" }', 'has no unit: did you mean “103..107”?', '不带单位'],
    ['thresholds: { 8c: "<= 0.25%" }', 'has no unit: did you mean “<= 0.25”?', '不带单位'],
    [
      'thresholds: { 7a: "107..103" }',
      'the lower end of the band is above the upper: did you mean “103..107”?',
      '下限大于上限',
    ],
    ['thresholds: { 1b: "> 95%" }', 'a threshold is written like “>= 90%”', '“>= 90%”'],
    [
      'thresholds:\n\n  8c: 0.25',
      'line 3: “thresholds.8c” must be a text in quotes such as ">= 95%", or off, not 0.25',
      '第 3 行：“thresholds.8c”应是带引号的文字',
    ],
    ['thresholds: { 5: false }', 'or off, not false', '不考核写 off，不能是 false'],
    ['thresholds: { 5: }', 'or off, not null', '不能是 null'],
    ['thresholds: { 5: no }', 'a threshold is written like', '“off”'],
    ['thresholds: off', '“thresholds” must be a group of “key: value” lines, not "off"', '一组“键: 值”'],
    // windows and least bases
    [
      'windows:\n  8a: year',
      'line 2: measure 8a counts the records as they stand and has no window',
      '指标 8a 按期末现状计算，没有统计窗口',
    ],
    ['windows:\n  1b: stock', 'line 2: “windows.1b” must be year or 3y, not "stock"', 'year（年度）或 3y（三年）'],
    ['windows: { 1b: 2y }', 'must be year or 3y, not "2y"', '3y'],
    [
      'windows:\n  9a: 3y\n  8b: year',
      'line 3: 8b and 9a are one measure shown twice: their windows must be the same',
      '8b 和 9a 是同一个指标',
    ],
    ['min_n:\n  3b: 5', 'line 2: measure 3b has no least base', '指标 3b 没有最小基数'],
    ['min_n: { 7b: 5 }', 'measure 7b has no least base', '指标 7b 没有最小基数'],
    ['min_n: { 1a: 5 }', 'measure 1a has no least base', '1a'],
    ['min_n: { 8c: 5 }', 'measure 8c has no least base', '8c'],
    ['min_n: { 8a: -1 }', '“min_n.8a” must be a whole number, 0 or more, not -1', '不小于 0 的整数，不能是 -1'],
    ['min_n: { 8a: 1.5 }', 'a whole number, 0 or more, not 1.5', '1.5'],
    ['min_n: { 8a: "30" }', 'a whole number, 0 or more, not "30"', '"30"'],
    // period and year
    ['period: 2025-13', '“period” must be like 2025-06', '2025-13'],
    ['period: June', '“period” must be like 2025-06', 'June'],
    ['period: 99999', '“period” must be like 2025-06', '99999'],
    ['year_start: 10', '“year_start” must be a day that every year has, as month-day: "10-01", not 10', '“月-日”'],
    ['year_start: "02-29"', 'a day that every year has', '每年都有的一天'],
    ['year_start: "04-31"', 'a day that every year has', '04-31'],
    // own words
    [
      'columns:\n  birth:\n    落地日期: birth_date',
      'line 2: “birth” is no register: did you mean “births”?',
      '没有叫“birth”的登记册，是不是“births”？',
    ],
    [
      'columns: { 出生登记册: { 落地日期: birth_date } }',
      '“出生登记册” is no register: did you mean “births”?',
      '“births”',
    ],
    [
      'columns:\n  births:\n    落地日期: brith_date',
      'line 3: “brith_date” is no column of births: did you mean “birth_date”?',
      '没有叫“brith_date”的“出生”的列，是不是“birth_date”？',
    ],
    [
      'columns: { births: { 落地日期: 出生日期 } }',
      '“出生日期” is no column of births: did you mean “birth_date”?',
      '“birth_date”',
    ],
    ['columns: { births: { 落地日期: 3 } }', '“3” is no column of births', '“3”'],
    ['columns: { births: birth_date }', '“columns.births” must be a group of “header: column” lines', '一组“表头: 列”'],
    [
      'columns: { births: { 落地日期: birth_date, 落地 日期（公历）: sex } }',
      '“落地 日期（公历）” already means “birth_date” and cannot mean “sex” too',
      '已经指“birth_date”',
    ],
    ['columns: { births: { " ": sex } }', 'a word cannot be empty', '词不能是空的'],
    ['columns: { births: { "": sex } }', 'a word cannot be empty', '词不能是空的'],
    [
      'words:\n  methods: { 皮埋术: implant }',
      'line 2: “methods” is no code list: did you mean “method”?',
      '没有叫“methods”的代码表，是不是“method”？',
    ],
    [
      'words:\n  method:\n    皮埋术: implants',
      'line 3: “implants” is no code of method: did you mean “implant”?',
      '没有叫“implants”的“method”代码，是不是“implant”？',
    ],
    ['words: { method: { 皮埋术: 皮埋 } }', 'did you mean “implant”?', '“implant”'],
    ['words: { sex: { 保密: unknown } }', '“unknown” is no code of sex', '“unknown”'],
    // limits
    [
      'limits:\n  cell: 5',
      'line 2: “cell” is no limit: did you mean “cells”? (known: rows, cells)',
      '没有叫“cell”的上限，是不是“cells”？',
    ],
    [
      'limits: { cells: many }',
      '“limits.cells” must be a number such as 200000 or 50M, not "many"',
      '数字，如 200000 或 50M',
    ],
    ['limits: { cells: 0 }', 'must be a number such as', '0'],
    // bases
    [
      'extends: bureau\nprofile: township',
      'line 1: extends and profile both name the profile to build on: keep one',
      '只能留一个',
    ],
    ['profile: 17', '“profile” must be the name of a profile, or a file, not 17', '标准名称或文件'],
    ['name: ""', '“name” must be a text', '文字'],
  ])('%s', async (text, en, zh) => {
    const words = await refusalOf(text);
    expect(words.en).toContain(en);
    expect(words.zh).toContain(zh);
  });
});

test('all that is wrong is told at once, in the order of the lines', async () => {
  const { en, zh } = await refusalOf('windows: { 8a: year }\nthresholds:\n  1b: ">= 95"\n  1x: off\nprofil: bureau\n');
  expect(en.split('\n').map((line) => line.slice(0, 15))).toEqual([1, 3, 4, 5].map((line) => `c.yaml, line ${line}:`));
  expect(zh.split('\n')).toHaveLength(4);
});

test('after ten, the rest is a number', async () => {
  const { en, zh } = await refusalOf(Array.from({ length: 13 }, (_, index) => `key${index}x: 1`).join('\n'));
  expect(en.split('\n')).toHaveLength(11);
  expect(en).toMatch(/There are 3 more\.$/);
  expect(zh).toMatch(/还有 3 处。$/);
});

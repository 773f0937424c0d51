import { describe, expect, test } from 'vitest';
import type { MeasureReport } from '../../src/model/report.ts';
import {
  boundsText,
  coverageText,
  indicatorStatusText,
  partsText,
  shortfallText,
  thresholdText,
  valueText,
} from '../../src/reporters/figures.ts';
import { count, indicator, measure, missing, proportion } from './sample-measures.ts';

const named = (known: Partial<MeasureReport>) => measure('1b', ['率', 'rate'], { status: 'pass', ...known });

describe('values', () => {
  test.each([
    ['%', '95.20', '95.20%'],
    ['‰', '0.70', '0.70‰'],
    ['per100', '103.33', '103.33'],
    ['ratio', '0.25', '0.25'],
    ['count', '3', '3'],
    ['%', null, '-'],
  ] as const)('in %s, %s is written %s', (unit, value, text) => {
    expect(valueText(named({ unit, shown: { value, low: value, high: value } }))).toBe(text);
  });

  test.each([
    [{ value: '95.96', low: '95.00', high: '96.00' }, '介于 95.00%～96.00%', 'between 95.00% and 96.00%'],
    [{ value: '95.96', low: '95.96', high: '96.00' }, '介于 95.96%～96.00%', 'between 95.96% and 96.00%'],
    [{ value: '95.96', low: '95.96', high: '95.96' }, undefined, undefined],
    [{ value: null, low: null, high: null }, undefined, undefined],
    [{ value: '100.00', low: null, high: null }, undefined, undefined],
    [{ value: null, low: '6.00', high: '∞' }, '6.00% 以上，没有上限', '6.00% or more, without upper limit'],
    [{ value: null, low: '∞', high: '∞' }, '大到没有上限', 'beyond any limit'],
    [{ value: null, low: '0.00', high: null }, '0.00% 以上，没有上限', '0.00% or more, without upper limit'],
    [{ value: null, low: null, high: '4.00' }, '4.00% 以下，没有下限', '4.00% or less, without lower limit'],
  ])('the bounds of %j are told where they differ', (shown, zh, en) => {
    expect(boundsText(named({ shown }), 'zh')).toBe(zh);
    expect(boundsText(named({ shown }), 'en')).toBe(en);
  });

  test('both parts of a rate are shown, and none of what has none', () => {
    expect(partsText(proportion('1b', ['率', 'rate'], [95, 99], { status: 'fail' }))).toBe('95/99');
    expect(partsText(count('9d', ['事故', 'accidents'], 3, { status: 'fail' }))).toBe('-');
    expect(partsText(missing('12a', ['率', 'rate'], { status: 'no-data' }))).toBe('-');
  });
});

test.each([
  ['>= 97%', '至少 97%', '>= 97%'],
  ['<= 1‰', '至多 1‰', '<= 1‰'],
  ['= 0', '等于 0', '= 0'],
  ['103..107', '103～107', '103 to 107'],
  [null, '-', '-'],
])('the threshold %s', (threshold, zh, en) => {
  expect(thresholdText(threshold, 'zh')).toBe(zh);
  expect(thresholdText(threshold, 'en')).toBe(en);
});

describe('the way to the threshold', () => {
  test.each([
    ['>= 97%', 3, '再有 3 例达标', '3 more to reach it'],
    ['= 100%', 1, '再有 1 例达标', '1 more to reach it'],
    ['<= 0.1%', 2, '超出 2 例', '2 too many'],
    ['= 0%', 2, '超出 2 例', '2 too many'],
    ['= 0.0%', 2, '超出 2 例', '2 too many'],
    ['>= 97%', 0, undefined, undefined],
    ['>= 97%', null, undefined, undefined],
    [null, 4, undefined, undefined],
  ])('with %s and %s lacking', (threshold, shortfall, zh, en) => {
    expect(shortfallText(named({ threshold, shortfall }), 'zh')).toBe(zh);
    expect(shortfallText(named({ threshold, shortfall }), 'en')).toBe(en);
  });
});

test('a measure of some of the ledgers says of how many', () => {
  expect(coverageText(named({ coverage: { ledgers: 1, of: 12 } }), 'zh')).toBe('只出自 12 本台账中的 1 本');
  expect(coverageText(named({ coverage: { ledgers: 12, of: 12 } }), 'zh')).toBeUndefined();
  expect(coverageText(named({ status: 'no-data', coverage: { ledgers: 0, of: 12 } }), 'en')).toBeUndefined();
});

describe('the status of an indicator', () => {
  const passed = named({ id: '7b' });
  const small = named({ id: '7a', status: 'small-sample' });

  test('is a word', () => {
    expect(indicatorStatusText(indicator('7', ['性别', 'Sex'], 'pass', [passed]), 'zh')).toBe('达标');
    expect(indicatorStatusText(indicator('7', ['性别', 'Sex'], 'fail', [passed, small]), 'en')).toBe('fail');
  });

  test('that passes names the measures not judged', () => {
    const half = indicator('7', ['性别', 'Sex'], 'pass', [small, passed]);
    expect(indicatorStatusText(half, 'zh')).toBe('达标（7a 未判定：样本小）');
    expect(indicatorStatusText(half, 'en')).toBe('pass (7a not judged: small sample)');
  });
});

import { describe, expect, test } from 'vitest';
import { measureIds, measureOf } from '../../src/indicators/catalogue.ts';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import { builtInProfile } from '../../src/profiles/built-in-profiles.ts';
import { type ConfigurationContext, readConfiguration } from '../../src/profiles/configuration.ts';
import type { Settings } from '../../src/profiles/settings.ts';
import { defaultSettings } from '../../src/profiles/settings.ts';
import { printThreshold } from '../../src/profiles/threshold.ts';

const alone: ConfigurationContext = { readProfile: async () => undefined };

function read(text: string, context: Partial<ConfigurationContext> = {}): Promise<Settings> {
  const file = { path: '/home/a/fp-check.config.yaml', name: 'fp-check.config.yaml', text };
  return readConfiguration(file, { ...alone, ...context });
}

function threshold({ profile }: Settings, id: MeasureId): string {
  const { threshold: one } = profile.measures[id];
  return one === null ? 'off' : printThreshold(one, measureOf(id).unit);
}

describe('a configuration with another profile, year start, thresholds, windows and least bases', () => {
  const text = `profile: district-16
year_start: "10-01"
thresholds:
  1b: ">= 92%"
  2: ">= 88.5%"
  7a: "<= 110"
  9d: "<= 1"
  9e: "<= 50‰"
  5: off
windows: { 1b: year, 7b: year }
min_n: { 7a: 10, 11: 5 }
`;

  test('changes what it names', async () => {
    const settings = await read(text);
    const { measures, yearStart, name } = settings.profile;
    expect(name).toBe('district-16');
    expect(yearStart).toEqual({ month: 10, date: 1 });
    const changed: readonly MeasureId[] = ['1b', '2', '7a', '9d', '9e', '5'];
    expect(changed.map((id) => threshold(settings, id))).toEqual([
      '>= 92%',
      '>= 88.5%',
      '<= 110',
      '<= 1',
      '<= 50‰',
      'off',
    ]);
    expect([measures['1b'].window, measures['7b'].window]).toEqual(['year', 'year']);
    expect([measures['7a'].minN, measures['11'].minN]).toEqual([10, 5]);
  });

  test('and nothing else', async () => {
    const { profile } = await read(text);
    const base = builtInProfile('district-16');
    const touched = ['1b', '2', '7a', '9d', '9e', '5', '7b', '11'];
    for (const id of measureIds.filter((one) => !touched.includes(one))) {
      expect(profile.measures[id], id).toEqual(base.measures[id]);
    }
    expect(profile.measures['1c'].window).toBe('3y');
    expect(profile.title).toEqual(base.title);
  });

  test('is the source of the thresholds that it gives', async () => {
    const { measures } = (await read(text)).profile;
    expect(measures['1b'].source?.zh).toBe('配置“fp-check.config.yaml”');
    expect(measures['5'].source?.en).toBe('configuration “fp-check.config.yaml”');
    expect(measures['8a'].source?.zh).toContain('（十六项） · 第 8 项');
  });
});

test('an empty configuration is the default one', async () => {
  expect(await read('')).toEqual(defaultSettings('district-17'));
  expect(await read('# nothing\n')).toEqual(defaultSettings('district-17'));
  expect(await read('thresholds:\n#  1b: ">= 3%"\nprofile:\n')).toEqual(defaultSettings('district-17'));
});

test('JSON is read as well, with or without a byte order mark', async () => {
  const json = '{ "profile": "bureau", "thresholds": { "5": ">= 1%", "9e": "off" }, "min_n": { "8a": 30 } }';
  for (const text of [json, `\uFEFF${json}`]) {
    const settings = await read(text);
    expect(settings.profile.name).toBe('bureau');
    expect([threshold(settings, '5'), threshold(settings, '9e')]).toEqual(['>= 1%', 'off']);
    expect(settings.profile.measures['8a'].minN).toBe(30);
  }
});

test.each([
  ['off', 'off'],
  ['"off"', 'off'],
  ['≥ 90%', '>= 90%'],
  ['"≤９０％"', '<= 90%'],
  ['= 100%', '= 100%'],
  ['<= 5%', '<= 5%'],
  ['90%..95%', '90%..95%'],
])('the threshold %s stands without a tag or a type', async (written, expected) => {
  expect(threshold(await read(`thresholds: { 8a: ${written} }`), '8a')).toBe(expected);
});

test('ids may be numbers, quoted or not', async () => {
  const settings = await read('thresholds:\n  11: off\n  "16": off\n  2: off\n');
  expect([threshold(settings, '11'), threshold(settings, '16'), threshold(settings, '2')]).toEqual([
    'off',
    'off',
    'off',
  ]);
});

test('an anchor may be used again', async () => {
  const settings = await read('thresholds: { 8a: &same ">= 91%", 8b: *same }');
  expect([threshold(settings, '8a'), threshold(settings, '8b')]).toEqual(['>= 91%', '>= 91%']);
});

test.each([
  ['2025-06', '2025-06'],
  ['"2025-Q2"', '2025-Q2'],
  ['2025-H1', '2025-H1'],
  ['2025', '2025'],
  ['2025-06-30', '2025-06-30'],
])('the period %s is handed on as %s', async (written, period) => {
  expect((await read(`period: ${written}`)).period).toBe(period);
});

test('8b and 9a have a threshold each, and one window', async () => {
  const settings = await read('thresholds: { 8b: ">= 50%" }\nwindows: { 9a: 3y }');
  expect([threshold(settings, '8b'), threshold(settings, '9a')]).toEqual(['>= 50%', '>= 95%']);
  expect([settings.profile.measures['8b'].window, settings.profile.measures['9a'].window]).toEqual(['3y', '3y']);
  const other = await read('windows: { 8b: 3y }');
  expect(other.profile.measures['9a'].window).toBe('3y');
});

test('own headers and code words are handed on', async () => {
  const { own } = await read(`
columns: { births: { 落地日期: birth_date }, women: { 组别: village } }
words: { method: { 皮埋术: implant }, marital: { 24: married }, yesno: { 达标了: yes } }
`);
  expect(own).toEqual({
    columns: { births: { 落地日期: 'birth_date' }, women: { 组别: 'village' } },
    words: { method: { 皮埋术: 'implant' }, marital: { 24: 'married' }, yesno: { 达标了: 'yes' } },
  });
});

test('limits are handed on as text', async () => {
  expect((await read('limits: { cells: 50M, rows: 200000 }', { limitNames: ['cells', 'rows'] })).limits).toEqual({
    cells: '50M',
    rows: '200000',
  });
});

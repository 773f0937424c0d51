import { describe, expect, test } from 'vitest';
import { measureIds, measureOf } from '../../src/indicators/catalogue.ts';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import { builtInProfile } from '../../src/profiles/built-in-profiles.ts';
import { type ConfigurationContext, readConfiguration } from '../../src/profiles/configuration.ts';
import { digestOf } from '../../src/profiles/digest.ts';
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

describe('a profile may be a file', () => {
  const files: Readonly<Record<string, string>> = {
    'town.yaml': 'name: our-town\nextends: county.json\nthresholds: { 2: ">= 80%" }\nwords: { sex: { 壹: male } }\n',
    'county.json': '{ "extends": "district-16", "thresholds": { "2": ">= 70%", "5": "off" }, "year_start": "10-01" }',
    'unnamed.yaml': 'profile: community\n',
    'a.yaml': 'extends: b.yaml\n',
    'b.yaml': '\nextends: c.yaml\n',
    'c.yaml': 'min_n: { 8a: 3 }\nextends: ./b.yaml\n',
    'bad.yaml': 'thresholds:\n  8a: 90\n',
  };
  const context: ConfigurationContext = {
    async readProfile(reference) {
      const path = reference.replace(/^\.\//, '');
      const text = files[path];
      return text === undefined ? undefined : { path, name: reference, text };
    },
  };

  test('that builds on another, what is nearer winning', async () => {
    const settings = await read('profile: ./town.yaml\nthresholds: { 8a: ">= 60%" }', context);
    expect(settings.profile.name).toBe('our-town');
    const ids: readonly MeasureId[] = ['8a', '2', '5', '10a', '1b'];
    expect(ids.map((id) => threshold(settings, id))).toEqual(['>= 60%', '>= 80%', 'off', '>= 80%', '>= 95%']);
    expect(settings.profile.yearStart).toEqual({ month: 10, date: 1 });
    expect(settings.own.words).toEqual({ sex: { 壹: 'male' } });
    expect(settings.profile.measures['2'].source?.zh).toBe('配置“./town.yaml”');
    expect(settings.profile.title.zh).toContain('our-town');
  });

  test('and may be named on the command line, with or without a configuration', async () => {
    const named = { ...context, profile: './town.yaml' };
    expect(threshold(await readConfiguration(null, named), '2')).toBe('>= 80%');
    const settings = await read('profile: bureau\nthresholds: { 5: ">= 1%" }', named);
    expect([settings.profile.name, threshold(settings, '2'), threshold(settings, '5')]).toEqual([
      'our-town',
      '>= 80%',
      '>= 1%',
    ]);
  });

  test('without a name of its own it has that of its file', async () => {
    expect((await readConfiguration(null, { ...context, profile: 'unnamed.yaml' })).profile.name).toBe('unnamed');
  });

  test('a circle is refused, and its way named', async () => {
    await expect(readConfiguration(null, { ...context, profile: 'a.yaml' })).rejects.toMatchObject({
      name: 'UsageError',
      words: {
        zh: 'c.yaml 第 2 行：extends 绕成了一圈：b.yaml → c.yaml → ./b.yaml。',
        en: 'c.yaml, line 2: extends runs in a circle: b.yaml → c.yaml → ./b.yaml.',
      },
    });
  });

  test('a file may not build on itself', async () => {
    const self = { readProfile: async () => ({ path: '/home/a/fp-check.config.yaml', name: 'x.yaml', text: '' }) };
    await expect(read('\n\nprofile: x.yaml', self)).rejects.toThrow(
      'fp-check.config.yaml, line 3: extends runs in a circle: fp-check.config.yaml → x.yaml.',
    );
  });

  test('what is wrong in it is told by its own name and line', async () => {
    await expect(read('profile: bad.yaml', context)).rejects.toThrow('bad.yaml, line 2: “thresholds.8a” must be');
  });

  test('one that is not there is told where it is named', async () => {
    await expect(read('\nprofile: none.yaml', context)).rejects.toThrow(
      'fp-check.config.yaml, line 2: there is no profile file “none.yaml”.',
    );
    await expect(readConfiguration(null, { ...context, profile: 'none.yaml' })).rejects.toThrow(
      'There is no profile file “none.yaml”.',
    );
  });
});

test('a profile that is none is refused with the nearest', async () => {
  await expect(read('\nprofile: district-18')).rejects.toThrow(
    /line 2: “district-18” is no profile: did you mean “district-17”\?/,
  );
  await expect(readConfiguration(null, { ...alone, profile: 'distrct-17' })).rejects.toThrow(
    'Did you mean “district-17”?',
  );
  expect(() => defaultSettings('burea')).toThrow('Did you mean “bureau”?');
  expect(() => defaultSettings('toString')).toThrow('There is no profile “toString”.');
});

describe('the digest', () => {
  const district = digestOf(builtInProfile('district-17'));

  test('is a SHA-256', () => {
    expect(district).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('does not change with words, names or spellings', async () => {
    const same = await read('name: x\nwords: { sex: { 壹: male } }\nthresholds: { 8a: "≥85.0 %" }\nmin_n: { 7a: 400 }');
    expect(digestOf(same.profile)).toBe(district);
  });

  test.each(['thresholds: { 8a: ">= 85.1%" }', 'windows: { 1b: year }', 'min_n: { 8a: 1 }', 'year_start: "10-01"'])(
    'changes with %s',
    async (text) => {
      expect(digestOf((await read(text)).profile)).not.toBe(district);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { measureOf } from '../../src/indicators/catalogue.ts';
import type { MeasureId } from '../../src/indicators/indicators.ts';
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

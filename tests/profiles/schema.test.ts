import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { measureIds } from '../../src/indicators/catalogue.ts';
import { builtInProfile } from '../../src/profiles/built-in-profiles.ts';
import { readConfiguration } from '../../src/profiles/configuration.ts';
import { configurationSchema } from '../../src/profiles/configuration-schema.ts';
import { initialConfiguration } from '../../src/profiles/initial-configuration.ts';
import { configurationJsonSchema } from '../../src/profiles/schema.ts';
import { defaultSettings } from '../../src/profiles/settings.ts';

const schema = configurationJsonSchema();
const validator = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);

function read(text: string) {
  const file = { path: 'c.yaml', name: 'c.yaml', text };
  return readConfiguration(file, { readProfile: async () => undefined });
}

describe('the JSON Schema', () => {
  test('is plain JSON of the 2020-12 draft', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  test('has the keys of the configuration, each with a description, and allows no others', () => {
    const properties = schema['properties'] as Record<string, { description?: string }>;
    expect(Object.keys(properties)).toEqual(Object.keys(configurationSchema.shape));
    for (const [key, property] of Object.entries(properties))
      expect(property.description, key).toMatch(/\p{Script=Han}.* · \w/u);
    expect(schema['additionalProperties']).toBe(false);
  });

  test('lists the 37 measures under thresholds, with an example each that is a threshold of the measure', async () => {
    const properties = schema['properties'] as Record<string, { properties: Record<string, { examples: string[] }> }>;
    const thresholds = properties['thresholds']?.properties ?? {};
    expect(Object.keys(thresholds).sort()).toEqual([...measureIds].sort());
    const examples = Object.entries(thresholds).map(
      ([
        id,
        {
          examples: [first],
        },
      ]) => [id, first],
    );
    const settings = await read(JSON.stringify({ thresholds: Object.fromEntries(examples) }));
    for (const id of measureIds) {
      expect(settings.profile.measures[id].threshold).toEqual(builtInProfile('district-17').measures[id].threshold);
    }
  });

  test.each([
    [{ profile: 'district-17', thresholds: { '1b': '>= 95%', '13c': 'off' }, windows: { '1b': 'year' } }, true],
    [{ min_n: { '7a': 400, '8a': 30 }, columns: { births: { 落地日期: 'birth_date' } } }, true],
    [Object.fromEntries(Object.keys(configurationSchema.shape).map((key) => [key, null])), true],
    [{ thresholds: { '1b': null } }, false],
    [{ tresholds: {} }, false],
    [{ thresholds: { '1x': 'off' } }, false],
    [{ windows: { '8a': 'year' } }, false],
    [{ min_n: { '3b': 5 } }, false],
    [{ columns: { births: { 落地日期: 'date_of_birth' } } }, false],
    [{ words: { method: { 皮埋术: 'implants' } } }, false],
    [{ year_start: '13-01' }, false],
  ])('of %j says %s', (data, valid) => {
    expect(validator.safeParse(data).success).toBe(valid);
  });
});

describe.each(['zh', 'en'] as const)('the configuration to start from, in %s', (language) => {
  const text = initialConfiguration(language);
  // Lines to be used have a # and no blank after it, or two before their key.
  const used = text.replace(/^#(?=\w| {2}\w)/gmu, '');

  test('changes nothing as it stands', async () => {
    expect(await read(text)).toEqual(defaultSettings('district-17'));
  });

  test('is still right with every line in use', async () => {
    const settings = await read(used);
    expect(used).not.toBe(text);
    expect(settings.period).toBe('2025-06');
    expect(settings.profile.yearStart).toEqual({ month: 10, date: 1 });
    expect(settings.own.columns.births).toEqual({ 落地日期: 'birth_date' });
    expect(settings.own.words.method).toEqual({ 皮埋术: 'implant' });
    expect(settings.profile.measures['1b'].window).toBe('year');
    expect(settings.profile.measures['8a'].minN).toBe(30);
  });

  test('shows the 37 thresholds of district-17', async () => {
    const { measures } = (await read(used)).profile;
    const shown = Object.keys(parse(used).thresholds).sort();
    expect(shown).toEqual([...measureIds].sort());
    for (const id of measureIds) {
      expect(measures[id].threshold).toEqual(builtInProfile('district-17').measures[id].threshold);
      expect(measures[id].source?.en).toBe('configuration “c.yaml”');
    }
  });

  test('agrees with the JSON Schema', () => {
    expect(validator.safeParse(parse(used)).error).toBeUndefined();
    expect(validator.safeParse(parse(text)).error).toBeUndefined();
  });
});

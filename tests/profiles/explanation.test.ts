import { describe, expect, test } from 'vitest';
import { indicatorIds, measureIds, measureOf, measures } from '../../src/indicators/catalogue.ts';
import { diagnosticKinds } from '../../src/model/diagnostic.ts';
import { parseDecimal } from '../../src/model/exact.ts';
import type { Words } from '../../src/model/words.ts';
import { builtInNames, builtInProfile } from '../../src/profiles/built-in-profiles.ts';
import { codebook } from '../../src/profiles/codebook.ts';
import {
  diagnosticCodes,
  explain,
  explainCode,
  explainIndicator,
  explainMeasure,
} from '../../src/profiles/explanation.ts';
import { explanationText, overviewText } from '../../src/profiles/explanation-text.ts';
import { meets, parseThreshold } from '../../src/profiles/threshold.ts';

const languages = ['zh', 'en'] as const;

describe.each(measureIds)('measure %s', (id) => {
  const explained = explainMeasure(id);
  const { unit, type } = measureOf(id);

  test('shows what each profile that mentions it asks, and no other profile', () => {
    const mentioning = builtInNames.filter((name) => builtInProfile(name).measures[id].source !== null);
    expect(explained.requirements.map(({ profile }) => profile)).toEqual(mentioning);
    for (const { profile, threshold, window, source } of explained.requirements) {
      const settings = builtInProfile(profile as (typeof builtInNames)[number]).measures[id];
      expect(threshold === null ? null : parseThreshold(threshold, unit)).toEqual(settings.threshold);
      expect([window, source]).toEqual([settings.window, settings.source]);
    }
  });

  test.each(languages)('has an example in %s whose figures lead to the verdict it names', (language) => {
    const example = explained.example[language];
    const { threshold } = builtInProfile('district-17').measures[id];
    if (threshold === null) throw new Error(`${id} is off`);
    const verdict = (text: string | undefined) => {
      const value = parseDecimal(text ?? '');
      if (value === undefined) throw new Error(`no number in ${example}`);
      return meets(threshold, value);
    };
    if (type === 'ratio' || type === 'sum') {
      const [, above, below, value] = /^(\d+) (?:比|to) (\d+)[：:] ?(?:数值|value) ([\d.]+)/.exec(example) ?? [];
      const scale = { '%': 100, per100: 100, ratio: 1, '‰': 1000, count: 1 }[unit];
      expect((Number(above) / Number(below)) * scale).toBeCloseTo(Number(value), 9);
      expect(verdict(value)).toBe(true);
      expect(example).toMatch(/达标$|a pass$/);
      return;
    }
    const pattern =
      type === 'count'
        ? /(?:：|: )(\d+) (?:至|to) (\d+)/
        : /(?:最低|lowest) ([\d.]+)[%‰].*(?:最高|highest) ([\d.]+)[%‰]/;
    const [, low, high] = pattern.exec(example) ?? [];
    expect([verdict(low), verdict(high)].sort()).toEqual([false, true]);
    expect(example).toMatch(/无法判定|undetermined/);
  });

  test.each(languages)('says in %s what is unknown, and how to mend it', (language) => {
    const unknown = explained.unknown.map((words) => words[language]).join('\n');
    expect(unknown).toMatch(type === 'sum' ? /整条不计|left out/ : /最低到最高|lowest to the highest/);
    expect(explained.mend.map((words) => words[language]).join('\n')).toContain('指标数据');
    expect(explanationText(explained, language)).not.toMatch(/undefined|null|\[object/);
  });
});

describe('what counts as unknown', () => {
  const unknownOf = (id: (typeof measureIds)[number]) =>
    explainMeasure(id)
      .unknown.map(({ en }) => en)
      .join('\n');

  test.each([
    ['1b', /^birth_date, policy of births: an empty or unreadable cell, or the word 不详, is unknown$/m],
    ['7a', /^birth_date, sex of births: an empty/m],
    ['8a', /^birth_date, marital, method of women: an empty or unreadable/m],
    ['9a', /^done_date of procedures: an empty cell says "not done yet" and is not unknown/m],
    ['9e', /^complication of procedures: an empty cell says "no" and is not unknown/m],
    ['2', /^satisfied of surveys: an empty cell says "not asked" and is outside the measure/m],
    ['13b', /^closed_date of petitions: an empty cell says "not done yet"/m],
    ['15a', /^submitted of reports: an empty cell says "not done yet"/m],
    ['10b', /^person_id of services: records of one village with the same id are one person/m],
    ['1a', /^a village without planned_births of villages is left out of both sides/m],
    ['15c', /^a village without married_women of villages/m],
    ['15b', /^a record where correct exceeds checked contradicts itself: it is left out, and counts as unknown$/m],
    ['9b', /a date known only to the month or year/],
  ] as const)('in %s: %s', (id, pattern) => {
    expect(unknownOf(id)).toMatch(pattern);
  });

  test('a register named on both sides of a ratio is told once', () => {
    expect(unknownOf('7a').match(/of births/g)).toHaveLength(1);
  });

  test('a measure without a date says nothing of dates', () => {
    expect(unknownOf('14b')).not.toContain('month');
  });
});

describe('a word is explained', () => {
  test.each([
    ['1b', 'measure'],
    ['1', 'indicator'],
    ['2', 'indicator'],
    ['invalid-date', 'code'],
    ['encoding', 'code'],
  ])('%s as a %s', (word, kind) => {
    expect(explain(word).kind).toBe(kind);
  });

  test.each([
    ['1d', '1a'],
    ['invalid-dates', 'invalid-date'],
    ['toString', null],
  ])('%s is nothing, with %j suggested', (word, meant) => {
    expect(() => explain(word)).toThrow(
      meant === null ? `code “${word}”. fp-check explain` : `code “${word}”. Did you mean “${meant}”?`,
    );
  });
});

test('an indicator is explained by its measures, in order', () => {
  expect(indicatorIds.flatMap((id) => explainIndicator(id).measures.map((measure) => measure.id))).toEqual(measureIds);
  const text = explanationText(explain('9'), 'zh');
  expect([...text.matchAll(/^(9[a-e]) {2}/gm)].map(([, id]) => id)).toEqual(['9a', '9b', '9c', '9d', '9e']);
  expect(text).toContain('取各分项中最差的');
});

test('8b says that it is 9a, and 9a does not', () => {
  expect(explanationText(explain('8b'), 'en')).toContain('(9a, shown twice)');
  expect(explanationText(explain('9a'), 'en')).not.toContain('shown twice');
});

test('only 7a has a least base to tell', () => {
  const told = measureIds.filter((id) => explanationText(explainMeasure(id), 'en').includes('Least base'));
  expect(told).toEqual(['7a']);
  expect(explanationText(explain('7a'), 'zh')).toContain('不到 400 时只给数值');
});

test('a threshold over another window than the measure’s own says so', () => {
  expect(explanationText(explain('1b'), 'en')).toMatch(/^ {2}community +>= 95% {2}\[year\] /m);
  expect(explanationText(explain('1b'), 'en')).toMatch(/^ {2}district-17 +>= 97% {2}Plan/m);
});

describe.each(diagnosticCodes)('code %s', (code) => {
  test('has a sentence, an example and a way to mend it in both languages', () => {
    const { severity, message, example, mend } = explainCode(code);
    expect(severity).toBe(diagnosticKinds[code].severity);
    for (const words of [message, example, mend] satisfies readonly Words[]) {
      for (const language of languages) {
        expect(words[language].trim()).not.toBe('');
        expect(words[language]).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }
    expect(explanationText(explainCode(code), 'zh')).toContain(code);
  });
});

describe.each(languages)('the pages in %s', (language) => {
  const page = codebook(language);
  const overview = overviewText(language);

  test('hold every indicator, measure and code once, in order', () => {
    const label = language === 'zh' ? '指标' : 'Indicator';
    const headings = [...page.matchAll(new RegExp(`^## ${label} (\\d+) · `, 'gm'))].map(([, id]) => id);
    expect(headings).toEqual(indicatorIds);
    expect([...page.matchAll(/^### (\d+[a-e]?) /gm)].map(([, id]) => id)).toEqual(measureIds);
    expect([...page.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, code]) => code)).toEqual(diagnosticCodes);
    expect([...overview.matchAll(/^ {4}(\d+[a-e]?) /gm)].map(([, id]) => id)).toEqual(measureIds);
    for (const code of diagnosticCodes) expect(overview).toMatch(new RegExp(`^${code} `, 'm'));
  });

  test('have tables whose every row has as many cells as their head', () => {
    const widths = page
      .split(/\n\n/)
      .filter((block) => block.startsWith('|'))
      .map(
        (block) =>
          new Set(
            block
              .trimEnd()
              .split('\n')
              .map((line) => line.split('|').length),
          ),
      );
    expect(widths).toHaveLength(measures.length + 1);
    for (const width of widths) expect(width.size).toBe(1);
  });

  test('say nothing of file numbers, and leave nothing out', () => {
    expect(page).not.toMatch(/undefined|null|\[object|\.txt/);
  });
});

import { describe, expect, test } from 'vitest';
import { measureOf, measures } from '../../src/indicators/catalogue.ts';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import { definitionOf } from '../../src/measures/definition.ts';
import { optionalReads, sidesOf } from '../../src/measures/reads.ts';
import { columnsOf } from '../../src/records/registers.ts';

describe('a measure in words', () => {
  test.each<[MeasureId, string]>([
    ['1b', 'denominator: records of births where birth date is in the window; numerator: those where policy is in'],
    [
      '10b',
      'denominator: persons (one village and id is one) of services where date is in the window; numerator: those where sex is male',
    ],
    [
      '7a',
      'the number of births where birth date is in the window and sex is male to the number of births where birth date is in the window and sex is female',
    ],
    [
      '3b',
      'of benefits where due date is in the window: the sum of the lesser of amount paid and amount due to the sum of amount due',
    ],
    ['9d', 'the number of incidents where date is in the window and kind is technical accident'],
    [
      '15c',
      'the number of women where aged 15–49 at the end of the period and marital is married to the sum of married women in villages',
    ],
  ])('%s: %s', (id, words) => {
    expect(definitionOf(measureOf(id)).en).toBe(words);
  });

  test.each<[MeasureId, string]>([
    ['1b', '分母：“出生”中出生日期在窗口内的记录；分子：其中政策属性 = 政策内的'],
    [
      '9a',
      '分母：“节育”中应落实日期在窗口内，且项目属于放环、皮埋、女扎、男扎、药具的记录；分子：其中落实日期不晚于应落实日期的',
    ],
  ])('%s: %s', (id, words) => {
    expect(definitionOf(measureOf(id)).zh).toBe(words);
  });

  test.each(['zh', 'en'] as const)('in %s no two measures but 8b and 9a say the same', (language) => {
    const said = measures
      .filter(({ sameAs }) => sameAs === undefined)
      .map((measure) => definitionOf(measure)[language]);
    expect(new Set(said).size).toBe(36);
    expect(definitionOf(measureOf('8b'))).toEqual(definitionOf(measureOf('9a')));
  });
});

describe('what a measure reads', () => {
  test.each<[MeasureId, readonly (readonly [string, readonly string[]])[]]>([
    [
      '1a',
      [
        ['births', ['birth_date']],
        ['villages', ['planned_births']],
      ],
    ],
    ['1c', [['births', ['birth_date', 'policy', 'parity']]]],
    ['2', [['surveys', ['date', 'group', 'satisfied']]]],
    ['5', [['villages', ['informed_choice']]]],
    ['7b', [['incidents', ['date', 'kind']]]],
    ['8a', [['women', ['birth_date', 'marital', 'method']]]],
    [
      '8c',
      [
        ['procedures', ['kind', 'done_date']],
        ['births', ['birth_date']],
      ],
    ],
    ['9e', [['procedures', ['done_date', 'kind', 'complication']]]],
    ['10b', [['services', ['date', 'sex']]]],
    ['13b', [['petitions', ['due_date', 'first_visit', 'closed_date']]]],
    ['15b', [['audits', ['date', 'correct', 'checked']]]],
    ['17b', [['funding', ['year', 'amount', 'population', 'standard']]]],
  ])('%s', (id, sides) => {
    expect(sidesOf(measureOf(id)).map(({ register, reads }) => [register, reads])).toEqual(sides);
  });

  test.each(measures)('$id names columns that there are', (measure) => {
    for (const { register, reads } of sidesOf(measure)) {
      for (const key of reads) expect(Object.keys(columnsOf(register))).toContain(key);
    }
  });

  test.each<[MeasureId, readonly string[]]>([
    ['1a', ['planned_births']],
    ['1b', []],
    ['2', ['satisfied']],
    ['4', ['free']],
    ['5', ['informed_choice']],
    ['6', ['self_governance']],
    ['8a', []],
    ['8c', []],
    ['9a', ['due_date']],
    ['9b', ['standard']],
    ['9e', ['complication']],
    ['10a', ['rh_service']],
    ['10b', ['sex']],
    ['13b', ['first_visit']],
    ['13d', []],
    ['14a', ['certificate']],
    ['14b', ['served']],
    ['15c', ['married_women']],
    ['17a', ['in_budget']],
    ['17b', []],
  ])('%s has no data without the optional %o', (id, optional) => {
    expect(sidesOf(measureOf(id)).flatMap(optionalReads)).toEqual(optional);
  });
});

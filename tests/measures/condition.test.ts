import { describe, expect, test } from 'vitest';
import { both, type Condition, type Moment, type Truth } from '../../src/measures/condition.ts';
import { on } from '../../src/measures/on.ts';
import { day, singleDay } from '../../src/model/day.ts';
import { EMPTY, UNKNOWN } from '../../src/records/cell.ts';
import { recordOf } from '../records/record-of.ts';

const at: Moment = { end: day(2025, 6, 30), window: { first: day(2025, 1, 1), last: day(2025, 6, 30) } };
const cells = {
  village: '甲',
  id: EMPTY,
  mother_id: EMPTY,
  birth_date: singleDay(day(2025, 3, 1)),
  sex: 'male',
  parity: 1,
  policy: 'in',
} as const;
const birth = recordOf('births', cells);

function says(truth: Truth): Condition<'births'> {
  return {
    register: 'births',
    reads: ['sex'],
    words: { zh: `${truth}`, en: `${truth}` },
    parts: [],
    test: () => truth,
  };
}

describe('both is the “and” of three values', () => {
  test.each<[Truth, Truth, Truth]>([
    [true, true, true],
    [true, false, false],
    [true, null, null],
    [false, true, false],
    [false, false, false],
    [false, null, false],
    [null, true, null],
    [null, false, false],
    [null, null, null],
  ])('%s and %s: %s', (one, other, truth) => {
    expect(both(says(one), says(other)).test(birth, at)).toBe(truth);
  });

  test('of three, one false decides', () => {
    expect(both(says(null), says(true), says(false)).test(birth, at)).toBe(false);
    expect(both(says(true), says(null), says(true)).test(birth, at)).toBe(null);
  });

  test('it reads what they read, once, and says what they say', () => {
    const births = on('births');
    const condition = both(births.is('policy', 'out'), births.atLeast('parity', 3), births.is('policy', 'out'));
    expect(condition.reads).toEqual(['policy', 'parity']);
    expect(both(says(true), says(false)).words).toEqual({ zh: 'true，且false', en: 'true and false' });
  });
});

describe('a condition is true, false or unknown', () => {
  const births = on('births');
  const procedures = on('procedures');

  test.each([
    ['male', true],
    ['female', false],
    [EMPTY, null],
    [UNKNOWN, null],
  ] as const)('sex %o is male: %s', (sex, truth) => {
    expect(births.is('sex', 'male').test(recordOf('births', { ...cells, sex }), at)).toBe(truth);
  });

  test.each([
    ['male', false],
    ['female', true],
    [EMPTY, null],
    [UNKNOWN, null],
  ] as const)('sex %o is not male: %s', (sex, truth) => {
    expect(births.isNot('sex', 'male').test(recordOf('births', { ...cells, sex }), at)).toBe(truth);
  });

  test.each([
    [3, true],
    [2, false],
    [EMPTY, null],
    [UNKNOWN, null],
  ] as const)('parity %o is at least 3: %s', (parity, truth) => {
    expect(births.atLeast('parity', 3).test(recordOf('births', { ...cells, parity }), at)).toBe(truth);
  });

  test.each([
    [day(2024, 12, 31), day(2024, 12, 31), false],
    [day(2024, 12, 31), day(2025, 1, 1), null],
    [day(2025, 1, 1), day(2025, 1, 1), true],
    [day(2025, 1, 1), day(2025, 6, 30), true],
    [day(2025, 6, 30), day(2025, 7, 1), null],
    [day(2025, 7, 1), day(2025, 7, 31), false],
    [day(2024, 1, 1), day(2025, 12, 31), null],
  ] as const)('from %i to %i in the window: %s', (first, last, truth) => {
    expect(births.within('birth_date').test(recordOf('births', { ...cells, birth_date: { first, last } }), at)).toBe(
      truth,
    );
  });

  test('a day that never came is in no window, one that is not known may be', () => {
    const procedure = recordOf('procedures', { done_date: EMPTY });
    expect(procedures.within('done_date').test(procedure, at)).toBe(false);
    expect(procedures.within('due_date').test(procedure, at)).toBe(null);
    expect(procedures.within('done_date').test(recordOf('procedures', { done_date: UNKNOWN }), at)).toBe(null);
  });

  test.each([
    ['no', true],
    ['yes', false],
  ] as const)('registers write only the exception: an empty complication is %s: %s', (code, truth) => {
    const procedure = recordOf('procedures', { complication: EMPTY });
    expect(procedures.is('complication', code).test(procedure, at)).toBe(truth);
    expect(procedures.isNot('complication', code).test(procedure, at)).toBe(!truth);
  });

  test('an answer is asked of its own column', () => {
    expect(on('surveys').answered('rights').reads).toEqual(['rights']);
  });

  test('a window is asked only of measures that have one', () => {
    expect(() => births.within('birth_date').test(birth, { ...at, window: null })).toThrow('needs a window');
  });
});

describe('the compiler refuses', () => {
  const births = on('births');
  test('fields and codes that do not exist', () => {
    // @ts-expect-error there is no such field
    expect(() => births.is('sort', 'male')).toThrow(TypeError);
    // @ts-expect-error there is no such code of this field
    expect(births.is('sex', 'in').reads).toEqual(['sex']);
    // @ts-expect-error the field is no date
    expect(births.within('sex').reads).toEqual(['sex']);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import type { Difference } from '../../src/diff/difference.ts';
import { exitCodeOf } from '../../src/diff/exit-code.ts';
import type { RecordGroup } from '../../src/diff/record-difference.ts';
import { differenceJsonSchema, differenceSchema } from '../../src/diff/schema.ts';
import { compared, measureIn, partsIn } from './compared.ts';
import { shipped } from './shipped-months.ts';

/** What is expected here was counted by hand in the two workbooks, and in the tables they were made from. */
describe('from May to June of the made-up district', () => {
  let difference: Difference;
  beforeAll(async () => {
    difference = await compared({ of: [shipped('2025-05.xlsx')] }, { of: [shipped('2025-06.xlsx')] });
  });

  test('four indicators come to fail, one can no longer be told from failing, one comes to pass', () => {
    const flips = difference.flips.filter(({ of }) => of === 'indicator');
    expect(flips.map(({ id, before, after }) => `${id} ${before} > ${after}`)).toEqual([
      '1 undetermined > fail',
      '3 pass > fail',
      '9 pass > fail',
      '12 pass > fail',
      '10 fail > undetermined',
      '13 fail > pass',
    ]);
  });

  test('seven births of closed months were reported late', () => {
    expect(difference.closed.late.map(({ register, month, area }) => [register, month, area.name])).toEqual([
      ['births', '2025-03', '上溪村'],
      ['births', '2025-03', '下溪村'],
      ['births', '2025-04', '竹园村'],
      ['births', '2025-02', '古井村'],
      ['births', '2025-03', '白石村'],
      ['births', '2025-05', '白石村'],
      ['births', '2025-04', '松坡村'],
    ]);
    expect(total(difference.closed.late)).toBe(7);
  });

  test('two births of 2022 were struck out', () => {
    expect(difference.closed.vanished.map(({ register, month, addresses }) => [register, month, addresses])).toEqual([
      ['births', '2022-02', [{ file: '2025-05.xlsx', sheet: '出生登记册', row: 7 }]],
      ['births', '2022-01', [{ file: '2025-05.xlsx', sheet: '出生登记册', row: 132 }]],
    ]);
  });

  test('nine births, two services and a survey of closed months were edited', () => {
    const edited = new Map<string, number>();
    for (const { register, count } of difference.closed.edited)
      edited.set(register, (edited.get(register) ?? 0) + count);
    expect(Object.fromEntries(edited)).toEqual({ births: 9, services: 2, surveys: 1 });
  });

  test.each([
    ['women', 8, 9, 40],
    ['births', 47, 2, 9],
    ['procedures', 11, 0, 33],
    ['followups', 35, 0, 31],
    ['services', 47, 0, 2],
    ['surveys', 240, 0, 1],
    ['benefits', 12, 0, 0],
    ['migrants', 16, 0, 6],
    ['petitions', 0, 0, 5],
    ['reports', 12, 0, 0],
    ['villages', 0, 0, 0],
  ])('of %s %i entered, %i left and %i were edited', (register, entered, left, edited) => {
    const of = (groups: readonly RecordGroup[]) => total(groups.filter((group) => group.register === register));
    const { records } = difference;
    expect([of(records.entered), of(records.left), of(records.edited)]).toEqual([entered, left, edited]);
  });

  // 1,162 of 1,197 births within policy become 1,186 of 1,224: 47 births entered, 39 of June, 7 late, and one
  // dated after June; the 2 that vanished lay before both windows; the window let June 2022 go and June 2025 in.
  test('1b falls by 47 births that entered, and by the window', () => {
    const change = measureIn(difference, '1b');
    expect([change.before.numerator, change.before.denominator]).toMatchObject([{ number: 1162 }, { number: 1197 }]);
    expect([change.after.numerator, change.after.denominator]).toMatchObject([{ number: 1186 }, { number: 1224 }]);
    expect(partsIn(change, 'numerator')).toEqual({ entered: '24' });
    expect(partsIn(change, 'denominator')).toEqual({ entered: '53/2', window: '1/2' });
    expect(difference.indicators[0]?.causes).toEqual({
      zh: '1b 由 97.08% 变为 96.90%（-0.18）：主要因为新增的记录（-0.14），其次是统计窗口移动（-0.04）。',
      en: '1b went from 97.08% to 96.90% (-0.18): mainly by records that entered (-0.14), then by the window that moved (-0.04).',
    });
  });

  // 7 of the 46 births that the year gained were born before June: they count whether P moves or not, so they are all
  // the records' part. The other 39 need both, and are halved.
  test('1a gains 46 births: 7 late ones, and 39 that June brought and the window let in', () => {
    expect(partsIn(measureIn(difference, '1a'), 'numerator')).toEqual({ entered: '53/2', window: '39/2' });
    expect(partsIn(measureIn(difference, '1a'), 'denominator')).toEqual({});
  });

  test('13b is mended by the cases closed late', () => {
    const change = measureIn(difference, '13b');
    expect([change.before.value?.exact, change.after.value?.exact]).toEqual(['2100/23', '100']);
    expect(partsIn(change, 'numerator')).toEqual({ edited: '5/2', window: '11/2' });
  });

  test('14a moves by records alone, as it knows no window', () => {
    expect(partsIn(measureIn(difference, '14a'), 'numerator')).toEqual({ entered: '7', edited: '1' });
    expect(partsIn(measureIn(difference, '14a'), 'denominator')).toEqual({ entered: '7', edited: '-1' });
  });

  test('one birth was entered twice', () => {
    expect(difference.duplicates).toMatchObject([
      { register: 'births', area: { name: '白石村' }, before: 0, after: 1 },
    ]);
  });

  test('an unreadable sex was mended, and an impossible birth date is new', () => {
    const told = (all: Difference['diagnostics']['new']) => all.map(({ code, cell }) => `${code} ${cell}`);
    expect(told(difference.diagnostics.fixed)).toContain('invalid-word E660');
    expect(told(difference.diagnostics.new)).toContain('invalid-date C644');
    expect(told(difference.diagnostics.new)).not.toContain('parity-zero F412');
    expect(difference.diagnostics.still.map(({ code }) => code)).toContain('parity-zero');
  });

  test('fails: statuses worsened, and closed months were rewritten', () => {
    expect(exitCodeOf(difference, ['worse'])).toBe(1);
    expect(exitCodeOf(difference, ['closed'])).toBe(1);
    expect(exitCodeOf(difference, [])).toBe(0);
  });

  test('keeps to its published schema', () => {
    expect(differenceSchema.parse(difference)).toEqual(difference);
    expect(differenceJsonSchema()).toMatchObject({ title: 'fp-check difference', type: 'object' });
  });
});

test('June compared with itself is empty', async () => {
  const june = await compared({ of: [shipped('2025-06.xlsx')], period: '2025-06' }, { of: [shipped('2025-06.xlsx')] });
  expect(june.isEmpty).toBe(true);
  expect(exitCodeOf(june, ['worse', 'closed'])).toBe(0);
});

function total(groups: readonly RecordGroup[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

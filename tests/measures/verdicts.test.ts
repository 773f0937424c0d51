import { describe, expect, test } from 'vitest';
import { measureIds } from '../../src/indicators/catalogue.ts';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import type { RegisterName } from '../../src/records/registers.ts';
import { measured, type Row } from '../ledger-of.ts';

/** A record that hits, one that misses, and one of which it is not known: what their number decides, under district-17. */
interface Specimen {
  readonly id: MeasureId;
  readonly register: RegisterName;
  readonly hit: Row;
  readonly miss: Row;
  readonly open: Row;
}

/** A proportion by what is changed in a record that hits. */
function specimen(
  id: MeasureId,
  register: RegisterName,
  [hit, miss, open]: readonly [hit: Row, miss: Row, open: Row],
): Specimen {
  return { id, register, hit, miss: { ...hit, ...miss }, open: { ...hit, ...open } };
}

const day = '2025-03-01';
const birth = { birth_date: day, sex: '男' };
const woman = { birth_date: '1990-01-01', marital: '已婚', method: '环', rh_service: '是' };
const methodBegun = { kind: '上环', due_date: day, done_date: day };
const followUp = { due_date: day, done_date: day, standard: '是' };
const petition = { received: day, first_visit: '是', due_date: day, closed_date: day };

const atLeast: Readonly<Record<number, readonly Specimen[]>> = {
  100: [
    specimen('3a', 'benefits', [
      { due_date: day, amount_due: 1, amount_paid: 1 },
      { amount_paid: 0 },
      { amount_paid: '' },
    ]),
    specimen('4', 'services', [{ date: day, item: '药具', free: '是' }, { free: '否' }, { free: '' }]),
    specimen('15a', 'reports', [{ due_date: day, submitted: day }, { submitted: '' }, { submitted: '不详' }]),
    specimen('16', 'staff', [{ pay_due: 1, pay_paid: 1 }, { pay_paid: 0 }, { pay_paid: '' }]),
    specimen('17a', 'funding', [{ year: 2025, in_budget: '是' }, { in_budget: '否' }, { in_budget: '' }]),
  ],
  97: [specimen('1b', 'births', [{ ...birth, policy: '政策内' }, { policy: '政策外' }, { policy: '' }])],
  95: [
    specimen('8b', 'procedures', [methodBegun, { done_date: '' }, { done_date: '不详' }]),
    specimen('9a', 'procedures', [methodBegun, { done_date: '' }, { done_date: '不详' }]),
    specimen('9b', 'followups', [{ ...followUp, kind: '术后' }, { standard: '否' }, { standard: '' }]),
    specimen('9c', 'followups', [{ ...followUp, kind: '药具' }, { standard: '否' }, { standard: '' }]),
    specimen('10a', 'women', [woman, { rh_service: '否' }, { rh_service: '' }]),
    specimen('11', 'surveys', [
      { date: day, group: '干部', cadre_knowledge: '是' },
      { cadre_knowledge: '否' },
      { cadre_knowledge: '不详' },
    ]),
    specimen('13b', 'petitions', [petition, { closed_date: '' }, { closed_date: '不详' }]),
    specimen('13d', 'petitions', [petition, { closed_date: '' }, { closed_date: '不详' }]),
  ],
  90: [
    specimen('2', 'surveys', [
      { date: day, group: '群众', satisfied: '是' },
      { satisfied: '否' },
      { satisfied: '不详' },
    ]),
    specimen('5', 'villages', [{ informed_choice: '是' }, { informed_choice: '否' }, { informed_choice: '' }]),
    specimen('6', 'villages', [{ self_governance: '是' }, { self_governance: '否' }, { self_governance: '' }]),
    specimen('12a', 'surveys', [{ date: day, group: '育妇', rights: '是' }, { rights: '否' }, { rights: '不详' }]),
    specimen('14a', 'migrants', [{ direction: '流出', certificate: '是' }, { certificate: '否' }, { certificate: '' }]),
  ],
  85: [
    specimen('8a', 'women', [woman, { method: '无' }, { method: '' }]),
    specimen('12b', 'surveys', [
      { date: day, group: '育妇', rh_knowledge: '是' },
      { rh_knowledge: '否' },
      { rh_knowledge: '不详' },
    ]),
    specimen('12c', 'surveys', [
      { date: day, group: '育妇', method_knowledge: '是' },
      { method_knowledge: '否' },
      { method_knowledge: '不详' },
    ]),
  ],
  80: [specimen('14b', 'migrants', [{ direction: '流出', served: '是' }, { served: '否' }, { served: '' }])],
  20: [specimen('10b', 'services', [{ date: day, item: '咨询', sex: '男' }, { sex: '女' }, { sex: '' }])],
};

/** At most one of a thousand. */
const atMostOneInAThousand: readonly Specimen[] = [
  specimen('1c', 'births', [{ ...birth, policy: '政策外', parity: 3 }, { parity: 1 }, { parity: '' }]),
  specimen('9e', 'procedures', [
    { kind: '人流', done_date: day, complication: '是' },
    { complication: '' },
    { complication: '不详' },
  ]),
];

const wanted = Object.entries(atLeast).flatMap(([percent, specimens]) =>
  specimens.map((each) => ({ ...each, percent: Number(percent) })),
);

function ledger({ register, hit, miss, open }: Specimen, [hits, misses, opens]: readonly [number, number, number]) {
  const rows = [...times(hits, hit), ...times(misses, miss), ...times(opens, open)];
  return {
    [register]: register === 'villages' ? rows.map((row, i) => ({ code: `99${i}`, name: `村${i}`, ...row })) : rows,
  };
}

describe.each(wanted)('$id, at least $percent of a hundred', ({ percent, ...each }) => {
  const misses = 100 - percent;
  test.each([
    ['exactly', [percent, misses, 0], 'pass', 0],
    ['one too few', [percent - 1, misses + 1, 0], 'fail', 1],
    ['one too few, one not known', [percent - 1, misses, 1], 'undetermined', 1],
    [
      'enough, whatever one not known is',
      [percent, Math.max(0, misses - 1), 1],
      percent === 100 ? 'undetermined' : 'pass',
      percent === 100 ? 1 : 0,
    ],
    ['too few, whatever one not known is', [percent - 2, misses + 1, 1], 'fail', 2],
    ['none in scope', [0, 0, 0], 'not-applicable', null],
  ] as const)('%s', async (_, numbers, status, shortfall) => {
    expect(await measured(each.id, ledger(each, numbers))).toMatchObject({ status, shortfall });
  });
});

describe.each(atMostOneInAThousand)('$id, at most one of a thousand', (each) => {
  test.each([
    ['exactly', [1, 999, 0], 'pass', 0],
    ['one too many', [2, 998, 0], 'fail', 1],
    ['perhaps one too many', [1, 998, 1], 'undetermined', 0],
    ['few enough, whatever one not known is', [0, 999, 1], 'pass', 0],
    ['too many, whatever one not known is', [2, 997, 1], 'fail', 1],
    ['none in scope', [0, 0, 0], 'not-applicable', null],
  ] as const)('%s', async (_, numbers, status, shortfall) => {
    expect(await measured(each.id, ledger(each, numbers))).toMatchObject({ status, shortfall });
  });
});

test('with ratios, sums and numbers of events, these are all measures', () => {
  const apart: readonly MeasureId[] = ['1a', '3b', '7a', '7b', '8c', '9d', '13a', '13c', '15b', '15c', '17b'];
  const here = [...wanted, ...atMostOneInAThousand].map(({ id }) => id);
  expect([...here, ...apart].sort()).toEqual([...measureIds].sort());
});

function times(number: number, row: Row): readonly Row[] {
  return Array.from({ length: number }, () => row);
}

import fc from 'fast-check';
import type { Ledger } from '../../src/model/sheet.ts';
import { ledgerOf, type Row, type Tables } from '../ledger-of.ts';
import type { Month } from './compared.ts';

const VILLAGES = ['9901', '9902', '东风村', '不在册村', ''];
const DAYS = [
  '2022-05-31',
  '2022-06-30',
  '2022-07-01',
  '2024-12-31',
  '2025-01-01',
  '2025-05-31',
  '2025-06-01',
  '2025-06-30',
  '26.1.5',
  '2025-06',
  '2025',
  '2025-02-30',
  '',
];
const YES_NO = ['是', '否', '不详', ''];

// Few of each, so that two random months have much in common: the same ids, edited, doubled, and gone.
const ids = (letter: string) => fc.constantFrom(...[1, 2, 3, 4].map((number) => `${letter}${number}`), '');
const village = fc.constantFrom(...VILLAGES);
const days = fc.constantFrom(...DAYS);
const money = fc.constantFrom('100', '120.5', '0', '约90', '');

const villages = fc.uniqueArray(
  fc.record({
    code: fc.constantFrom('9901', '9902'),
    name: fc.constantFrom('东风村', '红旗村'),
    planned_births: fc.constantFrom('2', '3', ''),
    married_women: fc.constantFrom('1', '2', ''),
    informed_choice: fc.constantFrom(...YES_NO),
    self_governance: fc.constantFrom(...YES_NO),
  }),
  { selector: ({ code }) => code, maxLength: 2 },
);

const tables = {
  women: rows({
    village,
    id: ids('W'),
    birth_date: fc.constantFrom('1975-06-15', '1990-01-01', '2010-06-10', '1975', ''),
    marital: fc.constantFrom('已婚', '未婚', ''),
    method: fc.constantFrom('放环', '无', ''),
    rh_service: fc.constantFrom(...YES_NO),
  }),
  births: rows({
    village,
    id: ids('B'),
    birth_date: days,
    sex: fc.constantFrom('男', '女', ''),
    parity: fc.constantFrom('1', '3', '0'),
    policy: fc.constantFrom('政策内', '政策外', '计划里的', ''),
  }),
  procedures: rows({
    village,
    id: ids('P'),
    kind: fc.constantFrom('放环', '人流', '药具', ''),
    due_date: days,
    done_date: days,
    complication: fc.constantFrom('是', ''),
  }),
  services: rows({
    village,
    id: ids('S'),
    person_id: fc.constantFrom('A', 'B', ''),
    date: days,
    sex: fc.constantFrom('男', '女', ''),
    item: fc.constantFrom('药具', '咨询', ''),
    free: fc.constantFrom(...YES_NO),
  }),
  surveys: rows({
    village,
    id: ids('Q'),
    date: days,
    group: fc.constantFrom('群众', '育龄群众', '干部'),
    satisfied: fc.constantFrom('满意', '不满意', '不详', ''),
    rights: fc.constantFrom(...YES_NO),
  }),
  benefits: rows({ village, id: ids('R'), due_date: days, amount_due: money, amount_paid: money }),
  petitions: rows({
    village,
    id: ids('X'),
    received: days,
    first_visit: fc.constantFrom(...YES_NO),
    due_date: days,
    closed_date: days,
  }),
  incidents: rows({ village, id: ids('N'), date: days, kind: fc.constantFrom('恶性事件', '非法鉴定胎儿性别', '') }),
  funding: rows({
    village,
    year: fc.constantFrom('2024', '2025', ''),
    in_budget: fc.constantFrom(...YES_NO),
    amount: money,
    population: fc.constantFrom('10', ''),
    standard: fc.constantFrom('2', '3.5'),
  }),
  counts: rows({
    village,
    measure: fc.constantFrom('1b', '9a', '8b', '7a', '13c', '1a', '3b'),
    numerator: fc.constantFrom('1', '2.5', ''),
    denominator: fc.constantFrom('4', '2', ''),
  }),
};

const OPTIONAL = [
  'services.person_id',
  'procedures.due_date',
  'women.rh_service',
  'villages.planned_births',
  'births.id',
  'surveys.rights',
  'services.sex',
];

const ledgerParts = fc.record({
  // A register may be missing altogether.
  tables: fc.record({ villages, ...tables }, { requiredKeys: [] }),
  without: fc.subarray(OPTIONAL, { maxLength: 2 }),
});

/** One or two ledgers of a month, under a period and settings of their own. */
export const months: fc.Arbitrary<Month> = fc
  .record({
    ledgers: fc.array(ledgerParts, { minLength: 1, maxLength: 2 }),
    period: fc.constantFrom('2025-05', '2025-06', '2026-01'),
    configuration: fc.constantFrom(
      'profile: district-17',
      'year_start: "10-01"',
      'windows: { 1b: year, 9d: year }',
      'profile: township-strict',
      'words: { policy: { 计划里的: in } }',
    ),
  })
  .map(({ ledgers, period, configuration }) => ({
    of: ledgers.map(
      (each, index): Ledger => ledgerOf(each.tables as Tables, { name: `ledger-${index}`, without: each.without }),
    ), // a record of rows by register
    period,
    configuration,
  }));

/** A ledger of one kind of table or more, as plain tables. */
export const someTables: fc.Arbitrary<Tables> = fc
  .record({ villages, ...tables }, { requiredKeys: ['villages'] })
  .map((all) => all as Tables);

function rows(columns: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<readonly Row[]> {
  return fc.array(fc.record(columns), { maxLength: 5 });
}

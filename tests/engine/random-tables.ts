import fc from 'fast-check';
import type { RegisterName } from '../../src/records/registers.ts';
import type { Row, Tables } from '../ledger-of.ts';

const EDGES = ['2022-06-30', '2022-07-01', '2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01'];
const date = fc.constantFrom(...EDGES, '2025-03-01', '2025年3月', '2025年', '2022年7月', '', '不详');
const birth = fc.constantFrom('2010-06-30', '2010-07-01', '1975-07-01', '1975-06-30', '1990-01-01', '1975年', '');
const answer = fc.constantFrom('是', '否', '', '不详');
const money = fc.constantFrom('100', '99.99', '0', '', '3.5');
const village = fc.constantFrom('甲村', '990102', '丙村', '外村');

/** Rows of every register, with cells at and beside the edges, empty and unknown ones among them. No two rows have one id. */
export const tables: fc.Arbitrary<Tables> = fc
  .record({
    villages: villages(),
    women: rows({ birth_date: birth, marital: code('已婚', '未婚'), method: code('上环', '无'), rh_service: answer }),
    births: rows({ birth_date: date, sex: code('男', '女'), parity: code('1', '3'), policy: code('政策内', '政策外') }),
    procedures: rows({ kind: code('上环', '药具', '人流'), due_date: date, done_date: date, complication: answer }),
    followups: rows({ kind: code('术后', '药具'), due_date: date, done_date: date, standard: answer }),
    services: rows({ date, person: fc.nat(3), item: code('药具', '咨询'), free: answer }).map((all) =>
      all.map(asServed),
    ),
    surveys: rows({
      date,
      group: code('群众', '育妇', '干部'),
      satisfied: answer,
      rights: answer,
      cadre_knowledge: answer,
    }),
    benefits: rows({ due_date: date, amount_due: money, amount_paid: money }),
    migrants: rows({ direction: code('流出', '流入'), certificate: answer, served: answer }),
    petitions: rows({ received: date, first_visit: answer, due_date: date, closed_date: date }),
    incidents: rows({ date, kind: code('技术服务事故', '恶性事件', '违法行政行为') }),
    reports: rows({ due_date: date, submitted: date }),
    audits: rows({ date, checked: code('10', '20'), correct: code('9', '10') }),
    staff: rows({ pay_due: money, pay_paid: money }),
    funding: rows({
      year: code('2024', '2025'),
      in_budget: answer,
      amount: money,
      population: code('5'),
      standard: money,
    }),
  })
  .map((all) =>
    Object.fromEntries(Object.entries(all).map(([name, own]) => [name, numbered(name as RegisterName, own)])),
  ); // the keys are registers

function villages() {
  const number = code('3', '10', '0');
  const one = fc.record({
    planned_births: number,
    married_women: number,
    informed_choice: answer,
    self_governance: answer,
  });
  return fc
    .tuple(one, one, one)
    .map((all) =>
      all.map(
        (rest, i): Row => ({ code: `99010${i + 1}`, name: `${'甲乙丙'[i]}村`, town: i < 2 ? '东镇' : '西镇', ...rest }),
      ),
    );
}

function rows(cells: Readonly<Record<string, fc.Arbitrary<string | number>>>): fc.Arbitrary<readonly Row[]> {
  return fc.array(fc.record({ village, ...cells }), { maxLength: 6 });
}

function code(...words: readonly string[]) {
  return fc.oneof({ arbitrary: fc.constantFrom(...words), weight: 3 }, fc.constantFrom('', '不详'));
}

/** A person has one sex, and one of them tells none: then it does not matter which visit comes first. */
function asServed({ person, ...row }: Row): Row {
  return { ...row, person_id: person === 3 ? '' : `P${person}`, sex: ['男', '女', '', '男'][Number(person)] ?? '' };
}

function numbered(register: RegisterName, own: readonly Row[]): readonly Row[] {
  return register === 'villages' ? own : own.map((row, i) => ({ ...row, id: i % 3 === 0 ? '' : `${register}${i}` }));
}

import { day } from '../../src/model/day.ts';
import type { RegisterKey } from './columns.ts';
import { isThisYear } from './corrections.ts';
import { type Change, date, dayIn, type Entry, entry, LAST, type Row } from './entry.ts';
import { isMarried, isReproductive } from './women.ts';

/** One thing wrong in one cell: the register, which of its records (the nth that fits), from when, what it says. */
interface Fault extends Change {
  readonly register: RegisterKey;
  readonly fits: (row: Row) => boolean;
  readonly nth: number;
}

const long = day(2024, 5, 6);
const lately = day(2025, 6, 12);

/** Slips of the pen as real registers have them; none of them turns the verdict on an indicator. */
const faults: readonly Fault[] = [
  fault('women', [isServedWife, 211], [long, { method: '见附件' }]),
  fault('women', [isServedWife, 640], [lately, { birth_date: '1990-02-30' }]),
  fault('women', [isServedWife, 905], [long, { birth_date: '1988年5月' }]),
  fault('women', [({ rh_service }) => rh_service === '是', 1422], [long, { birth_date: '1975年' }]),
  fault('births', [isOrdinaryBirth, 388], [long, { birth_date: '2024年3月' }]),
  fault('births', [isOrdinaryBirth, 512], [long, { parity: 0 }]),
  fault('births', [isOrdinaryBirth, 760], [lately, { sex: null }]),
  fault('births', [isOrdinaryBirth, 801], [long, { sex: '见证明' }]),
  fault('births', [isOrdinaryBirth, 801], [lately, { sex: '女' }]),
  fault('procedures', [() => true, 1203], [long, { woman_id: '9.90101E+17' }]),
  fault('followups', [(row) => !isThisYear(row, 'due_date'), 377], [long, { done_date: '2023.13.05' }]),
  fault('followups', [(row) => !isThisYear(row, 'due_date'), 610], [long, { standard: '见备注' }]),
  fault('services', [(row) => row['item'] === '妇检', 300], [lately, { date: '2025-02-30' }]),
  fault('services', [(row) => isThisYear(row, 'date') && row['item'] === '妇检', 9], [lately, { item: '体检' }]),
  fault('services', [(row) => isThisYear(row, 'date'), 120], [long, { sex: null }]),
  fault('services', [(row) => isThisYear(row, 'date'), 188], [lately, { sex: null }]),
  fault('surveys', [(row) => isThisYear(row, 'date') && row['group'] === '群众', 40], [lately, { satisfied: '不详' }]),
  fault('benefits', [(row) => !isThisYear(row, 'due_date'), 100], [long, { amount_due: '约1080' }]),
  fault('migrants', [(row) => row['direction'] === '流出', 17], [long, { certificate: null }]),
  fault('migrants', [(row) => row['direction'] === '流出', 90], [lately, { certificate: null }]),
  fault('petitions', [() => true, 33], [long, { received: '1900-01-00' }]),
];

export function withFaults<K extends RegisterKey>(register: K, entries: readonly Entry[]): readonly Entry[] {
  const spoilt = faults
    .filter((each) => each.register === register)
    .reduce<readonly Entry[]>((all, each) => spoil(all, { fault: each, among: entries }), entries);
  return [...spoilt, ...added(register, entries)];
}

function spoil(all: readonly Entry[], which: { fault: Fault; among: readonly Entry[] }): readonly Entry[] {
  const { fits, nth, on, fields } = which.fault;
  const index = which.among.findIndex(
    (each, place) => each.left === undefined && fits(each.row) && place >= nth && each.entered < day(2025, 5, 20),
  );
  if (index < 0) throw new Error('A fault that fits no record.');
  return all.map((each, place) => (place === index ? { ...each, changes: [...each.changes, { on, fields }] } : each));
}

/** A birth entered twice, one dated after the month, and a service under a village's name written wrong. */
function added(register: RegisterKey, entries: readonly Entry[]): readonly Entry[] {
  const model = entries.find(
    ({ row, entered }) => entered > day(2025, 5, 3) && (row['parity'] === 1 || row['item'] === '咨询'),
  );
  if (!model || (register !== 'births' && register !== 'services')) return [];
  const { row } = model;
  if (register === 'services') {
    return [
      entry(day(2025, 6, 5), {
        ...row,
        id: `${row['id']}A`,
        village: '上奚村',
        person_id: null,
        date: date(day(2025, 6, 5)),
      }),
    ];
  }
  return [
    entry(day(2025, 6, 9), { ...row }),
    entry(LAST, { ...row, id: `${row['id']}A`, birth_date: date(day(2025, 7, 2)), mother_id: null, policy: '政策内' }),
  ];
}

function isServedWife(row: Row): boolean {
  return isReproductive(row) && isMarried(row) && row['rh_service'] === '是';
}

function isOrdinaryBirth(row: Row): boolean {
  const born = dayIn(row, 'birth_date');
  return born !== undefined && born > day(2023, 1, 1) && row['policy'] === '政策内' && row['sex'] === '女';
}

function fault(
  register: RegisterKey,
  [fits, nth]: readonly [Fault['fits'], number],
  [on, fields]: readonly [Change['on'], Row],
): Fault {
  return { register, fits, nth, on, fields };
}

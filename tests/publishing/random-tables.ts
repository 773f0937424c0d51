import type { Row, Tables } from '../ledger-of.ts';
import type { Random } from '../ledgers/random.ts';

/** Registers of a few villages in a few towns; some villages have hardly anybody, some cells are empty. */
export function randomTables(random: Random): Tables {
  const towns = ['甲镇', '乙镇', '丙镇'].slice(0, random.whole(1, 3));
  const villages = Array.from({ length: random.whole(2, 6) }, (_, index) => ({
    name: `村${index + 1}`,
    town: random.pick(towns),
    size: random.pick([1, 3, 8, 20]),
  }));
  const rows = (most: number, row: (village: string) => Row): Row[] =>
    villages.flatMap(({ name, size }) =>
      Array.from({ length: random.whole(0, Math.ceil((size * most) / 10)) }, () => ({ village: name, ...row(name) })),
    );
  const yes = (share: number) =>
    random.weighted([
      ['是', share],
      ['否', 1 - share],
      ['', 0.02],
    ] as const);
  const day = (years: readonly number[]) =>
    random.next() < 0.02 ? '' : `${random.pick(years)}-${pad(random.whole(1, 6))}-${pad(random.whole(1, 28))}`;
  return {
    villages: villages.map(({ name, town, size }, index) => ({
      code: `99${index + 1}`,
      name,
      town,
      planned_births: random.next() < 0.15 ? '' : random.whole(0, size),
      married_women: random.next() < 0.15 ? '' : random.whole(size, 3 * size),
    })),
    women: rows(30, () => ({
      birth_date: day([1970, 1985, 1995, 2000, 2013]),
      marital: random.weighted([
        ['已婚', 8],
        ['未婚', 1],
        ['', 0.1],
      ] as const),
      method: random.weighted([
        ['上环', 8],
        ['无', 1],
        ['', 0.1],
      ] as const),
      rh_service: yes(0.9),
    })),
    births: rows(20, () => ({
      birth_date: day([2023, 2024, 2025]),
      sex: random.weighted([
        ['男', 5],
        ['女', 5],
        ['', 0.1],
      ] as const),
      parity: random.pick(['1', '1', '2', '3']),
      policy: random.weighted([
        ['政策内', 9],
        ['政策外', 1],
        ['', 0.1],
      ] as const),
    })),
    procedures: rows(15, () => ({
      kind: random.pick(['放环', '人流', '药具']),
      due_date: day([2025]),
      done_date: day([2025]),
      complication: yes(0.05),
    })),
    benefits: rows(8, () => ({
      due_date: day([2025]),
      amount_due: 100,
      amount_paid: random.pick(['100', '100', '100', '40', '']),
    })),
    migrants: rows(10, () => ({ direction: random.pick(['流出', '流入']), certificate: yes(0.8), served: yes(0.8) })),
    petitions: rows(6, () => ({
      received: '2025-01-01',
      first_visit: yes(0.7),
      due_date: day([2025]),
      closed_date: day([2025]),
    })),
    incidents: rows(2, () => ({ date: day([2025]), kind: random.pick(['非法鉴定胎儿性别', '恶性事件']) })),
    staff: rows(3, () => ({ pay_due: 10, pay_paid: random.pick([10, 10, 10, 5]) })),
  };
}

function pad(number: number): string {
  return `${number}`.padStart(2, '0');
}

import { measureIds } from '../../src/indicators/catalogue.ts';
import type { Day } from '../../src/model/day.ts';
import type { Register } from '../ledgers/district.ts';
import type { Cell, Row } from '../ledgers/entry.ts';
import { type Random, random } from '../ledgers/random.ts';
import { beside, type Draw } from './random-cells.ts';
import { cellOf, forms, neighbours, optionalColumns } from './random-registers.ts';

interface Village {
  readonly code: string;
  readonly name: string;
}

/** A few small ledgers that belong together: now and then a register, a column, a cell or a village row is missing. */
export function randomRun(seed: number, last: Day): readonly (readonly Register[])[] {
  const numbers = random(seed);
  const villages = Array.from({ length: numbers.whole(1, 4) }, (_, index) => ({
    code: `99010110${index + 1}`,
    name: numbers.next() < 0.1 ? '东风村' : (['东风村', '红旗村', '向阳村', '西河村'][index] ?? ''),
  }));
  const count = numbers.weighted([[1, 3] as const, [2, 1]]);
  return Array.from({ length: count }, () =>
    randomLedger(villages, { numbers, last, mess: numbers.pick([0, 0.1, 1]) }),
  );
}

function randomLedger(villages: readonly Village[], draw: Draw): readonly Register[] {
  const { numbers } = draw;
  const present = forms.filter(() => numbers.next() > 0.13);
  return present.map((form) => {
    const optional = optionalColumns[form.key] ?? [];
    const columns = form.columns.filter(({ key }) => !optional.includes(key) || numbers.next() > 0.1);
    const rows = form.key === 'villages' ? villageRows(villages, draw) : recordRows(form.key, villages, draw);
    return { form: { ...form, columns }, rows };
  });
}

/** Mostly each village once; now and then one is missing, or stands there again with other figures. */
function villageRows(villages: readonly Village[], draw: Draw): readonly Row[] {
  const listed = villages.filter(() => draw.numbers.next() > 0.1);
  const again = listed.filter(() => draw.numbers.next() < 0.1);
  return [...listed, ...again].map(({ code, name }) => ({
    ...cellsOf('villages', draw),
    code: draw.numbers.next() < 0.04 ? null : code,
    name: draw.numbers.next() < 0.04 ? null : name,
  }));
}

function recordRows(register: string, villages: readonly Village[], draw: Draw): readonly Row[] {
  const { numbers } = draw;
  const many = numbers.weighted([[0, 1] as const, [numbers.whole(1, 6), 3], [numbers.whole(7, 40), 8]]);
  return Array.from({ length: many }, (_, index) => ({
    ...cellsOf(register, draw),
    ...(register === 'counts' ? countOf(numbers) : {}),
    village: villageIn(villages, numbers),
    id: idOf(register, index, numbers),
  }));
}

function cellsOf(register: string, draw: Draw): Row {
  const form = forms.find(({ key }) => key === register);
  const cells = new Map((form?.columns ?? []).map(({ key }) => [key, cellOf(register, key, draw)]));
  for (const [first, second] of neighbours)
    if (cells.has(first) && cells.has(second) && draw.numbers.next() < 0.5)
      cells.set(second, beside(cells.get(first) ?? null, draw.numbers));
  return Object.fromEntries(cells);
}

function villageIn(villages: readonly Village[], numbers: Random): Cell {
  const { code, name } = numbers.pick(villages);
  return numbers.weighted<Cell>([
    [name, 80],
    [code, 12],
    [null, 3],
    ['外来村', 2],
  ]);
}

/** Small numbers, so that a ledger and its neighbour now and then hold one record twice. */
function idOf(register: string, index: number, numbers: Random): Cell {
  return numbers.weighted<Cell>([
    [`${register}-${index + numbers.whole(0, 60)}`, 20],
    [`${register}-new-${numbers.next()}`, 20],
    [null, 3],
  ]);
}

function countOf(numbers: Random): Row {
  const denominator = numbers.weighted([[numbers.whole(1, 40), 12] as const, [numbers.whole(0, 3) + 0.5, 1]]);
  return {
    measure: numbers.weighted([[numbers.pick(measureIds), 30] as const, ['18a', 1]]),
    numerator: numbers.weighted<Cell>([
      [numbers.whole(0, Math.ceil(denominator)), 20],
      [null, 1],
      [-1, 1],
    ]),
    denominator: numbers.weighted<Cell>([
      [denominator, 20],
      [null, 2],
    ]),
  };
}

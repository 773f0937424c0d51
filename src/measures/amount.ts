import type { Words } from '../model/words.ts';
import type { RegisterRecord } from '../records/record.ts';
import { columnsOf, positionOf, type RegisterName } from '../records/registers.ts';
import type { FieldOf } from './on.ts';

type NumberField<K extends RegisterName> = FieldOf<K, 'int' | 'money'>;

/** A whole number taken from each record and added up exactly. */
export interface Amount<K extends RegisterName = RegisterName> {
  readonly reads: readonly string[];
  readonly words: Words;
  /** How many of the number make one of the unit that is shown: 100 for money, which is kept in fen. */
  readonly scale: 1 | 100;
  /** `null` where a cell that it needs is not known. */
  value(record: RegisterRecord<K>): bigint | null;
}

/** The amounts that can be taken from the records of one register. */
export function amountsOf<const K extends RegisterName>(register: K) {
  return {
    of: (field: NumberField<K>) => amount(register, [field], '', ([value]) => value),
    lesserOf: (one: NumberField<K>, other: NumberField<K>) => amount(register, [one, other], '与', lesser),
    productOf: (one: NumberField<K>, other: NumberField<K>) => amount(register, [one, other], '×', ([a, b]) => a * b),
  };
}

function amount<K extends RegisterName>(
  register: K,
  reads: readonly string[],
  sign: '' | '与' | '×',
  combine: (values: readonly [bigint, bigint]) => bigint,
): Amount<K> {
  const columns = columnsOf(register);
  const [first = '', second = first] = reads;
  const [one, other] = [positionOf(register, first), positionOf(register, second)];
  return {
    reads,
    words: words(
      reads.map((field) => ({ zh: columns[field]?.header ?? field, en: field.replaceAll('_', ' ') })),
      sign,
    ),
    scale: reads.some((field) => columns[field]?.kind === 'money') ? 100 : 1,
    value({ cells }) {
      const [a, b] = [cells[one], cells[other]];
      return typeof a === 'number' && typeof b === 'number' ? combine([BigInt(a), BigInt(b)]) : null;
    },
  };
}

function lesser([a, b]: readonly [bigint, bigint]): bigint {
  return a < b ? a : b;
}

function words([first, second]: readonly Words[], sign: '' | '与' | '×'): Words {
  const [one, other] = [first ?? { zh: '', en: '' }, second ?? { zh: '', en: '' }];
  if (sign === '') return one;
  if (sign === '×') return { zh: `${one.zh} × ${other.zh}`, en: `${one.en} × ${other.en}` };
  return { zh: `${one.zh}与${other.zh}中较小的`, en: `the lesser of ${one.en} and ${other.en}` };
}

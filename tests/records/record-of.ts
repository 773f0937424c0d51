import type { RegisterRecord } from '../../src/records/record.ts';
import { columnsOf, type Fields, type RegisterName } from '../../src/records/registers.ts';
import type { RegisterPlan } from '../../src/records/sheet-plan.ts';

/** A record with some cells, by key; of the others its sheet has no column. */
export function recordOf<K extends RegisterName>(register: K, cells: Partial<Fields<K>>): RegisterRecord<K> {
  const byKey: Readonly<Record<string, unknown>> = cells;
  const inOrder = Object.keys(columnsOf(register)).map((key) => byKey[key]);
  const plan = { ledger: 0 } as RegisterPlan; // all that is asked of it
  return { register, plan, row: 2, area: 0, cells: inOrder as RegisterRecord<K>['cells'] }; // as typed by their keys
}

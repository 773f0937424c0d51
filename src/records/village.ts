import { EMPTY, isKnown } from './cell.ts';
import { cellOf, type RecordCells, type RegisterRecord } from './record.ts';
import { columnsOf, positionOf } from './registers.ts';
import type { RegisterPlan } from './sheet-plan.ts';

export type VillageRecord = RegisterRecord<'villages'>;

/** A village as its rows give it, in whichever ledgers: the first row's cells, gaps filled from the later ones. */
export interface Village {
  readonly record: VillageRecord;
  /** All ledgers that list it, in order. */
  readonly ledgers: readonly number[];
  /** Its rows as they stand, in order: what a village is in some of the ledgers alone. */
  readonly rows: readonly VillageRow[];
}

export interface VillageRow {
  readonly plan: RegisterPlan;
  readonly row: number;
  readonly cells: RecordCells;
  /** Its number among all rows of villages, as they were read. */
  readonly order: number;
}

/** The rows of a village, which has one at least. */
export type VillageRows = [VillageRow, ...VillageRow[]];

/** A village by its rows in order, each of which fills the gaps of those before: however many there are, each is looked at once. */
export class GatheredVillage implements Village {
  record: VillageRecord;
  readonly rows: VillageRow[] = [];
  readonly #ledgers = new Set<number>();

  constructor(area: number, rows: Readonly<VillageRows>) {
    const [first] = rows;
    this.record = { register: 'villages', plan: first.plan, row: first.row, area, cells: first.cells };
    for (const row of rows) this.add(row);
  }

  add(row: VillageRow): void {
    this.rows.push(row);
    this.#ledgers.add(row.plan.ledger);
    const { cells } = this.record;
    const fills = COLUMNS.some((_, position) => isGap(cells, position) && !isGap(row.cells, position));
    if (fills) this.record = { ...this.record, cells: filled(cells, row.cells) };
  }

  get ledgers(): readonly number[] {
    return [...this.#ledgers];
  }
}

function isGap(cells: RecordCells, position: number): boolean {
  return (cells[position] ?? EMPTY) === EMPTY;
}

function filled(cells: RecordCells, others: RecordCells): RecordCells {
  return COLUMNS.map((_, position) => (isGap(cells, position) ? others : cells)[position]);
}

const COLUMNS = Object.keys(columnsOf('villages'));
const JUDGED = ['planned_births', 'married_women', 'informed_choice', 'self_governance'] as const;

/** The columns on which what is judged depends, and of which a further row says something else. */
export function conflictsOf({ record }: Village, cells: RecordCells): readonly string[] {
  return JUDGED.filter((key) => differ(record.cells, cells, positionOf('villages', key)));
}

/** Whether two rows of a village say different things. A column that a ledger lacks says nothing. */
function differ(one: RecordCells, other: RecordCells, position: number): boolean {
  const [said, repeated] = [one[position] ?? EMPTY, other[position] ?? EMPTY];
  return isKnown(said) && isKnown(repeated) && said !== repeated;
}

/** What a row says in one of the columns that tell villages apart. */
export function textIn(cells: RecordCells, key: 'code' | 'name' | 'town'): string | undefined {
  const cell = cellOf({ register: 'villages', cells }, key);
  return isKnown(cell) ? cell : undefined;
}

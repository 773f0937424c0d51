import type { Row } from '../model/sheet.ts';
import { type Cell, EMPTY, isKnown } from './cell.ts';
import { isAboveChecked } from './contradictions.ts';
import type { MatchedColumn } from './layout.ts';
import { shownValue } from './raw-text.ts';
import type { AnyRecord, ReadingContext } from './reading-context.ts';
import type { Cells } from './row-decoder.ts';
import { placeIn, type RegisterPlan } from './sheet-plan.ts';
import type { Resolution } from './villages.ts';

/** Turns rows into records: finds their village, leaves repeated ids out (and answers false for them). */
export class RecordRows {
  readonly #plan: RegisterPlan;
  readonly #context: ReadingContext;
  readonly #take: (record: AnyRecord) => void;
  readonly #columns: ReadonlyMap<string, MatchedColumn>;
  readonly #resolved = new Map<Cell<unknown>, Resolution>();
  /** Rows that name no village because there is no column for it. */
  #unstated = 0;

  constructor(plan: RegisterPlan, context: ReadingContext, take: (record: AnyRecord) => void) {
    this.#plan = plan;
    this.#context = context;
    this.#take = take;
    this.#columns = new Map(plan.recognition.layout.columns.map((matched) => [matched.key, matched]));
  }

  accept(cells: Cells, row: Row): boolean {
    const { register } = this.#plan.recognition.layout;
    const resolution = this.#resolve(cells['village'] ?? EMPTY);
    const record = { ...cells, row: row.number, area: resolution.area } as AnyRecord; // the cells were read by the register's columns
    if (this.#isRepeated(cells['id'], resolution, row)) {
      this.#context.seeRepeated?.(record, this.#plan);
      return false;
    }
    this.#reportVillage(resolution, row);
    if (isAboveChecked(register, record)) {
      const correct = this.#columns.get('correct');
      this.#context.report({
        code: 'correct-above-checked',
        at: this.#at(row, correct),
        data: { column: correct?.header ?? '' },
      });
    }
    this.#take(record);
    return true;
  }

  finish(): void {
    if (this.#unstated === 0) return;
    const data = { column: null, stated: false, rows: this.#unstated };
    this.#context.report({ code: 'unknown-village', at: placeIn(this.#plan, null, null), data });
  }

  #resolve(cell: Cell<unknown>): Resolution {
    const known = this.#resolved.get(cell);
    if (known !== undefined) return known;
    const resolution = this.#context.villages.resolve(cell as Cell<string>, this.#plan.ledger); // the column is one of text
    this.#resolved.set(cell, resolution);
    return resolution;
  }

  #isRepeated(id: Cell<unknown> | undefined, { area }: Resolution, row: Row): boolean {
    if (id === undefined || !isKnown(id)) return false;
    const { register } = this.#plan.recognition.layout;
    const first = this.#context.ids.firstOf(register, area, String(id), { sheet: this.#plan.serial, row: row.number });
    if (first === undefined) return false;
    const column = this.#columns.get('id');
    const data = { column: column?.header ?? '', firstSheet: this.#context.labelOf(first.sheet), firstRow: first.row };
    this.#context.report({ code: 'duplicate-record', at: this.#at(row, column), value: String(id), data });
    return true;
  }

  #reportVillage({ by }: Resolution, row: Row): void {
    if (by === 'register' || by === 'only-village') return;
    const column = this.#columns.get('village');
    if (column === undefined) {
      this.#unstated++;
      return;
    }
    const at = this.#at(row, column);
    const value = shownValue(row.cells[column.index]);
    if (by === 'ambiguous')
      this.#context.report({ code: 'ambiguous-village', at, value, data: { column: column.header } });
    else
      this.#context.report({
        code: 'unknown-village',
        at,
        value,
        data: { column: column.header, stated: by === 'as-written', rows: 1 },
      });
  }

  #at(row: Row, column: MatchedColumn | undefined) {
    return placeIn(this.#plan, row.number, column?.index ?? null);
  }
}

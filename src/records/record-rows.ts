import type { Row } from '../model/sheet.ts';
import { type Cell, EMPTY, isKnown, UNKNOWN } from './cell.ts';
import type { ColumnReader } from './column-reader.ts';
import { isAboveChecked } from './contradictions.ts';
import type { RegisterIds } from './duplicates.ts';
import type { MatchedColumn } from './layout.ts';
import { shownValue } from './raw-text.ts';
import type { ReadingContext } from './reading-context.ts';
import type { RegisterRecord } from './record.ts';
import type { DecodedRow } from './row-decoder.ts';
import { placeIn, type RegisterPlan } from './sheet-plan.ts';
import { LONGEST_REMEMBERED } from './text-keys.ts';
import type { Resolution } from './villages.ts';

/** Turns rows into records: finds their village, leaves repeated ids out (and answers false for them). */
export class RecordRows {
  readonly #plan: RegisterPlan;
  readonly #context: ReadingContext;
  readonly #ids: RegisterIds;
  readonly #take: (record: RegisterRecord) => void;
  readonly #columns: ReadonlyMap<string, MatchedColumn>;
  /** Where in a record some cells are: undefined where there is no such column. */
  readonly #village: number | undefined;
  readonly #id: number | undefined;
  readonly #resolved = new Map<Cell<unknown>, Resolution>();
  /** Rows that name no village because there is no column for it. */
  #unstated = 0;

  constructor(
    { plan, readers }: { readonly plan: RegisterPlan; readonly readers: readonly ColumnReader[] },
    context: ReadingContext,
    take: (record: RegisterRecord) => void,
  ) {
    this.#plan = plan;
    this.#context = context;
    this.#ids = context.ids.of(plan.recognition.layout.register);
    this.#take = take;
    this.#columns = new Map(readers.map(({ matched }) => [matched.key, matched]));
    const positions = new Map(readers.map(({ matched, position }) => [matched.key, position]));
    this.#village = positions.get('village');
    this.#id = positions.get('id');
  }

  accept({ cells, findings }: DecodedRow, row: Row): boolean {
    const village = (this.#village === undefined ? undefined : cells[this.#village]) ?? EMPTY;
    const resolution = this.#resolve(village);
    const { register } = this.#plan.recognition.layout;
    const record: RegisterRecord = { register, plan: this.#plan, row: row.number, area: resolution.area, cells };
    const id = (this.#id === undefined ? undefined : cells[this.#id]) ?? EMPTY;
    if (this.#isRepeated(id, resolution, row)) {
      this.#context.seeRepeated?.(record);
      return false; // no figure rests on the row, so nothing else is said of it
    }
    findings.forEach(this.#context.report);
    if (village !== UNKNOWN) this.#reportVillage(resolution, row); // else it has been told
    this.#reportContradiction(record, row);
    this.#take(record);
    return true;
  }

  finish(): void {
    if (this.#unstated === 0) return;
    const data = { column: null, stated: false, rows: this.#unstated };
    this.#context.report({ code: 'unknown-village', at: placeIn(this.#plan, null, null), data });
  }

  #resolve(cell: Cell<unknown>): Resolution {
    const isLong = typeof cell === 'string' && cell.length > LONGEST_REMEMBERED;
    const known = isLong ? undefined : this.#resolved.get(cell);
    if (known !== undefined) return known;
    const resolution = this.#context.villages.resolve(cell as Cell<string>, this.#plan.ledger); // the column is one of text
    if (!isLong) this.#resolved.set(cell, resolution);
    return resolution;
  }

  #isRepeated(id: Cell<unknown>, { area, by }: Resolution, row: Row): boolean {
    if (!isKnown(id)) return false;
    const first = this.#ids.firstOf(String(id), area, { sheet: this.#plan.serial, row: row.number });
    if (first === undefined) return false;
    const { at, column } = this.#placeOf('id', row);
    const hasVillage = by !== 'unstated' && by !== 'ambiguous';
    const data = { column, firstSheet: this.#context.labelOf(first.sheet), firstRow: first.row, hasVillage };
    this.#context.report({ code: 'duplicate-record', at, value: String(id), data });
    return true;
  }

  #reportVillage({ by }: Resolution, row: Row): void {
    if (by === 'register' || by === 'only-village') return;
    const known = this.#columns.get('village');
    if (known === undefined) {
      this.#unstated++;
      return;
    }
    const { at, column } = this.#placeOf('village', row);
    const value = shownValue(row.cells[known.index]);
    if (by === 'ambiguous') this.#context.report({ code: 'ambiguous-village', at, value, data: { column } });
    else {
      const data = { column, stated: by === 'as-written', rows: 1 };
      this.#context.report({ code: 'unknown-village', at, value, data });
    }
  }

  #reportContradiction(record: RegisterRecord, row: Row): void {
    if (!isAboveChecked(record)) return;
    const { at, column } = this.#placeOf('correct', row);
    this.#context.report({ code: 'correct-above-checked', at, data: { column } });
  }

  #placeOf(key: string, row: Row) {
    const matched = this.#columns.get(key);
    return { at: placeIn(this.#plan, row.number, matched?.index ?? null), column: matched?.header ?? '' };
  }
}

import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import { type Moment, unknownParts } from '../measures/condition.ts';
import { conditionsOf, sidesOf } from '../measures/reads.ts';
import { certain } from '../model/certain.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { isKnown } from '../records/cell.ts';
import { isVague } from '../records/decode.ts';
import { cellAt, type RegisterRecord } from '../records/record.ts';
import type { RegisterName } from '../records/registers.ts';
import { columnNamed, placeIn } from '../records/sheet-plan.ts';
import type { Village } from '../records/village.ts';
import { Counting } from './counting.ts';
import type { Coverage } from './coverage.ts';

/** Counts a run as its records come in, each ledger by itself. */
export class RunCounting {
  readonly ledgers: readonly Counting[];
  readonly countsRows: RegisterRecord<'counts'>[] = [];
  readonly #moments: readonly Moment[];
  readonly #report: (diagnostic: Diagnostic) => void;
  /** The measures that cannot place the record in hand: one list for all records, for most leave it empty. */
  readonly #unplaced: ListedMeasure[] = [];
  readonly #noteUnplaced = (measure: ListedMeasure): void => {
    this.#unplaced.push(measure);
  };

  constructor(moments: readonly Moment[], coverage: Coverage, report: (diagnostic: Diagnostic) => void) {
    const serves = (ledger: number) => (measure: ListedMeasure, register: RegisterName) =>
      sidesOf(measure).some((side) => side.register === register && coverage.has(ledger, side));
    this.ledgers = Array.from({ length: coverage.ledgers }, (_, ledger) => new Counting(moments, serves(ledger)));
    this.#moments = moments;
    this.#report = report;
  }

  readonly take = (record: RegisterRecord): void => {
    const { register, plan } = record;
    if (register === 'counts') {
      this.countsRows.push(record as RegisterRecord<'counts'>); // as it says itself
      this.ledgers[plan.ledger]?.talliesOf(record.area);
      return;
    }
    this.ledgers[plan.ledger]?.add(record, this.#noteUnplaced);
    if (this.#unplaced.length === 0) return;
    if (record.cells.some(isVague)) this.#reportVagueDates(record); // most are unplaced for other reasons
    this.#unplaced.length = 0;
  };

  /** Counts the villages themselves, in every ledger that lists them: which of these is to count shows at assembly. */
  takeVillages(villages: readonly Village[]): void {
    for (const { record, ledgers } of villages)
      for (const ledger of ledgers) this.ledgers[ledger]?.add(record, () => {});
  }

  #reportVagueDates(record: RegisterRecord): void {
    const keys = this.#unplaced.flatMap((measure) => {
      const at = certain(this.#moments[measures.indexOf(measure)], `moment of ${measure.id}`);
      return vagueKeys(measure, record, at);
    });
    for (const key of new Set(keys)) this.#reportVague(key, record);
  }

  #reportVague(key: string, { plan, row }: RegisterRecord): void {
    const column = columnNamed(plan, key);
    if (column === undefined) return;
    this.#report({ code: 'month-only', at: placeIn(plan, row, column.index), data: { column: column.header } });
  }
}

/** The dates known only to the month or year that alone leave a condition of a measure unknown. */
function vagueKeys(measure: ListedMeasure, record: RegisterRecord, at: Moment): readonly string[] {
  return conditionsOf(measure)
    .filter((condition) => condition.register === record.register)
    .flatMap((condition) => unknownParts(condition, record, at))
    .filter(({ reads }) => reads.every((key) => isKnown(cellAt(record, key))))
    .flatMap(({ reads }) => reads.filter((key) => isVague(cellAt(record, key))));
}

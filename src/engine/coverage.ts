import type { ListedMeasure } from '../indicators/catalogue.ts';
import { optionalReads, type Side, sidesOf } from '../measures/reads.ts';
import { certain } from '../model/certain.ts';
import type { Words } from '../model/words.ts';
import { columnsOf, type RegisterName, registers } from '../records/registers.ts';
import type { RegisterPlan } from '../records/sheet-plan.ts';

/** Which registers and columns the ledgers of a run have. */
export interface Coverage {
  readonly ledgers: number;
  /** Whether a ledger has the register of a side, and all columns that the side reads. */
  has(ledger: number, side: Side): boolean;
  /** Whether a ledger can give a whole measure from its records. */
  hasAll(ledger: number, measure: ListedMeasure): boolean;
  /** Whether a ledger can give at least one side of a measure: a ratio takes its sides apart. */
  hasSome(ledger: number, measure: ListedMeasure): boolean;
  /** What a ledger lacks of a measure. */
  lacks(ledger: number, measure: ListedMeasure): readonly Lack[];
  /** Whether some ledger has each side of a measure. */
  somewhere(measure: ListedMeasure): boolean;
}

/** A register, or a column of one, that a ledger does not have. */
export interface Lack {
  readonly register: RegisterName;
  readonly column: string | null;
}

/** Looks up what the sheets of a run cover. Takes the registers' plans, and how many ledgers there are. */
export function coverageOf(plans: readonly RegisterPlan[], ledgers: number): Coverage {
  const keys = new Map<string, Set<string>>();
  for (const { ledger, recognition } of plans) {
    const name = `${ledger}.${recognition.layout.register}`;
    keys.set(name, new Set([...(keys.get(name) ?? []), ...recognition.layout.columns.map(({ key }) => key)]));
  }
  const lacksOf = (ledger: number, side: Side): readonly Lack[] => {
    const there = keys.get(`${ledger}.${side.register}`);
    if (there === undefined) return [{ register: side.register, column: null }];
    return optionalReads(side)
      .filter((key) => !there.has(key))
      .map((column) => ({ register: side.register, column }));
  };
  const has = (ledger: number, side: Side) => lacksOf(ledger, side).length === 0;
  const all = Array.from({ length: ledgers }, (_, ledger) => ledger);
  return {
    ledgers,
    has,
    hasAll: (ledger, measure) => sidesOf(measure).every((side) => has(ledger, side)),
    hasSome: (ledger, measure) => sidesOf(measure).some((side) => has(ledger, side)),
    lacks: (ledger, measure) => sidesOf(measure).flatMap((side) => lacksOf(ledger, side)),
    somewhere: (measure) => sidesOf(measure).every((side) => all.some((ledger) => has(ledger, side))),
  };
}

/** A missing register or column in words. */
export function lackInWords({ register, column }: Lack): Words {
  const { zh, en } = registers[register].title;
  if (column === null) return { zh: `“${zh}”登记册`, en: `register of ${en}` };
  return {
    zh: `“${zh}”的“${certain(columnsOf(register)[column], `column ${column}`).header}”列`,
    en: `column ${column} in ${en}`,
  };
}

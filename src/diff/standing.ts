import { usesGiven } from '../engine/assembly.ts';
import { measures } from '../indicators/catalogue.ts';
import { sidesOf } from '../measures/reads.ts';
import { cellAt, type RegisterRecord } from '../records/record.ts';
import type { RegisterPlan } from '../records/sheet-plan.ts';
import type { Reference } from '../records/villages.ts';
import type { Reading } from './reading.ts';

/**
 * Which measures an entry adds to, by where it stands: its ledger may lack a column, or give figures of its own in the
 * place of its records. Two entries of one standing that read alike count alike.
 */
export interface Standing {
  readonly id: string;
  /** By the number of the measure in the list: whether the entry is counted. */
  readonly counts: readonly boolean[];
  /** Of a village, by measure: what its records are set against. */
  readonly refers: readonly Referred[];
}

/** What the records of a village are set against, if not its `own` number: that of its rows in the ledgers that count. */
export type Referred = 'own' | Reference;

export type Standings = (entry: RegisterRecord) => Standing;

export function standingsOf({ counted: { counted } }: Reading): Standings {
  const accepted = new Set<object>(counted.given.map(({ record }) => record));
  const isReplaced = remembering((ledger: number) => measures.map((measure) => usesGiven(counted, ledger, measure)));
  const standings = new Map<RegisterRecord | RegisterPlan, Standing>();
  const byId = new Map<string, Standing>();
  return (record) => {
    const { register, plan } = record;
    // A village and a row of figures stand by themselves, any other record as all of its sheet do.
    const where = register === 'counts' || register === 'villages' ? record : plan;
    const known = standings.get(where);
    if (known !== undefined) return known;
    const standing = standingOf(record);
    standings.set(where, standing);
    return standing;
  };

  /** One and the same object for all that stand alike. */
  function standingOf(record: RegisterRecord): Standing {
    const { register, plan, area } = record;
    // A village counts for all ledgers that list it.
    const listed = register === 'villages' ? counted.villages.at(area)?.ledgers : undefined;
    const ledgers = listed ?? [plan.ledger];
    const isGiven = accepted.has(record);
    const counts = measures.map((measure, index) =>
      ledgers.some((ledger) => {
        const replaced = isReplaced(ledger)[index] === true;
        if (register === 'counts') return isGiven && replaced;
        const sides = sidesOf(measure).filter((side) => side.register === register);
        return !replaced && sides.some((side) => counted.coverage.has(ledger, side));
      }),
    );
    const refers =
      register === 'villages' ? referenceFields.map((field, index) => referredBy(record, field, index)) : [];
    const id = `${register} ${bits(counts)} ${refers.map(String).join(' ')}`;
    const standing = byId.get(id) ?? { id, counts, refers };
    byId.set(id, standing);
    return standing;
  }

  function referredBy(record: RegisterRecord, field: string | undefined, index: number): Referred {
    if (field === undefined) return undefined;
    const reference = counted.villages.cellIn(record.area, field, (ledger) => isReplaced(ledger)[index] !== true);
    return reference !== undefined && reference === cellAt(record, field) ? 'own' : reference;
  }
}

/** The field of a village that each measure sets records against. */
export const referenceFields = measures.map((measure) =>
  measure.type === 'ratio' && 'total' in measure.to ? measure.to.total : undefined,
);

function bits(truths: readonly boolean[]): string {
  return truths.map((truth) => (truth ? '1' : '0')).join('');
}

function remembering<T>(make: (number: number) => T): (number: number) => T {
  const known = new Map<number, T>();
  return (number) => {
    const thing = known.get(number) ?? make(number);
    known.set(number, thing);
    return thing;
  };
}

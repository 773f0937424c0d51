import { measures } from '../indicators/catalogue.ts';
import { sidesOf } from '../measures/reads.ts';
import { type Cell, EMPTY } from '../records/cell.ts';
import { cellAt, type RegisterRecord } from '../records/record.ts';
import type { RegisterPlan } from '../records/sheet-plan.ts';
import type { VillageRow } from '../records/village.ts';
import { jointNumber } from './joint-number.ts';
import type { Reading } from './reading.ts';

/**
 * Which measures an entry may add to, by where it stands: its ledger may lack a column. Whether it does add to them is
 * another thing where the ledger gives figures of its own. Two entries of one standing that read alike count alike.
 */
export interface Standing {
  readonly id: string;
  /** Whether the entry gives figures in the place of records. */
  readonly isFigures: boolean;
  /** The ledgers that the entry is of: of a village, all that list it. */
  readonly places: readonly Place[];
}

export interface Place {
  /** The joint number of the ledger. */
  readonly ledger: number;
  /** By the number of the measure in the list: whether an entry of the ledger may be counted. */
  readonly counts: readonly boolean[];
}

export type Standings = (entry: RegisterRecord) => Standing;

interface Ledgers {
  /** The joint number of each ledger of the month. */
  readonly joint: readonly number[];
  /** The joint numbers of the ledgers that give figures, in either month. */
  readonly giving: ReadonlySet<number>;
}

export function standingsOf({ counted: { tallied } }: Reading, { joint, giving }: Ledgers): Standings {
  const accepted = new Set<object>(tallied.given.map(({ record }) => record));
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
    const village = register === 'villages' ? tallied.villages.at(area) : undefined;
    const places = (village?.ledgers ?? [plan.ledger]).map((ledger) => placeOf(record, ledger));
    const names = [...new Set(places.map(nameOf))].sort();
    const rows = places.some(({ ledger }) => giving.has(ledger)) ? (village?.rows ?? []) : [];
    const id = [register, ...names, ...rows.map(rowName)].join(' ');
    const standing = byId.get(id) ?? { id, isFigures: register === 'counts', places };
    byId.set(id, standing);
    return standing;
  }

  function placeOf(record: RegisterRecord, ledger: number): Place {
    const counts = measures.map((measure) => {
      if (record.register === 'counts') return accepted.has(record);
      const sides = sidesOf(measure).filter(({ register }) => register === record.register);
      return sides.some((side) => tallied.coverage.has(ledger, side));
    });
    return { ledger: jointNumber(joint, ledger), counts };
  }

  /** Where a ledger gives no figures, it is all the same which one an entry is of. */
  function nameOf({ ledger, counts }: Place): string {
    return `${giving.has(ledger) ? ledger : ''}:${counts.map((isCounted) => (isCounted ? '1' : '0')).join('')}`;
  }

  /** A row of a village may be what its records are set against in some states, and another row in others. */
  function rowName({ plan, cells }: VillageRow): string {
    const references = referenceFields.map((field) => cellText(cellAt({ register: 'villages', cells }, field)));
    return [jointNumber(joint, plan.ledger), ...references].join('/');
  }
}

function cellText(cell: Cell<unknown>): string {
  return cell === EMPTY ? '' : String(cell);
}

/** The fields of a village that measures set records against. */
const referenceFields = measures.flatMap((measure) =>
  measure.type === 'ratio' && 'total' in measure.to ? [measure.to.total] : [],
);

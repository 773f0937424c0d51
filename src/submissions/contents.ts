import { createHash } from 'node:crypto';
import { comparedKeys, recordText } from '../diff/record-text.ts';
import type { Area } from '../model/area.ts';
import type { Day } from '../model/day.ts';
import { type OpenedRun, registersOf } from '../reading/opened-run.ts';
import { readRun } from '../reading/read-run.ts';
import type { RegisterRecord } from '../records/record.ts';
import { type RegisterName, registerNames } from '../records/registers.ts';
import type { Villages } from '../records/villages.ts';

/** What some ledgers hold of one village. */
export interface Content {
  readonly rows: Readonly<Record<string, number>>;
  readonly total: number;
  /** The ledgers that have rows of it, and whether one register has them in several. */
  readonly ledgers: readonly number[];
  readonly isTwice: boolean;
  /** The same for the same records in whatever order, whatever village they name. */
  readonly digest: string;
}

/** Counts and sums up the records of a run, village by village, as they come in; keeps none. */
export class Contents {
  readonly #areas = new Map<number, Map<RegisterName, Tally>>();
  readonly #keys = new Map(registerNames.map((name) => [name, comparedKeys(name)]));

  readonly see = (record: RegisterRecord): void => {
    const { register, plan } = record;
    if (register === 'villages') return; // the list of villages is no content of theirs
    const tally = this.#tallyOf(record.area, register);
    tally.rows += 1;
    tally.sum = (tally.sum + fingerprint(register, recordText(record, this.#keys.get(register) ?? []))) % MODULUS;
    tally.ledgers.add(plan.ledger);
  };

  /** A record met before, as in a second copy of a ledger: it tells where the village's rows come from, no more. */
  readonly seeRepeated = ({ area, register, plan }: RegisterRecord): void => {
    this.#tallyOf(area, register).ledgers.add(plan.ledger);
  };

  of(area: number): Content {
    const registers = [...(this.#areas.get(area) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    const rows = registers.map(([name, tally]) => [name, tally.rows] as const);
    return {
      rows: Object.fromEntries(rows),
      total: rows.reduce((sum, [, number]) => sum + number, 0),
      ledgers: [...new Set(registers.flatMap(([, { ledgers }]) => [...ledgers]))].sort((a, b) => a - b),
      isTwice: registers.some(([, { ledgers }]) => ledgers.size > 1),
      digest: registers.map(([name, { sum }]) => `${name} ${sum}`).join('; '),
    };
  }

  #tallyOf(area: number, register: RegisterName): Tally {
    const registers = this.#areas.get(area) ?? new Map<RegisterName, Tally>();
    this.#areas.set(area, registers);
    const tally = registers.get(register) ?? { rows: 0, sum: 0n, ledgers: new Set() };
    registers.set(register, tally);
    return tally;
  }
}

/** What another month's ledgers hold. */
export interface OtherMonth {
  readonly areas: readonly Area[];
  /** By area. */
  readonly digests: readonly string[];
}

export async function contentsOf(run: OpenedRun, end: Day): Promise<OtherMonth> {
  const contents = new Contents();
  if (registersOf(run).length === 0) return { areas: [], digests: [] };
  const { villages } = await readRun(run, { end, counts: () => false, report: () => {} }, contents.see);
  return { areas: villages.areas, digests: villages.areas.map((_, area) => contents.of(area).digest) };
}

/** The villages that the registers of villages list, by area, with the ledgers that do. */
export function listedIn(villages: Villages): ReadonlyMap<number, readonly number[]> {
  return new Map(villages.listed.map(({ record, ledgers }) => [record.area, ledgers]));
}

interface Tally {
  rows: number;
  sum: bigint;
  readonly ledgers: Set<number>;
}

const MODULUS = 1n << 128n;

/** A sum of these does not depend on the order of the rows. */
function fingerprint(register: string, text: string): bigint {
  const hex = createHash('sha256').update(`${register}\u0000${text}`).digest('hex');
  return BigInt(`0x${hex.slice(0, 32)}`);
}

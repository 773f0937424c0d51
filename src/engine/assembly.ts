import { canonical, type ListedMeasure, measures } from '../indicators/catalogue.ts';
import { sidesOf } from '../measures/reads.ts';
import { certain } from '../model/certain.ts';
import { grouped } from '../model/grouped.ts';
import { isKnown } from '../records/cell.ts';
import type { RegisterName } from '../records/registers.ts';
import type { Village } from '../records/village.ts';
import type { Reference, Villages } from '../records/villages.ts';
import { settlePersons } from './counters.ts';
import type { AreaTallies, Counting } from './counting.ts';
import type { Coverage } from './coverage.ts';
import type { GivenFigures } from './given-figures.ts';
import { emptyTally, give, merge, type RatioTally, type Tally } from './tally.ts';

/** All that a run has counted, before villages, ledgers and given figures are brought together. */
export interface Tallied {
  readonly ledgers: readonly Counting[];
  readonly villages: Villages;
  readonly given: readonly GivenFigures[];
  /** Whether a ledger gives figures for a measure, under either of its ids. */
  readonly gives: (ledger: number, measure: ListedMeasure) => boolean;
  readonly coverage: Coverage;
  /** How many records a ledger has of a register. */
  readonly rowsOf: (ledger: number, register: RegisterName) => number;
}

/** A village without the number that a ratio sets its records against. */
export interface MissingReference {
  readonly measure: ListedMeasure;
  readonly area: number;
  /** The village's row, where it has one. */
  readonly village: Village | undefined;
  readonly field: string;
}

/** The tallies of every area of the run, and of which villages a reference was missing. */
export interface Assembled {
  readonly areas: ReadonlyMap<number, readonly Tally[]>;
  readonly missing: readonly MissingReference[];
}

/**
 * Whether a ledger's given figures stand for its records: it gives some, and a register that the measure reads is
 * absent or has no rows, or an optional column is absent.
 */
export function usesGiven({ gives, coverage, rowsOf }: Tallied, ledger: number, measure: ListedMeasure): boolean {
  return (
    gives(ledger, measure) &&
    (!coverage.hasAll(ledger, measure) || sidesOf(measure).some(({ register }) => rowsOf(ledger, register) === 0))
  );
}

/** Looks up which ledgers give figures for which measures: asked for each of both, of hundreds of ledgers. */
export function giving(given: readonly GivenFigures[]): Tallied['gives'] {
  const known = new Set(given.map(({ record, measure }) => `${record.plan.ledger} ${canonical(measure)}`));
  return (ledger, measure) => known.has(`${ledger} ${canonical(measure)}`);
}

/** Brings the ledgers of a run together, area by area. */
export function assemble(tallied: Tallied): Assembled {
  const indices = new Set([
    ...tallied.ledgers.flatMap(({ areas }) => [...areas.keys()]),
    ...tallied.villages.listed.map(({ record }) => record.area),
  ]);
  const given = grouped(tallied.given, ({ record, measure }) => cellKey(record.area, measure));
  const missing: MissingReference[] = [];
  const replaced = new Map(
    measures.map((measure) => [measure, tallied.ledgers.map((_, ledger) => usesGiven(tallied, ledger, measure))]),
  );
  const sourcesOf = (measure: ListedMeasure): Sources => {
    const own = certain(replaced.get(measure), `list of ledgers that give ${measure.id}`);
    return { isReplaced: (ledger) => own[ledger] === true, given, missing };
  };
  const sources = measures.map(sourcesOf);
  const shares = sharesByArea(tallied.ledgers);
  const areas = new Map(
    [...indices].map((area) => [
      area,
      measures.map((measure, index) =>
        assembleOne(
          tallied,
          { area, measure, index, shares: shares.get(area) ?? [] },
          certain(sources[index], `sources of ${measure.id}`),
        ),
      ),
    ]),
  );
  return { areas, missing };
}

/** What the records of one ledger alone gave a measure in one area. */
export function ofLedger(tallied: Tallied, ledger: number, { area, measure, index }: Cell): Tally {
  const tallies = tallied.ledgers[ledger]?.areas.get(area);
  const shares = tallies === undefined ? [] : [{ ledger, tallies }];
  return assembleOne(
    tallied,
    { area, measure, index, shares },
    { isReplaced: (other) => other !== ledger, given: new Map(), missing: [] },
  );
}

/** What the ledgers counted in each area: of a district's hundreds of ledgers few have any one village. */
function sharesByArea(ledgers: readonly Counting[]): ReadonlyMap<number, readonly Share[]> {
  const shares = new Map<number, Share[]>();
  for (const [ledger, { areas }] of ledgers.entries()) {
    for (const [area, tallies] of areas) {
      const known = shares.get(area);
      if (known === undefined) shares.set(area, [{ ledger, tallies }]);
      else known.push({ ledger, tallies });
    }
  }
  return shares;
}

/** An area and a measure, under either of its numbers. */
function cellKey(area: number, measure: ListedMeasure): string {
  return `${area} ${canonical(measure)}`;
}

interface Cell {
  readonly area: number;
  readonly measure: ListedMeasure;
  /** The number of the measure in the list. */
  readonly index: number;
}

/** What one ledger counted in an area. */
interface Share {
  readonly ledger: number;
  readonly tallies: AreaTallies;
}

/** A cell with all that was counted in its area, by the ledger. */
interface SharedCell extends Cell {
  readonly shares: readonly Share[];
}

interface Sources {
  /** Whether the records of a ledger do not count, because given figures stand for them. */
  readonly isReplaced: (ledger: number) => boolean;
  readonly given: ReadonlyMap<string, readonly GivenFigures[]>;
  /** Takes the references that turn out to be missing. */
  readonly missing: MissingReference[];
}

function assembleOne(
  tallied: Tallied,
  { area, measure, index, shares }: SharedCell,
  { isReplaced, given, missing }: Sources,
): Tally {
  const tally = emptyTally(measure);
  for (const { ledger, tallies } of shares) {
    const own = tallies[index];
    if (own === undefined || isReplaced(ledger)) continue;
    merge(tally, own);
    // A village is one record, however many ledgers list it.
    if (countsVillages(measure) && !isBlank(own)) break;
  }
  settlePersons(tally);
  if (measure.type === 'ratio' && 'total' in measure.to && tally.type === 'ratio') {
    const field = measure.to.total;
    const reference = tallied.villages.cellIn(area, field, (ledger) => !isReplaced(ledger));
    const village = reference === undefined ? undefined : tallied.villages.at(area);
    if (setAgainst(tally, reference)) missing.push({ measure, area, village, field });
  }
  if (given.size === 0) return tally;
  for (const figures of given.get(cellKey(area, measure)) ?? []) {
    if (isReplaced(figures.record.plan.ledger)) give(tally, figures.given);
  }
  return tally;
}

/**
 * Sets a village's records against its reference, `undefined` where no ledger lists the village. Without one they are merely
 * possible, and so is what they stand against. Answers whether a reference is missing.
 */
export function setAgainst(tally: RatioTally, reference: Reference): boolean {
  if (reference !== undefined && isKnown(reference)) {
    tally.b += Number(reference);
    return false;
  }
  const hasRecords = tally.a + tally.aMaybe > 0;
  tally.unknown += tally.a;
  tally.aMaybe += tally.a;
  tally.a = 0;
  tally.bUnbounded = hasRecords;
  return reference !== undefined || hasRecords;
}

function countsVillages(measure: ListedMeasure): boolean {
  return measure.type === 'proportion' && measure.among.register === 'villages';
}

/** True for the tally of a ledger that counted nothing, as one that does not list the village. */
function isBlank(tally: Tally): boolean {
  return tally.type === 'proportion' && tally.d + tally.u + tally.x === 0;
}

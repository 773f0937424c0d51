import { diagnosticReport } from '../engine/diagnostics.ts';
import { namingOf } from '../engine/naming.ts';
import { canonical, isMeasureId, type ListedMeasure, measureOf, measures } from '../indicators/catalogue.ts';
import type { Diagnostic, Place } from '../model/diagnostic.ts';
import type { DiagnosticReport } from '../model/report.ts';
import { cellAt, type RegisterRecord } from '../records/record.ts';
import { columnAt, isRegister, type SheetPlan } from '../records/sheet-plan.ts';
import type { DiagnosticsDifference } from './difference.ts';
import { jointNumber } from './joint-number.ts';
import type { Comparison, RegisterMatching } from './matching.ts';
import type { Reading } from './reading.ts';

/** How many diagnostics of each list are named. All are counted. */
const MOST_NAMED = 10_000;

/** Which diagnostics are new, which were mended, and which still stand: by what they are about, wherever it has moved to. */
export function diagnosticChanges(
  matchings: readonly RegisterMatching[],
  { before, after, areas }: Comparison,
  showValues: boolean,
): DiagnosticsDifference {
  const [placesBefore, placesAfter] = [placesIn(before), placesIn(after)];
  const about = subjects(matchings, new Set([...placesBefore.entries, ...placesAfter.entries]));
  const earlier = fingerprints(before, placesBefore, { about, ofArea: areas.ofBefore });
  const later = fingerprints(after, placesAfter, { about, ofArea: areas.ofAfter });
  const waiting = new Map<string, number>();
  for (const { text } of earlier) waiting.set(text, (waiting.get(text) ?? 0) + 1);
  const takes = (text: string) => {
    const left = waiting.get(text) ?? 0;
    waiting.set(text, left - 1);
    return left > 0;
  };
  const [still, fresh] = apart(later, ({ text }) => takes(text));
  // What is left waiting was mended: the last of several alike, as the first are taken to stand.
  const fixed = [...earlier]
    .reverse()
    .filter(({ text }) => takes(text))
    .reverse();
  const listed = {
    new: findingsIn(fresh, after),
    fixed: findingsIn(fixed, before),
    still: findingsIn(still, after),
  };
  return {
    new: reportsOf(listed.new, after, showValues),
    fixed: reportsOf(listed.fixed, before, showValues),
    still: reportsOf(listed.still, after, showValues),
    totals: { new: listed.new.length, fixed: listed.fixed.length, still: listed.still.length },
  };
}

/** What the user has explained was not mended, and is no finding either. */
function findingsIn(found: readonly Fingerprint[], { explained }: Reading): readonly Fingerprint[] {
  return found.filter(({ diagnostic }) => !explained.has(diagnostic));
}

interface Fingerprint {
  readonly diagnostic: Diagnostic;
  readonly text: string;
}

/** A name for each record that both months have. */
type Subjects = (entry: RegisterRecord) => number | undefined;

interface Known {
  readonly about: Subjects;
  readonly ofArea: readonly number[];
}

/** Names only what diagnostics point at: a name for every record of two large months would take longer than all else. */
function subjects(matchings: readonly RegisterMatching[], pointedAt: ReadonlySet<RegisterRecord>): Subjects {
  const names = new Map<RegisterRecord, number>();
  let count = 0;
  const name = (before: RegisterRecord, after: RegisterRecord | undefined) => {
    if (after === undefined || (!pointedAt.has(before) && !pointedAt.has(after))) return;
    names.set(before, count);
    names.set(after, count++);
  };
  for (const { unchanged, changed, reread } of matchings) {
    for (const [place, before] of unchanged.before.entries()) name(before, unchanged.after[place]);
    for (const { before, after } of [...changed, ...reread]) name(before, after);
  }
  return (entry) => names.get(entry);
}

function fingerprints(reading: Reading, { planAt, entryAt }: Places, known: Known): readonly Fingerprint[] {
  const repeated = new Set(reading.repeated);
  return reading.diagnostics.map((diagnostic) => {
    const plan = planAt(diagnostic.at);
    const entry = plan === undefined ? undefined : entryAt(plan, diagnostic.at.row);
    const subject = entry === undefined ? 'no record' : subjectOf(diagnostic, entry);
    return {
      diagnostic,
      text: JSON.stringify([diagnostic.code, columnOf(plan, diagnostic.at), subject, told(diagnostic)]),
    };
  });

  function subjectOf({ code }: Diagnostic, entry: RegisterRecord): number | string {
    const area = jointNumber(known.ofArea, entry.area);
    // Of several rows that give one measure, the first is pointed at, whichever that is.
    if (code === 'counts-differ') return `area ${area}`;
    if (repeated.has(entry)) return `repeated ${area} ${String(cellAt(entry, 'id'))}`;
    return known.about(entry) ?? 'unmatched';
  }
}

/** The sheets of a run, and the records that its diagnostics point at. */
interface Places {
  readonly planAt: (at: Place) => SheetPlan | undefined;
  readonly entries: Iterable<RegisterRecord>;
  readonly entryAt: (plan: SheetPlan, row: number | null) => RegisterRecord | undefined;
}

function placesIn(reading: Reading): Places {
  const plans = new Map(reading.counted.run.plans.map((plan) => [`${plan.ledger}.${plan.index}`, plan]));
  const planAt = ({ ledger, sheet }: Place) => plans.get(`${ledger}.${sheet}`);
  const rows = entriesByRow(reading, planAt);
  return {
    planAt,
    entries: [...rows.values()].flatMap((own) => [...own.values()].filter((entry) => entry !== undefined)),
    entryAt: ({ serial }, row) => (row === null ? undefined : rows.get(serial)?.get(row)),
  };
}

/** The records that diagnostics point at, by the sheet and row; `undefined` where they point at a row that is no record. */
function entriesByRow(
  reading: Reading,
  planAt: (at: Place) => SheetPlan | undefined,
): ReadonlyMap<number, ReadonlyMap<number, RegisterRecord | undefined>> {
  const rows = new Map<number, Map<number, RegisterRecord | undefined>>();
  for (const { at } of reading.diagnostics) {
    const plan = planAt(at);
    if (plan === undefined || at.row === null) continue;
    const own = rows.get(plan.serial) ?? new Map<number, RegisterRecord | undefined>();
    rows.set(plan.serial, own.set(at.row, undefined));
  }
  const look = (entry: RegisterRecord) => {
    const own = rows.get(entry.plan.serial);
    if (own?.has(entry.row) === true) own.set(entry.row, entry);
  };
  for (const entries of reading.entries.values()) entries.forEach(look);
  reading.repeated.forEach(look);
  return rows;
}

/** The column by its key, as its header may be another and stand elsewhere. */
function columnOf(plan: SheetPlan | undefined, { column }: Place): string {
  if (plan === undefined) return '';
  if (!isRegister(plan)) return `${plan.sheet.name} ${column ?? ''}`;
  const { register, ignored } = plan.recognition.layout;
  return `${register} ${columnAt(plan, column)?.key ?? ignored.find(({ index }) => index === column)?.header ?? ''}`;
}

/** What a diagnostic says of itself: the measure and village that it is about, under whichever of its numbers. */
function told({ data, at }: Diagnostic): readonly unknown[] {
  const { measure, village, missing, key } = data as Readonly<Record<string, unknown>>; // asked for by name
  const id = typeof measure === 'string' && isMeasureId(measure) ? canonical(measureOf(measure)) : null;
  return at.row === null ? [id, village ?? null, missing ?? null] : [id, key ?? null];
}

function apart<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  const [those, others]: [T[], T[]] = [[], []];
  for (const one of all) (test(one) ? those : others).push(one);
  return [those, others];
}

function reportsOf(found: readonly Fingerprint[], reading: Reading, showValues: boolean): readonly DiagnosticReport[] {
  const naming = namingOf(reading.counted, undeterminedIn(reading), showValues);
  return found.slice(0, MOST_NAMED).map(({ diagnostic }) => diagnosticReport(diagnostic, naming));
}

function undeterminedIn({ report }: Reading): readonly ListedMeasure[] {
  const ids = new Set(
    report.indicators.flatMap((indicator) =>
      indicator.measures.filter(({ status }) => status === 'undetermined').map(({ id }) => id),
    ),
  );
  return measures.filter(({ id }) => ids.has(id));
}

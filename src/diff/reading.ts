import { type CountedRun, countRun } from '../engine/counted-run.ts';
import { Diagnostics } from '../engine/diagnostics.ts';
import { selectedMeasures } from '../engine/indicator-report.ts';
import { concerning } from '../engine/naming.ts';
import { reportOf } from '../engine/report.ts';
import { periodOf } from '../engine/run-period.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Report } from '../model/report.ts';
import type { Ledger } from '../model/sheet.ts';
import type { Limits } from '../parsers/limits.ts';
import type { Settings } from '../profiles/settings.ts';
import { explanationsIn } from '../reading/explanations.ts';
import { identitiesOf } from '../reading/ledger-digest.ts';
import { openRun } from '../reading/opened-run.ts';
import type { RegisterRecord } from '../records/record.ts';
import type { RegisterName } from '../records/registers.ts';
import { vocabulary } from '../records/vocabulary.ts';

/** How the ledgers of one month are read. */
export interface ReadingOptions {
  readonly settings: Settings;
  /** The period as the user typed it; `null` to find it out. */
  readonly period: string | null;
  readonly encoding?: string | undefined;
  readonly limits: Limits;
  readonly only: readonly string[] | null;
  readonly showValues: boolean;
  readonly version: string;
  /** The command as typed, with a period. */
  readonly command: (period: string) => string;
}

/** The ledgers of one month, read and judged, with every record at hand. */
export interface Reading {
  readonly counted: CountedRun;
  readonly report: Report;
  /** All that was found, what the user has explained too. */
  readonly diagnostics: readonly Diagnostic[];
  readonly explained: ReadonlySet<Diagnostic>;
  /** In reading order. */
  readonly entries: ReadonlyMap<RegisterName, readonly RegisterRecord[]>;
  /** What is left out because its id was met before. */
  readonly repeated: readonly RegisterRecord[];
}

export async function readForComparison(ledgers: readonly Ledger[], options: ReadingOptions): Promise<Reading> {
  const { settings, only, showValues, version } = options;
  const run = await openRun(ledgers, vocabulary(settings.own), options);
  const period = await periodOf(run, options);
  const selected = selectedMeasures(only);
  // Without a cap: what is new and what is mended shows only if everything is kept.
  const diagnostics = new Diagnostics(concerning(run.plans, selected), Number.POSITIVE_INFINITY, explanationsIn(run));
  const entries = new Map<RegisterName, RegisterRecord[]>();
  const repeated: RegisterRecord[] = [];
  const keep = keeper(entries);
  const [counted, identities] = await Promise.all([
    countRun(run, {
      period,
      settings,
      report: diagnostics.add,
      see: keep,
      seeRepeated: (record) => repeated.push(record),
    }),
    identitiesOf(ledgers),
  ]);
  entries.set(
    'villages',
    counted.outcome.villages.listed.map(({ record }) => record),
  );
  const report = reportOf(counted, diagnostics, { version, ledgers: identities, only, showValues });
  const { kept, explained } = diagnostics;
  const found = { diagnostics: [...kept, ...explained], explained: new Set(explained) };
  return { counted, report, ...found, entries, repeated };
}

/** Takes records down by register, in the order in which they come. */
function keeper(entries: Map<RegisterName, RegisterRecord[]>): (record: RegisterRecord) => void {
  let [register, list]: [RegisterName | undefined, RegisterRecord[]] = [undefined, []]; // the same for many records on end
  return (record) => {
    if (record.register !== register) {
      register = record.register;
      list = entries.get(register) ?? [];
      entries.set(register, list);
    }
    list.push(record);
  };
}

import { type CheckRequest, checkRun } from '../check.ts';
import type { CountedRun } from '../engine/counted-run.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Report } from '../model/report.ts';
import type { Ledger } from '../model/sheet.ts';
import type { RegisterRecord } from '../records/record.ts';
import type { RegisterName } from '../records/registers.ts';

/** How the ledgers of one month are read. */
export type ReadingOptions = Omit<
  CheckRequest,
  'see' | 'seeRepeated' | 'observer' | 'progress' | 'aheadFrom' | 'mostPerCode'
>;

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
  const entries = new Map<RegisterName, RegisterRecord[]>();
  const repeated: RegisterRecord[] = [];
  const { counted, report, diagnostics } = await checkRun(ledgers, {
    ...options,
    see: keeper(entries),
    seeRepeated: (record) => repeated.push(record),
    mostPerCode: Number.POSITIVE_INFINITY, // what is new and what is mended shows only if everything is kept
  });
  entries.set(
    'villages',
    counted.outcome.villages.listed.map(({ record }) => record),
  );
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

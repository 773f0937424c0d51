import type { Day } from '../model/day.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { RecordIds } from './duplicates.ts';
import type { MatchedColumn } from './layout.ts';
import type { RegisterRecord } from './record.ts';
import type { RegisterName } from './registers.ts';
import type { RegisterPlan } from './sheet-plan.ts';
import type { Villages } from './villages.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the reading of one sheet shares with the rest of the run. */
export interface ReadingContext {
  readonly vocabulary: Vocabulary;
  /** The last day of the period. */
  readonly end: Day;
  readonly villages: Villages;
  readonly ids: RecordIds;
  /** Whether a measure reads a column: only then are its empty cells worth a notice. */
  readonly counts: (register: RegisterName, key: string) => boolean;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Sees the records that are left out because their id was met before. */
  readonly seeRepeated?: ((record: RegisterRecord) => void) | undefined;
  /** The columns of a sheet's register that only other sheets of its ledger have. */
  readonly absentFrom: (plan: RegisterPlan) => readonly MatchedColumn[];
  /** How a sheet of the run is called, by its number in the run. */
  readonly labelOf: (serial: number) => string;
}

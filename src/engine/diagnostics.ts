import {
  type Diagnostic,
  type DiagnosticCode,
  describe,
  type Place,
  type Severity,
  severityOf,
} from '../model/diagnostic.ts';
import type { DiagnosticReport } from '../model/report.ts';
import { columnLetters } from '../model/sheet.ts';
import type { Words } from '../model/words.ts';

/** How many diagnostics of one code are kept with their places. All are counted. */
export const DIAGNOSTICS_PER_CODE = 10_000;

/** Where a diagnostic points, in names. */
export interface NamedPlace {
  readonly file: string | null;
  readonly sheet: string | null;
  readonly column: string | null;
}

export interface Naming {
  readonly nameOf: (place: Place) => NamedPlace;
  /** The undetermined measures that the cell may decide. */
  readonly decidedBy: (diagnostic: Diagnostic) => readonly string[];
  readonly showValues: boolean;
}

/** Collects the diagnostics of a run: all are counted, and of each code as many kept as a report can bear. */
export class Diagnostics {
  readonly #kept: Diagnostic[] = [];
  readonly #totals = new Map<DiagnosticCode, number>();

  readonly #explained: Diagnostic[] = [];
  readonly #concerns: (diagnostic: Diagnostic) => boolean;
  readonly #mostPerCode: number;
  /** What the user has said to a warning, in a workbook that has come back. */
  readonly explanationOf: (diagnostic: Diagnostic) => string | undefined;

  /** Leaves out what does not concern the run, as when it is limited to some measures. */
  constructor(
    concerns: (diagnostic: Diagnostic) => boolean = () => true,
    mostPerCode = DIAGNOSTICS_PER_CODE,
    explanationOf: (diagnostic: Diagnostic) => string | undefined = () => undefined,
  ) {
    this.#concerns = concerns;
    this.#mostPerCode = mostPerCode;
    this.explanationOf = explanationOf;
  }

  readonly add = (diagnostic: Diagnostic): void => {
    if (!this.#concerns(diagnostic)) return;
    if (this.explanationOf(diagnostic) !== undefined) {
      this.#explained.push(diagnostic);
      return;
    }
    const total = (this.#totals.get(diagnostic.code) ?? 0) + 1;
    this.#totals.set(diagnostic.code, total);
    if (total <= this.#mostPerCode) this.#kept.push(diagnostic);
  };

  get totals(): Readonly<Partial<Record<DiagnosticCode, number>>> {
    return Object.fromEntries([...this.#totals].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  get bySeverity(): Readonly<Record<Severity, number>> {
    const numbers = { error: 0, warning: 0, notice: 0 };
    for (const [code, total] of this.#totals) numbers[severityOf(code)] += total;
    return numbers;
  }

  /** Those that were kept, in reading order: ledger, sheet, row, column, code. */
  get kept(): readonly Diagnostic[] {
    return [...this.#kept].sort(inReadingOrder);
  }

  /** Warnings that the user has explained, in reading order: no findings, and not among the totals. */
  get explained(): readonly Diagnostic[] {
    return [...this.#explained].sort(inReadingOrder);
  }

  reports(naming: Naming): readonly DiagnosticReport[] {
    return this.kept.map((diagnostic) => diagnosticReport(diagnostic, naming));
  }
}

/** A diagnostic as reports show it. */
export function diagnosticReport(diagnostic: Diagnostic, { nameOf, decidedBy, showValues }: Naming): DiagnosticReport {
  const { code, at } = diagnostic;
  const messages = showValues ? withValue(describe(diagnostic), diagnostic.value) : describe(diagnostic);
  const { file, sheet, column } = nameOf(at);
  const cell = at.row === null || at.column === null ? null : columnLetters(at.column) + at.row;
  return {
    code,
    severity: severityOf(code),
    file,
    sheet,
    cell,
    row: at.row,
    column,
    message: messages.zh,
    messages,
    decides: decidedBy(diagnostic),
  };
}

function withValue(words: Words, value: string | undefined): Words {
  if (value === undefined || value === '') return words;
  return { zh: `${words.zh}（单元格内容：${value}）`, en: `${words.en} (the cell holds: ${value})` };
}

function inReadingOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    order(a.at.ledger, b.at.ledger) ||
    order(a.at.sheet, b.at.sheet) ||
    order(a.at.row, b.at.row) ||
    order(a.at.column, b.at.column) ||
    (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  );
}

/** What has no place of its own comes before what has. */
function order(a: number | null, b: number | null): number {
  return (a ?? -1) - (b ?? -1);
}

import type { DiagnosticReport, MeasureType, PeriodOrigin, Report, Status, Summary, Unit } from '../model/report.ts';
import type { Words } from '../model/words.ts';
import type { ClosedGroup, DuplicateGroup, EditedGroup, RecordGroup, SchemaChange } from './record-difference.ts';

/** What can move a figure from one month to the next. */
export const factors = ['entered', 'left', 'edited', 'window', 'settings'] as const;
export type Factor = (typeof factors)[number];

/** A number as a double, and exactly: `-3/25`. */
export interface Amount {
  readonly number: number;
  readonly exact: string;
}

/** Something of a measure's numerator, denominator and value; `null` is what does not exist. */
export interface Amounts {
  readonly numerator: Amount | null;
  readonly denominator: Amount | null;
  readonly value: Amount | null;
}

/** The change of a measure's figures in one area, and what each factor has to do with it. The parts add up to the change. */
export interface Change {
  readonly before: Amounts & { readonly status: Status };
  readonly after: Amounts & { readonly status: Status };
  /** The values as a person reads them. */
  readonly shown: { readonly before: string | null; readonly after: string | null };
  readonly change: Amounts;
  readonly parts: Readonly<Record<Factor, Amounts>>;
}

export interface MeasureDifference extends Change {
  readonly id: string;
  readonly name: string;
  readonly names: Words;
  readonly type: MeasureType;
  readonly unit: Unit;
  readonly threshold: { readonly before: string | null; readonly after: string | null };
}

export interface IndicatorDifference {
  readonly id: string;
  readonly name: string;
  readonly names: Words;
  readonly status: { readonly before: Status; readonly after: Status };
  /** The main cause in words. */
  readonly cause: string;
  readonly causes: Words;
  readonly measures: readonly MeasureDifference[];
}

/** A status that changed. */
export interface Flip {
  readonly of: 'indicator' | 'measure';
  readonly id: string;
  readonly names: Words;
  readonly before: Status;
  readonly after: Status;
  readonly direction: 'worse' | 'better';
}

export interface AreaDifference {
  readonly code: string | null;
  readonly name: string;
  readonly town: string | null;
  /** By id: the measures in which anything moved. */
  readonly measures: Readonly<Record<string, Change>>;
}

export interface DiagnosticsDifference {
  readonly new: readonly DiagnosticReport[];
  readonly fixed: readonly DiagnosticReport[];
  /** As the later month reports them. */
  readonly still: readonly DiagnosticReport[];
  /** All of them: the lists name at most so many of each. */
  readonly totals: { readonly new: number; readonly fixed: number; readonly still: number };
}

export interface ComparedMonth {
  readonly period: { readonly from: string; readonly to: string; readonly origin: PeriodOrigin };
  readonly profile: Report['profile'];
  readonly ledgers: readonly { readonly file: string; readonly sha256: string }[];
  readonly summary: Summary;
}

/** What happened between two months, as plain JSON data. */
export interface Difference {
  readonly schema: 'fp-check/diff/1';
  readonly tool: Report['tool'];
  readonly notice: string;
  readonly notices: Words;
  readonly showsValues: boolean;
  readonly only: readonly string[] | null;
  readonly before: ComparedMonth;
  readonly after: ComparedMonth;
  /** True where nothing at all has changed. */
  readonly isEmpty: boolean;
  /** Worse first. */
  readonly flips: readonly Flip[];
  readonly indicators: readonly IndicatorDifference[];
  /** Villages in which a figure moved, by code and then name. */
  readonly areas: readonly AreaDifference[];
  /** The months that were closed when the earlier ledgers were handed in: up to `until`. */
  readonly closed: {
    readonly until: string;
    /** New records of closed months. */
    readonly late: readonly ClosedGroup[];
    readonly edited: readonly ClosedGroup[];
    readonly vanished: readonly ClosedGroup[];
  };
  readonly records: {
    readonly entered: readonly RecordGroup[];
    readonly left: readonly RecordGroup[];
    readonly edited: readonly EditedGroup[];
  };
  readonly duplicates: readonly DuplicateGroup[];
  readonly schemaChanges: readonly (SchemaChange & { readonly message: string; readonly messages: Words })[];
  readonly diagnostics: DiagnosticsDifference;
}

import { measureIds, measureOf } from '../indicators/catalogue.ts';
import type { MeasureId } from '../indicators/indicators.ts';
import type { Unit, WindowKind } from '../model/report.ts';
import type { Words } from '../model/words.ts';
import { parseThreshold, type Threshold } from './threshold.ts';

/** How one measure is judged. */
export interface MeasureSettings {
  /** `null` for a measure that is off. */
  readonly threshold: Threshold | null;
  readonly window: WindowKind;
  /** The least base for a verdict; 0 where none is asked. */
  readonly minN: number;
  /** Where the threshold comes from; `null` where the profile does not mention the measure. */
  readonly source: Words | null;
}

/** The day on which a counting year begins. */
export interface YearStart {
  readonly month: number;
  readonly date: number;
}

/** Whose thresholds: everything that turns figures into verdicts. */
export interface Profile {
  readonly name: string;
  readonly title: Words;
  readonly measures: Readonly<Record<MeasureId, MeasureSettings>>;
  readonly yearStart: YearStart;
}

/** A threshold as a published list has it: as text, the list's own words for the measure, and the number of the item. */
export type ListedThreshold = readonly [threshold: string, wording: string, item?: number];

/** A list of indicators out of a published document. What it does not mention is off. */
export interface PublishedList {
  readonly title: Words;
  readonly thresholds: Readonly<Partial<Record<MeasureId, ListedThreshold>>>;
  /** Windows other than the measures' own. */
  readonly windows?: Readonly<Partial<Record<MeasureId, WindowKind>>>;
}

/** What the lists of a single year's work count: its births, not those of three years. */
export const policyInTheYear = { '1b': 'year', '1c': 'year' } as const satisfies PublishedList['windows'];

/** The profile that a published list stands for. */
export function profileOf(name: string, list: PublishedList): Profile {
  return { name, title: list.title, measures: forEachMeasure((id) => settingsOf(id, list)), yearStart: JANUARY_FIRST };
}

/** One thing for every measure, in the order of the list. */
export function forEachMeasure<T>(of: (id: MeasureId) => T): Readonly<Record<MeasureId, T>> {
  // measureIds holds every MeasureId, so no key is missing.
  return Object.fromEntries(measureIds.map((id) => [id, of(id)])) as unknown as Readonly<Record<MeasureId, T>>;
}

const JANUARY_FIRST: YearStart = { month: 1, date: 1 };

function settingsOf(id: MeasureId, list: PublishedList): MeasureSettings {
  const measure = measureOf(id);
  const listed = list.thresholds[id];
  return {
    threshold: listed === undefined ? null : parseListed(listed[0], measure.unit),
    window: list.windows?.[id] ?? measure.window,
    minN: measure.minN ?? 0,
    source: listed === undefined ? null : place(list.title, listed),
  };
}

function parseListed(text: string, unit: Unit): Threshold | null {
  const threshold = parseThreshold(text, unit);
  if (threshold === 'off') return null;
  if (threshold.kind === 'problem') throw new Error(`“${text}” in a built-in list: ${threshold.reason.en}.`);
  return threshold;
}

function place(title: Words, [, wording, item]: ListedThreshold): Words {
  if (item === undefined) return { zh: `${title.zh} · “${wording}”`, en: `${title.en} · “${wording}”` };
  return { zh: `${title.zh} · 第 ${item} 项“${wording}”`, en: `${title.en} · item ${item}, “${wording}”` };
}

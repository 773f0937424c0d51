import {
  indicatorIds,
  isMeasureId,
  type ListedMeasure,
  measureIds,
  measureOf,
  measures,
} from '../indicators/catalogue.ts';
import { type IndicatorId, indicators, type MeasureId } from '../indicators/indicators.ts';
import { definitionOf } from '../measures/definition.ts';
import { type DiagnosticCode, describe, diagnosticKinds, type Severity } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import type { MeasureType, Unit, WindowKind } from '../model/report.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';
import { registers } from '../records/registers.ts';
import { builtInNames, builtInProfile, DEFAULT_PROFILE } from './built-in-profiles.ts';
import { diagnosticSamples } from './diagnostic-samples.ts';
import { registersRead } from './registers-read.ts';
import { printThreshold } from './threshold.ts';
import { columnList, unknownWords } from './unknown-words.ts';
import { workedExample } from './worked-example.ts';

/** What one profile asks of a measure. */
export interface Requirement {
  readonly profile: string;
  /** `null` where the profile mentions the measure without a number. */
  readonly threshold: string | null;
  readonly window: WindowKind;
  readonly source: Words;
}

export interface MeasureExplanation {
  readonly kind: 'measure';
  readonly id: MeasureId;
  readonly indicator: IndicatorId;
  readonly name: Words;
  readonly type: MeasureType;
  readonly unit: Unit;
  /** The measure that this one shows again. */
  readonly sameAs: MeasureId | null;
  readonly definition: Words;
  readonly window: WindowKind;
  readonly minN: number;
  /** The profiles that mention the measure, in their order. All others leave it off. */
  readonly requirements: readonly Requirement[];
  readonly unknown: readonly Words[];
  readonly example: Words;
  readonly mend: readonly Words[];
}

export interface IndicatorExplanation {
  readonly kind: 'indicator';
  readonly id: IndicatorId;
  readonly name: Words;
  readonly measures: readonly MeasureExplanation[];
}

export interface CodeExplanation {
  readonly kind: 'code';
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** The sentence as it would stand in a report, of a made-up case. */
  readonly message: Words;
  readonly example: Words;
  readonly mend: Words;
}

export type Explanation = MeasureExplanation | IndicatorExplanation | CodeExplanation;

export const diagnosticCodes = Object.keys(diagnosticKinds) as readonly DiagnosticCode[]; // keyof is exact: a literal

/** What a user's word names. Some indicators share their number with their one measure: the indicator shows both. */
export function explain(word: string): Explanation {
  const indicator = indicatorIds.find((id) => id === word);
  if (indicator !== undefined) return explainIndicator(indicator);
  if (isMeasureId(word)) return explainMeasure(word);
  const code = diagnosticCodes.find((known) => known === word);
  if (code !== undefined) return explainCode(code);
  throw nothingCalled(word);
}

export function explainMeasure(id: MeasureId): MeasureExplanation {
  const measure = measureOf(id);
  const { indicator, name, type, unit, sameAs, window, minN } = measure;
  return {
    kind: 'measure',
    id,
    indicator,
    name,
    type,
    unit,
    sameAs: sameAs ?? null,
    definition: definitionOf(measure),
    window,
    minN: minN ?? 0,
    requirements: requirementsOf(measure),
    unknown: unknownWords(measure),
    example: exampleOf(measure),
    mend: mendingOf(measure),
  };
}

export function explainIndicator(id: IndicatorId): IndicatorExplanation {
  const { name } = indicators.find((indicator) => indicator.id === id) ?? indicators[0]; // an id names one of them
  const own = measures.filter(({ indicator }) => indicator === id);
  return { kind: 'indicator', id, name, measures: own.map((measure) => explainMeasure(measure.id)) };
}

export function explainCode(code: DiagnosticCode): CodeExplanation {
  const { severity, example, mend } = diagnosticKinds[code];
  const message = messageOf(code);
  return { kind: 'code', code, severity, message, example, mend };
}

function messageOf(code: DiagnosticCode): Words {
  const at = { ledger: null, sheet: null, row: null, column: null };
  // The samples pair every code with its own data; TypeScript cannot follow the pair through the look-up.
  return describe({ code, at, data: diagnosticSamples[code] } as Parameters<typeof describe>[0]);
}

function requirementsOf({ id, unit }: ListedMeasure): readonly Requirement[] {
  return builtInNames.flatMap((profile) => {
    const { threshold, window, source } = builtInProfile(profile).measures[id];
    if (source === null) return [];
    return [{ profile, threshold: threshold === null ? null : printThreshold(threshold, unit), window, source }];
  });
}

function exampleOf(measure: ListedMeasure): Words {
  const { threshold } = builtInProfile(DEFAULT_PROFILE).measures[measure.id];
  if (threshold === null) throw new Error(`The default profile leaves ${measure.id} off.`);
  return workedExample(measure, threshold);
}

function mendingOf(measure: ListedMeasure): readonly Words[] {
  const read = registersRead(measure);
  const columns = read
    .filter(({ reads }) => reads.length > 0)
    .map(({ register, reads }) => columnList(register, reads));
  const titles = read.map(({ register }) => registers[register].title);
  return [
    {
      zh: `补齐${columns.map(({ zh }) => zh).join('和')}；查不到的写“不详”，不要猜`,
      en: `fill in ${columns.map(({ en }) => en).join(' and ')}; write 不详 for what cannot be found out, and guess nothing`,
    },
    {
      zh: `没有${titles.map(({ zh }) => `“${zh}”`).join('或')}登记册时，在“${registers.counts.title.zh}”里填 ${measure.id} 的分子${measure.type === 'count' ? '' : '和分母'}`,
      en: `without a register of ${titles.map(({ en }) => en).join(' or ')}, give the numerator${measure.type === 'count' ? '' : ' and denominator'} of ${measure.id} in ${registers.counts.title.zh} (counts)`,
    },
  ];
}

function nothingCalled(word: string): UsageError {
  const meant = nearest(word, [...measureIds, ...indicatorIds, ...diagnosticCodes]);
  return new UsageError({
    zh: `没有叫“${word}”的指标、分项或问题代码。${meant === null ? '' : `是不是“${meant}”？`}不带编号的 fp-check explain 列出全部。`,
    en: `There is no indicator, measure or diagnostic code “${word}”.${meant === null ? '' : ` Did you mean “${meant}”?`} fp-check explain without an id lists them all.`,
  });
}

import type { Figures, IndicatorReport, MeasureReport, ShownFigures, Unit } from '../model/report.ts';
import type { Language } from '../model/words.ts';
import { statusWords } from './labels.ts';

/** What stands where there is no figure. A hyphen: the dash is of ambiguous width and would bend a column. */
export const NONE = '-';

/** What stands where a published report withholds a figure. */
export const SUPPRESSED = '#';

/** The sign that follows a value; the units without one are told by the name of the measure. */
export const unitSigns: Readonly<Record<Unit, string>> = { '%': '%', '‰': '‰', per100: '', ratio: '', count: '' };

export function valueText({ unit, ...figures }: ShownFigures & Pick<MeasureReport, 'unit'>): string {
  const { value } = figures.shown;
  return value === null ? absent(figures) : `${value}${unitSigns[unit]}`;
}

/** What stands for a figure that is not there: a mark where it is suppressed, since that is not nothing. */
export function absent(figures: Figures): string {
  return isSuppressed(figures, 'value') ? SUPPRESSED : NONE;
}

export function unknownText(figures: Figures): string {
  if (figures.unknown !== null) return `${figures.unknown}`;
  return isSuppressed(figures, 'unknown') ? SUPPRESSED : NONE;
}

/** Whether a figure is withheld, and not merely absent. */
export function isSuppressed(figures: Figures, figure: Exclude<keyof Figures, 'status'>): boolean {
  const { status, numerator, unknown } = figures;
  if (figures[figure] !== null) return false;
  if (status === 'suppressed' && (figure === 'numerator' || figure === 'denominator')) return true;
  if (figure === 'value') return status === 'suppressed' && (numerator === null || figures.denominator === null);
  // What is known has a number of unknown and bounds beside it, unless those are suppressed.
  return unknown === null && (numerator !== null || status === 'suppressed');
}

/** The bounds, where they say more than the value does. */
export function boundsText(
  { shown: { value, low, high }, unit }: MeasureReport,
  language: Language,
): string | undefined {
  const zh = language === 'zh';
  if ((low === value && high === value) || (low === null && high === null)) return undefined;
  const [from, to] = [`${low}${unitSigns[unit]}`, `${high}${unitSigns[unit]}`];
  if (low === UNBOUNDED) return zh ? '大到没有上限' : 'beyond any limit';
  if (high === null || high === UNBOUNDED)
    return zh ? `${from} 以上，没有上限` : `${from} or more, without upper limit`;
  if (low === null) return zh ? `${to} 以下，没有下限` : `${to} or less, without lower limit`;
  return zh ? `介于 ${from}～${to}` : `between ${from} and ${to}`;
}

export function partsText(measure: MeasureReport): string {
  const { numerator, denominator, type } = measure;
  if (type === 'count') return NONE; // its value is its numerator: once is enough
  const sides = (['numerator', 'denominator'] as const).map((side) =>
    isSuppressed(measure, side) ? SUPPRESSED : `${measure[side] ?? NONE}`,
  );
  return numerator === null && denominator === null ? absent(measure) : sides.join('/');
}

/** `>= 97%` as a person says it; in Chinese by words, as the sign ≥ is of ambiguous width and would bend a column. */
export function thresholdText(threshold: string | null, language: Language): string {
  if (threshold === null) return NONE;
  const [from, to] = threshold.split('..');
  if (from !== undefined && to !== undefined) return language === 'zh' ? `${from}～${to}` : `${from} to ${to}`;
  if (language === 'en') return threshold;
  return threshold.replace(/^>= ?/, '至少 ').replace(/^<= ?/, '至多 ').replace(/^= ?/, '等于 ');
}

/** How far a measure is from its threshold, in records. */
export function shortfallText({ shortfall, threshold }: MeasureReport, language: Language): string | undefined {
  if (shortfall === null || shortfall === 0 || threshold === null) return undefined;
  const isTooMany = /^<=|^= ?0(?!\.?\d*[1-9])/.test(threshold);
  if (language === 'zh') return isTooMany ? `超出 ${shortfall} 例` : `再有 ${shortfall} 例达标`;
  return isTooMany ? `${shortfall} too many` : `${shortfall} more to reach it`;
}

/** Says of how many ledgers the figures are, where not of all. */
export function coverageText({ coverage, status }: MeasureReport, language: Language): string | undefined {
  const { ledgers, of } = coverage;
  if (status === 'no-data' || ledgers === of) return undefined;
  return language === 'zh' ? `只出自 ${of} 本台账中的 ${ledgers} 本` : `from ${ledgers} of ${of} ledgers`;
}

/** What there is to say of a measure beside its figures. */
export function remarksText(measure: MeasureReport, language: Language): string {
  const remarks = [boundsText, shortfallText, coverageText].map((text) => text(measure, language));
  return remarks.filter((remark) => remark !== undefined).join(language === 'zh' ? '；' : '; ');
}

/** Of an indicator that passes, which of its measures were not judged, and why. */
export function unjudgedText({ status, measures }: IndicatorReport, language: Language): string | undefined {
  const unjudged = measures.filter((measure) => measure.status !== 'pass');
  if (status !== 'pass' || unjudged.length === 0) return undefined;
  const zh = language === 'zh';
  const reasons = unjudged.map(({ id, status: reason }) =>
    zh ? `${id} 未判定：${statusWords[reason].zh}` : `${id} not judged: ${statusWords[reason].en}`,
  );
  return reasons.join(zh ? '；' : '; ');
}

/** The status of an indicator in words, with what was not judged. */
export function indicatorStatusText(indicator: IndicatorReport, language: Language): string {
  const word = statusWords[indicator.status][language];
  const unjudged = unjudgedText(indicator, language);
  if (unjudged === undefined) return word;
  return language === 'zh' ? `${word}（${unjudged}）` : `${word} (${unjudged})`;
}

const UNBOUNDED = '∞';

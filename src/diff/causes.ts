import type { Language, Words } from '../model/words.ts';
import { type Change, type Factor, factors, type MeasureDifference } from './difference.ts';
import { isMoved } from './moved.ts';
import { worsening } from './status-order.ts';
import { factorWords, numberText, unitText } from './wording.ts';

/** One sentence on an indicator: what moved its most telling measure, and by how much. */
export function causeOf(measures: readonly MeasureDifference[]): Words {
  const [telling] = [...measures].sort((a, b) => weight(b) - weight(a));
  if (telling === undefined || weight(telling) === 0) return { zh: '数值没有变化。', en: 'Nothing has moved.' };
  return { zh: sentence(telling, 'zh'), en: sentence(telling, 'en') };
}

/** A change of status tells most, then a change of the value, then one of its parts alone. */
function weight(measure: MeasureDifference): number {
  const { before, after, change } = measure;
  const turn = Math.abs(worsening(before.status, after.status));
  const move = Math.abs(change.value?.number ?? 0);
  return turn * 1e9 + Math.min(move, 1e8) + (isMoved(measure) ? 1e-9 : 0);
}

function sentence(measure: MeasureDifference, language: Language): string {
  const zh = language === 'zh';
  const { id, before, after, change, shown, unit } = measure;
  if (before.value === null || after.value === null) return withoutValue(measure, language);
  const [from, to] = [`${shown.before}${unitText(unit)}`, `${shown.after}${unitText(unit)}`];
  const by = numberText(change.value?.number ?? 0);
  const parts = partsIn(measure, 'value');
  if (parts === null) {
    const why = sideMoved(measure, language);
    const rest = zh
      ? '其间有的状态没有数值，数值的变化分不开'
      : 'the change of the value cannot be split, as a state between has none';
    const cause = why === '' ? '' : zh ? `；${why}` : `; ${why}`;
    return zh
      ? `${id} 由 ${from} 变为 ${to}（${by}）：${rest}${cause}。`
      : `${id} went from ${from} to ${to} (${by}): ${rest}${cause}.`;
  }
  const why = mainly(parts, change.value?.number ?? 0, language);
  if ((change.value?.number ?? 0) === 0) {
    const text = why === '' ? unmoved(measure, language) : why;
    return zh ? `${id} 仍为 ${to}：${text}。` : `${id} is still ${to}: ${text}.`;
  }
  return zh ? `${id} 由 ${from} 变为 ${to}（${by}）：${why}。` : `${id} went from ${from} to ${to} (${by}): ${why}.`;
}

/** What there is to say of a value that nothing has moved. */
function unmoved({ threshold: { before, after }, change, parts }: MeasureDifference, language: Language): string {
  const zh = language === 'zh';
  const moved = [change, ...factors.map((factor) => parts[factor])].flatMap(({ numerator, denominator }) => [
    numerator?.number ?? 0,
    denominator?.number ?? 0,
  ]);
  if (moved.some((number) => number !== 0)) return zh ? '只有分子、分母变了' : 'only its parts have moved';
  if (before === after) return zh ? '只有结论变了' : 'only its verdict has changed';
  const [from, to] = [before ?? 'off', after ?? 'off'];
  return zh ? `要求由 ${from} 改为 ${to}` : `its threshold went from ${from} to ${to}`;
}

/** Of a measure that one month has no value of: which it is, and what its parts did. */
function withoutValue(measure: MeasureDifference, language: Language): string {
  const zh = language === 'zh';
  const { id, before, after, shown, unit } = measure;
  const none = zh ? '没有数值' : 'no value';
  const from = before.value === null ? none : `${shown.before}${unitText(unit)}`;
  const to = after.value === null ? none : `${shown.after}${unitText(unit)}`;
  const lack = [before, after].some(({ numerator }) => numerator === null);
  const why = lack
    ? zh
      ? '有一个月缺登记册或列'
      : 'one month lacks a register or a column'
    : sideMoved(measure, language);
  const text = why === '' ? '' : zh ? `：${why}` : `: ${why}`;
  return zh ? `${id} 由 ${from} 变为 ${to}${text}。` : `${id} went from ${from} to ${to}${text}.`;
}

/** What moved the denominator, or else the numerator, where the value cannot tell. */
function sideMoved(measure: MeasureDifference, language: Language): string {
  const zh = language === 'zh';
  for (const [side, name] of [
    ['denominator', zh ? '分母' : 'of the denominator, '],
    ['numerator', zh ? '分子' : 'of the numerator, '],
  ] as const) {
    const why = mainly(partsIn(measure, side) ?? [], measure.change[side]?.number ?? 0, language);
    if (why !== '') return `${name}${why}`;
  }
  return '';
}

interface Part {
  readonly factor: Factor;
  readonly number: number;
}

/** The parts that are not zero, or `null` where the change could not be split. */
function partsIn({ parts }: Change, of: 'value' | 'numerator' | 'denominator'): readonly Part[] | null {
  if (factors.some((factor) => parts[factor][of] === null)) return null;
  return factors
    .map((factor) => ({ factor, number: parts[factor][of]?.number ?? 0 }))
    .filter(({ number }) => number !== 0)
    .sort((a, b) => Math.abs(b.number) - Math.abs(a.number));
}

/** What went the way of the change, the largest first, and what went against it. */
function mainly(parts: readonly Part[], change: number, language: Language): string {
  const zh = language === 'zh';
  const told = (some: readonly Part[]) =>
    some
      .map(
        ({ factor, number }) =>
          `${factorWords[factor][language]}${zh ? '（' : ' ('}${numberText(number)}${zh ? '）' : ')'}`,
      )
      .join(zh ? '、' : ', ');
  if (parts.length === 0) return '';
  if (change === 0) return zh ? `${told(parts)}相互抵消` : `${told(parts)} cancel out`;
  const [main, ...others] = parts.filter(({ number }) => Math.sign(number) === Math.sign(change));
  const against = parts.filter(({ number }) => Math.sign(number) !== Math.sign(change));
  if (main === undefined) return told(parts);
  const clauses = [
    parts.length === 1
      ? zh
        ? `全因${told([main])}`
        : `all by ${told([main])}`
      : zh
        ? `主要因为${told([main])}`
        : `mainly by ${told([main])}`,
    others.length === 0 ? '' : zh ? `其次是${told(others)}` : `then by ${told(others)}`,
    against.length === 0 ? '' : zh ? `被${told(against)}抵去一部分` : `offset in part by ${told(against)}`,
  ];
  return clauses.filter((clause) => clause !== '').join(zh ? '，' : ', ');
}

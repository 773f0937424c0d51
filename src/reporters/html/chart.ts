import type { MeasureReport } from '../../model/report.ts';
import { PER } from '../../model/unit.ts';
import { boundsText, thresholdText, unitSigns, valueText } from '../figures.ts';
import { type Markup, markup, nothing } from './markup.ts';

const WIDTH = 220;
const HEIGHT = 26;
const EDGE = 4;

/**
 * A measure against its threshold: the shaded range meets it; the thin line is the interval, the thick one goes from low
 * to high, the dot is the value. It has a scale of its own, written at its ends.
 */
export function bulletChart(measure: MeasureReport): Markup {
  if (measure.value === null) return nothing;
  const scale = scaleOf(measure, measure.value);
  const { low, high, interval, value } = measure;
  const label = [valueText(measure), thresholdText(measure.threshold, 'en'), boundsText(measure, 'en') ?? ''];
  return markup`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT + 10}" width="${WIDTH}" height="${HEIGHT + 10}" role="img" aria-label="${label.filter((text) => text !== '').join(', ')}">
<rect class="track" x="${EDGE}" y="6" width="${WIDTH - 2 * EDGE}" height="14"/>
${goal(measure, scale)}
${interval === null ? nothing : span('interval', scale, interval[0], interval[1])}
${low === null || high === null || low === high ? nothing : span('band', scale, low, high)}
<circle class="value ${measure.status}" cx="${scale.at(value)}" cy="13" r="4"/>
<text class="end" x="${EDGE}" y="${HEIGHT + 8}">${endText(scale.from, measure)}</text>
<text class="end last" x="${WIDTH - EDGE}" y="${HEIGHT + 8}">${endText(scale.to, measure)}</text>
</svg>`;
}

/** The numbers that a measure's threshold names: the least and the most that pass. */
export function thresholdRange(threshold: string | null): readonly [from: number, to: number] | undefined {
  const numbers = (threshold?.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
  const [first, second = first] = numbers;
  if (threshold === null || first === undefined || second === undefined) return undefined;
  if (threshold.startsWith('>=')) return [first, Number.POSITIVE_INFINITY];
  if (threshold.startsWith('<=')) return [Number.NEGATIVE_INFINITY, first];
  return [first, second];
}

interface Scale {
  readonly from: number;
  readonly to: number;
  /** Where a number stands, within the chart. */
  readonly at: (number: number) => number;
}

/** From a little below the least number shown to a little above the most; shares end at 0 and 100. */
function scaleOf({ low, high, interval, threshold, type, unit }: MeasureReport, value: number): Scale {
  const range = thresholdRange(threshold) ?? [];
  const shown = [value, low ?? value, high ?? value, ...(interval ?? []), ...range].filter(Number.isFinite);
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const margin = (most - least) * 0.1 || Math.abs(most) * 0.1 || 1;
  const from = Math.max(0, least - margin);
  const to = type === 'proportion' ? Math.min(PER[unit], most + margin) : most + margin;
  const room = WIDTH - 2 * EDGE;
  const at = (number: number) => {
    const share = to === from ? 0.5 : (Math.min(Math.max(number, from), to) - from) / (to - from);
    return Math.round((EDGE + share * room) * 100) / 100;
  };
  return { from, to, at };
}

function goal({ threshold }: MeasureReport, scale: Scale): Markup {
  const range = thresholdRange(threshold);
  if (range === undefined) return nothing;
  const [from, to] = range.map(scale.at);
  if (from === undefined || to === undefined) return nothing;
  const limits = range.filter(Number.isFinite).map((limit) => scale.at(limit));
  return markup`<rect class="goal" x="${from}" y="6" width="${Math.max(0, to - from)}" height="14"/>${limits.map(
    (x) => markup`<line class="limit" x1="${x}" x2="${x}" y1="2" y2="24"/>`,
  )}`;
}

function span(name: 'interval' | 'band', scale: Scale, from: number, to: number): Markup {
  return markup`<line class="${name}" x1="${scale.at(from)}" x2="${scale.at(to)}" y1="13" y2="13"/>`;
}

function endText(number: number, { unit }: MeasureReport): string {
  return `${Number(number.toPrecision(4))}${unitSigns[unit]}`;
}

import type { IndicatorReport, MeasureReport } from '../../model/report.ts';
import { displayWidth } from '../display-width.ts';
import { NONE, partsText, remarksText, thresholdText, unjudgedText, unknownText, valueText } from '../figures.ts';
import { labels, statusWords } from '../labels.ts';
import type { Style } from '../paint.ts';
import { type Column, GAP, gridRow, gridWidth, paragraph, widest } from './grid.ts';
import type { View } from './view.ts';

const keys = ['id', 'name', 'value', 'parts', 'unknown', 'threshold', 'status', 'remark'] as const;
type Key = (typeof keys)[number];
const figureKeys: readonly Key[] = ['value', 'parts', 'unknown', 'threshold'];

export type Styles = Readonly<Partial<Record<Key, Style>>>;

/** The texts of one line of the list: of a measure, or the headings. */
export type MeasureTexts = Readonly<Record<Key, string>>;

/** What stands side by side on a screen of some width; the rest goes under its measure. */
export interface Layout {
  readonly beside: readonly { readonly key: Key; readonly column: Column }[];
  readonly under: readonly Key[];
  readonly columns: number;
}

export function measureTexts(measure: MeasureReport, { say, language }: View): MeasureTexts {
  return {
    id: measure.id,
    name: say(measure.names),
    value: valueText(measure),
    parts: partsText(measure),
    unknown: unknownText(measure),
    threshold: thresholdText(measure.threshold, language),
    status: say(statusWords[measure.status]),
    remark: remarksText(measure, language),
  };
}

/** An indicator as a line of the list: its name, its status, and what was not judged. */
export function indicatorTexts(indicator: IndicatorReport, { say, language }: View): MeasureTexts {
  return {
    ...blank,
    id: indicator.id,
    name: say(indicator.names),
    status: say(statusWords[indicator.status]),
    remark: unjudgedText(indicator, language) ?? '',
  };
}

export function headingTexts({ say }: View): MeasureTexts {
  return {
    id: '',
    name: say(labels.measure),
    value: say(labels.value),
    parts: say(labels.parts),
    unknown: say(labels.unknown),
    threshold: say(labels.threshold),
    status: say(labels.status),
    remark: say(labels.remark),
  };
}

/** The fullest layout in which names and remarks keep a readable width. */
export function chooseLayout(rows: readonly MeasureTexts[], columns: number): Layout {
  const fuller = [keys, without('remark'), without('remark', 'unknown')];
  const narrowest = without('remark', 'unknown', 'parts');
  const chosen = fuller.find((beside) => leastWidth(rows, beside) <= columns) ?? narrowest;
  return { beside: fit(rows, chosen, columns), under: keys.filter((key) => !chosen.includes(key)), columns };
}

/** The layout of a line without figures: its name has their room too. */
export function withoutFigures({ beside, ...rest }: Layout): Layout {
  const figures = beside.filter(({ key }) => figureKeys.includes(key));
  const room = figures.reduce((sum, { column }) => sum + column.width + GAP, 0);
  const others = beside.filter(({ key }) => !figureKeys.includes(key));
  const spanned = others.map(({ key, column }) =>
    key === 'name' ? { key, column: { ...column, width: column.width + room } } : { key, column },
  );
  return { beside: spanned, ...rest };
}

/** The lines of a measure, its cells in their styles. */
export function measureRow(texts: MeasureTexts, layout: Layout, styles: Styles): readonly string[] {
  const cells = layout.beside.map(({ key, column }) => {
    const text = key === 'remark' ? foldRemark(texts.remark, column.width) : texts[key];
    const style = styles[key];
    return style === undefined ? { text } : { text, style };
  });
  return gridRow(
    cells,
    layout.beside.map(({ column }) => column),
  );
}

/** What did not fit beside a measure, as a line under its name. */
export function asideLines(texts: MeasureTexts, { under, columns, beside }: Layout, on: View): readonly string[] {
  const zh = on.language === 'zh';
  const facts = under.map((key) => (key === 'unknown' ? unknownPhrase(texts, on) : texts[key]));
  const text = facts.filter((fact) => fact !== '' && fact !== NONE).join(zh ? '；' : '; ');
  const indent = (beside[0]?.column.width ?? 0) + GAP;
  return text === '' ? [] : paragraph(text, columns, { indent });
}

/** Remarks that do not fit on one line get a line each. */
function foldRemark(remark: string, width: number): string {
  return displayWidth(remark) <= width ? remark : remark.replaceAll(/(；|; )/g, '$1\n');
}

const blank: MeasureTexts = {
  id: '',
  name: '',
  value: '',
  parts: '',
  unknown: '',
  threshold: '',
  status: '',
  remark: '',
};

const alignments: Readonly<Record<Key, 'left' | 'right'>> = {
  id: 'left',
  name: 'left',
  value: 'right',
  parts: 'right',
  unknown: 'right',
  threshold: 'left',
  status: 'left',
  remark: 'left',
};

/** The columns that may wrap, and how far they may shrink. */
const readable = { name: 22, remark: 26 } as const satisfies Partial<Record<Key, number>>;
const SHORTEST_NAME = 12;

function without(...left: readonly Key[]): readonly Key[] {
  return keys.filter((key) => !left.includes(key));
}

function naturalWidth(rows: readonly MeasureTexts[], key: Key): number {
  return widest(rows.map((row) => row[key]));
}

function leastWidth(rows: readonly MeasureTexts[], beside: readonly Key[]): number {
  const least: Partial<Record<Key, number>> = readable;
  return gridWidth(
    beside.map((key) => ({ width: Math.min(naturalWidth(rows, key), least[key] ?? Number.POSITIVE_INFINITY) })),
  );
}

/** Takes what the screen lacks from the name, then from the remark, and at last from the name again. */
function fit(rows: readonly MeasureTexts[], beside: readonly Key[], columns: number): Layout['beside'] {
  const widths = new Map(beside.map((key) => [key, naturalWidth(rows, key)]));
  let lacking = gridWidth([...widths.values()].map((width) => ({ width }))) - columns;
  for (const [key, least] of [
    ['name', readable.name],
    ['remark', readable.remark],
    ['name', SHORTEST_NAME],
  ] as const) {
    const width = widths.get(key) ?? 0;
    const taken = Math.max(0, Math.min(lacking, width - least));
    if (taken > 0) widths.set(key, width - taken);
    lacking -= taken;
  }
  return beside.map((key) => ({ key, column: { width: widths.get(key) ?? 0, align: alignments[key] } }));
}

function unknownPhrase({ unknown }: MeasureTexts, { language }: View): string {
  if (unknown === NONE || unknown === '0' || unknown === '') return '';
  return language === 'zh' ? `不详 ${unknown}` : `${unknown} unknown`;
}

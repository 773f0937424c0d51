import type { IndicatorReport, Report } from '../../model/report.ts';
import { indicatorStatusText } from '../figures.ts';
import { GAP, gridRow, gridWidth, widest } from './grid.ts';
import {
  asideLines,
  chooseLayout,
  headingTexts,
  indicatorTexts,
  type MeasureTexts,
  measureRow,
  measureTexts,
  type Styles,
  withoutFigures,
} from './measure-grid.ts';
import type { View } from './view.ts';

/** Every indicator with its measures, a line each; what does not fit beside a measure stands under it. */
export function indicatorList({ indicators }: Report, on: View): readonly string[] {
  const rows = indicators.flatMap((indicator) => indicatorRows(indicator, on));
  const headings = headingTexts(on);
  const layout = chooseLayout([headings, ...rows.map(({ texts }) => texts)], on.columns);
  return [
    ...measureRow(headings, layout, {}).map(on.paint.faint),
    ...rows.flatMap(({ texts, styles, hasFigures }) => [
      ...measureRow(texts, hasFigures ? layout : withoutFigures(layout), styles),
      ...asideLines(texts, layout, on),
    ]),
  ];
}

/** The indicators alone, with their statuses. */
export function indicatorStatuses({ indicators }: Report, on: View): readonly string[] {
  const { columns, language, paint, say } = on;
  const id = { width: 2 };
  const name = { width: Math.min(widest(indicators.map(({ names }) => say(names))), Math.floor(columns * 0.6)) };
  const rest = { width: columns - gridWidth([id, name]) - GAP };
  return indicators.flatMap((indicator) => {
    const status = { text: indicatorStatusText(indicator, language), style: paint.status[indicator.status] };
    return gridRow([{ text: indicator.id }, { text: say(indicator.names) }, status], [id, name, rest]);
  });
}

interface Row {
  readonly texts: MeasureTexts;
  readonly styles: Styles;
  readonly hasFigures: boolean;
}

function indicatorRows(indicator: IndicatorReport, on: View): readonly Row[] {
  const { heading, status } = on.paint;
  const [first, ...others] = indicator.measures;
  const styles = { id: heading, name: heading, status: status[indicator.status] };
  // An indicator of one measure is that measure: two lines would say the same thing twice.
  if (first !== undefined && others.length === 0) return [{ texts: measureTexts(first, on), styles, hasFigures: true }];
  const measures = indicator.measures.map((measure) => {
    const texts = measureTexts(measure, on);
    return { texts: { ...texts, id: `  ${texts.id}` }, styles: { status: status[measure.status] }, hasFigures: true };
  });
  return [{ texts: indicatorTexts(indicator, on), styles, hasFigures: false }, ...measures];
}

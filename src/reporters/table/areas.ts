import type { AreaReport, MeasureReport, Report, ShownFigures } from '../../model/report.ts';
import { areaNames, areasBy, markedValue, marksIn, measuresOf, thresholdSign } from '../area-figures.ts';
import { NONE } from '../figures.ts';
import { labels, statusWords } from '../labels.ts';
import { type Cell, type Column, GAP, gridRow, paragraph, widest } from './grid.ts';
import type { View } from './view.ts';

/** Villages or towns by measures, in as many bands as the screen is too narrow for; shown when asked for. */
export function areaMatrix(report: Report, on: View): readonly string[] {
  const areas = areasBy(report, on.screen.by);
  if (areas.length === 0) return [];
  const { shown, empty } = measuresOf(report, areas);
  const rows = matrixRows(areas, on);
  const title = on.say(on.screen.by === 'village' ? labels.villages : labels.towns);
  const lines = bands(shown, rows, on).flatMap((band) => [...bandLines(band, rows, on), '']);
  return [on.paint.heading(title), ...lines, ...legend(shown, areas, on), ...emptyLine(empty, on)];
}

/** A row of the matrix: an area, or the whole. */
interface Row {
  readonly name: string;
  readonly figures: (measure: MeasureReport) => ShownFigures | undefined;
}

interface Band {
  readonly name: Column;
  readonly measures: readonly { readonly measure: MeasureReport; readonly column: Column }[];
}

function matrixRows(areas: readonly AreaReport[], on: View): readonly Row[] {
  const names = areaNames(areas);
  const rows = areas.map(({ measures }, index) => ({
    name: names[index] ?? '',
    figures: ({ id }: MeasureReport) => measures[id],
  }));
  return [{ name: on.say(labels.total), figures: (measure) => measure }, ...rows];
}

function bands(measures: readonly MeasureReport[], rows: readonly Row[], on: View): readonly Band[] {
  const names = [on.say(labels.threshold), ...rows.map(({ name }) => name)];
  const name = { width: Math.min(widest(names), Math.floor(on.columns / 3)) };
  const found: Band[] = [];
  let room = 0;
  for (const measure of measures) {
    const column = { width: columnWidth(measure, rows), align: 'right' } as const;
    const band = found.at(-1);
    if (band === undefined || room < column.width + GAP) {
      found.push({ name, measures: [{ measure, column }] });
      room = on.columns - name.width - GAP - column.width;
    } else {
      found[found.length - 1] = { name, measures: [...band.measures, { measure, column }] };
      room -= column.width + GAP;
    }
  }
  return found;
}

function bandLines({ name, measures }: Band, rows: readonly Row[], on: View): readonly string[] {
  const columns = [name, ...measures.map(({ column }) => column)];
  const ids = measures.map(({ measure }) => ({ text: `${measure.id} ` }));
  const thresholds = measures.map(({ measure }) => ({ text: `${thresholdSign(measure)} ` }));
  return [
    ...gridRow([{ text: '' }, ...ids], columns),
    ...gridRow([{ text: on.say(labels.threshold) }, ...thresholds], columns).map(on.paint.faint),
    ...rows.flatMap((row) => {
      const cells = measures.map(({ measure }) => figureCell(row, measure, on));
      return gridRow([{ text: row.name }, ...cells], columns);
    }),
  ];
}

function figureCell(row: Row, measure: MeasureReport, on: View): Cell {
  const figures = row.figures(measure);
  const text = figureText(row, measure);
  return figures === undefined ? { text } : { text, style: on.paint.status[figures.status] };
}

/** A value that ends in its mark, or in the blank that keeps the values in line. */
function figureText(row: Row, measure: MeasureReport): string {
  const text = markedValue(row.figures(measure));
  return /[\d-]$/.test(text) ? `${text} ` : text;
}

function columnWidth(measure: MeasureReport, rows: readonly Row[]): number {
  return widest([`${measure.id} `, `${thresholdSign(measure)} `, ...rows.map((row) => figureText(row, measure))]);
}

function legend(shown: readonly MeasureReport[], areas: readonly AreaReport[], on: View): readonly string[] {
  const all = [...shown, ...areas.flatMap(({ measures }) => Object.values(measures))];
  const marks = marksIn(all).map(({ mark, status }) => `${mark} ${on.say(statusWords[status])}`);
  return paragraph([...marks, `${NONE} ${on.say(labels.nothing)}`].join('   '), on.columns).map(on.paint.faint);
}

function emptyLine(measures: readonly MeasureReport[], { say, language, columns, paint }: View): readonly string[] {
  if (measures.length === 0) return [];
  const ids = measures.map(({ id }) => id).join(language === 'zh' ? '、' : ', ');
  return paragraph(say(labels.withoutFigure) + ids, columns).map(paint.faint);
}

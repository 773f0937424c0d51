import type { AreaReport, Figures, MeasureReport, Report, Status } from '../../model/report.ts';
import { areaValueText, NONE } from '../figures.ts';
import { labels, statusWords } from '../labels.ts';
import { type Cell, type Column, GAP, gridRow, paragraph, widest } from './grid.ts';
import type { View } from './view.ts';

/** Villages or towns by measures, in as many bands as the screen is too narrow for; shown when asked for. */
export function areaMatrix(report: Report, on: View): readonly string[] {
  const { by } = on.screen;
  const areas = by === 'village' ? report.areas : by === 'town' ? report.towns : [];
  if (areas.length === 0) return [];
  const measures = report.indicators.flatMap((indicator) => indicator.measures);
  const [telling, empty] = [
    measures.filter(({ id }) => tells(areas, id)),
    measures.filter(({ id }) => !tells(areas, id)),
  ];
  const title = on.say(by === 'village' ? labels.villages : labels.towns);
  const lines = bands(telling, areas, on).flatMap((band, index) => [
    ...(index === 0 ? [] : ['']),
    ...bandLines(band, areas, on),
  ]);
  return [
    on.paint.heading(title),
    ...lines,
    '',
    ...legend([...measures, ...areas.flatMap((area) => Object.values(area.measures))], on),
    ...emptyLine(empty, on),
  ];
}

/** What stands after a value where colour alone would tell its status. */
const marks: Readonly<Record<Status, string>> = {
  pass: ' ',
  fail: '!',
  undetermined: '?',
  'no-data': ' ',
  'small-sample': '*',
  'not-applicable': ' ',
  off: ' ',
};

interface Band {
  readonly name: Column;
  readonly measures: readonly { readonly measure: MeasureReport; readonly column: Column }[];
}

/** A measure that no area has a figure for would be a column of hyphens. */
function tells(areas: readonly AreaReport[], id: string): boolean {
  return areas.some(({ measures }) => (measures[id]?.value ?? null) !== null);
}

function bands(measures: readonly MeasureReport[], areas: readonly AreaReport[], on: View): readonly Band[] {
  const nameWidth = Math.min(widest(rowNames(areas, on)), Math.floor(on.columns / 3));
  const name = { width: nameWidth };
  const found: Band[] = [];
  let room = 0;
  for (const measure of measures) {
    const column = { width: columnWidth(measure, areas), align: 'right' } as const;
    const band = found.at(-1);
    if (band === undefined || room < column.width + GAP) {
      found.push({ name, measures: [{ measure, column }] });
      room = on.columns - nameWidth - GAP - column.width;
    } else {
      found[found.length - 1] = { name, measures: [...band.measures, { measure, column }] };
      room -= column.width + GAP;
    }
  }
  return found;
}

function bandLines({ name, measures }: Band, areas: readonly AreaReport[], on: View): readonly string[] {
  const columns = [name, ...measures.map(({ column }) => column)];
  const names = rowNames(areas, on);
  const heading = ['', ...measures.map(({ measure }) => `${measure.id} `)];
  const thresholds = [on.say(labels.threshold), ...measures.map(({ measure }) => `${thresholdSign(measure)} `)];
  const rows = areas.map((area, index) => [
    { text: names[index + 2] ?? '' },
    ...measures.map(({ measure }) => figureCell(area.measures[measure.id], measure, on)),
  ]);
  const totals = [{ text: on.say(labels.total) }, ...measures.map(({ measure }) => figureCell(measure, measure, on))];
  return [
    ...gridRow(plain(heading), columns),
    ...gridRow(plain(thresholds), columns).map(on.paint.faint),
    ...gridRow(totals, columns),
    ...rows.flatMap((row) => gridRow(row, columns)),
  ];
}

function figureCell(figures: Figures | undefined, measure: MeasureReport, on: View): Cell {
  if (figures === undefined) return { text: `${NONE} ` };
  return { text: figureText(figures, measure), style: on.paint.status[figures.status] };
}

function figureText(figures: Figures, measure: MeasureReport): string {
  const value = figures === measure ? (measure.shown.value ?? NONE) : areaValueText(figures, measure);
  return value + marks[figures.status];
}

/** The threshold as written, which tells the unit too: there is no room for words here. */
function thresholdSign({ threshold, unit }: MeasureReport): string {
  return threshold?.replace(/ /g, '') ?? (unit === '%' || unit === '‰' ? unit : NONE);
}

function columnWidth(measure: MeasureReport, areas: readonly AreaReport[]): number {
  const figures = [measure, ...areas.map(({ measures }) => measures[measure.id])].filter(
    (found) => found !== undefined,
  );
  return widest([
    `${measure.id} `,
    `${thresholdSign(measure)} `,
    ...figures.map((found) => figureText(found, measure)),
  ]);
}

/** The names at the left of each row: headings, totals, then the areas; two of one name show their codes. */
function rowNames(areas: readonly AreaReport[], on: View): readonly string[] {
  const names = areas.map(({ name, code }) => {
    const isShared = areas.filter((area) => area.name === name).length > 1;
    return isShared && code !== null ? `${name} ${code}` : name;
  });
  return [on.say(labels.threshold), on.say(labels.total), ...names];
}

function plain(texts: readonly string[]): readonly Cell[] {
  return texts.map((text) => ({ text }));
}

function legend(all: readonly Figures[], on: View): readonly string[] {
  const found = new Set(all.map(({ status }) => status));
  const used = (['fail', 'undetermined', 'small-sample'] as const).filter((status) => found.has(status));
  const texts = used.map((status) => `${marks[status]} ${on.say(statusWords[status])}`);
  return paragraph([...texts, `${NONE} ${on.say(labels.nothing)}`].join('   '), on.columns).map(on.paint.faint);
}

function emptyLine(measures: readonly MeasureReport[], { language, columns, paint }: View): readonly string[] {
  if (measures.length === 0) return [];
  const ids = measures.map(({ id }) => id);
  const text = language === 'zh' ? `各处都没有数值：${ids.join('、')}` : `Without a figure in any: ${ids.join(', ')}`;
  return paragraph(text, columns).map(paint.faint);
}

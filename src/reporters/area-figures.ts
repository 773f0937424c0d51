import type { AreaReport, Figures, MeasureReport, Report, ShownFigures, Status } from '../model/report.ts';
import { absent, NONE, SUPPRESSED } from './figures.ts';
import type { Screen } from './reporter.ts';

/** What stands after a value where colour alone would tell its status. */
export const statusMarks = {
  fail: '!',
  undetermined: '?',
  'small-sample': '*',
  suppressed: SUPPRESSED,
} as const satisfies Partial<Record<Status, string>>;

/** The areas that were asked for. */
export function areasBy({ areas, towns }: Report, by: Screen['by']): readonly AreaReport[] {
  return { village: areas, town: towns, total: [] }[by];
}

/** The measures that some of the areas have a figure for, and those that none has. */
export function measuresOf({ indicators }: Report, areas: readonly AreaReport[]) {
  const all = indicators.flatMap(({ measures }) => measures);
  const hasFigure = ({ id }: MeasureReport) =>
    areas.some(({ measures: { [id]: figures } }) => figures !== undefined && isThere(figures));
  return { shown: all.filter(hasFigure), empty: all.filter((measure) => !hasFigure(measure)) };
}

/** Whether there is a value, shown or suppressed. */
function isThere(figures: ShownFigures): boolean {
  return figures.value !== null || absent(figures) === SUPPRESSED;
}

/** The names of areas; those that share theirs show their codes too. */
export function areaNames(areas: readonly AreaReport[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const { name } of areas) uses.set(name, (uses.get(name) ?? 0) + 1);
  return areas.map(({ name, code }) => ((uses.get(name) ?? 0) > 1 && code !== null ? `${name} ${code}` : name));
}

/** A value and the mark of its status. */
export function markedValue(figures: ShownFigures | undefined): string {
  if (figures === undefined) return NONE;
  const { shown, status } = figures;
  const marks: Partial<Record<Status, string>> = statusMarks;
  const text = shown.value ?? absent(figures);
  return text === SUPPRESSED ? text : text + (marks[status] ?? '');
}

/** The threshold without blanks, which tells the unit too: for the heads of narrow columns. */
export function thresholdSign({ threshold, unit }: MeasureReport): string {
  return threshold?.replaceAll(' ', '') ?? (unit === '%' || unit === '‰' ? unit : NONE);
}

/** The statuses that have a mark and occur among some figures, with their marks. */
export function marksIn(all: readonly Figures[]) {
  const found = new Set(all.map(({ status }) => status));
  return (['fail', 'undetermined', 'small-sample', 'suppressed'] as const)
    .filter((status) => found.has(status))
    .map((status) => ({ status, mark: statusMarks[status] }));
}

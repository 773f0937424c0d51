import { type JointAreas, joinAreas } from '../model/area.ts';
import type { AreaReport, MeasureReport, Report, ShownFigures, Summary } from '../model/report.ts';
import { statusCounts, worst } from '../model/status-counts.ts';
import { type AreaNode, areaTree, villageKey } from './area-tree.ts';
import { sidesOf } from './bundles.ts';
import { type Secrets, secrets } from './secrets.ts';
import { publishedFigures, publishedMeasure, type Withheld } from './withheld.ts';

export interface PublishOptions {
  /** Numbers below it are suppressed. */
  readonly least: number;
  /** The last published report, from which together with this one nothing may follow either; `null` for none. */
  readonly earlier: Report | null;
  /** How far down it goes: what is not published gives nothing away. */
  readonly down: 'total' | 'town' | 'village';
}

/**
 * A report that may be handed on: no number below the least, and none from which one follows.
 *
 * Suppressed are small numerators, denominators and what is left between them; as many others as it takes that the sums
 * of villages and towns do not tell them; the numbers of unknown records with the bounds; and verdicts that would tell how many those are.
 * Diagnostics and the reading report are left out: they count and place the rows of registers.
 */
export function publish(full: Report, { least, earlier, down }: PublishOptions): Report {
  const report = { ...full, towns: down === 'total' ? [] : full.towns, areas: down === 'village' ? full.areas : [] };
  const joint = joinAreas(earlier?.areas ?? [], report.areas);
  const tree = areaTree(report, joint.ofAfter);
  const measures = report.indicators.flatMap((indicator) => indicator.measures);
  const found = secrets({ tree, measures, least, earlier: comparable(report, earlier, joint) });
  const withheldOf = withholding({ tree, measures, found });
  const publishedArea = (area: AreaReport, node: number): AreaReport => ({
    ...area,
    measures: Object.fromEntries(
      measures.flatMap((measure): (readonly [string, ShownFigures])[] => {
        const figures = area.measures[measure.id];
        if (figures === undefined) return [];
        return [[measure.id, publishedFigures(figures, measure, { withheld: withheldOf(measure, node), least })]];
      }),
    ),
  });
  const indicators = report.indicators.map((indicator) => {
    const own = indicator.measures.map((measure) => publishedMeasure(measure, withheldOf(measure, WHOLE), least));
    return { ...indicator, status: worst(own.map(({ status }) => status)), measures: own };
  });
  return {
    ...report,
    published: { least },
    showsValues: false,
    submissions: null,
    ledgers: [],
    indicators,
    towns: report.towns.map((town, index) => publishedArea(town, 1 + index)),
    areas: report.areas.map((village, index) => publishedArea(village, 1 + report.towns.length + index)),
    diagnostics: [],
    diagnosticTotals: {},
    explained: [],
    summary: { ...statusCounts(indicators), ...problems(report.summary, least, earlier) },
  };
}

const WHOLE = 0;

interface Withholding {
  readonly tree: readonly AreaNode[];
  readonly measures: readonly MeasureReport[];
  readonly found: Secrets;
}

/** What is withheld of each measure in each area. */
function withholding({ tree, measures, found }: Withholding) {
  const hidden = (id: string, node: number) => found.get(id)?.[node] === true;
  const populations = measures.map((measure) => [sidesOf(measure).population, measure.id] as const);
  const hasUnknown = (population: string, node: number) =>
    populations.some(([name, id]) => name === population && (tree[node]?.figures[id]?.unknown ?? 0) > 0);
  return (measure: MeasureReport, node: number): Withheld => {
    const { numerator, denominator, population } = sidesOf(measure);
    // Measures of one population have as many records, known and unknown: what one lacks, another would tell.
    return {
      numerator: hidden(numerator, node),
      denominator: hidden(denominator, node),
      unknown: hasUnknown(population, node),
    };
  };
}

/** The areas of the last publication, with the measures that have the window of this one. */
function comparable(
  report: Report,
  earlier: Report | null,
  { ofBefore, ofAfter }: JointAreas,
): ReadonlyMap<string, AreaNode> {
  if (earlier === null) return new Map();
  const measuresOf = ({ indicators }: Report) => indicators.flatMap(({ measures }) => measures);
  const same = measuresOf(report).filter(({ id, window: { kind, from } }) =>
    measuresOf(earlier).some(
      (last) => last.id === id && last.window.kind === kind && (kind !== 'year' || last.window.from === from),
    ),
  );
  const told = areaTree(earlier, ofBefore).map((node) => {
    const figures = Object.entries(node.figures).filter(([id]) => same.some((measure) => measure.id === id));
    return { ...node, figures: Object.fromEntries(figures) };
  });
  // One of these was told of, and nobody knows which: each is taken for one whose numbers were suppressed.
  const unclear = namesakes(report, earlier, { ofBefore, ofAfter });
  const untold = areaTree(report, ofAfter)
    .filter(({ key }) => unclear.has(key))
    .map((node) => ({ ...node, figures: Object.fromEntries(same.map(({ id }) => [id, SUPPRESSED])) }));
  return new Map([...told, ...untold].map((node) => [node.key, node]));
}

/** The villages that bear the name of one of the last publication, where none of them could be told to be that one. */
function namesakes(
  report: Report,
  earlier: Report,
  { ofBefore, ofAfter }: Pick<JointAreas, 'ofBefore' | 'ofAfter'>,
): ReadonlySet<string> {
  const [then, now] = [new Set(ofBefore), new Set(ofAfter)];
  const lost = new Set(earlier.areas.filter((_, index) => !now.has(ofBefore[index] ?? -1)).map(({ name }) => name));
  const found = report.areas.flatMap(({ name }, index) => {
    const number = ofAfter[index] ?? -1;
    return !then.has(number) && lost.has(name) ? [villageKey(number)] : [];
  });
  return new Set(found);
}

const SUPPRESSED: ShownFigures = {
  status: 'suppressed',
  numerator: null,
  denominator: null,
  unknown: null,
  value: null,
  low: null,
  high: null,
  shown: { value: null, low: null, high: null },
};

function problems({ errors, warnings, notices }: Summary, least: number, earlier: Report | null) {
  const shown = (number: number | null, last: number | null | undefined) => {
    const isFew = (count: number) => count !== 0 && Math.abs(count) < least;
    if (number === null || last === null || isFew(number) || isFew(number - (last ?? number))) return null;
    return number;
  };
  const last = earlier?.summary;
  return {
    errors: shown(errors, last?.errors),
    warnings: shown(warnings, last?.warnings),
    notices: shown(notices, last?.notices),
  };
}

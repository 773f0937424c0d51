import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import type { Area } from '../model/area.ts';
import { certain } from '../model/certain.ts';
import { isoDate } from '../model/day.ts';
import type { IndicatorReport, Report, Summary } from '../model/report.ts';
import { statusCounts } from '../model/status-counts.ts';
import { digestOf } from '../profiles/digest.ts';
import type { LedgerIdentity } from '../reading/ledger-digest.ts';
import { type AreaTally, addUp, areaReports, townTallies } from './area-reports.ts';
import { usesGiven } from './assembly.ts';
import type { CountedRun } from './counted-run.ts';
import { type Diagnostics, diagnosticReport } from './diagnostics.ts';
import { type Evaluation, evaluate } from './evaluation.ts';
import { indicatorReports, type JudgedMeasure, selectedMeasures } from './indicator-report.ts';
import { ledgerReports } from './ledger-reports.ts';
import { namingOf } from './naming.ts';
import { aboveMost, findingsOn } from './run-findings.ts';
import { emptyTally, type Tally } from './tally.ts';
import { windowRange } from './windows.ts';

export interface ReportOptions {
  readonly version: string;
  readonly ledgers: readonly LedgerIdentity[];
  /** Measures or indicators that the report is limited to; `null` for all. */
  readonly only: readonly string[] | null;
  readonly showValues: boolean;
}

/** The line that every report carries. */
export const NOTICE = {
  zh: '计划生育政策类别自 2021 年 8 月起只具历史意义；本报告只用于统计和核对数据质量，不得作为对任何个人作出决定的依据。',
  en: 'The policy categories are historical since August 2021. The figures are for statistics and data quality only, not for decisions about a person.',
};

/** Judges what was counted, and says all there is to say of it. */
export function reportOf(counted: CountedRun, diagnostics: Diagnostics, options: ReportOptions): Report {
  const { run, period, settings, outcome } = counted;
  const selected = selectedMeasures(options.only);
  const judges = selected.map((measure) => [measure, judgeOf(counted, measure)] as const);
  const judgeAll = (tallies: readonly Tally[]) => judges.map(([measure, judge]) => [measure, judge(tallies)] as const);
  const villages = villageTallies(counted);
  const judged = judgeAll(addUp(villages, measures));
  for (const finding of findingsOn(counted, (measure) => selected.includes(measure) && hasData(counted, measure)))
    diagnostics.add(finding);
  reportOverHundred(judged, null, diagnostics);
  const areas = areaReports(villages, ({ area, tallies }) => {
    // Said of the villages in the order in which they were met, and so they are judged.
    const own = judgeAll(tallies);
    reportOverHundred(own, area, diagnostics);
    return own;
  });
  const indicators = indicatorReports(
    judged.map(([measure, evaluation]) => judgedMeasure(counted, measure, evaluation)),
  );
  const undetermined = judged.filter(([, { status }]) => status === 'undetermined').map(([measure]) => measure);
  const from = certain(windowRange('year', period.end, settings.profile.yearStart), 'first day of a year').first;
  const naming = namingOf(counted, undetermined, options.showValues);
  return {
    schema: 'fp-check/report/1',
    tool: { name: 'fp-check', version: options.version },
    notice: NOTICE.zh,
    notices: NOTICE,
    period: { from: isoDate(from), to: isoDate(period.end), origin: period.origin },
    profile: { name: settings.profile.name, digest: digestOf(settings.profile) },
    showsValues: options.showValues,
    only: options.only,
    published: null,
    submissions: null,
    ledgers: ledgerReports(options.ledgers, run.plans, outcome.sheets),
    indicators,
    areas,
    towns: areaReports(townTallies(villages, measures), ({ tallies }) => judgeAll(tallies)),
    diagnostics: diagnostics.reports(naming),
    diagnosticTotals: diagnostics.totals,
    explained: diagnostics.explained.map((diagnostic) => diagnosticReport(diagnostic, naming)),
    summary: summarise(indicators, diagnostics),
  };
}

/** The villages of a run with their tallies, as the run met them. */
export function villageTallies({
  tallied,
  assembled,
}: Pick<CountedRun, 'tallied' | 'assembled'>): readonly AreaTally[] {
  return [...assembled.areas].map(([index, tallies]) => ({
    area: certain(tallied.villages.areas[index], `area ${index}`),
    tallies,
  }));
}

/** Whether there is anything to compute a measure from: each register in some ledger, or given figures. */
export function hasData({ tallied, run }: CountedRun, measure: ListedMeasure): boolean {
  return tallied.coverage.somewhere(measure) || run.ledgers.some((_, ledger) => usesGiven(tallied, ledger, measure));
}

/** Judges a measure by the tallies of an area; what does not depend on the area is found out once. */
function judgeOf(counted: CountedRun, measure: ListedMeasure): (tallies: readonly Tally[]) => Evaluation {
  const index = measures.indexOf(measure);
  const judging = { settings: counted.settings.profile.measures[measure.id], hasData: hasData(counted, measure) };
  const judge = (tallies: readonly Tally[]) =>
    evaluate(measure, certain(tallies[index], `tally of ${measure.id}`), judging);
  if (judging.hasData) return judge;
  const nowhere = evaluate(measure, emptyTally(measure), judging); // the same in all areas
  return () => nowhere;
}

function judgedMeasure(run: CountedRun, measure: ListedMeasure, evaluation: Evaluation): JudgedMeasure {
  const moment = certain(run.moments[measures.indexOf(measure)], `moment of ${measure.id}`);
  const giving = run.run.ledgers.filter(
    (_, ledger) => run.tallied.coverage.hasSome(ledger, measure) || usesGiven(run.tallied, ledger, measure),
  );
  const coverage = { ledgers: giving.length, of: run.run.ledgers.length };
  return { measure, settings: run.settings.profile.measures[measure.id], moment, evaluation, coverage };
}

function reportOverHundred(
  judged: readonly (readonly [ListedMeasure, Evaluation])[],
  area: Area | null,
  diagnostics: Diagnostics,
): void {
  for (const [measure, { exact }] of judged) {
    if (exact !== null) for (const finding of aboveMost(measure, exact, area)) diagnostics.add(finding);
  }
}

function summarise(indicators: readonly IndicatorReport[], diagnostics: Diagnostics): Summary {
  const { error, warning, notice } = diagnostics.bySeverity;
  return { ...statusCounts(indicators), errors: error, warnings: warning, notices: notice };
}

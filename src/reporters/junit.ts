import type { AreaReport, IndicatorReport, MeasureReport, Report, ShownFigures, Status } from '../model/report.ts';
import { isInOrder } from '../model/submissions.ts';
import { areaNames } from './area-figures.ts';
import { NONE, remarksText, thresholdText, unknownText, valueText } from './figures.ts';
import { labels, statusWords } from './labels.ts';
import { printableData } from './printable.ts';
import type { Reporter } from './reporter.ts';
import { stateWords, submissionRemarks, submitterText } from './submissions.ts';

/**
 * A suite for the whole and one for each village, a case for each measure. What misses its threshold is a failure; what
 * could not be judged for want of data is an error; what is not to be judged is skipped. It has no times: a report has no clock.
 */
export const junit: Reporter = (report) => {
  const clean = printableData(report);
  const suites = [wholeSuite(clean), ...submissionSuites(clean), ...areaSuites(clean)];
  const cases = suites.flatMap((suite) => suite.cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'fp-check', ...counts(cases) })}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n');
};

/** A text or attribute in XML; characters that XML has no way to write are dropped. */
export function xmlText(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(ILLEGAL, '').replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids these, whether escaped or not
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\p{Cs}\ufffe\uffff]/gu;

interface Suite {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  /** What it is a case of: an indicator, or the submissions. */
  readonly indicator: string;
  readonly status: Status;
  readonly message: string;
}

const outcomes: Readonly<Record<Status, 'failure' | 'error' | 'skipped' | undefined>> = {
  pass: undefined,
  fail: 'failure',
  undetermined: 'error',
  'no-data': 'error',
  'small-sample': 'skipped',
  'not-applicable': 'skipped',
  off: 'skipped',
  suppressed: 'skipped',
};

function wholeSuite({ indicators, period, profile, notice, ledgers }: Report): Suite {
  const files = ledgers.map(({ file, sha256 }, index) => [`ledger.${index + 1}`, `${file} sha256:${sha256}`]);
  const facts = { from: period.from, to: period.to, profile: profile.name, digest: profile.digest, notice };
  return {
    name: labels.total.zh,
    properties: { ...facts, ...Object.fromEntries(files) },
    cases: measuresWith(indicators, (measure) => measure).map(({ indicator, measure }) => {
      const remarks = remarksText(measure, 'zh');
      const message = sentence(measure, measure) + (remarks === '' ? '' : `；${remarks}`);
      return { name: caseName(measure), indicator, status: measure.status, message };
    }),
  };
}

/** A case for each village that should have sent its ledger: what is to be followed up is a failure. */
function submissionSuites({ submissions }: Report): readonly Suite[] {
  if (submissions === null) return [];
  const { villages, unreadable, due } = submissions;
  const cases = villages.map((village): Case => {
    const remarks = submissionRemarks(village, 'zh');
    const message = stateWords[village.state].zh + (remarks === '' ? '' : `：${remarks}`);
    return {
      name: submitterText(village),
      indicator: SUBMISSIONS,
      status: isInOrder(village) ? 'pass' : 'fail',
      message,
    };
  });
  const stray = unreadable.map(
    ({ file, reason }): Case => ({ name: file, indicator: SUBMISSIONS, status: 'fail', message: reason.zh }),
  );
  return [{ name: labels.submissions.zh, properties: due === null ? {} : { due }, cases: [...cases, ...stray] }];
}

const SUBMISSIONS = 'submissions';

function areaSuites({ areas, indicators }: Report): readonly Suite[] {
  const names = areaNames(areas);
  return areas.map((area, index) => ({
    name: [area.town, names[index]].filter((name) => name !== null).join(' › '),
    properties: area.code === null ? {} : { code: area.code },
    cases: areaCases(area, indicators),
  }));
}

function areaCases(area: AreaReport, indicators: readonly IndicatorReport[]): readonly Case[] {
  return measuresWith(indicators, ({ id }) => area.measures[id]).map(({ indicator, measure, figures }) => {
    return { name: caseName(measure), indicator, status: figures.status, message: sentence(figures, measure) };
  });
}

function measuresWith(
  indicators: readonly IndicatorReport[],
  figuresOf: (measure: MeasureReport) => ShownFigures | undefined,
) {
  return indicators.flatMap(({ id: indicator, measures }) =>
    measures.flatMap((measure) => {
      const figures = figuresOf(measure);
      return figures === undefined ? [] : [{ indicator, measure, figures }];
    }),
  );
}

function caseName({ id, name }: MeasureReport): string {
  return `${id} ${name}`;
}

function sentence(figures: ShownFigures, { threshold, unit }: MeasureReport): string {
  const { status, numerator, denominator } = figures;
  const value = valueText({ ...figures, unit });
  const parts = numerator === null || denominator === null ? '' : `（${numerator}/${denominator}）`;
  const unknown = unknownText(figures);
  const open = unknown === NONE || unknown === '0' ? '' : `，不详 ${unknown}`;
  const required = threshold === null ? '' : `，要求${thresholdText(threshold, 'zh')}`;
  return `${statusWords[status].zh}：${value}${parts}${open}${required}`;
}

function suiteLines({ name, properties, cases }: Suite): readonly string[] {
  const all = Object.entries(properties).map(([key, value]) => `    <property${attributes({ name: key, value })}/>`);
  return [
    `  <testsuite${attributes({ name, ...counts(cases), skipped: `${count(cases, 'skipped')}` })}>`,
    ...(all.length === 0 ? [] : ['    <properties>', ...all.map((line) => `  ${line}`), '    </properties>']),
    ...cases.map(caseLine),
    '  </testsuite>',
  ];
}

function caseLine({ name, indicator, status, message }: Case): string {
  const outcome = outcomes[status];
  const start = `    <testcase${attributes({ name, classname: `fp-check.${indicator}` })}`;
  if (outcome === undefined) return `${start}/>`;
  // Not as an attribute: the published schema of JUnit files knows none on what is skipped.
  if (outcome === 'skipped') return `${start}><skipped>${xmlText(message)}</skipped></testcase>`;
  return `${start}><${outcome}${attributes({ type: status, message })}/></testcase>`;
}

function counts(cases: readonly Case[]) {
  return { tests: `${cases.length}`, failures: `${count(cases, 'failure')}`, errors: `${count(cases, 'error')}` };
}

function count(cases: readonly Case[], outcome: 'failure' | 'error' | 'skipped'): number {
  return cases.filter(({ status }) => outcomes[status] === outcome).length;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(value)}"`)
    .join('');
}

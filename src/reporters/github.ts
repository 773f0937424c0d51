import type { DiagnosticReport, Report, Status } from '../model/report.ts';
import { remarksText, thresholdText, valueText } from './figures.ts';
import { statusWords } from './labels.ts';
import { placeText } from './places.ts';
import { printableData } from './printable.ts';
import type { Reporter } from './reporter.ts';
import { summaryTexts } from './run-facts.ts';
import { stateWords, submissionRemarks, submitterText, toFollowUp } from './submissions.ts';
import { GLUE } from './wrapping.ts';

/** Commands that a workflow's log turns into annotations: measures first, then the data; never more than the cap. */
export const github: Reporter = (report) => {
  const clean = printableData(report);
  const measures = [...submissionAnnotations(clean), ...measureAnnotations(clean)];
  const all = [...measures, ...bySeverity(clean.diagnostics).map(dataAnnotation)];
  const diagnostics = Object.values(clean.diagnosticTotals).reduce((sum, total) => sum + total, 0);
  const total = measures.length + diagnostics;
  const shown = all.slice(0, total > CAP ? CAP - 1 : CAP); // the last of a full list is needed to say what is left out
  const more = {
    level: 'notice',
    properties: { title: 'fp-check' },
    message: cappedText(total, shown.length),
  } as const;
  const annotations = total > shown.length ? [...shown, more] : shown;
  const summary = summaryTexts(clean, 'zh').map((text) => `fp-check ${text.replaceAll(GLUE, ' ')}`);
  return `${[...annotations.map(command), ...summary].join('\n')}\n`;
};

/** The most annotations that a job keeps. */
const CAP = 50;

interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const levels: Partial<Record<Status, Annotation['level']>> = {
  fail: 'error',
  undetermined: 'warning',
  'no-data': 'warning',
};

function submissionAnnotations({ submissions }: Report): readonly Annotation[] {
  if (submissions === null) return [];
  const villages = toFollowUp(submissions).map((village) => {
    const title = `${submitterText(village)}：${stateWords[village.state].zh}`;
    return { level: 'error', properties: { title }, message: submissionRemarks(village, 'zh') || title } as const;
  });
  const files = submissions.unreadable.map(
    ({ file, reason }) => ({ level: 'error', properties: { file }, message: reason.zh }) as const,
  );
  return [...villages, ...files];
}

function measureAnnotations({ indicators }: Report): readonly Annotation[] {
  const all = indicators.flatMap(({ measures }) => measures);
  return all.flatMap((measure) => {
    const level = levels[measure.status];
    if (level === undefined) return [];
    const title = `${measure.id} ${measure.name}：${statusWords[measure.status].zh}`;
    const remarks = remarksText(measure, 'zh');
    const message = `${valueText(measure)}，要求${thresholdText(measure.threshold, 'zh')}${remarks === '' ? '' : `；${remarks}`}`;
    return [{ level, properties: { title }, message }];
  });
}

function bySeverity(diagnostics: readonly DiagnosticReport[]): readonly DiagnosticReport[] {
  return (['error', 'warning', 'notice'] as const).flatMap((level) =>
    diagnostics.filter(({ severity }) => severity === level),
  );
}

function dataAnnotation(diagnostic: DiagnosticReport): Annotation {
  const { severity, code, file, row, message } = diagnostic;
  const place = placeText(diagnostic, 'zh');
  // A workbook has no lines that a review could show.
  const line = file !== null && row !== null && /\.csv$/i.test(file) ? { line: `${row}` } : {};
  const properties = { ...(file === null ? {} : { file }), ...line, title: code };
  return { level: severity, properties, message: place === '' ? message : `${place}：${message}` };
}

function cappedText(total: number, shown: number): string {
  return `共 ${total} 条，以上是前 ${shown} 条；其余见任务摘要或 JSON 报告。`;
}

function command({ level, properties, message }: Annotation): string {
  const all = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${level} ${all.join(',')}::${escapeMessage(message)}`;
}

/** As the runner reads it back: `%` first, or an escaped text would be unescaped twice. */
function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

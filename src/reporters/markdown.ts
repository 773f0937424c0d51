import type { IndicatorReport, MeasureReport, Report } from '../model/report.ts';
import { isInOrder } from '../model/submissions.ts';
import type { Language } from '../model/words.ts';
import { areaNames, areasBy, markedValue, marksIn, measuresOf, thresholdSign } from './area-figures.ts';
import { cappedCodes, causes, sayingsOf } from './causes.ts';
import { indicatorStatusText, NONE, partsText, remarksText, thresholdText, unknownText, valueText } from './figures.ts';
import { labels, severityWords, statusWords } from './labels.ts';
import { markdownDetails as details, markdownTable as table, markdownText as text } from './markdown-text.ts';
import { placesText } from './places.ts';
import { printableData } from './printable.ts';
import { sheetReading } from './readings.ts';
import type { Reporter, Screen } from './reporter.ts';
import { runFacts, summaryTexts } from './run-facts.ts';
import { stateWords, submissionRemarks, submissionsSummary, submitterText } from './submissions.ts';

/** A page for a merge request. */
export const markdown: Reporter = (report, screen) => markdownPage(report, screen);

/** The page, or what is left of it when no more than so many of its parts are wanted: the weightiest come first. */
export function markdownPage(report: Report, screen: Screen, most = PARTS): string {
  const clean = printableData(report);
  const parts = [head, submissionPart, indicatorPart, areaPart, problemPart, readingPart].slice(0, most);
  const blocks = parts.flatMap((part) => part(clean, screen));
  const short = most < PARTS ? [`**${text(labels.shortened[screen.language])}**`] : [];
  return `${[...blocks, ...short, `> ${text(clean.notices[screen.language])}`].join('\n\n')}\n`;
}

export const PARTS = 6;

type Part = (report: Report, screen: Screen) => readonly string[];

const SAYINGS_SHOWN = 5; // of one cause
const PLACES_SHOWN = 5;
const DASH = '—';

const head: Part = (report, { language }) => [
  `# ${labels.tool[language]}`,
  runFacts(report, language)
    .map((fact) => `- **${fact.label[language]}** ${text(fact.text)}`)
    .join('\n'),
  ...(report.showsValues ? [`**${text(labels.showsValues[language])}**`] : []),
  ...summaryTexts(report, language).map(text),
];

const submissionPart: Part = ({ submissions }, { language }) => {
  if (submissions === null) return [];
  const { registers, villages, unreadable } = submissions;
  const rows = villages.map((village) => [
    text(submitterText(village)),
    isInOrder(village) ? stateWords[village.state][language] : bold(stateWords[village.state][language]),
    text(submissionRemarks(village, language)),
    ...registers.map((register) => `${village.rows[register] ?? DASH}`),
  ]);
  const columns = [labels.village, labels.status, labels.remark].map((words) => words[language]);
  const stray = unreadable.map(({ file, reason }) => `- ${text(file)}: ${text(reason[language])}`);
  return [
    text(submissionsSummary(submissions, language)),
    ...(stray.length === 0 ? [] : [stray.join('\n')]),
    details(labels.submissions[language], table([...columns, ...registers], rows)),
  ];
};

const indicatorPart: Part = ({ indicators }, { language }) => {
  const columns = [
    labels.measure,
    labels.value,
    labels.parts,
    labels.unknown,
    labels.threshold,
    labels.status,
    labels.remark,
  ];
  const rows = indicators.flatMap((indicator) => indicatorRows(indicator, language));
  return [table(['', ...columns.map((words) => words[language])], rows)];
};

function indicatorRows(indicator: IndicatorReport, language: Language): readonly (readonly string[])[] {
  const [first, ...others] = indicator.measures;
  if (first !== undefined && others.length === 0) return [measureRow(first, language, bold)];
  const title = [bold(indicator.id), bold(text(indicator.names[language]))];
  const status = bold(indicatorStatusText(indicator, language));
  return [
    [...title, '', '', '', '', status, ''],
    ...indicator.measures.map((measure) => measureRow(measure, language, (plain) => plain)),
  ];
}

function measureRow(measure: MeasureReport, language: Language, style: (text: string) => string): readonly string[] {
  const { id, names, threshold, status } = measure;
  const figures = [valueText(measure), partsText(measure), unknownText(measure), thresholdText(threshold, language)];
  const word = statusWords[status][language];
  const isGood = status === 'pass' || status === 'off';
  return [
    style(id),
    style(text(names[language])),
    ...figures.map((figure) => (figure === NONE ? DASH : text(figure))),
    isGood ? word : bold(word),
    text(remarksText(measure, language)),
  ];
}

const areaPart: Part = (report, { by, language }) => {
  const areas = areasBy(report, by);
  if (areas.length === 0) return [];
  const { shown } = measuresOf(report, areas);
  const names = areaNames(areas);
  const rows = areas.map(({ measures }, index) => [
    text(names[index] ?? ''),
    ...shown.map((measure) => text(markedValue(measures[measure.id]))),
  ]);
  const thresholds = [labels.threshold[language], ...shown.map((measure) => text(thresholdSign(measure)))];
  const marks = marksIn(areas.flatMap(({ measures }) => Object.values(measures)));
  const legend = marks.map(({ mark, status }) => `${text(mark)} ${statusWords[status][language]}`).join('　');
  const title = by === 'village' ? labels.villages : labels.towns;
  const matrix = table(['', ...shown.map(({ id }) => id)], [thresholds, ...rows]);
  return [details(title[language], `${matrix}\n\n${legend}`)];
};

const problemPart: Part = (report, { language }) => {
  const all = causes(report.diagnostics);
  if (all.length === 0) return [];
  const rows = all.flatMap(({ severity, code, diagnostics: own, mend }) =>
    sayingsOf(own, SAYINGS_SHOWN).map(({ words, diagnostics }) => [
      severityWords[severity][language],
      `\`${code}\``,
      `${diagnostics.length}`,
      text(words[language]),
      text(placesText(diagnostics, PLACES_SHOWN, language)),
      text(mend[language]),
    ]),
  );
  const columns = [labels.severity, labels.code, labels.number, labels.remark, labels.place, labels.howToMend];
  const capped = cappedCodes(report).map(({ code, total }) => `- \`${code}\`: ${total}`);
  const body = [
    table(
      columns.map((words) => words[language]),
      rows,
    ),
    ...(capped.length > 0 ? [capped.join('\n')] : []),
  ];
  return [details(labels.problems[language], body.join('\n\n'))];
};

const readingPart: Part = ({ ledgers }, { language }) => {
  const rows = ledgers.flatMap(({ file, sheets }) =>
    sheets.map((sheet) => {
      const { name, read, skipped, encoding, hidden, ignoredColumns } = sheetReading(sheet, language);
      const ignored = ignoredColumns === '' ? '' : labels.ignoredColumns[language] + ignoredColumns;
      const facts = [skipped, encoding, hidden, ignored].filter((fact) => fact !== '');
      return [file, name, read, facts.join(language === 'zh' ? '；' : '; ')].map(text);
    }),
  );
  if (rows.length === 0) return [];
  const columns = [labels.ledgers, labels.sheet, labels.reading, labels.remark];
  return [
    details(
      labels.reading[language],
      table(
        columns.map((words) => words[language]),
        rows,
      ),
    ),
  ];
};

function bold(plain: string): string {
  return `**${plain}**`;
}

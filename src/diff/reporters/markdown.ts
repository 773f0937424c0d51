import { labels } from '../../reporters/labels.ts';
import { markdownDetails, markdownTable, markdownText } from '../../reporters/markdown-text.ts';
import { printableData } from '../../reporters/printable.ts';
import type { Screen } from '../../reporters/reporter.ts';
import type { Difference } from '../difference.ts';
import { diagnosticsTopic } from './diagnostic-topic.ts';
import { facts, NOTHING_CHANGED, TITLE } from './heading.ts';
import { causeTexts, flipsTopic, measuresTopic, villagesTopic } from './measure-topics.ts';
import { closedTopic, duplicatesTopic, editsTopic, recordsTopic, schemaTopic } from './record-topics.ts';
import type { Cell, Topic, TopicMaker } from './topic.ts';

/** The difference as a page for a merge request. */
export function markdown(difference: Difference, screen: Screen): string {
  const clean = printableData(difference);
  const { language } = screen;
  const isVerbose = screen.verbosity === 'verbose';
  const open = (make: TopicMaker) => topicBlock(make(clean, { isVerbose }), screen);
  const folded = (make: TopicMaker) => topicDetails(make(clean, { isVerbose }), screen);
  const body = clean.isEmpty
    ? [NOTHING_CHANGED[language]]
    : [
        ...open(flipsTopic),
        ...open(measuresTopic),
        ...causes(clean, screen),
        ...open(closedTopic),
        ...open(schemaTopic),
        ...(screen.by === 'village' ? folded(villagesTopic) : []),
        ...folded(recordsTopic),
        ...(isVerbose || clean.showsValues ? folded(editsTopic) : []),
        ...folded(duplicatesTopic),
        ...folded(diagnosticsTopic),
      ];
  const head = [
    `# ${markdownText(TITLE[language])}`,
    facts(clean, language)
      .map(([label, text]) => `- **${label[language]}** ${markdownText(text)}`)
      .join('\n'),
    ...(clean.showsValues ? [`**${markdownText(labels.showsValues[language])}**`] : []),
  ];
  return `${[...head, ...body, `> ${markdownText(clean.notices[language])}`].join('\n\n')}\n`;
}

function causes(difference: Difference, { language, verbosity }: Screen): readonly string[] {
  const told = causeTexts(difference, verbosity === 'verbose');
  const line = ({ id, words }: (typeof told)[number]) => `- **${id}** ${markdownText(words[language])}`;
  return told.length === 0 ? [] : [told.map(line).join('\n')];
}

function topicBlock(topic: Topic, { language }: Screen): readonly string[] {
  if (topic.rows.length === 0) return [];
  return [`## ${markdownText(topic.title[language])}`, topicBody(topic, { language })];
}

function topicDetails(topic: Topic, { language }: Screen): readonly string[] {
  if (topic.rows.length === 0 && topic.remarks.length === 0) return [];
  return [markdownDetails(markdownText(topic.title[language]), topicBody(topic, { language }))];
}

function topicBody({ columns, rows, remarks }: Topic, { language }: Pick<Screen, 'language'>): string {
  const text = (cell: Cell) => markdownText(typeof cell === 'object' ? cell[language] : `${cell}`);
  const grid = markdownTable(
    columns.map(({ head }) => head[language]),
    rows.map((row) => row.map(text)),
  );
  return [...(rows.length > 0 ? [grid] : []), ...remarks.map(text)].join('\n\n');
}

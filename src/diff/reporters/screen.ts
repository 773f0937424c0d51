import { labels } from '../../reporters/labels.ts';
import { printableData } from '../../reporters/printable.ts';
import type { Screen } from '../../reporters/reporter.ts';
import { GAP, type Cell as GridCell, gridRow, joined, paragraph, widest } from '../../reporters/table/grid.ts';
import { type View, view } from '../../reporters/table/view.ts';
import { pad } from '../../reporters/wrapping.ts';
import type { Difference } from '../difference.ts';
import { diagnosticsTopic } from './diagnostic-topic.ts';
import { facts, NOTHING_CHANGED, TITLE } from './heading.ts';
import { causeTexts, flipsTopic, measuresTopic, villagesTopic } from './measure-topics.ts';
import { closedTopic, duplicatesTopic, editsTopic, recordsTopic, schemaTopic } from './record-topics.ts';
import type { Cell, Topic, TopicMaker } from './topic.ts';

/** The difference for a person at a terminal. */
export function table(difference: Difference, screen: Screen): string {
  const clean = printableData(difference);
  const on = view(screen);
  const isVerbose = screen.verbosity === 'verbose';
  const topic = (make: TopicMaker) => topicLines(make(clean, { isVerbose }), on);
  const body = clean.isEmpty
    ? [[on.say(NOTHING_CHANGED)]]
    : screen.verbosity === 'quiet'
      ? [topic(flipsTopic)]
      : [
          topic(flipsTopic),
          topic(measuresTopic),
          causes(clean, on),
          topic(closedTopic),
          ...(screen.by === 'village' ? [topic(villagesTopic)] : []),
          topic(recordsTopic),
          ...(isVerbose || clean.showsValues ? [topic(editsTopic)] : []),
          topic(duplicatesTopic),
          topic(schemaTopic),
          topic(diagnosticsTopic),
        ];
  const blocks = [head(clean, on), ...body, paragraph(on.say(clean.notices), on.columns).map(on.paint.faint)];
  return joined(blocks);
}

function head(difference: Difference, { say, columns, paint, language }: View): readonly string[] {
  const told = facts(difference, language);
  const indent = widest(told.map(([label]) => say(label))) + GAP;
  return [
    paint.heading(`${say(TITLE)}  fp-check ${difference.tool.version}`),
    ...told.flatMap(([label, text]) => paragraph(text, columns, { lead: pad(say(label), indent) })),
    ...(difference.showsValues ? paragraph(say(labels.showsValues), columns) : []),
  ];
}

/** A sentence an indicator, under a heading of its own: what the numbers above mean. */
function causes(difference: Difference, { say, columns, paint, screen }: View): readonly string[] {
  const told = causeTexts(difference, screen.verbosity === 'verbose');
  if (told.length === 0) return [];
  const indent = widest(told.map(({ id }) => id)) + GAP;
  return [
    paint.heading(say({ zh: '主要原因', en: 'Main causes' })),
    ...told.flatMap(({ id, words }) => paragraph(say(words), columns, { lead: pad(id, indent), indent })),
  ];
}

const NARROWEST = 8;

/** A topic as a grid that fits the screen; nothing where there is nothing to tell. */
export function topicLines({ title, columns, rows, remarks }: Topic, on: View): readonly string[] {
  const { say, paint } = on;
  if (rows.length === 0)
    return remarks.length === 0 || columns.length === 1
      ? []
      : [paint.heading(say(title)), ...remarks.flatMap((words) => paragraph(say(words), on.columns))];
  const texts = rows.map((row) => row.map((cell) => cellText(cell, on)));
  const { heads, grid, kept } = fitted(columns, texts, on);
  const line = (cells: readonly string[]): readonly string[] =>
    gridRow(
      kept.map((index): GridCell => ({ text: cells[index] ?? '' })),
      grid,
    );
  return [
    paint.heading(say(title)),
    ...(heads.every((text) => text === '') ? [] : line(heads).map(paint.faint)),
    ...texts.flatMap(line),
    ...remarks.flatMap((words) => paragraph(say(words), on.columns)),
  ];
}

function cellText(cell: Cell, { say }: View): string {
  if (typeof cell === 'number') return `${cell}`;
  return typeof cell === 'string' ? cell : say(cell);
}

interface Fitted {
  readonly heads: readonly string[];
  /** The columns that are shown, by number. */
  readonly kept: readonly number[];
  readonly grid: readonly { readonly width: number; readonly align: 'left' | 'right' }[];
}

/** Leaves out what may be left out, then takes from the widest columns, until all fit the screen. */
function fitted(
  columns: Topic['columns'],
  texts: readonly (readonly string[])[],
  { columns: room, say }: View,
): Fitted {
  const heads = columns.map(({ head: words }) => say(words));
  const wants = columns.map((_, index) => widest([heads[index] ?? '', ...texts.map((row) => row[index] ?? '')]));
  const total = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width + GAP, -GAP);
  const pressed = wants.map((width) => Math.min(width, NARROWEST));
  const isOut = { soon: total(wants) > room, late: total(pressed) > room };
  const kept = columns.flatMap(({ leaveOut }, index) => (leaveOut !== undefined && isOut[leaveOut] ? [] : [index]));
  const widths = kept.map((index) => wants[index] ?? 0);
  while (total(widths) > room) {
    const most = Math.max(...widths);
    if (most <= NARROWEST) break;
    widths[widths.indexOf(most)] = most - 1;
  }
  const grid = kept.map((index, at) => ({ width: widths[at] ?? 0, align: columns[index]?.align ?? 'left' }));
  return { heads, kept, grid };
}

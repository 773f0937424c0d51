import type { Status } from '../../model/report.ts';
import type { Words } from '../../model/words.ts';
import { NONE } from '../../reporters/figures.ts';
import { labels, statusWords } from '../../reporters/labels.ts';
import { printableData } from '../../reporters/printable.ts';
import type { Screen } from '../../reporters/reporter.ts';
import { joined, paragraph } from '../../reporters/table/grid.ts';
import { view } from '../../reporters/table/view.ts';
import type { MeasureTrend, Trend } from '../trend.ts';
import { numberText, unitText } from '../wording.ts';
import { topicLines } from './screen.ts';
import { type Column, left, leftOut, right, type Topic } from './topic.ts';

/** Several months for a person at a terminal: a line a measure, the latest months first to be kept on a narrow screen. */
export function trendTable(trend: Trend, screen: Screen): string {
  const clean = printableData(trend);
  const on = view(screen);
  const { say, paint, columns } = on;
  const ends = clean.months.map(({ period }) => period.to);
  const head = [
    paint.heading(`${say({ zh: '逐月变化', en: 'Month by month' })}  fp-check ${clean.tool.version}`),
    ...clean.months.flatMap(({ period, ledgers }) =>
      paragraph(ledgers.map(({ file }) => file).join(', '), columns, { lead: `${period.to}  ` }),
    ),
    ...(clean.missing.length === 0 ? [] : paragraph(say(missingWords(clean.missing)), columns)),
  ];
  const blocks = [
    head,
    topicLines(statusTopic(clean, ends), on),
    topicLines(measureTopic(clean, ends), on),
    paragraph(say(clean.notices), columns).map(paint.faint),
  ];
  return joined(blocks);
}

const KEPT = 4; // months that a narrow screen keeps

function monthColumns(ends: readonly string[], make: (zh: string, en: string) => Column): readonly Column[] {
  return ends.map((end, index) => {
    const month = end.slice(0, 7);
    return index < ends.length - KEPT ? leftOut('soon', make(month, month)) : make(month, month);
  });
}

function statusTopic({ indicators }: Trend, ends: readonly string[]): Topic {
  return {
    title: { zh: '各项结论', en: 'Statuses' },
    columns: [left('指标', 'Indicator'), left('名称', 'Name'), ...monthColumns(ends, left)],
    rows: indicators.map(({ id, names, statuses }) => [
      id,
      names,
      ...statuses.map((status: Status) => statusWords[status]),
    ]),
    remarks: [],
  };
}

function measureTopic({ indicators }: Trend, ends: readonly string[]): Topic {
  const all = indicators.flatMap((indicator) => indicator.measures);
  const measures = all.filter(({ points }) => points.some(({ value }) => value !== null));
  return {
    title: { zh: '各指标数值', en: 'Values' },
    columns: [
      left(labels.measure.zh, labels.measure.en),
      left('名称', 'Name'),
      ...monthColumns(ends, right),
      right('比上月', 'Last change'),
      left('走势', 'Trend'), // last: how wide its characters are depends on the terminal
    ],
    rows: measures.map((measure) => [
      measure.id,
      measure.names,
      ...measure.points.map(({ shown }) => (shown === null ? NONE : shown + unitText(measure.unit))),
      lastChange(measure),
      sparkline(measure.points.map(({ value }) => value)),
    ]),
    remarks: [],
  };
}

function lastChange({ points }: MeasureTrend): string {
  const change = points.at(-1)?.change ?? null;
  return change === null ? NONE : numberText(change);
}

const BARS = '▁▂▃▄▅▆▇█';

/** The values as bars between the least and the greatest of them; a space where a month has none. */
export function sparkline(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return values
    .map((value) => {
      if (value === null) return ' ';
      const height = most === least ? 0.5 : (value - least) / (most - least);
      return BARS[Math.round(height * (BARS.length - 1))] ?? ' ';
    })
    .join('')
    .trimEnd();
}

function missingWords(missing: readonly string[]): Words {
  return {
    zh: `中间缺 ${missing.join('、')} 的台账。`,
    en: `There is no ledger of ${missing.join(', ')} in between.`,
  };
}

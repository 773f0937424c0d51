import type { Report } from '../../model/report.ts';
import { type Cause, cappedCodes, causes, type Saying, sayingsOf, tellingCauses } from '../causes.ts';
import { labels, severityWords } from '../labels.ts';
import { placesText } from '../places.ts';
import { paragraph } from './grid.ts';
import type { View } from './view.ts';

type Diagnosed = Pick<Report, 'diagnostics' | 'diagnosticTotals'>;

const CAUSES_SHOWN = 8;
const PLACES_SHOWN = 5;
const INDENT = 4;

/** The problems by cause, most telling first: all of them when asked, else those worth mending first. */
export function problems(report: Diagnosed, on: View): readonly string[] {
  const { say, paint, screen } = on;
  const all = causes(report.diagnostics);
  const isVerbose = screen.verbosity === 'verbose';
  const shown = isVerbose ? all : tellingCauses(all).slice(0, CAUSES_SHOWN);
  if (shown.length === 0) return [];
  return [
    paint.heading(say(isVerbose ? labels.allProblems : labels.mendFirst)),
    ...shown.flatMap((cause, index) => [...(index === 0 ? [] : ['']), ...causeLines(cause, index, on)]),
    ...footLines(report, all.length - shown.length, on),
  ];
}

function causeLines(cause: Cause, index: number, on: View): readonly string[] {
  const { say, columns, paint, screen } = on;
  const mostSayings = screen.verbosity === 'verbose' ? Number.POSITIVE_INFINITY : 1;
  const severity = say(severityWords[cause.severity]);
  const title = [severity, cause.code, numberText(cause, on), decidesText(cause, on)].filter((text) => text !== '');
  const [first = '', ...rest] = paragraph(title.join('  '), columns, { lead: `${index + 1}. `.padStart(INDENT) });
  return [
    first.replace(severity, paint.severity[cause.severity]),
    ...rest,
    ...sayingsOf(cause.diagnostics, mostSayings).flatMap((saying) => sayingLines(saying, on)),
    ...paragraph(say(cause.mend), columns, { lead: ' '.repeat(INDENT) + say(labels.mend) }),
  ];
}

function sayingLines({ words, diagnostics }: Saying, { say, columns, language, screen }: View): readonly string[] {
  const most = screen.verbosity === 'verbose' ? diagnostics.length : PLACES_SHOWN;
  const places = placesText(diagnostics, most, language);
  return [
    ...paragraph(say(words), columns, { indent: INDENT }),
    ...(places === '' ? [] : paragraph(places, columns, { lead: ' '.repeat(INDENT) + say(labels.at) })),
  ];
}

function numberText({ diagnostics }: Cause, { language }: View): string {
  const number = diagnostics.length;
  if (language === 'zh') return `${number} 处`;
  return number === 1 ? '1 place' : `${number} places`;
}

function decidesText({ decides }: Cause, { language }: View): string {
  if (decides.length === 0) return '';
  return language === 'zh' ? `关系到 ${decides.join('、')} 能否判定` : `may settle ${decides.join(', ')}`;
}

/** What the list leaves out: places beyond the cap, and causes not shown. */
function footLines(report: Diagnosed, hidden: number, { language, columns }: View): readonly string[] {
  const zh = language === 'zh';
  const capped = cappedCodes(report).map(({ code, shown, total }) =>
    zh
      ? `${code} 共 ${total} 处，这里只计前 ${shown} 处。`
      : `${code}: ${total} places in all; the first ${shown} are counted here.`,
  );
  const more = zh
    ? `另有 ${hidden} 类问题或提示，加 -v 查看。`
    : `${hidden} more kinds of problems or notices: add -v to see them.`;
  const texts = hidden > 0 ? [...capped, more] : capped;
  return texts.length === 0 ? [] : ['', ...texts.flatMap((text) => paragraph(text, columns, { indent: INDENT }))];
}

import type { LedgerReport, Report } from '../../model/report.ts';
import { labels, originWords } from '../labels.ts';
import { pad } from '../wrapping.ts';
import { paragraph, widest } from './grid.ts';
import type { View } from './view.ts';

/** What was checked: the period, the profile, the ledgers. */
export function head(report: Report, on: View): readonly string[] {
  const { say, columns, paint, language } = on;
  const { from, to, origin } = report.period;
  const facts = [
    { label: labels.period, text: `${from}${say(labels.to)}${to}${bracket(say(originWords[origin]), on)}` },
    { label: labels.profile, text: report.profile.name },
    { label: labels.ledgers, text: ledgersText(report.ledgers, on) },
    ...(report.only === null ? [] : [{ label: labels.only, text: report.only.join(language === 'zh' ? '、' : ', ') }]),
  ];
  const indent = widest(facts.map(({ label }) => say(label))) + 2;
  return [
    paint.heading(`${say(labels.tool)}  fp-check ${report.tool.version}`),
    ...facts.flatMap(({ label, text }) => paragraph(text, columns, { lead: pad(say(label), indent) })),
    ...(report.showsValues ? paragraph(say(labels.showsValues), columns) : []),
  ];
}

const NAMED = 5;

function ledgersText(ledgers: readonly LedgerReport[], on: View): string {
  const zh = on.language === 'zh';
  const named = ledgers.slice(0, NAMED).map(({ file, sheets }) => {
    const rows = sheets.reduce((sum, { read }) => sum + read, 0);
    return file + bracket(zh ? `${rows} 行` : `${rows} rows`, on);
  });
  const more = ledgers.length - named.length;
  if (zh) return named.join('、') + (more > 0 ? `，等 ${ledgers.length} 本` : '');
  return named.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function bracket(text: string, { language }: View): string {
  return language === 'zh' ? `（${text}）` : ` (${text})`;
}

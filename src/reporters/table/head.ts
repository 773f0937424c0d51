import type { Report } from '../../model/report.ts';
import { labels } from '../labels.ts';
import { printable } from '../printable.ts';
import { type Fact, runFacts, summaryTexts } from '../run-facts.ts';
import { pad } from '../wrapping.ts';
import { paragraph, widest } from './grid.ts';
import type { View } from './view.ts';

/** What was checked: the period, the profile, the ledgers. */
export function head(report: Report, on: View): readonly string[] {
  const { say, columns, paint, language } = on;
  const facts = [...runFacts(report, language), ...configurationFact(on)];
  const indent = widest(facts.map(({ label }) => say(label))) + 2;
  return [
    paint.heading(`${say(labels.tool)}  fp-check ${report.tool.version}`),
    ...facts.flatMap(({ label, text }) => paragraph(text, columns, { lead: pad(say(label), indent) })),
    ...(report.showsValues ? paragraph(say(labels.showsValues), columns) : []),
  ];
}

function configurationFact({ screen: { verbosity, configuration } }: View): readonly Fact[] {
  if (verbosity !== 'verbose' || configuration === null) return [];
  return [{ label: labels.configuration, text: printable(configuration) }];
}

/** How many indicators have each status, and how many problems there are. */
export function summary(report: Report, { say, columns, language, paint }: View): readonly string[] {
  const texts = summaryTexts(report, language);
  return [paint.heading(say(labels.summary)), ...texts.flatMap((text) => paragraph(text, columns, { lead: '  ' }))];
}

/** The line on policy categories that every report carries. */
export function notice({ notices }: Report, { say, columns, paint }: View): readonly string[] {
  return paragraph(say(notices), columns).map(paint.faint);
}

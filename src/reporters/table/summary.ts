import { type Report, statuses } from '../../model/report.ts';
import { labels, problemWords, statusWords } from '../labels.ts';
import { GLUE } from '../wrapping.ts';
import { paragraph } from './grid.ts';
import type { View } from './view.ts';

/** How many indicators have each status, and how many problems there are. */
export function summary({ summary: counts }: Report, { say, columns, language, paint }: View): readonly string[] {
  const zh = language === 'zh';
  const [colon, comma] = zh ? ['：', '，'] : [': ', ', '];
  const all = statuses.reduce((sum, status) => sum + counts[status], 0);
  const byStatus = inOrder
    .filter((status) => counts[status] > 0)
    .map((status) => `${say(statusWords[status])}${GLUE}${counts[status]}`);
  const bySeverity = (['errors', 'warnings', 'notices'] as const).map(
    (severity) => `${say(problemWords[severity])}${GLUE}${counts[severity]}`,
  );
  return [
    paint.heading(say(labels.summary)),
    ...paragraph(`${all} ${say(labels.indicators)}${colon}${byStatus.join(comma)}`, columns, { lead: '  ' }),
    ...paragraph(`${say(labels.problems)}${colon}${bySeverity.join(comma)}`, columns, { lead: '  ' }),
  ];
}

/** The line on policy categories that every report carries. */
export function notice({ notices }: Report, { say, columns, paint }: View): readonly string[] {
  return paragraph(say(notices), columns).map(paint.faint);
}

// People look for what passed first, then for what is wrong.
const inOrder = ['pass', 'fail', 'undetermined', 'no-data', 'small-sample', 'not-applicable', 'off'] as const;

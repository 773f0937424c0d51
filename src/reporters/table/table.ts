import { printableData } from '../printable.ts';
import type { Reporter } from '../reporter.ts';
import { areaMatrix } from './areas.ts';
import { joined } from './grid.ts';
import { head, notice, summary } from './head.ts';
import { indicatorList, indicatorStatuses } from './indicators.ts';
import { nextSteps } from './next-steps.ts';
import { problems } from './problems.ts';
import { readings } from './readings.ts';
import { submissions } from './submissions.ts';
import { view } from './view.ts';

/** The report for a person at a terminal. */
export const table: Reporter = (report, screen) => {
  const clean = printableData(report);
  const on = view(screen);
  const sections =
    screen.verbosity === 'quiet'
      ? [indicatorStatuses, summary, submissions, notice]
      : [head, indicatorList, summary, submissions, areaMatrix, problems, readings, nextSteps, notice];
  return joined(sections.map((section) => section(clean, on)));
};

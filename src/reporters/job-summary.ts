import { markdownPage, PARTS } from './markdown.ts';
import type { Reporter } from './reporter.ts';

/** The page for the summary of a job: as many of its parts as a job keeps, which takes a page that is too long for none at all. */
export const jobSummary: Reporter = (report, screen) => {
  for (let parts = PARTS; parts > 1; parts -= 1) {
    const page = markdownPage(report, screen, parts);
    if (Buffer.byteLength(page) <= MOST_BYTES) return page;
  }
  return markdownPage(report, screen, 1);
};

const MOST_BYTES = 1024 * 1024; // as GitHub documents it, for each step

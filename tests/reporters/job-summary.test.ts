import { expect, test } from 'vitest';
import { jobSummary } from '../../src/reporters/job-summary.ts';
import { markdown } from '../../src/reporters/markdown.ts';
import { sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';

const SHORT = '这一页太长';
const [ledger] = sampleReport.ledgers;
const of = (sheets: number) => ({
  ...sampleReport,
  ledgers: Array.from({ length: sheets }, () => ({
    ...ledger,
    file: '一'.repeat(100),
    sha256: '',
    sheets: ledger?.sheets ?? [],
  })),
});

test('the summary of a job is the page for a merge request', () => {
  expect(jobSummary(sampleReport, screen())).toBe(markdown(sampleReport, screen()));
  expect(jobSummary(sampleReport, screen())).not.toContain(SHORT);
});

test('of a page that is too long the weightiest parts are left, and it says so', () => {
  const report = of(2000);
  const page = jobSummary(report, screen());
  expect(Buffer.byteLength(markdown(report, screen()))).toBeGreaterThan(1024 * 1024);
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1024 * 1024);
  expect(page).toContain(SHORT);
  expect(page).toContain('96.36%'); // the measures
  expect(page).toContain('invalid-date'); // and the problems
  expect(page).not.toContain('读取情况');
  expect(page).toContain(sampleReport.notices.zh.slice(0, 10));
});

test('where nothing else fits, the head is left', () => {
  const villages = Array.from({ length: 9000 }, (_, index) => ({
    code: `${index}`,
    name: '一'.repeat(100),
    town: null,
    state: 'missing' as const,
    received: null,
    files: [],
    oddities: [],
    copyOf: null,
    rows: {},
  }));
  const counts = { received: 0, late: 0, missing: 9000, empty: 0, unreadable: 0, unexpected: 0 };
  const summary = { ...counts, unchanged: 0, copied: 0, twice: 0, expected: 9000, strayFiles: 0 };
  const submissions = { due: null, registers: [], villages, unreadable: [], summary };
  const page = jobSummary({ ...sampleReport, submissions }, screen());
  expect(page).toContain('2025-06-30');
  expect(page).toContain(SHORT);
  expect(page.length).toBeLessThan(5000);
});

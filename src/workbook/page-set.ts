import type { CountedRun } from '../engine/counted-run.ts';
import { certain } from '../model/certain.ts';
import type { Report } from '../model/report.ts';
import type { Language } from '../model/words.ts';
import { auditLayout } from './audit/audit-layout.ts';
import { auditPages } from './audit/audit-pages.ts';
import type { AuditTrail } from './audit/audit-trail.ts';
import type { Tone } from './package/look.ts';
import type { StyleBook } from './package/style-book.ts';
import { definitionsPage } from './pages/definitions-page.ts';
import type { Formula, Page } from './pages/page.ts';
import { type PageName, pageNames } from './pages/page-words.ts';
import { PageWriter, type WrittenPage } from './pages/page-writer.ts';
import { readingPage } from './pages/reading-page.ts';
import { quotedSheet } from './pages/sheet-name.ts';
import { villagesPage } from './pages/villages-page.ts';
import type { Problem } from './problems/problem.ts';
import { toneWords } from './problems/problem-words.ts';
import { PROBLEMS_HEADER_ROW, problemsPage, SEVERITY_COLUMN } from './problems/problems-page.ts';
import { summaryMeasures } from './summary/summary-measures.ts';
import { summaryPage } from './summary/summary-page.ts';

/** What the added sheets are written into, and how. */
export interface PageTarget {
  readonly styles: StyleBook;
  readonly namespace: string;
  readonly freeName: (wanted: string) => string;
  readonly language: Language;
  /** The most rows of a sheet: fewer than a program has, where a test asks for it. */
  readonly mostRows?: number;
}

export interface PageContent {
  readonly counted: CountedRun;
  readonly trail: AuditTrail;
  readonly report: Report;
  readonly problems: readonly Problem[];
  /** True where the sheets that the problems are in stand in the same workbook. */
  readonly isBeside: boolean;
}

/** The sheets that are put in front, in their order. */
export function addedPages(content: PageContent, target: PageTarget): readonly WrittenPage[] {
  const { counted, trail, report, problems, isBeside } = content;
  const { freeName, language } = target;
  const name = (page: PageName) => freeName(pageNames[page]);
  const layout = auditLayout(trail.audited);
  const audit = auditPages({ counted, trail }, layout, target);
  const sheets = audit.map((page) => page.name);
  const summary = summaryPage({
    report,
    name: name('summary'),
    language,
    measureOf: summaryMeasures(counted, { layout, sheets }),
    problems: problemCounts(report, problems, { sheet: name('problems'), language }),
  });
  const pages: readonly Page[] = [
    summary,
    problemsPage({ name: name('problems'), language, problems, isBeside, hasLedgers: report.ledgers.length > 1 }),
    readingPage(report, name('reading'), language),
    definitionsPage(report, name('definitions'), language),
    villagesPage(report, name('villages'), language),
  ];
  return [...pages.map((page) => written(page, target)), ...audit];
}

function written({ form, rows }: Page, { styles, namespace }: PageTarget): WrittenPage {
  const writer = new PageWriter(form, styles, namespace);
  for (const row of rows) writer.write(row);
  return writer.finish();
}

/** How many problems there are of each kind: those listed, counted by a formula, and those that the list had no room for. */
function problemCounts(
  report: Report,
  problems: readonly Problem[],
  { sheet, language }: { readonly sheet: string; readonly language: Language },
) {
  const totals: Readonly<Record<Tone, number | null>> = {
    error: report.summary.errors,
    warning: report.summary.warnings,
    notice: report.summary.notices,
    explained: report.explained.length,
  };
  return (['error', 'warning', 'notice', 'explained'] as const).map((tone) => {
    const listed = problems.filter((problem) => problem.tone === tone).length;
    const total = certain(totals[tone], `number of ${tone}s`);
    const column = `${quotedSheet(sheet)}!$${SEVERITY_COLUMN}$${PROBLEMS_HEADER_ROW + 1}:$${SEVERITY_COLUMN}$1048576`;
    const rest = total > listed ? `+${total - listed}` : '';
    const value: Formula = {
      formula: `COUNTIF(${column},"${toneWords[tone][language]}")${rest}`,
      cached: Math.max(total, listed),
    };
    return { label: toneWords[tone][language], value, tone };
  });
}

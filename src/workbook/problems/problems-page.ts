import { columnLetters } from '../../model/sheet.ts';
import { between, type Language, type Words } from '../../model/words.ts';
import { type ProblemColumn, problemHeaders } from '../../reading/added-parts.ts';
import type { Page, PageCell, PageRow } from '../pages/page.ts';
import { looks, toneLooks } from '../pages/page-looks.ts';
import { titleOf } from '../pages/page-words.ts';
import { placeOf } from '../pages/sheet-name.ts';
import type { Problem } from './problem.ts';
import { problemHint, problemHintElsewhere, toneWords } from './problem-words.ts';

export interface ProblemsContent {
  readonly name: string;
  readonly language: Language;
  readonly problems: readonly Problem[];
  /** True where the sheets that the problems are in stand in the same workbook. */
  readonly isBeside: boolean;
  /** True where the run has more ledgers than one, so that the list says which. */
  readonly hasLedgers: boolean;
}

export const PROBLEMS_HEADER_ROW = 3;

const keys = Object.keys(problemHeaders) as readonly ProblemColumn[]; // keyof is exact: the object is a literal
const widths: Readonly<Record<ProblemColumn, number>> = {
  number: 6,
  severity: 9,
  code: 18,
  ledger: 20,
  sheet: 18,
  cell: 9,
  column: 16,
  message: 60,
  mend: 46,
  decides: 12,
  explanation: 30,
  check: 16,
};

/** The list of problems: each with a link to its cell. */
export function problemsPage(content: ProblemsContent): Page {
  const last = columnLetters(keys.length - 1);
  return {
    form: {
      name: content.name,
      widths: keys.map((key) => widths[key]),
      hidden: content.hasLedgers ? [] : [keys.indexOf('ledger')],
      headerRow: PROBLEMS_HEADER_ROW,
      frozenColumns: 0,
      filter: { first: 0, last: keys.length - 1 },
      merges: [`A1:${last}1`, `A2:${last}2`],
      tab: 'A32020',
    },
    rows: rowsOf(content),
  };
}

/** The column of the severities, from which the summary counts them. */
export const SEVERITY_COLUMN = columnLetters(keys.indexOf('severity'));

/** The row of a problem in the list, by its number from 0. */
export function problemRow(index: number): number {
  return PROBLEMS_HEADER_ROW + 1 + index;
}

function* rowsOf({ language, problems, isBeside }: ProblemsContent): Generator<PageRow> {
  const say = (words: Words) => words[language];
  yield { cells: [{ value: titleOf('problems', language), look: looks.title }], height: 30 };
  yield { cells: [{ value: say(isBeside ? problemHint : problemHintElsewhere), look: looks.notice }], height: 34 };
  yield { cells: keys.map((key) => ({ value: say(problemHeaders[key]), look: looks.header })), height: 24 };
  for (const [index, problem] of problems.entries()) {
    const cells = cellsOf(problem, { index, language, isBeside });
    yield { cells: keys.map((key) => cells[key]) };
  }
}

function cellsOf(
  { report, hasCells, tone, mend, explanation, checkCode }: Problem,
  { index, language, isBeside }: { readonly index: number; readonly language: Language; readonly isBeside: boolean },
): Readonly<Record<ProblemColumn, PageCell>> {
  const { sheet, cell, row } = report;
  const place = cell ?? (row === null ? null : `A${row}`);
  const target = isBeside && sheet !== null && hasCells ? placeOf(sheet, place ?? 'A1') : undefined;
  const shown = cell ?? (row === null ? null : `${row}`);
  const text = (value: string | null): PageCell => ({ value, look: looks.text });
  return {
    number: { value: index + 1, look: looks.whole },
    severity: { value: toneWords[tone][language], look: toneLooks[tone] },
    code: text(report.code),
    ledger: text(report.file),
    sheet: text(sheet),
    cell: target === undefined ? text(shown) : { value: shown ?? sheet, look: looks.link, link: target },
    column: text(report.column),
    message: text(report.messages[language]),
    mend: text(mend[language]),
    decides: text(report.decides.join(between[language])),
    explanation: { value: explanation === '' ? null : explanation, look: checkCode === null ? looks.text : looks.open },
    check: { value: checkCode, look: looks.code },
  };
}

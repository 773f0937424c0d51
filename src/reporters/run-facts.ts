import type { LedgerReport, Report } from '../model/report.ts';
import { readingOrder } from '../model/status-counts.ts';
import type { Language, Words } from '../model/words.ts';
import { SUPPRESSED } from './figures.ts';
import { explainedWord, labels, originWords, problemWords, statusWords } from './labels.ts';
import { ledgerReading, plural } from './readings.ts';
import { GLUE } from './wrapping.ts';

export interface Fact {
  readonly label: Words;
  readonly text: string;
}

/** What was checked, for the head of a page: the period, the profile, the ledgers. */
export function runFacts({ period, profile, ledgers, published, only }: Report, language: Language): readonly Fact[] {
  const { from, to, origin } = period;
  const span = `${from}${labels.to[language]}${to}`;
  return [
    { label: labels.period, text: span + bracket(originWords[origin][language], language) },
    { label: labels.profile, text: profile.name },
    ...(ledgers.length === 0 ? [] : [{ label: labels.ledgers, text: ledgersText(ledgers, language) }]),
    ...(published === null ? [] : [{ label: labels.published, text: publishedText(published.least, language) }]),
    ...(only === null ? [] : [{ label: labels.only, text: only.join(language === 'zh' ? '、' : ', ') }]),
  ];
}

/** How many indicators have each status, and how many problems the data has: a sentence each. */
export function summaryTexts({ summary: counts, explained }: Report, language: Language): readonly [string, string] {
  const [colon, comma] = language === 'zh' ? ['：', '，'] : [': ', ', '];
  const total = readingOrder.reduce((sum, status) => sum + counts[status], 0);
  const judged = language === 'zh' ? `${total} 项指标` : plural(total, 'indicator');
  const byStatus = readingOrder
    .filter((status) => counts[status] > 0)
    .map((status) => `${statusWords[status][language]}${GLUE}${counts[status]}`);
  const bySeverity = (['errors', 'warnings', 'notices'] as const).map(
    (severity) => `${problemWords[severity][language]}${GLUE}${counts[severity] ?? SUPPRESSED}`,
  );
  const settled = explained.length === 0 ? [] : [`${explainedWord[language]}${GLUE}${explained.length}`];
  return [
    `${judged}${colon}${byStatus.join(comma)}`,
    `${labels.problems[language]}${colon}${[...bySeverity, ...settled].join(comma)}`,
  ];
}

const NAMED = 5;

function publishedText(least: number, language: Language): string {
  return language === 'zh'
    ? `小于 ${least} 的数，以及能推算出它们的数，已隐去，记作 ${SUPPRESSED}`
    : `numbers below ${least}, and those that would give them away, are suppressed and shown as ${SUPPRESSED}`;
}

function ledgersText(ledgers: readonly LedgerReport[], language: Language): string {
  const zh = language === 'zh';
  const named = ledgers
    .slice(0, NAMED)
    .map((ledger) => ledger.file + bracket(ledgerReading(ledger, language), language));
  const more = ledgers.length - named.length;
  if (zh) return named.join('；') + (more > 0 ? `，等 ${ledgers.length} 本` : '');
  return named.join('; ') + (more > 0 ? ` and ${more} more` : '');
}

function bracket(text: string, language: Language): string {
  return language === 'zh' ? `（${text}）` : ` (${text})`;
}

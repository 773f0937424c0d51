import { type LedgerReport, type Report, statuses } from '../model/report.ts';
import type { Language, Words } from '../model/words.ts';
import { labels, originWords, problemWords, statusWords } from './labels.ts';
import { ledgerReading } from './readings.ts';
import { GLUE } from './wrapping.ts';

export interface Fact {
  readonly label: Words;
  readonly text: string;
}

/** What was checked, for the head of a page: the period, the profile, the ledgers. */
export function runFacts({ period, profile, ledgers, only }: Report, language: Language): readonly Fact[] {
  const { from, to, origin } = period;
  const span = `${from}${labels.to[language]}${to}`;
  return [
    { label: labels.period, text: span + bracket(originWords[origin][language], language) },
    { label: labels.profile, text: profile.name },
    { label: labels.ledgers, text: ledgersText(ledgers, language) },
    ...(only === null ? [] : [{ label: labels.only, text: only.join(language === 'zh' ? '、' : ', ') }]),
  ];
}

/** How many indicators have each status, and how many problems the data has: a sentence each. */
export function summaryTexts({ summary: counts }: Report, language: Language): readonly [string, string] {
  const [colon, comma] = language === 'zh' ? ['：', '，'] : [': ', ', '];
  const total = statuses.reduce((sum, status) => sum + counts[status], 0);
  const byStatus = inOrder
    .filter((status) => counts[status] > 0)
    .map((status) => `${statusWords[status][language]}${GLUE}${counts[status]}`);
  const bySeverity = (['errors', 'warnings', 'notices'] as const).map(
    (severity) => `${problemWords[severity][language]}${GLUE}${counts[severity]}`,
  );
  return [
    `${total} ${labels.indicators[language]}${colon}${byStatus.join(comma)}`,
    `${labels.problems[language]}${colon}${bySeverity.join(comma)}`,
  ];
}

const NAMED = 5;

// People look for what passed first, then for what is wrong.
const inOrder = ['pass', 'fail', 'undetermined', 'no-data', 'small-sample', 'not-applicable', 'off'] as const;

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

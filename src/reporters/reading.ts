import type { ReadingReport, Unmatched } from '../model/report.ts';
import type { Words } from '../model/words.ts';
import { labels } from './labels.ts';
import { printable, printableData } from './printable.ts';
import type { Screen } from './reporter.ts';
import { joined, paragraph } from './table/grid.ts';
import { problems } from './table/problems.ts';
import { ledgerReadings } from './table/readings.ts';
import { type View, view } from './table/view.ts';

/** What was read, for a person at a terminal. */
export function readingTable(report: ReadingReport, screen: Screen): string {
  const clean = printableData(report);
  const on = view(screen);
  return joined([configurationLines(on), ledgerReadings(clean, on), summary(clean, on), problems(clean, on)]);
}

/** A fragment of a configuration for what was not understood: to be read, corrected, and copied by hand. */
export function suggestedConfiguration(report: ReadingReport, { language }: Pick<Screen, 'language'>): string {
  const { columns, words } = printableData(report.unmatched);
  const say = ({ zh, en }: Words) => ({ zh, en })[language];
  if (columns.length + words.length === 0) return `# ${say(NOTHING_UNMATCHED)}\n`;
  return [
    `# ${say(TO_BE_CHECKED)}`,
    ...section(
      'columns',
      columns.map(({ register, header, key }) => [register, header, key]),
    ),
    ...section(
      'words',
      words.map(({ list, word, code }) => [list, word, code]),
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

const TO_BE_CHECKED: Words = {
  zh: '以下只是猜测，请逐行核对后再放进 fp-check.config.yaml；带 # 的行没有相近的词。',
  en: 'Guesses only: check every line before you put it into fp-check.config.yaml. Lines behind # have no near word.',
};
const NOTHING_UNMATCHED: Words = {
  zh: '没有认不出的表头或代码词。',
  en: 'There is no header or code word that was not understood.',
};

type Guess = readonly [group: string, word: string, meaning: string | null];

function section(name: keyof Unmatched, guesses: readonly Guess[]): readonly string[] {
  if (guesses.length === 0) return [];
  const groups = [...new Set(guesses.map(([group]) => group))];
  const isOpen = (some: readonly Guess[]) => some.every(([, , meaning]) => meaning === null);
  return [
    line(`${name}:`, isOpen(guesses)),
    ...groups.flatMap((group) => {
      const own = guesses.filter(([other]) => other === group);
      const words = own.map((guess) => line(`    ${JSON.stringify(guess[1])}: ${guess[2] ?? '?'}`, isOpen([guess])));
      return [line(`  ${group}:`, isOpen(own)), ...words];
    }),
  ];
}

/** A line that stays a comment until somebody fills it in. */
function line(text: string, isOpen: boolean): string {
  return isOpen ? `# ${text}` : text;
}

function configurationLines({ screen: { verbosity, configuration }, say, columns }: View): readonly string[] {
  if (verbosity !== 'verbose' || configuration === null) return [];
  return paragraph(printable(configuration), columns, { lead: `${say(labels.configuration)}  ` });
}

function summary(
  { summary: { errors, warnings, notices }, period }: ReadingReport,
  { columns, language }: View,
): readonly string[] {
  const text =
    language === 'zh'
      ? `数据问题：错误 ${errors}，警告 ${warnings}，提示 ${notices}。${period === null ? '没有说明报告期，两位数的年份按 1950–2049 年读。' : `报告期末 ${period.to}。`}未计算任何指标。`
      : `Data: ${errors} errors, ${warnings} warnings, ${notices} notices. ${period === null ? 'No period is told: two-digit years are taken for 1950 to 2049. ' : `The period ends on ${period.to}. `}No indicator was evaluated.`;
  return paragraph(text, columns);
}

import { type Day, isoDate } from '../model/day.ts';
import type { PeriodOrigin } from '../model/report.ts';
import { UsageError } from '../model/usage-error.ts';
import { monthName, monthsTold, parsePeriod } from './period.ts';

/** A period by its last day, and what told it. */
export interface Period {
  readonly end: Day;
  readonly origin: PeriodOrigin;
}

/** Everything that may tell the period of a run, the first that does wins. */
export interface PeriodHints {
  readonly option: string | null;
  readonly configuration: string | null;
  /** Of each ledger: the base name of its argument, and of the folder around that. */
  readonly names: readonly { readonly own: string; readonly parent: string; readonly isFolder: boolean }[];
  /** The texts above the headers of all sheets. */
  readonly titles: readonly string[];
}

/** Why there is no period: nothing tells one, or two are told. */
export interface NoPeriod {
  readonly told: readonly Day[];
  readonly by: PeriodOrigin | null;
}

/** The period of a run. Throws a UsageError for one that is given and cannot be read; never takes today's. */
export function choosePeriod({ option, configuration, names, titles }: PeriodHints): Period | NoPeriod {
  if (option !== null) return { end: readPeriod(option, '--period'), origin: 'option' };
  if (configuration !== null) return { end: readPeriod(configuration, 'period'), origin: 'configuration' };
  const byNames = names.flatMap(({ own, parent, isFolder }) => {
    const byOwn = told([own], isFolder ? 'folder-name' : 'file-name');
    return byOwn.length > 0 ? byOwn : told([parent], 'folder-name');
  });
  return single(byNames.length > 0 ? byNames : told(titles, 'title'));
}

export function isPeriod(choice: Period | NoPeriod): choice is Period {
  return 'end' in choice;
}

/** A period as it is written somewhere. Throws a UsageError for one that cannot be read. */
export function readPeriod(text: string, where: string): Day {
  const end = parsePeriod(text);
  if (end !== undefined) return end;
  throw new UsageError({
    zh: `${where} 的“${text}”不是报告期。请写成 2025-06、2025-Q2、2025-H1、2025 或 2025-06-30。`,
    en: `“${text}” for ${where} is no period. Write 2025-06, 2025-Q2, 2025-H1, 2025 or 2025-06-30.`,
  });
}

function told(texts: readonly string[], origin: PeriodOrigin): readonly Period[] {
  return texts.flatMap((text) => monthsTold(text).map((end) => ({ end, origin })));
}

function single(periods: readonly Period[]): Period | NoPeriod {
  const ends = [...new Set(periods.map(({ end }) => end))].sort((a, b) => a - b);
  const [first] = periods;
  return first !== undefined && ends.length === 1 ? first : { told: ends, by: first?.origin ?? null };
}

/** What to tell a user whose ledgers tell no period, or two: with the command to type. */
export function noPeriodError(
  { told: ends, by }: NoPeriod,
  { command, latest }: { readonly command: (period: string) => string; readonly latest: Day | undefined },
): UsageError {
  const suggested = latest === undefined ? '2025-06' : monthName(latest);
  const where =
    by === 'title'
      ? { zh: '标题行', en: 'title rows' }
      : { zh: '文件名或文件夹名', en: 'names of the files or folders' };
  const months = ends.map(monthName);
  const told = new Set(months).size === months.length ? months : ends.map(isoDate); // two days of one month
  const problem =
    ends.length === 0
      ? {
          zh: '文件名、文件夹名和标题行都没有写明报告期。',
          en: 'Neither the names of the files and folders nor the title rows tell the period.',
        }
      : {
          zh: `${where.zh}里有不止一个报告期：${told.join('、')}。`,
          en: `The ${where.en} tell more than one period: ${told.join(', ')}.`,
        };
  const hint =
    latest === undefined
      ? { zh: '', en: '' }
      : { zh: `台账中最晚的日期在 ${suggested}。`, en: ` The latest date in the ledger is in ${suggested}.` };
  return new UsageError({
    zh: `${problem.zh}${hint.zh}请指明：${command(suggested)}`,
    en: `${problem.en}${hint.en} Name it: ${command(suggested)}`,
  });
}

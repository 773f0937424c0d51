import type { Settings } from '../profiles/settings.ts';
import { latestDay } from '../reading/latest-day.ts';
import type { OpenedRun } from '../reading/opened-run.ts';
import { choosePeriod, isPeriod, type NoPeriod, noPeriodError, type Period } from './period-choice.ts';

/** What the user has said of a period, and the command to offer where nothing tells one. */
export interface PeriodOptions {
  readonly settings: Settings;
  /** The period as the user typed it; `null` to find it out. */
  readonly period: string | null;
  /** The command as typed, with a period. */
  readonly command: (period: string) => string;
}

/** Finds the period of an opened run. Throws a UsageError where nothing tells one, or two are told. */
export function periodNamed(options: PeriodOptions): (run: OpenedRun) => Promise<Period> {
  return async (run) => {
    const choice = toldPeriod(run, options);
    if (isPeriod(choice)) return choice;
    throw noPeriodError(choice, { command: options.command, latest: await latestDay(run) });
  };
}

/** The period of an opened run, if anything tells one. */
export function toldPeriod(
  run: OpenedRun,
  { period, settings }: Pick<PeriodOptions, 'period' | 'settings'>,
): Period | NoPeriod {
  return choosePeriod({
    option: period,
    configuration: settings.period,
    names: run.ledgers.map(({ periodHints: [own = '', parent = ''], isFolder }) => ({ own, parent, isFolder })),
    titles: run.plans.flatMap(({ recognition }) =>
      recognition.kind === 'register' ? recognition.layout.titles : recognition.titles,
    ),
  });
}

import { Chalk } from 'chalk';
import type { Severity } from '../model/diagnostic.ts';
import type { Status } from '../model/report.ts';

export type Style = (text: string) => string;

export interface Paint {
  readonly heading: Style;
  readonly faint: Style;
  readonly status: Readonly<Record<Status, Style>>;
  readonly severity: Readonly<Record<Severity, Style>>;
}

/** The colours of the screen. Colour repeats what a word says, and is on only where the screen says so. */
export function paint(colour: boolean): Paint {
  const chalk = new Chalk({ level: colour ? 1 : 0 }); // a fixed level: chalk's own guess ignores NO_COLOR
  return {
    heading: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    status: {
      pass: (text) => chalk.green(text),
      fail: (text) => chalk.red.bold(text),
      undetermined: (text) => chalk.yellow(text),
      'no-data': (text) => chalk.magenta(text),
      'small-sample': (text) => chalk.cyan(text),
      'not-applicable': (text) => chalk.dim(text),
      off: (text) => chalk.dim(text),
      suppressed: (text) => chalk.dim(text),
    },
    severity: {
      error: (text) => chalk.red(text),
      warning: (text) => chalk.yellow(text),
      notice: (text) => chalk.cyan(text),
    },
  };
}

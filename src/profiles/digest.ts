import { createHash } from 'node:crypto';
import { measures } from '../indicators/catalogue.ts';
import type { Profile } from './profile.ts';
import { printThreshold } from './threshold.ts';

/** Names everything that turns figures into verdicts, so that two reports can be told to rest on the same settings. */
export function digestOf(profile: Profile): string {
  return `sha256:${createHash('sha256')
    .update(canonical(effective(profile)))
    .digest('hex')}`;
}

type Plain = string | number | { readonly [key: string]: Plain };

function effective({ measures: settings, yearStart }: Profile): Plain {
  return {
    thresholds: listed(({ id, unit }) => {
      const { threshold } = settings[id];
      return threshold === null ? 'off' : printThreshold(threshold, unit);
    }),
    windows: listed(({ id }) => settings[id].window),
    min_n: listed(({ id }) => settings[id].minN),
    year_start: `${twoDigits(yearStart.month)}-${twoDigits(yearStart.date)}`,
  };
}

function listed(of: (measure: (typeof measures)[number]) => Plain): Plain {
  return Object.fromEntries(measures.map((measure) => [measure.id, of(measure)]));
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** JSON without white space, keys in the order of their code units, as RFC 8785 has it. */
function canonical(value: Plain): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}

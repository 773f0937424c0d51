import type { CountOptions } from '../engine/counted-run.ts';
import type { Ledger } from '../model/sheet.ts';
import type { Io } from './io.ts';
import { isPiped } from './pager.ts';
import type { Surroundings } from './surroundings.ts';

interface Watched {
  readonly io: Pick<Io, 'stdout' | 'stderr' | 'env'>;
  readonly language: Surroundings['language'];
}

type See = NonNullable<CountOptions['see']>;

export interface ProgressLine {
  /** To be called for every record. */
  readonly see: CountOptions['see'];
  /** Takes the line off the screen, so that the result stands alone. */
  readonly end: () => void;
}

/** Tells on a terminal how far a long read has come. Nowhere else: a log or a pipe would keep every line of it. */
export function progressOf(
  ledgers: readonly Pick<Ledger, 'name'>[],
  { io, language }: Watched,
  clock: () => number = () => performance.now(),
): ProgressLine {
  if (!isWatched(io)) return { see: undefined, end: () => {} };
  const begun = clock();
  let [rows, shownAt] = [0, begun + FIRST_AFTER - EVERY];
  let isShown = false;
  const see: See = ({ plan: { ledger } }) => {
    rows += 1;
    if (rows % LOOKS !== 0 || clock() - shownAt < EVERY) return;
    [shownAt, isShown] = [clock(), true];
    const text = progressText({ ledger, ledgers, rows }, language);
    io.stderr.write(`${TO_BEGIN}${[...text].slice(0, (io.stderr.columns ?? 80) / 2).join('')}`); // wide characters take two
  };
  return { see, end: () => isShown && io.stderr.write(TO_BEGIN) };
}

const FIRST_AFTER = 1000; // milliseconds: what is over sooner needs no line
const EVERY = 200; // milliseconds
const LOOKS = 1024; // rows between two looks at the clock
const BAR = 10;
const TO_BEGIN = '\r\u001b[K'; // to the first column, and clear the line

interface Progress {
  readonly ledger: number;
  readonly ledgers: readonly Pick<Ledger, 'name'>[];
  readonly rows: number;
}

function progressText({ ledger, ledgers, rows }: Progress, language: Surroundings['language']): string {
  const number = rows.toLocaleString('en');
  const name = (ledgers[ledger]?.name ?? '').split('/').at(-1) ?? '';
  const counted = language === 'zh' ? `已读 ${number} 行` : `${number} rows read`;
  if (ledgers.length < 2) return `${counted} ${name}`;
  const done = '#'.repeat(Math.floor((BAR * ledger) / ledgers.length)).padEnd(BAR, '-');
  return `[${done}] ${ledger + 1}/${ledgers.length} ${counted} ${name}`;
}

function isWatched({ stdout, stderr, env }: Pick<Io, 'stdout' | 'stderr' | 'env'>): boolean {
  const mayBePaged = isPiped({ stdout }); // a pager has the screen to itself
  return stderr.isTTY === true && !mayBePaged && env['TERM'] !== 'dumb' && !env['CI'];
}

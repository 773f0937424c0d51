import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { type ProgressLine, progressOf } from '../../src/cli/progress.ts';
import { JUNE } from './folder.ts';
import { screening } from './screen.ts';

const ledgers = [{ name: 'a/east.xlsx' }, { name: 'a/west.xlsx' }];

/** Reads rows at a millisecond each, and answers with what was on the screen, change by change. */
function watched(
  rows: number,
  ledger: number,
  terminal: { isTTY?: boolean; columns?: number },
  env = {},
): readonly string[] {
  const told: string[] = [];
  const stderr = new Writable({
    write(chunk: Buffer, _encoding, done) {
      told.push(chunk.toString('utf8'));
      done();
    },
  });
  let now = 0;
  const io = { cwd: '.', env, stdin: none(), stdout: stderr, stderr: Object.assign(stderr, terminal) };
  const { see, end } = progressOf(ledgers, { io, language: 'en' }, () => now);
  for (let row = 0; row < rows; row++) {
    now += 1;
    // Only the ledger of the plan is looked at.
    see?.({ plan: { ledger } } as Seen[0]);
  }
  end();
  return told;
}

type Seen = Parameters<NonNullable<ProgressLine['see']>>;

async function* none(): AsyncIterable<string> {}

const CLEAR = '\r\u001b[K';

test('a long read is told on the terminal, and the line is gone when it is over', () => {
  const told = watched(3000, 1, { isTTY: true, columns: 100 });
  expect(told).toEqual([
    `${CLEAR}[#####-----] 2/2 1,024 rows read west.xlsx`,
    `${CLEAR}[#####-----] 2/2 2,048 rows read west.xlsx`,
    CLEAR,
  ]);
});

test('a short one is not', () => {
  expect(watched(1000, 0, { isTTY: true, columns: 100 })).toEqual([]);
});

test('a narrow terminal is not overrun', () => {
  expect(watched(1100, 0, { isTTY: true, columns: 40 })[0]).toBe(`${CLEAR}[----------] 1/2 1,0`);
});

test.each([
  ['a pipe', {}, {}],
  ['a dumb terminal', { isTTY: true }, { TERM: 'dumb' }],
  ['a pipeline with a terminal', { isTTY: true }, { CI: 'true' }],
])('%s is told nothing', (_, terminal, env) => {
  expect(watched(5000, 0, terminal, env)).toEqual([]);
});

test('without a terminal the screen is plain text, fit for a pager or a file', async () => {
  const { stdout, stderr } = await screening([JUNE, '-v', '--by', 'village'], { env: { TERM: 'xterm-256color' } });
  expect(stdout).toMatch(/^[^\p{Cc}\n]*(\n[^\p{Cc}\n]*)*$/u);
  expect(stdout).not.toMatch(/[^\S\n]$/m); // nor does any line end in blanks
  expect(stderr).toBe('');
});

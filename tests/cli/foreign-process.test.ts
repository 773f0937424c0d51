import { fork, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deserialize } from 'node:v8';
import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { folder } from './folder.ts';
import { manyCells } from './many-cells.ts';

const BINARY = join(import.meta.dirname, '../../bin/fp-check.js');
const REGISTER = join(import.meta.dirname, '../parsers/files/register.xls');
const isUnix = process.platform !== 'win32';

/** The processes that read foreign formats for this one. */
function readersOf(pid: number): readonly number[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const lines = stdout.split('\n').map((line) => line.trim().split(/\s+/));
  return lines
    .filter(([, parent, ...args]) => Number(parent) === pid && args.join(' ').includes('foreign-worker'))
    .map(([own]) => Number(own));
}

/** One that has ended, and that nobody has asked about yet, is still listed. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return /^[^Z]/.test(stdout.trim());
}

async function until<T>(tell: () => T | undefined): Promise<T | undefined> {
  for (let turn = 0; turn < 500; turn++) {
    const told = tell();
    if (told !== undefined) return told;
    await setTimeout(10);
  }
  return undefined;
}

/** A run whose reading is under way, and the process that does it. */
async function underWay() {
  const cwd = folder({ 'long.xls': manyCells() }); // so that there is time to look at it
  const run = spawn(process.execPath, [BINARY, 'read', 'long.xls', '--lang', 'en'], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  run.stderr.on('data', (data) => {
    said += data;
  });
  const ended = once(run, 'exit');
  const reader = await until(() => readersOf(run.pid ?? -1)[0]);
  if (reader === undefined) throw new Error('nothing was read');
  process.kill(reader, 'SIGSTOP'); // so that it does not end before it is looked at
  return { run, reader, ended, said: () => said };
}

describe.runIf(isUnix)('the process that reads foreign formats', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('ends with the run, which %s ends', async (signal) => {
    const { run, reader, ended } = await underWay();
    run.kill(signal);
    await ended;
    process.kill(reader, 'SIGCONT');
    expect(await until(() => (isAlive(reader) ? undefined : 'gone'))).toBe('gone');
  });

  test.each(['SIGTRAP', 'SIGSEGV', 'SIGKILL'] as const)('is killed by %s: the file is damaged', async (signal) => {
    const { reader, ended, said } = await underWay();
    process.kill(reader, signal);
    process.kill(reader, 'SIGCONT');
    expect(await ended).toEqual([2, null]);
    expect(said()).toMatch(/^fp-check: The file “long.xls” is damaged: its reading stopped half-way\. .*\n$/);
  });

  test('runs out of memory: the file takes too much of it', async () => {
    const { reader, ended, said } = await underWay();
    process.kill(reader, 'SIGABRT');
    process.kill(reader, 'SIGCONT');
    expect(await ended).toEqual([2, null]);
    expect(said()).toMatch(/takes more than 1024 MB of memory to read.* \[beyond-limit\]\n$/);
  });

  test('hears nothing of what was meant for the run alone', () => {
    const cwd = folder();
    const env = { ...process.env, NODE_OPTIONS: '--import=data:text/javascript,console.error(process.argv[1])' };
    const { stderr, status } = spawnSync(process.execPath, [BINARY, 'read', REGISTER], { cwd, env, encoding: 'utf8' });
    expect(status).not.toBe(70);
    expect(stderr).not.toContain('foreign-worker');
  });
});

test('all sheets arrive where whoever reads them is slow', async () => {
  const task = { bytes: new Uint8Array(manySheets()), limits: defaultLimits };
  const child = fork(join(import.meta.dirname, '../../dist/foreign-worker.js'), [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const kinds: string[] = [];
  child.on('message', (bytes: Uint8Array) => {
    kinds.push(deserialize(bytes).kind);
    for (const end = Date.now() + 20; Date.now() < end; ); // busy, as with the rows of a sheet
  });
  const ended = once(child, 'disconnect');
  child.send(task);
  await ended;
  expect(kinds).toEqual([...Array(SHEETS).fill('sheet'), 'done']);
});

const SHEETS = 20;

function manySheets(): Buffer {
  const book = utils.book_new();
  const rows = Array.from({ length: 500 }, (_, index) => ['东风村', `B${index}`, '2025-03-07', '男', 1, '政策内']);
  for (let sheet = 0; sheet < SHEETS; sheet++) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), `表${sheet}`);
  return write(book, { type: 'buffer', bookType: 'biff8' });
}

import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, openSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { folder, JUNE, TWO_BIRTHS } from './folder.ts';

const BINARY = join(import.meta.dirname, '../../bin/fp-check.js');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Running {
  readonly cwd?: string;
  readonly stdout?: number;
  readonly closeAfter?: number;
  readonly node?: readonly string[];
}

const MANY = 30_000;

/** A folder with a CSV file of more than a megabyte, so many births. */
function largeFolder(): string {
  const births = Array.from({ length: MANY }, (_, row) => `东风村,B${row},2025-0${1 + (row % 6)}-11,男,1,政策内\n`);
  const head = TWO_BIRTHS['2025-06/出生.csv'].split('\n')[0];
  return folder({ ...TWO_BIRTHS, '2025-06/出生.csv': `${head}\n${births.join('')}` });
}

/**
 * Runs the real program, with options for Node. `closeAfter` closes its standard output after that many bytes, as `head`
 * does.
 */
function ran(argv: readonly string[], { cwd, stdout, closeAfter, node = [] }: Running = {}): Promise<Ended> {
  const child = spawn(process.execPath, [...node, BINARY, ...argv], {
    cwd,
    env: { ...process.env, LANG: 'en_GB.UTF-8' },
    stdio: ['ignore', stdout ?? 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  let seen = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    out.push(chunk);
    seen += chunk.length;
    if (closeAfter !== undefined && seen >= closeAfter) child.stdout?.destroy();
  });
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

describe('the real program', () => {
  test('tells its version', async () => {
    expect(await ran(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  test('runs on a ledger under any name: the month stands in its title rows', async () => {
    const cwd = folder();
    copyFileSync(JUNE, join(cwd, 'ledger.xlsx'));
    const { code, stdout } = await ran(['ledger.xlsx'], { cwd });
    expect(stdout).toContain('2025-01-01');
    expect(stdout).toContain('1186/1224');
    expect(code).toBe(1);
  });

  test('writes a report of megabytes whole into a slow pipe', async () => {
    const { stdout } = await ran([JUNE, '-f', 'json']);
    expect(JSON.parse(stdout).schema).toBe('fp-check/report/1');
  });

  test('a reader that has seen enough is no failure: the verdict stands', async () => {
    const { code, stderr } = await ran([JUNE, '-f', 'json'], { closeAfter: 1 });
    expect(stderr).toBe('');
    expect(code).toBe(1);
  });

  test.skipIf(!existsSync('/dev/full'))('a result that cannot be written is exit code 2 and a sentence', async () => {
    const { code, stderr } = await ran([JUNE, '-f', 'json'], { stdout: openSync('/dev/full', 'w') });
    expect(stderr).toMatch(/Cannot write to .*: the disk is full/);
    expect(code).toBe(2);
  });

  test('an output that cannot be written leaves nothing behind', async () => {
    const cwd = folder(TWO_BIRTHS);
    writeFileSync(join(cwd, 'file'), '');
    const { code, stderr } = await ran(['2025-06', '-f', 'json=good.json', '-f', 'csv=file/out.csv'], { cwd });
    expect(stderr).toMatch(/Cannot write to “file\/out\.csv”/);
    expect(code).toBe(2);
    expect(readdirSync(cwd).sort()).toEqual(['2025-06', 'file']);
  });

  describe.each([
    ['a large CSV file', '2025-06', largeFolder, { read: MANY }],
    ['a workbook', JUNE, () => folder({}), { register: 'births' }],
  ])('%s', (_, ledger, makeFolder, sheet) => {
    const argv = [ledger, '-f', 'json', '--fail-on', 'none', '--allow-incomplete'];

    test.skipIf(process.platform !== 'linux')('is read alike where addresses are few', async () => {
      const cwd = makeFolder();
      const script = 'ulimit -v 8000000 && exec "$0" "$@"'; // kilobytes
      const few = execFileSync('sh', ['-c', script, process.execPath, BINARY, ...argv], { cwd, maxBuffer: 1 << 28 });
      expect(few.toString()).toBe((await ran(argv, { cwd })).stdout);
    });

    test('is read alike where Node has no WebAssembly', async () => {
      const cwd = makeFolder();
      const [plain, bare] = [await ran(argv, { cwd }), await ran(argv, { cwd, node: ['--jitless', '--no-warnings'] })];
      expect(bare.code).toBe(0);
      expect(bare.stdout).toBe(plain.stdout);
      expect(JSON.parse(plain.stdout).ledgers[0].sheets).toContainEqual(expect.objectContaining(sheet));
    });
  });

  test('the same bytes in every time zone', () => {
    const [shanghai, newYork] = ['Asia/Shanghai', 'America/New_York'].map((TZ) =>
      execFileSync(process.execPath, [BINARY, JUNE, '-f', 'json', '--fail-on', 'none', '--allow-incomplete'], {
        env: { ...process.env, TZ },
        maxBuffer: 1 << 28,
      }),
    );
    expect(shanghai?.equals(newYork ?? Buffer.alloc(0))).toBe(true);
  });
});

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, JUNE } from './folder.ts';

const BINARY = join(import.meta.dirname, '../../bin/fp-check.js');

/** A shell in which disks can be mounted, which are gone with it: of Linux, where users may have name spaces of their own. */
const inSpace = (script: string) =>
  spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8', env: { ...process.env, LANG: 'en_GB.UTF-8' } });
const mountable = inSpace('mount -t tmpfs none /mnt').status === 0;

/** Runs the real program in a folder on a disk of its own, and tells what is in it before and after. */
function onDisk(argv: string, { mounting, before = '' }: { readonly mounting: string; readonly before?: string }) {
  const disk = folder();
  const script = `mount -t tmpfs ${mounting} none ${disk} && cd ${disk} && cp ${JUNE} 2025-06.xlsx && ${before} ls -A && echo run >&2;
    "${process.execPath}" "${BINARY}" ${argv}; echo "code $?" >&2; sha256sum 2025-06.xlsx ${JUNE} | cut -c1-64 | uniq | wc -l >&2; echo run; ls -A`;
  const { stdout, stderr } = inSpace(script);
  const [there, left] = stdout.split('run\n');
  return { there, left, stderr: stderr.slice(stderr.indexOf('run\n') + 4) };
}

const outputs = [
  '--annotate copy.xlsx',
  '--findings copy.xlsx',
  '-o report.json',
  '-o page.html',
  '-f table=a.txt -f json=b.json',
];

describe.skipIf(!mountable)('on a disk of its own (needs Linux and unshare)', () => {
  test.each(outputs)('that is full: %s', (options) => {
    const size = Math.ceil(readFileSync(JUNE).length / 4096) * 4 + 12; // kilobytes: room for the ledger and little else
    const { there, left, stderr } = onDisk(`2025-06.xlsx ${options}`, { mounting: `-o size=${size}k` });
    expect(stderr).toMatch(/^fp-check: Cannot write to “[a-z.]+”: the disk is full\.\ncode 2\n1\n$/);
    expect(left).toBe(there);
  });

  test.each([...outputs.map((options) => `2025-06.xlsx ${options}`), 'template -o copy.xlsx', 'init'])(
    'that is read-only: %s',
    (argv) => {
      const before = 'mount -o remount,ro . &&';
      const { there, left, stderr } = onDisk(argv, { mounting: '-o size=8m', before });
      expect(stderr).toMatch(/^fp-check: Cannot write to “[a-z.-]+”: the disk is read-only\.\ncode 2\n1\n$/);
      expect(left).toBe(there);
    },
  );
});

describe.skipIf(!existsSync('/dev/full'))('a standard output that is full (needs /dev/full)', () => {
  const ran = (argv: string, stream: string) =>
    spawnSync('sh', ['-c', `"${process.execPath}" "${BINARY}" ${argv} ${stream}/dev/full`], { encoding: 'utf8' });

  test.each(['-h', '-V', 'diff -h', JUNE, 'explain', 'template'])('is told of in one language: %s', (argv) => {
    const [chinese, english] = [ran(`${argv} --lang zh`, '>'), ran(`${argv} --lang en`, '>')];
    expect([chinese.status, chinese.stderr]).toEqual([2, 'fp-check: 不能写入“标准输出”：磁盘已满。\n']);
    expect([english.status, english.stderr]).toEqual([
      2,
      'fp-check: Cannot write to “standard output”: the disk is full.\n',
    ]);
  });

  test('that is of errors leaves the exit code', () => {
    expect(ran('nope.xlsx', '2>').status).toBe(2);
  });
});

describe('a report of five megabytes', () => {
  const villages = Array.from({ length: 1000 }, (_, i) => `99${String(i).padStart(4, '0')},第${i}村,青溪镇,3\n`);
  const births = villages.map((_, i) => `第${i}村,B${i},2025-03-01,男,1,政策内\n`);
  const ledger = {
    '2025-06/村情.csv': `村代码,村名,乡镇,人口计划出生数\n${villages.join('')}`,
    '2025-06/出生.csv': `村名,出生编号,出生日期,性别,孩次,政策属性\n${births.join('')}`,
  };

  /** Reads a few bytes of the standard output at a time, or closes it after the first. */
  async function piped(cwd: string, reading: 'slowly' | 'a little') {
    const child = spawn(process.execPath, [BINARY, '2025-06', '-f', 'json'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    for await (const chunk of child.stdout) {
      out.push(chunk);
      if (reading === 'a little') break; // which closes the pipe
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return { code: await ended, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() };
  }

  test('arrives whole through a slow pipe, with the exit code of its verdict', async () => {
    const cwd = folder(ledger);
    const file = spawnSync(process.execPath, [BINARY, '2025-06', '-o', 'report.json'], { cwd });
    const { code, stdout, stderr } = await piped(cwd, 'slowly');
    expect(stdout.length).toBeGreaterThan(5_000_000);
    expect(stdout === readFileSync(join(cwd, 'report.json'), 'utf8')).toBe(true);
    expect([code, stderr]).toEqual([file.status, '']);
  });

  test('of which only the beginning is read is no failure', async () => {
    const { code, stderr } = await piped(folder(ledger), 'a little');
    expect([code, stderr]).toEqual([1, '']);
  });
});

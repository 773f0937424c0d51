import { linkSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failingFiles } from './failing-files.ts';
import { folder, JUNE, TWO_BIRTHS } from './folder.ts';
import { type Screening, screening } from './screen.ts';
import { smallWorkbook } from './small-workbook.ts';

type Contents = Readonly<Record<string, string>>;

const inputs = await inputFiles();

const FORMER = 'what was there before';

/** A command, the files that it writes, and those of them that are there before it. */
const commands: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['2025-06 -f github -f json=report.json', ['report.json', 'summary.md'], ['summary.md']],
  ['2025-06 -f github -f json=report.json', ['report.json', 'summary.md'], []],
  ['2025-06 -o report.json', ['report.json'], ['report.json']],
  ['2025-06.xlsx -f table -f json=report.json -f html=page.html', ['report.json', 'page.html'], ['report.json']],
  ['2025-06.xlsx --annotate copy.xlsx', ['copy.xlsx'], []],
  ['2025-06.xlsx --annotate copy.xlsx --force -o report.json', ['copy.xlsx', 'report.json'], ['copy.xlsx']],
  ['2025-06 --findings copy.xlsx -f csv=table.csv', ['copy.xlsx', 'table.csv'], ['table.csv']],
  ['2025-06 --expected list.csv -o report.json', ['report.json'], []],
  ['diff 2025-05 2025-06 -o difference.xlsx', ['difference.xlsx'], ['difference.xlsx']],
  ['render saved.json -o page.html', ['page.html'], []],
  ['template -o copy.xlsx', ['copy.xlsx'], []],
  ['init --force', ['fp-check.config.yaml'], ['fp-check.config.yaml']],
  ['read 2025-06', [], []],
  ['canon 2025-06 --key-file key', [], []],
];

/** What a call fails with: one of them each, in turn, for the program makes no difference between them. */
const CODES = ['ENOSPC', 'EIO', 'EACCES'];

describe.each(commands)('fp-check %s', (command, outputs, there) => {
  test('loses nothing, whichever of its calls fails', async () => {
    const before = { ...inputs, ...Object.fromEntries(there.map((name) => [name, FORMER])) };
    const untouched = contentsOf(folder(before));
    const after = await contentsAfter(command, before);
    expect(Object.keys(after).sort()).toEqual([...new Set([...Object.keys(before), ...outputs])].sort());
    const faults: string[] = [];
    let number = 0;
    for (let failed: string | undefined = ''; failed !== undefined; ) {
      number += 1;
      const cwd = folder(before);
      const failing = failingFiles(number, CODES[number % CODES.length] ?? '');
      const ended = await screening(command.split(' '), { cwd, files: failing.files, env: environmentOf(cwd) });
      failed = failing.failed();
      if (failed === undefined) continue;
      const found = [...saidWrongly(ended), ...leftWrongly(contentsOf(cwd), { untouched, after, failed, ended })];
      faults.push(...found.map((fault) => `call ${number}, ${failed}: ${fault}`));
    }
    expect(faults).toEqual([]);
    expect(number).toBeGreaterThan(3 + 4 * outputs.length);
  });
});

test('a disk without links is written to all the same, and what is there does not give way', async () => {
  const cwd = folder({ ...inputs, 'there.xlsx': FORMER });
  const link = () => Promise.reject(Object.assign(new Error('no links here'), { code: 'EPERM' }));
  const files = { ...failingFiles(0, '').files, link };
  const ran = (line: string) => screening(line.split(' '), { cwd, files });
  expect((await ran('template -o copy.xlsx')).code).toBe(0);
  expect((await ran('template -o there.xlsx')).code).toBe(2);
  expect((await ran('2025-06 -f json=there.xlsx -f csv=copy.xlsx')).code).toBe(3);
  expect(JSON.parse(contentsOf(cwd)['there.xlsx'] ?? '').schema).toBe('fp-check/report/1');
  expect(Object.keys(contentsOf(cwd)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test('a name as long as names can be is no hindrance', async () => {
  const cwd = folder(inputs);
  const name = `${'长'.repeat(83)}.json`; // 254 bytes, of 255
  expect((await screening(['2025-06', '-o', name], { cwd })).code).toBe(3);
  expect(Object.keys(contentsOf(cwd))).toContain(name);
});

test('two results do not go to one file', async () => {
  const cwd = folder(inputs);
  const { code, stderr } = await screening(['2025-06', '-f', 'json=one', '-f', 'csv=./one'], { cwd });
  expect([code, stderr]).toEqual([2, 'fp-check: 有两个结果都要写入“./one”。请各用一个文件名。\n']);
  expect(contentsOf(cwd)).toEqual(contentsOf(folder(inputs)));
});

test.each([
  '2025-06.xlsx --findings 2025-06.xlsx --force',
  '2025-06.xlsx -f json=symlink',
  '2025-06.xlsx -f json=link',
  '2025-06 -f json=2025-06/出生.csv',
  '2025-06 -f json=fp-check.config.yaml',
  '2025-06 -c own.yaml -f json=./own.yaml',
  '2025-06 --profile own.yaml -f json=own.yaml',
  '2025-06 --expected list.csv -f csv=list.csv',
  '2025-06 --expected list.csv --last 2025-05 -f csv=2025-05/出生.csv',
  '2025-06 --expected list.csv --last 2025-06.xlsx --findings link --force',
  'diff 2025-05 2025-06 -f json=2025-05/出生.csv',
  'diff 2025-05 2025-06 -c own.yaml -f json=own.yaml',
  'render saved.json -o saved.json',
])('an input is never written to: fp-check %s', async (command) => {
  const cwd = folder(inputs);
  symlinkSync('2025-06.xlsx', join(cwd, 'symlink'));
  linkSync(join(cwd, '2025-06.xlsx'), join(cwd, 'link'));
  const before = contentsOf(cwd);
  const { code, stderr } = await screening(command.split(' '), { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining('就是输入的文件')]);
  expect(contentsOf(cwd)).toEqual(before);
});

test.each([
  '../2025-06 -f json=../fp-check.config.yaml',
  '../2025-06 -o ../own.yaml -f json',
  'diff ../2025-05 ../2025-06 -f json=../fp-check.config.yaml',
  'diff ../2025-05 ../2025-06 --config-before ../early.yaml -f json=../early.yaml',
])('nor is a configuration that was found further up, or what it builds on: fp-check %s', async (command) => {
  const cwd = folder({ ...inputs, 'early.yaml': 'period: 2025-05\n', 'inner/note.txt': '' });
  const before = contentsOf(cwd);
  const { code, stderr } = await screening(command.split(' '), { cwd: join(cwd, 'inner') });
  expect([code, stderr]).toEqual([2, expect.stringContaining('就是输入的文件')]);
  expect(contentsOf(cwd)).toEqual(before);
});

test.each([
  ['2025-06 -f json=2025-05', '这是一个文件夹'],
  ['2025-06 -f json=/dev/null', '这不是普通文件'],
  ['template -o /dev/null --force', '这不是普通文件'],
  ['/dev/null -p 2025-06', '不是文件也不是文件夹'],
])('a folder or device is no file: fp-check %s', async (command, said) => {
  const { code, stderr } = await screening(command.split(' '), { cwd: folder(inputs) });
  expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
});

test('all calls to the file system go through one place', () => {
  const sources = join(import.meta.dirname, '../../src');
  const names = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const calling = names.filter((name) =>
    /^import (?!type )[^;]*'(?:node:)?fs(?:\/promises)?'/m.test(readFileSync(join(sources, name), 'utf8')),
  );
  expect(calling).toEqual(['cli/files.ts']);
});

async function inputFiles() {
  return {
    ...TWO_BIRTHS,
    '2025-05/出生.csv': TWO_BIRTHS['2025-06/出生.csv'],
    '2025-06.xlsx': await smallWorkbook(),
    'saved.json': (await screening([JUNE, '-f', 'json'])).stdout,
    'list.csv': '村代码,村名\n990101,东风村\n',
    'fp-check.config.yaml': 'profile: own.yaml\n',
    'own.yaml': 'name: own\nextends: district-17\n',
    key: 'of the digests',
  };
}

/** Where a job would have its summary: of all the commands one writes it. */
const environmentOf = (cwd: string) => ({ GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') });

/** What there is when all goes well. */
async function contentsAfter(command: string, before: typeof inputs): Promise<Contents> {
  const cwd = folder(before);
  await screening(command.split(' '), { cwd, env: environmentOf(cwd) });
  return contentsOf(cwd);
}

/** The files under a folder, with the digits of their bytes. */
function contentsOf(cwd: string): Contents {
  const entries = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(paths.map((path) => [path.slice(cwd.length + 1), readFileSync(path, 'latin1')]));
}

function saidWrongly({ code, stderr }: Screening): readonly string[] {
  const isSentence = /^fp-check: [^\n]*“[^\n”]+”[^\n]*。\n$/.test(stderr) && !stderr.includes('程序出错');
  return [...(code === 2 ? [] : [`exit code ${code}`]), ...(isSentence ? [] : [`says ${JSON.stringify(stderr)}`])];
}

interface Expected {
  readonly untouched: Contents;
  readonly after: Contents;
  readonly failed: string;
  readonly ended: Screening;
}

/** Either nothing is written or, where what fails comes behind the last of the writing, everything; never a part. */
function leftWrongly(found: Contents, { untouched, after, failed, ended }: Expected): readonly string[] {
  const [temporary, others] = [names(found, /\.tmp$/), names(found, /(?<!\.tmp)$/)];
  const same = (whole: Contents) =>
    others.join() === names(whole, /$/).join() && others.every((name) => found[name] === whole[name]);
  const isBehind = failed === 'rm' || failed === 'handle.close';
  const whole = same(untouched) || (isBehind && same(after)) ? [] : [`left ${others.join()}, changed`];
  if (failed !== 'rm') return [...whole, ...temporary.map((name) => `left ${name}`)];
  return [...whole, ...temporary.filter((name) => !ended.stderr.includes(name)).map((name) => `not told of ${name}`)];
}

function names(contents: Contents, pattern: RegExp): readonly string[] {
  return Object.keys(contents)
    .filter((name) => pattern.test(name))
    .sort();
}

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FIXTURES, folder } from '../cli/folder.ts';
import { readme } from './blocks.ts';

const BINARY = join(import.meta.dirname, '../../bin/fp-check.js');
const text = readme();
const section = (heading: string) =>
  text
    .slice(text.indexOf(`\n## ${heading}`))
    .slice(1)
    .split('\n## ')[0] ?? '';
const fenced = (part: string, kind: string) => new RegExp(`\`\`\`${kind}\\n([\\s\\S]*?)\`\`\``).exec(part)?.[1] ?? '';

interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly uses?: string;
}

/** Types a line into a shell in which `fp-check` is ours. */
function typed(
  line: string,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const bin = join(cwd, '.bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'fp-check'), `#!/bin/sh\nexec "${process.execPath}" "${BINARY}" "$@"\n`, { mode: 0o755 });
  const surroundings = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env['PATH']}`,
    LANG: 'C.UTF-8',
    GITHUB_STEP_SUMMARY: '',
    ...env,
  };
  return new Promise((resolve) => {
    execFile('bash', ['-e', '-c', line], { cwd, env: surroundings, maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}

describe('the workflow of the README', () => {
  const workflow = parse(fenced(section('每月报送'), 'yaml'));
  const steps: readonly Step[] = workflow.jobs.check.steps;
  const check = steps.find(({ name }) => name === 'check')?.run ?? '';

  test('is one that a runner can read', () => {
    expect(Object.keys(workflow)).toEqual(['name', 'on', 'permissions', 'jobs']);
    expect(workflow.on.push.paths).toEqual(['submissions/**']);
    for (const step of steps) expect([step.run, step.uses].filter((each) => each !== undefined)).toHaveLength(1);
    expect(check).not.toContain('\n'); // folded into one line
  });

  test('its command checks the shipped month: annotations, summary, reports and exit code', async () => {
    const cwd = folder();
    cpSync(join(FIXTURES, 'submissions'), join(cwd, 'submissions'), { recursive: true });
    const { code, stdout, stderr } = await typed(check, cwd, { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') });
    expect(stderr).toBe('');
    expect(code).toBe(1);
    expect(stdout).toContain('::error title=青溪镇 竹园村 990101101205：缺::');
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toContain('应交 7 村');
    expect(readFileSync(join(cwd, 'report.html'), 'utf8')).toContain('竹园村');
    const { submissions } = JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'));
    const told = submissions.villages.map(({ name, state, oddities }: Readonly<Record<string, unknown>>) => [
      name,
      state,
      oddities,
    ]);
    expect(told).toEqual([
      ['上溪村', 'received', []],
      ['下溪村', 'late', []],
      ['梅岭村', 'received', ['unchanged']],
      ['柳塘村', 'empty', []],
      ['竹园村', 'missing', []],
      ['石桥村', 'received', ['copied']],
      ['古井村', 'received', ['copied']],
    ]);
  });

  test('its list of villages begins as the shipped one does', () => {
    const [header = '', ...rows] = fenced(section('每月报送'), 'csv').trim().split('\n');
    const shipped = readFileSync(join(FIXTURES, 'submissions/villages.csv'), 'utf8');
    for (const line of [header, ...rows]) expect(shipped).toContain(line);
  });
});

test('every line of the section on publishing runs', async () => {
  const cwd = folder();
  for (const month of ['2025-05.xlsx', '2025-06.xlsx']) cpSync(join(FIXTURES, month), join(cwd, month));
  const lines = fenced(section('Publishing'), 'sh').trim().split('\n');
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(await typed(line, cwd), line).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(JSON.parse(readFileSync(join(cwd, 'published-2025-06.json'), 'utf8')).published).toEqual({ least: 10 });
  expect(readFileSync(join(cwd, 'published-2025-06.html'), 'utf8')).toContain('class="suppressed"');
});

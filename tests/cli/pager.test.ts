import { spawnSync } from 'node:child_process';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { progressOf } from '../../src/cli/progress.ts';
import { columnsOf } from '../../src/cli/screen.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { FIXTURES, JUNE } from './folder.ts';

const BINARY = join(import.meta.dirname, '../../bin/fp-check.js');
const terminal = (columns: number) => Object.assign(new Writable(), { isTTY: true, columns });
const [pipe, file] = [new Socket(), new Writable()];

describe('what is piped may go to a pager', () => {
  test.each([
    ['a pipe, with errors on a terminal', { env: {}, stdout: pipe, stderr: terminal(72) }, 72],
    ['a pipe, with errors in a log', { env: {}, stdout: pipe, stderr: file }, 100],
    ['a pipe, with COLUMNS', { env: { COLUMNS: '130' }, stdout: pipe, stderr: terminal(72) }, 130],
    ['a file', { env: {}, stdout: file, stderr: terminal(72) }, 100],
    ['a terminal', { env: {}, stdout: terminal(80), stderr: terminal(72) }, 80],
  ])('%s is so many columns wide', (_name, io, columns) => {
    expect(columnsOf(io)).toBe(columns);
  });

  test.each([
    ['a pager, which has the screen to itself', pipe, false],
    ['a file', file, true],
    ['the terminal', terminal(80), true],
  ])('progress beside %s', (_name, stdout, isShown) => {
    const io = { env: {}, stdout, stderr: terminal(80) };
    expect(progressOf([{ name: 'a.xlsx' }], { io, language: 'zh' }).see !== undefined).toBe(isShown);
  });
});

test.each([
  [[JUNE, '--by', 'village', '-v']],
  [['diff', join(FIXTURES, '2025-05.xlsx'), JUNE]],
  [['read', JUNE]],
  [['explain', '9a']],
  [['profiles']],
  [['--help']],
])('%j through a pipe is plain: no colour, no lines drawn, no line wider than a screen', (argv) => {
  const env = { ...process.env, COLUMNS: '', FORCE_COLOR: undefined, LANG: 'zh_CN.UTF-8', LC_ALL: '' };
  const { stdout, stderr } = spawnSync(process.execPath, [BINARY, ...argv], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  expect(stderr).toBe('');
  expect(stdout.length).toBeGreaterThan(200);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a pager shows as rubbish
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2500-\u257f]/);
  expect(stdout.split('\n').filter((line) => displayWidth(line) > 100)).toEqual([]);
});

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { FIXTURES, folder } from './folder.ts';

const BINARY = join(import.meta.dirname, '../../bin/fp-check.js');

/** The files of the program that a run has loaded, as the engine's own coverage tells. */
function loadedBy(...argv: readonly string[]): readonly string[] {
  const told = folder();
  execFileSync(process.execPath, [BINARY, ...argv], { env: { ...process.env, NODE_V8_COVERAGE: told } });
  const reports = readdirSync(told).map((name) => JSON.parse(readFileSync(join(told, name), 'utf8')));
  const urls = reports.flatMap(({ result }: { result: { url: string }[] }) => result.map(({ url }) => url));
  return urls.filter((url) => url.includes('/dist/')).map((url) => basename(url).replace(/-.*/, ''));
}

const ledger = [join(FIXTURES, '2025-06-csv'), '--fail-on', 'none', '--allow-incomplete'];

test('a check of CSV loads nothing of what is seldom needed', () => {
  const loaded = loadedBy(...ledger);
  expect(loaded).toContain('everyday');
  for (const piece of ['seldom', 'workbooks', 'settings']) expect(loaded).not.toContain(piece);
});

test('a page of markdown is seldom asked for', () => {
  expect(loadedBy(...ledger, '-f', 'markdown')).toContain('seldom');
});

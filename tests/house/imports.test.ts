import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = resolve(import.meta.dirname, '../../src');

/** Each room, and the rooms that it may import from. Imports go down, never up, and never in a circle. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  parsers: ['model'],
  records: ['model'],
  reading: ['parsers', 'records', 'model'],
  measures: ['records', 'model'],
  indicators: ['measures', 'model'],
  profiles: ['indicators', 'measures', 'records', 'model'],
  engine: ['profiles', 'indicators', 'measures', 'reading', 'records', 'model'],
  reporters: ['model'],
  saved: ['model'], // what is written as data, and reads it back: apart from reporters, so that printing needs no zod
  publishing: ['profiles', 'model'], // makes one report of another: thresholds only tell whether a verdict gives numbers away
  workbook: ['engine', 'profiles', 'indicators', 'measures', 'reading', 'records', 'parsers', 'reporters', 'model'],
  diff: [
    'check.ts',
    'saved',
    'engine',
    'profiles',
    'indicators',
    'measures',
    'reading',
    'records',
    'parsers',
    'reporters',
    'model',
  ],
  submissions: ['diff', 'engine', 'reading', 'records', 'parsers', 'model'], // compares records as diff does
  'check.ts': ['engine', 'profiles', 'indicators', 'measures', 'reading', 'records', 'parsers', 'model'],
  'read.ts': ['engine', 'profiles', 'indicators', 'measures', 'reading', 'records', 'parsers', 'model'],
  cli: [
    'check.ts',
    'read.ts',
    'diff',
    'workbook',
    'engine',
    'reporters',
    'saved',
    'publishing',
    'submissions',
    'profiles',
    'indicators',
    'measures',
    'reading',
    'records',
    'parsers',
    'model',
  ],
  'api.ts': ['cli', 'check.ts', 'diff', 'engine', 'parsers', 'model'], // another way in: opens files as the command line does
};

/** Packages by the rooms that may use them; `node:fs` is the command line's alone. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  model: [],
  parsers: [
    'csv-parse',
    '@e965/xlsx',
    'tsx',
    'node:zlib',
    'node:child_process', // some files end the process that the library runs in: it has one of its own
    'node:v8',
    'node:worker_threads',
    'node:stream',
    'node:util',
    'node:module',
    'node:timers',
    'node:buffer',
    'node:events',
    'node:string_decoder',
  ],
  records: ['opencc-js', 'node:module'],
  reading: ['node:crypto', 'node:events', 'node:util', 'node:worker_threads'],
  measures: [],
  indicators: [],
  profiles: ['zod', 'yaml', 'node:crypto'],
  engine: [],
  reporters: ['chalk', 'cli-table3', 'node:crypto'],
  saved: ['zod'],
  publishing: [],
  workbook: ['exceljs', 'node:zlib', 'node:crypto', 'node:util', 'node:stream', 'node:buffer'],
  diff: ['exceljs', 'zod', 'node:crypto', 'node:zlib', 'node:buffer'],
  submissions: ['node:crypto'],
  'check.ts': [],
  'read.ts': [],
  'api.ts': [],
};

const IMPORT =
  /^(?:import|export)\s[^;]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)|requireFor?\('([^']+)'\)/gm;

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:ts|js)$/.test(name));

function importsOf(file: string): readonly string[] {
  return [...readFileSync(join(SRC, file), 'utf8').matchAll(IMPORT)].map(
    ([, ...found]) => found.find((one) => one !== undefined) ?? '',
  );
}

function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

describe('the rooms of the house', () => {
  test('every room stands in the table, and nothing in the table is missing', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  test.each(files)('%s imports only from its own room and the rooms below', (file) => {
    const room = roomOf(file);
    const allowed = new Set([room, ...(MAY_IMPORT[room] ?? [])]);
    const inner = importsOf(file).filter(
      (specifier) => specifier.startsWith('.') && !specifier.endsWith('package.json'),
    );
    const rooms = inner.map((specifier) => roomOf(relative(SRC, resolve(SRC, dirname(file), specifier))));
    expect(rooms.filter((target) => !allowed.has(target))).toEqual([]);
  });

  test.each(files.filter((file) => roomOf(file) !== 'cli'))('%s uses only the packages of its room', (file) => {
    const allowed = PACKAGES[roomOf(file)] ?? [];
    const outer = importsOf(file).filter((specifier) => !specifier.startsWith('.'));
    expect(
      outer.filter((specifier) => !allowed.some((name) => specifier === name || specifier.startsWith(`${name}/`))),
    ).toEqual([]);
  });

  test('no file imports itself in a circle', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => relative(SRC, resolve(SRC, dirname(file), specifier))),
      ]),
    );
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      else if (!done.has(file)) {
        for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
        done.add(file);
      }
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});

import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readme } from '../readme/blocks.ts';
import { nodes } from './nodes.ts';
import { packed, ROOT } from './packed.ts';
import { digestsOf, formats, locales, zones } from './printing.ts';
import { printed, ran } from './programs.ts';

const home = mkdtempSync(join(tmpdir(), 'fp-check-package-'));
const example = /```ts\n([\s\S]*?)```/.exec(readme())?.[1] ?? '';
/** What was made first: all that is made later must be the same. */
let first: ReadonlyMap<string, string> | undefined;

/** What some commands of the installed package end with. Together they load every dependency. */
const commands = [
  ['--version', 0],
  ['ledger.xlsx -p 2025-06', 0],
  ['register.xls -p 2025-06', 1], // it holds a cell that cannot be read
  ['none.xlsx', 2],
  ['traditional.csv -p 2025-06 --fail-on none', 3],
  ['read quoted.csv', 0],
  ['template --force -o empty.xlsx', 0],
] as const;

beforeAll(() => {
  const { filename } = packed('--pack-destination', home);
  writeFileSync(join(home, 'package.json'), '{ "private": true, "type": "module" }');
  printed('npm', ['install', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund', filename], { cwd: home });
  const shipped = [
    'fixtures/2025-05.xlsx',
    'fixtures/2025-06.xlsx',
    'fixtures/examples/01-everything-passes/ledger.xlsx',
  ];
  const messy = ['tests/parsers/files/register.xls', 'fixtures/reading/quoted.csv', 'fixtures/reading/traditional.csv'];
  for (const file of [...shipped, ...messy]) cpSync(join(ROOT, file), join(home, file.split('/').at(-1) ?? ''));
  writeFileSync(join(home, 'example.ts'), example);
  writeFileSync(join(home, 'example.js'), example);
});

afterAll(() => rmSync(home, { recursive: true }));

test('the declarations suffice for the README’s program in strict TypeScript', () => {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  const options = '--ignoreConfig --noEmit --strict --module nodenext --lib es2023,dom --types'.split(' ');
  expect(ran(process.execPath, [tsc, ...options, '', 'example.ts'], { cwd: home })).toMatchObject({
    code: 0,
    stdout: '',
  });
});

// Every zone and every locale is tried on each Node, and every zone in every locale on two of them.
describe.each(nodes.map(({ version, program }) => [version, program ?? ''] as const))('Node %s', (version, program) => {
  const skipped = program === '' ? ` (SKIPPED: Node ${version} is not to be had)` : '';

  test.skipIf(skipped !== '')(`runs the installed package${skipped}`, () => {
    expect(printed(program, ['--version'], { cwd: home })).toMatch(new RegExp(`^v${version}\\.`));
    const ended = commands.map(([line]) => {
      return [line, ran(program, ['node_modules/fp-check/bin/fp-check.js', ...line.split(' ')], { cwd: home }).code];
    });
    expect(ended).toEqual(commands);
  });

  test.skipIf(skipped !== '')(`runs the README’s program${skipped}`, () => {
    const lines = printed(program, ['example.js'], { cwd: home }).trimEnd().split('\n');
    expect(lines).toContain('3 Benefits paid fail');
    expect(lines).toContain('3 Benefits paid: pass → fail');
    expect(lines.at(-1)).toMatch(/^Cannot open “2025-07\.xlsx”: there is no such file/);
  });

  test.skipIf(skipped !== '')(`makes the same bytes as the others, in every zone and locale${skipped}`, async () => {
    for (const [index, zone] of zones.entries()) {
      const locale = locales[(index + Number(version) / 2) % locales.length] ?? '';
      const digests = await digestsOf(home, { node: program, zone, locale });
      first ??= digests;
      expect(digests, `${zone}, ${locale}`).toEqual(first);
    }
    expect([...(first?.keys() ?? [])]).toEqual(expect.arrayContaining([...formats, 'xl/workbook.xml']));
  });
});

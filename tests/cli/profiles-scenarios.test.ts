import { expect, test } from 'vitest';
import { builtInNames } from '../../src/profiles/built-in-profiles.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { folder } from './folder.ts';
import { screening } from './screen.ts';

test.each(['60', '100'])('the list of profiles fits a screen of %s columns, without colour codes', async (COLUMNS) => {
  const { code, stdout } = await screening(['profiles'], { env: { COLUMNS } });
  expect(builtInNames.filter((name) => !stdout.includes(`${name} `))).toEqual([]);
  expect(stdout.split('\n').filter((line) => displayWidth(line) > Number(COLUMNS))).toEqual([]);
  expect(stdout).not.toContain('\u001b');
  expect(code).toBe(0);
});

test('one profile is shown with every measure', async () => {
  const { stdout } = await screening(['profiles', 'township', '--lang', 'zh']);
  expect(stdout).toMatch(/\n2 +>= 90% +群众满意率/);
  expect(stdout).toMatch(/\n17b +off/);
  const other = await screening(['profiles', 'community', '--lang', 'zh']);
  expect(other.stdout).toMatch(/\n1b +>= 95% +年度符合政策生育率 \[窗口 年度\]/);
});

test('a profile of a file is shown with the year and the least bases that it sets', async () => {
  const cwd = folder({ 'own.yaml': 'name: own\nextends: township\nyear_start: "10-01"\nmin_n: { 2: 30 }\n' });
  const { stdout } = await screening(['profiles', 'own.yaml', '--lang', 'en'], { cwd });
  expect(stdout).toContain('The counting year begins on 10-01');
  expect(stdout).toMatch(/\n2 +>= 90% +.*\[Least base 30\]/);
  expect(stdout).toMatch(/\n7a .*\[Least base 400\]/);
});

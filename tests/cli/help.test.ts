import { describe, expect, test } from 'vitest';
import { program } from '../../src/cli/program.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { folder } from './folder.ts';
import { screening } from './screen.ts';

const silent = { cwd: '', env: {} } as unknown as Parameters<typeof program>[0]['io']; // nothing is run on it
const commands = program({ io: silent, language: 'en', typed: [] }, () => {}).commands.map((command) => command.name());

describe('help', () => {
  test.each([...commands, 'no command'])('of %s is in the language of the run, and fits a screen', async (name) => {
    const argv = name === 'no command' ? ['--help'] : [name, '--help'];
    const [chinese, english] = [await screening(argv), await screening(argv, { env: { LANG: 'en_GB.UTF-8' } })];
    expect(chinese).toMatchObject({ code: 0, stderr: '' });
    expect(english).toMatchObject({ code: 0, stderr: '' });
    expect(chinese.stdout).toMatch(/^用法 {2}fp-check /m);
    expect(chinese.stdout).not.toMatch(/Usage|Options|Arguments|choices/);
    expect(english.stdout).toMatch(/^Usage {2}fp-check /m);
    expect(english.stdout).not.toMatch(/\p{Script=Han}/u);
    for (const line of `${chinese.stdout}${english.stdout}`.split('\n')) expect(displayWidth(line)).toBeLessThan(101);
  });

  test('tells of a command what it is for, its arguments and its options', async () => {
    const { stdout } = await screening(['diff', '-h'], { env: { LANG: 'en_GB.UTF-8' } });
    expect(stdout).toMatch(/^two months of one area/);
    expect(stdout).toMatch(/^Arguments\n {2}before {2}the earlier ledger\n {2}after {3}the later ledger\n/m);
    expect(stdout).toMatch(/^Options\n {2}--period-before <period> {6}the period of the first\n/m);
  });

  test('a ledger that is called like a language is a ledger', async () => {
    const { stderr } = await screening(['zh'], { cwd: folder(), env: { LANG: 'en_GB.UTF-8' } });
    expect(stderr).toMatch(/^fp-check: Cannot open “zh”/);
  });

  test('of a language that there is not, says which there are', async () => {
    const { code, stderr } = await screening(['2025-06.xlsx', '--lang', 'fr']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'fp-check: --lang 不认识“fr”。可用：zh、en。\n' });
    const english = await screening(['2025-06.xlsx', '--lang', 'fr'], { env: { LANG: 'en_GB.UTF-8' } });
    expect(english.stderr).toBe('fp-check: --lang does not know “fr”. Expected: zh, en.\n');
  });
});

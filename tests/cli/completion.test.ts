import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { indicatorIds } from '../../src/indicators/catalogue.ts';
import { reporters } from '../../src/reporters/index.ts';
import { folder } from './folder.ts';
import { screening } from './screen.ts';

const scripts: Record<string, string> = {};
beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { code, stdout } = await screening(['completion', shell, '--lang', 'en']);
    expect(code).toBe(0);
    scripts[shell] = stdout;
  }
});

const commands = [
  'check',
  'read',
  'render',
  'diff',
  'trend',
  'canon',
  'explain',
  'profiles',
  'template',
  'init',
  'schema',
  'completion',
];

const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

/** What a shell offers for the last word of a line. */
type Offers = (line: string) => readonly string[];

const bash: Offers = (line) => {
  const words = line.split(' ').map((word) => `'${word}'`);
  const cwd = folder({ '2025-06.xlsx': '', 'my list.csv': '' });
  const run = `source ./fp-check.bash; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _fp_check; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return offered('bash', ['-c', run], cwd);
};

const fish: Offers = (line) => {
  const cwd = folder({ '2025-06.xlsx': '', 'my list.csv': '' });
  const lines = offered('fish', ['-c', `source ./fp-check.fish; complete -C '${line}'`], cwd);
  return lines.map((each) => each.replace(/\t.*/, ''));
};

const zsh: Offers = (line) => {
  const cwd = folder({ '2025-06.xlsx': '', 'my list.csv': '' });
  const [script, file] = [join(import.meta.dirname, 'zsh-offers.zsh'), join(cwd, 'offers')];
  offered('zsh', [script, './fp-check.zsh', line, file], cwd);
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((each) => each !== '')
    : [];
};

function offered(shell: string, argv: readonly string[], cwd: string): readonly string[] {
  const script = folder({ [`fp-check.${shell}`]: scripts[shell] ?? '' });
  const absolute = argv.map((word) => word.replace(`./fp-check.${shell}`, join(script, `fp-check.${shell}`)));
  const text = execFileSync(shell, absolute, { cwd, encoding: 'utf8', timeout: 30_000 });
  return text.split('\n').filter((each) => each !== '');
}

describe.each([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
] as const)('the completion for %s', (shell, offers) => {
  test.skipIf(!has(shell))(`is good ${shell} (skipped where ${shell} is not installed)`, () => {
    const file = join(folder({ script: scripts[shell] ?? '' }), 'script');
    expect(spawnSync(shell, ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });

  test.skipIf(!has(shell)).each([
    ['fp-check expl', ['explain']],
    ['fp-check --form', ['--format']],
    ['fp-check explain invalid-', ['invalid-date', 'invalid-number', 'invalid-word']],
    ['fp-check render -f j', ['json', 'junit']],
    ['fp-check --by vil', ['village']],
    ['fp-check schema rep', ['report']],
    ['fp-check completion zs', ['zsh']],
    ['fp-check 2025-', ['2025-06.xlsx']],
    ['fp-check diff 2025-', ['2025-06.xlsx']],
    ['fp-check --expected my', ['my list.csv']],
  ])(`%s … is completed by %j (skipped where ${shell} is not installed)`, (line, words) => {
    // A shell may write a blank as it has to be typed.
    expect(offers(line).map((word) => word.replace('\\ ', ' '))).toEqual(expect.arrayContaining(words));
  });

  test.skipIf(!has(shell))(`offers nothing of one command to another (skipped where ${shell} is not installed)`, () => {
    expect(offers('fp-check schema vil')).toEqual([]);
    expect(offers('fp-check init --form')).toEqual([]);
  });
});

describe('what is completed', () => {
  test('are all commands, formats and ids that there are', () => {
    expect(bash('fp-check explain ')).toEqual(expect.arrayContaining([...indicatorIds]));
    expect([...bash('fp-check -f ')].sort()).toEqual(Object.keys(reporters).sort());
    const first = bash('fp-check ');
    expect(first.filter((word) => !word.includes('.'))).toEqual(commands);
  });

  test('a value may follow an equals sign', () => {
    expect(bash('fp-check --by = vil')).toEqual(['village']);
  });

  test('a shell that is none is refused', async () => {
    const { code, stderr } = await screening(['completion', 'bsh']);
    expect(stderr).toMatch(/不认识“bsh”。是不是“bash”？/);
    expect(code).toBe(2);
  });
});

describe('a word that is nearly a command', () => {
  test.each([
    [['explian', '9a'], 'explain'],
    [['difff', 'a.xlsx', 'b.xlsx'], 'diff'],
    [['reder', 'r.json'], 'render'],
    [['Explain', '9a'], 'explain'],
  ])('%j: did you mean %s?', async (argv, command) => {
    const { code, stderr } = await screening([...argv, '--lang', 'en']);
    expect(stderr).toBe(`fp-check: There is no file or folder “${argv[0]}”. Did you mean the command ${command}?\n`);
    expect(code).toBe(2);
  });

  test('is a ledger where there is one of that name', async () => {
    const cwd = folder({ 'explian/村情.csv': '村代码,村名\n01,东村\n' });
    expect((await screening(['explian', '-p', '2025-06', '-q'], { cwd })).code).toBe(3);
  });

  test.each(['june', '2025-06.xlsx', 'a/explian'])('%s is not', async (name) => {
    expect((await screening([name])).stderr).toMatch(/不能打开/);
  });
});

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measures } from '../../src/indicators/catalogue.ts';
import { indicators } from '../../src/indicators/indicators.ts';
import { builtInProfile, DEFAULT_PROFILE } from '../../src/profiles/built-in-profiles.ts';
import { codebook } from '../../src/profiles/codebook.ts';
import { printThreshold } from '../../src/profiles/threshold.ts';
import { publicApi } from './public-api.ts';

const ROOT = join(import.meta.dirname, '../..');
export const README = join(ROOT, 'README.md');

/** The parts of the README that are made from the code. Each stands between `<!-- name -->` and `<!-- /name -->`. */
export const blocks: Readonly<Record<string, () => string>> = {
  screen: () => fenced(beginning(screenOf(['fixtures/2025-06.xlsx']))),
  measures: measureTable,
  month: () => fenced(monthScreen()),
  help: () => fenced(screenOf(['--help'], { LANG: 'en_GB.UTF-8' })),
  api: publicApi,
  // Two levels down: it stands within a section.
  codebook: () => codebook('zh').replace(/^#/gm, '###'),
};

/** The README as the code wants it. */
export function renewed(text: string): string {
  return Object.entries(blocks).reduce((readme, [name, make]) => {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [readme.indexOf(begin), readme.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`The README has no place for “${name}”.`);
    return `${readme.slice(0, from + begin.length)}\n${make().trim()}\n${readme.slice(to)}`;
  }, text);
}

export function readme(): string {
  return readFileSync(README, 'utf8');
}

function measureTable(): string {
  const { measures: settings } = builtInProfile(DEFAULT_PROFILE);
  const rows = measures.map(({ id, name, type, window, unit, indicator }) => {
    const { threshold } = settings[id];
    const title = indicators.find((listed) => listed.id === indicator)?.name.zh ?? '';
    return `| ${indicator} ${title} | ${id} | ${name.zh}<br>${name.en} | ${type} | ${window} | ${threshold === null ? 'off' : printThreshold(threshold, unit)} |`;
  });
  return ['| indicator | id | measure | type | window | district-17 |', '|---|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/** What a month's submissions are told to be: a part of the screen, from its heading to the next. */
function monthScreen(): string {
  const month =
    'submissions/2025-06/ --expected submissions/villages.csv --due 2025-07-03 --last submissions/2025-05/ -v';
  const screen = screenOf(month.split(' '), { cwd: join(ROOT, 'fixtures') });
  const [from, to] = [screen.indexOf('\n收件\n'), screen.indexOf('\n全部问题\n')];
  if (from < 0 || to < from) throw new Error('The screen shows no submissions.');
  return `$ fp-check ${month}\n…\n${screen.slice(from + 1, to)}`;
}

/** The screen down to the first of its problems, which are many. */
function beginning(screen: string): string {
  const paragraphs = screen.split('\n\n');
  const first = paragraphs.findIndex((paragraph) => /^ 1\. /m.test(paragraph));
  return `${paragraphs.slice(0, first + 1).join('\n\n')}\n\n    …`;
}

interface Place {
  readonly LANG?: string;
  readonly cwd?: string;
}

function screenOf(args: readonly string[], place: Place = {}): string {
  try {
    return run(args, place);
  } catch (error) {
    // A ledger with findings exits with 1, and that is what the screen is to show.
    if (error instanceof Error && 'status' in error && error.status === 1 && 'stdout' in error)
      return String(error.stdout);
    throw error;
  }
}

function run(args: readonly string[], { LANG = 'zh_CN.UTF-8', cwd = ROOT }: Place): string {
  return execFileSync(process.execPath, [join(ROOT, 'bin/fp-check.js'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, LANG, LC_ALL: '', COLUMNS: '100' },
  });
}

function fenced(text: string): string {
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``;
}

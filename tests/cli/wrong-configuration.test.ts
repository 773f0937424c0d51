import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folder, TWO_BIRTHS } from './folder.ts';
import { screening } from './screen.ts';

interface Wrong {
  /** The words that name the configuration; without any it is looked for. */
  readonly argv?: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly zh: string;
  readonly en: string;
}

const FOUND = 'fp-check.config.yaml';

const wrongs: Readonly<Record<string, Wrong>> = {
  'an unknown key': {
    files: { [FOUND]: 'profile: bureau\n\ntresholds: { 8a: off }\n' },
    zh: `${FOUND} 第 3 行：没有叫“tresholds”的配置项，是不是“thresholds”？`,
    en: `${FOUND}, line 3: “tresholds” is no configuration key: did you mean “thresholds”?`,
  },
  'a threshold without its unit': {
    files: { [FOUND]: 'thresholds:\n  8a: ">= 85%"\n  1b: ">= 95"\n' },
    zh: `${FOUND} 第 3 行：“thresholds.1b”：这项指标的要求须带单位 %，是不是“>= 95%”？\n`,
    en: `${FOUND}, line 3: “thresholds.1b”: the threshold of this measure needs its unit, %: did you mean “>= 95%”?\n`,
  },
  'a threshold with another unit': {
    files: { [FOUND]: 'thresholds:\n  9e: "<= 1%"\n' },
    zh: '须带单位 ‰，是不是“<= 1‰”？',
    en: 'needs its unit, ‰: did you mean “<= 1‰”?',
  },
  'a measure that is none': {
    files: { [FOUND]: 'profile: bureau\nmin_n:\n  8A: 30\n' },
    zh: `${FOUND} 第 3 行：没有叫“8A”的指标，是不是“8a”？`,
    en: `${FOUND}, line 3: “8A” is no measure: did you mean “8a”?`,
  },
  'an indicator in place of its measures': {
    files: { [FOUND]: 'thresholds: { 7: off }\n' },
    zh: `${FOUND} 第 1 行：“7”是一项指标，请写它的分项：7a、7b`,
    en: `${FOUND}, line 1: “7” is an indicator: name its measures, 7a, 7b`,
  },
  'a window that is none': {
    files: { [FOUND]: 'windows:\n  1b: 2y\n' },
    zh: `${FOUND} 第 2 行：“windows.1b”应是 year（年度）或 3y（三年）`,
    en: `${FOUND}, line 2: “windows.1b” must be year or 3y, not "2y"`,
  },
  'a window of a measure without any': {
    files: { [FOUND]: 'windows:\n  8a: year\n' },
    zh: `${FOUND} 第 2 行：指标 8a 按期末现状计算，没有统计窗口`,
    en: `${FOUND}, line 2: measure 8a counts the records as they stand and has no window`,
  },
  'a circle of profiles': {
    files: { [FOUND]: 'profile: a.yaml\n', 'a.yaml': 'name: a\nextends: b.yaml\n', 'b.yaml': '\n\nextends: a.yaml\n' },
    zh: 'b.yaml 第 3 行：extends 绕成了一圈：a.yaml → b.yaml → a.yaml。',
    en: 'b.yaml, line 3: extends runs in a circle: a.yaml → b.yaml → a.yaml.',
  },
  'a file profile that is not there': {
    files: { [FOUND]: 'name: ours\nextends: county.yaml\n' },
    zh: `${FOUND} 第 2 行`,
    en: `${FOUND}, line 2`,
  },
  'a text that is no YAML': {
    files: { [FOUND]: 'thresholds:\n  1b: >= 95%\n' },
    zh: `${FOUND} 第 2 行：以 > % @ 开头的值要加引号：">= 95%"`,
    en: `${FOUND}, line 2: a value that begins with > % or @ must stand in quotes: ">= 95%"`,
  },
  'an open bracket in YAML': {
    files: { [FOUND]: 'profile: bureau\nthresholds: {\n' },
    zh: '不合 YAML 的写法',
    en: 'this is not YAML (',
  },
  'the same key twice': {
    files: { [FOUND]: 'thresholds:\n  8a: off\n  8a: off\n' },
    zh: `${FOUND} 第 3 行：同一个键写了两次`,
    en: `${FOUND}, line 3: the same key stands here twice`,
  },
  'a file named by -c': {
    argv: ['-c', 'sub/own.json'],
    files: { 'sub/own.json': '{\n  "profile": "bureau",\n  "min_n": { "3b": 5 }\n}\n' },
    zh: 'sub/own.json 第 3 行：指标 3b 没有最小基数',
    en: 'sub/own.json, line 3: measure 3b has no least base',
  },
  'a file named by --profile': {
    argv: ['--profile', 'town.yaml'],
    files: { 'town.yaml': 'extends: district-16\nyear_start: "02-29"\n' },
    zh: 'town.yaml 第 2 行：',
    en: 'town.yaml, line 2: “year_start” must be a day that every year has',
  },
};

describe('a configuration that is used', () => {
  const files = { ...TWO_BIRTHS, [FOUND]: 'thresholds: { 1b: ">= 95%" }\n', 'a/note.txt': '' };

  test.each([[], ['read']])('is named by -v, as seen from the working folder: %j', async (...command) => {
    const cwd = `${folder(files)}/a`;
    const ran = async (...words: string[]) => (await screening([...command, '../2025-06', ...words], { cwd })).stdout;
    expect(await ran('-v')).toMatch(/^配置 +\.\.\/fp-check\.config\.yaml$/m);
    expect(await ran('-v', '--lang', 'en')).toMatch(/^Configuration +\.\.\/fp-check\.config\.yaml$/m);
    expect(await ran()).not.toContain(FOUND);
  });

  test('is not named where there is none', async () => {
    const { stdout } = await screening(['2025-06', '-v'], { cwd: folder(TWO_BIRTHS) });
    expect(stdout).not.toMatch(/^配置/m);
  });

  test.each(['-c', '--profile'])('tells no report where on the machine it is: %s', async (option) => {
    const cwd = folder({ ...TWO_BIRTHS, 'own.yaml': 'thresholds: { 1b: ">= 90%" }\n' });
    const { stdout } = await screening(['2025-06', option, `${cwd}/own.yaml`, '-f', 'json'], { cwd });
    expect(stdout).toContain('own.yaml');
    expect(stdout).not.toContain(cwd);
  });
});

describe('a wrong configuration is refused with its file, its line and what was meant', () => {
  test.each(Object.entries(wrongs))('%s', async (_, { argv = [], files, zh, en }) => {
    const cwd = folder({ ...TWO_BIRTHS, ...files });
    const before = readdirSync(cwd, { recursive: true }).sort();
    const [chinese, english] = [
      await screening(['2025-06', ...argv], { cwd }),
      await screening(['2025-06', ...argv, '--lang', 'en'], { cwd }),
    ];
    expect(chinese).toMatchObject({ code: 2, stdout: '' });
    expect(english).toMatchObject({ code: 2, stdout: '' });
    expect(chinese.stderr).toContain(zh);
    expect(english.stderr).toContain(en);
    expect(english.stderr).not.toMatch(/\n\s+at |\p{Script=Han}/u);
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(before);
  });

  test('a file found further up is named as seen from the working folder', async () => {
    const cwd = folder({ ...TWO_BIRTHS, [FOUND]: 'colour: red\n', 'a/b/note.txt': '' });
    const inner = `${cwd}/a/b`;
    const [chinese, english] = [
      await screening(['../../2025-06'], { cwd: inner }),
      await screening(['../../2025-06', '--lang', 'en'], { cwd: inner }),
    ];
    expect(chinese.stderr).toContain(`fp-check: ../../${FOUND} 第 1 行：没有叫“colour”的配置项`);
    expect(english.stderr).toContain(`fp-check: ../../${FOUND}, line 1: “colour” is no configuration key`);
  });

  test('all faults of one file are told at once', async () => {
    const cwd = folder({
      ...TWO_BIRTHS,
      [FOUND]: 'windows: { 8a: year }\nthresholds:\n  1b: ">= 95"\nprofil: bureau\n',
    });
    const { code, stderr } = await screening(['2025-06', '--lang', 'en'], { cwd });
    expect(code).toBe(2);
    expect([...stderr.matchAll(/line (\d+):/g)].map(([, line]) => line)).toEqual(['1', '3', '4']);
  });

  test('and the same ledger is checked once the configuration is right', async () => {
    const cwd = folder({
      ...TWO_BIRTHS,
      [FOUND]: 'profile: bureau\nwindows: { 1b: 3y }\nthresholds: { 1b: ">= 95%" }\n',
    });
    const { code, stdout } = await screening(['2025-06', '--only', '1b', '-f', 'json'], { cwd });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      profile: { name: 'bureau' },
      indicators: [{ measures: [{ id: '1b', threshold: '>= 95%', window: { kind: '3y' }, status: 'pass' }] }],
    });
  });
});

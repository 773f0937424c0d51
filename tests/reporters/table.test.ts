import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { html } from '../../src/reporters/html/html.ts';
import { markdown } from '../../src/reporters/markdown.ts';
import { table } from '../../src/reporters/table/table.ts';
import { sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';

const lineOf = (text: string, start: RegExp) => text.split('\n').find((line) => start.test(line));

describe.each(['zh', 'en'] as const)('in %s', (language) => {
  test.each([60, 61, 72, 80, 100, 120, 200])('no line is wider than %i columns', (columns) => {
    for (const by of ['total', 'town', 'village'] as const) {
      const lines = table(sampleReport, screen({ language, columns, by, verbosity: 'verbose' })).split('\n');
      expect(lines.filter((line) => displayWidth(line) > columns)).toEqual([]);
    }
  });

  test.each(['quiet', 'normal', 'verbose'] as const)('the %s screen', async (verbosity) => {
    await expect(table(sampleReport, screen({ language, verbosity, by: 'village' }))).toMatchFileSnapshot(
      `screens/${verbosity}.${language}.txt`,
    );
  });

  test('what was explained is counted in the summary, where there is any', () => {
    const explained = sampleReport.diagnostics.filter(({ severity }) => severity === 'warning').slice(0, 2);
    const count = { zh: /提示.\d+，已说明.2$/m, en: /notices.\d+, explained.2$/m }[language];
    for (const render of [table, markdown, html]) {
      const [without, text] = [sampleReport, { ...sampleReport, explained }].map((report) =>
        render(report, screen({ language, columns: 200 })),
      );
      expect(without).not.toMatch(/已说明|explained/);
      expect(text).toMatch(render === html ? /<b>2<\/b>.*已说明.*explained/ : count);
    }
  });

  test('the narrow screen', async () => {
    await expect(table(sampleReport, screen({ language, columns: 60 }))).toMatchFileSnapshot(
      `screens/narrow.${language}.txt`,
    );
  });
});

test('the values of all measures end in one column', () => {
  const lines = table(sampleReport, screen()).split('\n');
  const ends = [/^ {2}1a .*?%/, /^ {2}8b .*?%/, /^4 .*?%/].map((start) => {
    const found = lines.map((line) => start.exec(line)?.[0]).find((part) => part !== undefined);
    return displayWidth(found ?? '');
  });
  expect(new Set(ends).size).toBe(1);
});

test('a measure tells its value, parts, unknown, threshold, status, bounds and shortfall on one line', () => {
  expect(lineOf(table(sampleReport, screen()), /^ {2}1b/)?.split(/ {2,}/)).toEqual([
    '',
    '1b',
    '三年符合政策生育率',
    '96.36%',
    '291/302',
    '3',
    '至少 97%',
    '未达标',
    '介于 95.41%～96.39%；再有 5 例达标',
  ]);
});

test('an indicator that passes names what was not judged', () => {
  expect(lineOf(table(sampleReport, screen()), /^7 /)).toMatch(/^7 +出生人口性别结构 +达标 +7a 未判定：样本小$/);
  const quiet = table(sampleReport, screen({ verbosity: 'quiet' }));
  expect(lineOf(quiet, /^7 /)).toMatch(/^7 +出生人口性别结构 +达标（7a 未判定：样本小）$/);
});

test('without colour there is no escape, with colour the words stay the same', () => {
  const [plain, coloured] = [table(sampleReport, screen()), table(sampleReport, screen({ colour: true }))];
  expect(plain).not.toContain('\u001b');
  expect(coloured).toContain('\u001b[31m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain);
});

test('what a ledger says cannot steer the terminal', () => {
  const [first, ...others] = sampleReport.ledgers;
  const ledgers = first === undefined ? [] : [{ ...first, file: '\u001b[2Ja\u202eb.xlsx' }, ...others];
  const text = table({ ...sampleReport, ledgers }, screen({ verbosity: 'verbose' }));
  expect(text).toContain('[2Jab.xlsx');
  expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u); // no control character but the line ends
});

describe('what it says next', () => {
  const clean: Report = {
    ...sampleReport,
    indicators: sampleReport.indicators.filter(({ status }) => status === 'pass'),
    diagnostics: [],
    diagnosticTotals: {},
  };

  test('depends on what was found', () => {
    const text = table(sampleReport, screen());
    expect(text).toContain('改正上面所列的单元格');
    expect(text).toContain('12a、12b、12c 无数据');
    expect(text).toContain('--by village');
  });

  test('is little where nothing was found', () => {
    const text = table(clean, screen());
    expect(text).not.toMatch(/改正上面|无数据：|--by village|加 -v/);
    expect(text).toContain('-f json');
  });
});

test('a cap on the places shows the true number', () => {
  const text = table({ ...sampleReport, diagnosticTotals: { 'invalid-date': 1200 } }, screen());
  expect(text).toContain('invalid-date 共 1200 处，这里只计前 7 处。');
});

test('one indicator is not told as several', () => {
  const none = Object.fromEntries(Object.keys(sampleReport.summary).map((key) => [key, 0]));
  const summary = { ...sampleReport.summary, ...none, fail: 1 };
  expect(table({ ...sampleReport, summary }, screen({ language: 'en' }))).toMatch(/^ {2}1 indicator: fail/m);
});

test('a report without areas, ledgers or measures is a screen all the same', () => {
  const empty: Report = {
    ...sampleReport,
    indicators: [],
    areas: [],
    ledgers: [],
    diagnostics: [],
    diagnosticTotals: {},
  };
  expect(table(empty, screen({ by: 'village' }))).toContain('汇总');
});

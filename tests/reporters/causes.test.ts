import { describe, expect, test } from 'vitest';
import type { DiagnosticReport, Report } from '../../src/model/report.ts';
import { cappedCodes, causes, sayingsOf } from '../../src/reporters/causes.ts';
import { html } from '../../src/reporters/html/html.ts';
import { markdown } from '../../src/reporters/markdown.ts';
import { placesText, sheetText } from '../../src/reporters/places.ts';
import { sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';

const place = {
  file: 'a.xlsx',
  sheet: '出生',
  row: 1,
  column: '性别',
  decides: [],
  message: '',
  messages: { zh: '', en: '' },
};
const error = (cell: string, more: Partial<DiagnosticReport> = {}): DiagnosticReport => ({
  ...place,
  code: 'invalid-word',
  severity: 'error',
  cell,
  ...more,
});

test('faults of one code, sheet and column are one cause, whatever the ledger', () => {
  const found = causes([
    error('A1'),
    error('A2', { file: 'b.xlsx' }),
    error('B1', { column: '孩次' }),
    error('A1', { sheet: '节育' }),
  ]);
  expect(found.map(({ column, sheet, diagnostics }) => [sheet, column, diagnostics.length])).toEqual([
    ['出生', '性别', 2],
    ['出生', '孩次', 1],
    ['节育', '性别', 1],
  ]);
});

test('what may settle a measure comes first, then the severest, then the most frequent', () => {
  const notice = error('C1', { code: 'empty-cells', severity: 'notice', decides: ['7a'] });
  const warning = error('D1', { code: 'after-period', severity: 'warning' });
  const often = [error('E1', { column: '孩次' }), error('E2', { column: '孩次' })];
  const order = causes([warning, error('A1'), ...often, notice]).map(({ code, column }) => [code, column]);
  expect(order).toEqual([
    ['empty-cells', '性别'],
    ['invalid-word', '孩次'],
    ['invalid-word', '性别'],
    ['after-period', '性别'],
  ]);
});

test('a cause gathers the measures that its cells may settle, each once', () => {
  const [cause] = causes([error('A1', { decides: ['1b', '7a'] }), error('A2', { decides: ['7a'] })]);
  expect(cause?.decides).toEqual(['1b', '7a']);
});

test('a cap shows itself', () => {
  const report = { ...sampleReport, diagnostics: [error('A1')], diagnosticTotals: { 'invalid-word': 12, encoding: 0 } };
  expect(cappedCodes(report)).toEqual([{ code: 'invalid-word', shown: 1, total: 12 }]);
  expect(cappedCodes(sampleReport)).toEqual([]);
});

test('places name file, sheet and cells, and how many more there are', () => {
  const faults = [error('A1'), error('A2'), error('A3', { file: 'b.xlsx' }), error('A4', { file: 'b.xlsx' })];
  expect(placesText(faults, 3, 'zh')).toBe('a.xlsx › 出生 › A1、A2；b.xlsx › 出生 › A3 等 4 处');
  expect(placesText(faults, 4, 'en')).toBe('a.xlsx › 出生 › A1, A2; b.xlsx › 出生 › A3, A4');
});

test('a place may be a row, a sheet, a file or nothing', () => {
  const row = error('', { cell: null, row: 9 });
  expect(placesText([row], 5, 'zh')).toBe('a.xlsx › 出生 › 第 9 行');
  expect(placesText([{ ...row, row: null }], 5, 'zh')).toBe('a.xlsx › 出生');
  expect(placesText([{ ...row, row: null, sheet: null }], 5, 'zh')).toBe('a.xlsx');
  expect(placesText([{ ...row, row: null, sheet: null, file: null }], 5, 'zh')).toBe('');
});

describe('what is said of a cause', () => {
  const said = ['甲', '乙', '甲'].map((message, index) => ({
    ...error(`A${index + 1}`),
    message,
    messages: { zh: message, en: `${message}.` },
  })) as [DiagnosticReport, ...DiagnosticReport[]];

  test('is told of those of which it is true', () => {
    const told = sayingsOf(said, 2).map(({ words, diagnostics }) => [words.en, diagnostics.map(({ cell }) => cell)]);
    expect(told).toEqual([
      ['甲.', ['A1', 'A3']],
      ['乙.', ['A2']],
    ]);
  });

  test('is an example, and is called one, where there is too much of it', () => {
    const told = sayingsOf(said, 1).map(({ words, diagnostics }) => [words.en, diagnostics.length]);
    expect(told).toEqual([['For example: 甲.', 3]]);
  });

  test.each([
    ['the page', (report: Report) => markdown(report, screen({ language: 'en' }))],
    ['the district’s page', (report: Report) => html(report, screen({ language: 'en' }))],
  ])('%s says all of it', (_, page) => {
    const text = page({ ...sampleReport, diagnostics: said });
    expect(text).toContain('甲.');
    expect(text).toContain('乙.');
  });
});

test.each([
  ['月/出生.csv', '出生', '月/出生.csv'],
  ['出生.CSV', '出生', '出生.CSV'],
  ['月', '出生', '月 › 出生'],
  ['出生.xlsx', '出生', '出生.xlsx › 出生'],
])('the sheet of %s that is called %s is %s', (file, sheet, text) => {
  expect(sheetText({ file, sheet })).toBe(text);
});

test('a place that several problems have is named once', () => {
  const whole = { ...error(''), cell: null, row: null, sheet: null };
  expect(placesText(Array(7).fill(whole), 5, 'en')).toBe('a.xlsx');
});

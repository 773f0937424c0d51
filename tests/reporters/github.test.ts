import { expect, test } from 'vitest';
import type { DiagnosticReport } from '../../src/model/report.ts';
import { github } from '../../src/reporters/github.ts';
import { hostileReport, sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';

const commands = (text: string) => text.split('\n').filter((line) => line.startsWith('::'));
const fault: DiagnosticReport = {
  code: 'invalid-date',
  severity: 'error',
  file: 'a.xlsx',
  sheet: '出生',
  cell: 'D1',
  row: 1,
  column: '出生日期',
  message: '读不成日期。',
  messages: { zh: '读不成日期。', en: 'No date.' },
  decides: [],
};
const withFaults = (number: number) => ({
  ...sampleReport,
  indicators: [],
  diagnostics: Array.from({ length: Math.min(number, 1000) }, () => fault),
  diagnosticTotals: { 'invalid-date': number },
});

test('measures come first, then the faults by severity, then what the reader did', () => {
  const levels = commands(github(sampleReport, screen())).map((line) => line.split(' ')[0]);
  expect(levels.filter((level) => level === '::error')).toHaveLength(7 + 9);
  expect(levels.slice(13)).toEqual([
    ...Array(9).fill('::error'),
    ...Array(4).fill('::warning'),
    ...Array(4).fill('::notice'),
  ]);
});

test('a fault names its file, sheet and cell', () => {
  expect(github(withFaults(1), screen())).toContain(
    '::error file=a.xlsx,title=invalid-date::a.xlsx › 出生 › D1：读不成日期。\n',
  );
});

test('only a text file has lines', () => {
  const report = { ...withFaults(1), diagnostics: [{ ...fault, file: 'births.csv', row: 17 }] };
  expect(github(report, screen())).toContain('::error file=births.csv,line=17,title=invalid-date::');
});

test.each([
  [0, 0, undefined],
  [50, 50, undefined],
  [51, 50, '::notice title=fp-check::共 51 条，以上是前 49 条；其余见任务摘要或 JSON 报告。'],
  [12_345, 50, '::notice title=fp-check::共 12345 条，以上是前 49 条；其余见任务摘要或 JSON 报告。'],
])('%i faults are %i annotations', (number, shown, last) => {
  const lines = commands(github(withFaults(number), screen()));
  expect(lines).toHaveLength(shown);
  if (last !== undefined) expect(lines.at(-1)).toBe(last);
});

test('no text of a ledger ends a command, begins one or adds a property', () => {
  const lines = github(hostileReport, screen()).trimEnd().split('\n');
  expect(lines.filter((line) => !/^(::(error|warning|notice) |fp-check )/.test(line))).toEqual([]);
  const line = lines.find((text) => text.includes('%3A%3Aerror')) ?? '';
  expect(line).toContain('file=a%2Ctitle=x%3A%3Aerror %25.xlsx,');
});

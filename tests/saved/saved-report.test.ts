import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { savedReport } from '../../src/saved/saved-report.ts';
import { sampleReport } from '../reporters/sample-report.ts';

function refusalOf(text: string): UsageError {
  try {
    savedReport(text, 'r.json');
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
  throw new Error('It was read.');
}

test('a saved report is read as it was, keys of later versions too', () => {
  const later = { ...sampleReport, later: { key: 1 } };
  expect(savedReport(JSON.stringify(later), 'r.json')).toEqual(later);
});

test('a byte order mark does no harm', () => {
  expect(savedReport(`\ufeff${JSON.stringify(sampleReport)}`, 'r.json')).toEqual(sampleReport);
});

const [measure] = sampleReport.indicators[0]?.measures ?? [];

test.each<[string, string, RegExp, RegExp]>([
  ['nothing', '', /文件是空的/, /the file is empty/],
  ['a workbook', 'PK\u0003\u0004', /不用 render/, /leave out “render”/],
  ['broken JSON', '{\n  "schema": oops\n}', /第 2 行第 13 列起不是 JSON/, /no JSON from line 2, column 13/],
  ['a list', '[]', /JSON 应为对象，不能是 \[…\]/, /JSON must be an object, not \[…\]/],
  [
    'another kind',
    '{"schema":"fp-check/reading/1"}',
    /schema 是“fp-check\/reading\/1”/,
    /its schema is “fp-check\/reading\/1”/,
  ],
  [
    'too little',
    '{"schema":"fp-check/report/1"}',
    /缺少 tool；缺少 notice；.*另有 \d+ 处/,
    /tool is missing; .* and \d+ more/,
  ],
  [
    'a wrong status',
    changed({ indicators: [{ ...sampleReport.indicators[0], status: 'good' }] }),
    /indicators\[0\]\.status 应为.*“fail”.*不能是 "good"/,
    /indicators\[0\]\.status must be one of “fail”.* not "good"/,
  ],
  [
    'a number as text',
    changed({ indicators: [{ ...sampleReport.indicators[0], measures: [{ ...measure, value: '95' }] }] }),
    /measures\[0\]\.value 应为数字或 null，不能是 "95"/,
    /must be a number or null, not "95"/,
  ],
  [
    'a day as words',
    changed({ period: { ...sampleReport.period, to: 'June' } }),
    /period\.to 应为写作 2025-06-30 的日期/,
    /period\.to must be a day written as/,
  ],
  [
    'a code that is none',
    changed({ diagnosticTotals: { odd: 1 } }),
    /diagnosticTotals\.odd 是没有见过的键/,
    /odd is a key that is not known/,
  ],
])('%s is refused, with the place', (_, text, zh, en) => {
  const { words } = refusalOf(text);
  expect(words.zh).toMatch(zh);
  expect(words.en).toMatch(en);
  expect(words.en).toContain('“r.json” is no saved report');
});

function changed(change: Readonly<Partial<Record<keyof Report, unknown>>>): string {
  return JSON.stringify({ ...sampleReport, ...change });
}

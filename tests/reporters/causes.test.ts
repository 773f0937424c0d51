import { expect, test } from 'vitest';
import type { DiagnosticReport } from '../../src/model/report.ts';
import { cappedCodes, causes } from '../../src/reporters/causes.ts';
import { placesText } from '../../src/reporters/places.ts';
import { sampleReport } from './sample-report.ts';

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

import type { DiagnosticCode, DiagnosticData } from '../model/diagnostic.ts';
import { registers } from '../records/registers.ts';

const births = registers.births.title;
const birthDate = { column: '出生日期' };

/** Made-up data for the sentence of each code, so that it can be explained. The compiler asks for every code. */
export const diagnosticSamples: { readonly [C in DiagnosticCode]: DiagnosticData<C> } = {
  'invalid-date': birthDate,
  'invalid-number': { column: '核查项数', expected: { zh: '不小于 0 的整数', en: 'a whole number, 0 or more' } },
  'invalid-word': { column: '婚姻状况', expected: { zh: '已婚、未婚、离婚、丧偶', en: '已婚, 未婚, 离婚, 丧偶' } },
  'lost-digits': { column: '妇女编号' },
  'error-cell': { column: '孩次' },
  'formula-without-value': { column: '孩次' },
  'parity-zero': { column: '孩次' },
  'correct-above-checked': { column: '正确项数' },
  'duplicate-record': { column: '出生编号', firstSheet: '出生', firstRow: 3, hasVillage: true },
  'missing-column': { register: births, columns: ['性别'], hasHeader: true },
  'ambiguous-register': { registers: [births, registers.women.title] },
  'ambiguous-village': { column: '村名' },
  'village-conflict': { column: '人口计划出生数', firstSheet: '村情', firstRow: 2 },
  'csv-row-too-long': {},
  'csv-unclosed-quote': {},
  'bad-encoding': { encoding: 'GB18030' },
  'counts-invalid': { problem: { zh: '分子大于分母', en: 'the numerator is above the denominator' } },
  'beyond-limit': {
    refusal: {
      zh: '文件“2025-06.xlsx”的工作表“出生”超过限度：每表行数最多 1048576。确认文件无误后，可用 --limit rows=更大的数 放宽。',
      en: 'The sheet “出生” of the file “2025-06.xlsx” is beyond a limit: at most 1048576 rows in a sheet. If the file is as it should be, raise it with --limit rows=NUMBER.',
    },
  },
  'unknown-village': { column: '村名', stated: true, rows: 1 },
  'village-repeated': { firstSheet: '村情', firstRow: 2 },
  'duplicate-header': { column: '出生日期', first: 'C' },
  'total-disagrees': { column: '应兑现金额' },
  'merged-value': { column: '出生日期', rows: 3 },
  'after-period': birthDate,
  'absent-in-some': { missing: { zh: '“调查”登记册', en: 'register of surveys' }, measures: ['2', '11'] },
  'no-reference': { measure: '1a', village: '东风村', column: '人口计划出生数' },
  'over-100': { measure: '15c', village: '东风村' },
  'counts-differ': {
    measure: '1b',
    reason: {
      zh: '与登记册的记录不一致，按登记册的记录计算',
      en: 'it differs from the records of the registers, which are used',
    },
  },
  'empty-cells': { column: '性别', rows: 4, key: null },
  'month-only': birthDate,
  'sentinel-date': birthDate,
  'hidden-part': { what: 'rows', count: 4 },
  'ignored-sheet': { sheet: '封面', nearly: null, isRowless: false },
  'ignored-column': { column: '姓名', suggestion: null },
  encoding: { encoding: 'GB18030' },
  'misnamed-file': { ending: '.csv', format: '.xlsx' },
  'register-twice': { register: births, first: '出生' },
};

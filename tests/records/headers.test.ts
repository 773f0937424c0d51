import { describe, expect, test } from 'vitest';
import { columnsOf, type RegisterName, registerNames, registers } from '../../src/records/registers.ts';
import { vocabulary } from '../../src/records/vocabulary.ts';
import { guideColumns, guideHeaders, guideRegisters } from './guide.ts';

const words = vocabulary();
const keyOf = (register: string, header: string) => words.keyOf(register as RegisterName, header); // the guide names registers as we do

/** Columns that every register may have, and their words. */
const everywhere = registerNames.flatMap((register) => [
  ...['备注', 'remark'].map((word) => ({ register, key: 'remark', word })),
  ...(register === 'villages' ? [] : ['村名', '村代码'].map((word) => ({ register, key: 'village', word }))),
]);
const accepted = [
  ...guideColumns.flatMap(({ register, key, header }) => [key, header].map((word) => ({ register, key, word }))),
  ...guideHeaders,
  ...everywhere,
];

describe('the registers', () => {
  test('are those of the guide, in its order, under its names', () => {
    expect(registerNames.map((register) => ({ register, names: registers[register].names }))).toEqual(guideRegisters);
  });

  test.each(guideRegisters.flatMap(({ register, names }) => names.map((name) => [name, register])))(
    'a sheet named %s is %s',
    (name, register) => {
      expect(words.registerOf(name)).toBe(register);
      expect(words.registerOf(`${name}（6月）`)).toBe(register);
    },
  );

  test('have the columns of the guide, required as there', () => {
    const ours = registerNames.flatMap((register) =>
      Object.entries(columnsOf(register))
        .filter(([key]) => key !== 'remark' && key !== 'village')
        .map(([key, { header, kind, required }]) => ({
          register,
          key,
          header,
          type: kind === 'id' ? 'text' : kind,
          required,
        })),
    );
    expect(ours).toEqual(guideColumns);
  });

  test('never fill down or trust as numbers what names a record or a person', () => {
    const ids = registerNames.flatMap((register) =>
      Object.entries(columnsOf(register)).flatMap(([key, { kind }]) => (kind === 'id' ? [key] : [])),
    );
    expect(new Set(ids)).toEqual(new Set(['id', 'woman_id', 'mother_id', 'person_id']));
  });
});

describe('the headers', () => {
  test.each(accepted.map(({ word, register, key }) => [word, register, key]))(
    '%s in %s is %s',
    (word, register, key) => {
      expect(keyOf(register, word)).toBe(key);
    },
  );

  test('and no other words are accepted', () => {
    const ours = registerNames.flatMap((register) =>
      Object.entries(columnsOf(register)).flatMap(([key, { header, also }]) =>
        [key, header, ...also].map((word) => `${register}.${key} ${word}`),
      ),
    );
    const theirs = new Set(accepted.map(({ register, key, word }) => `${register}.${key} ${word}`));
    expect(new Set(ours)).toEqual(theirs);
  });

  test.each([
    ['出 生 日 期', 'birth_date'],
    ['出生日期（公历）', 'birth_date'],
    ['出生日期(公历)(必填)', 'birth_date'],
    ['出生日期（公历（阳历））', 'birth_date'],
    ['（必填）出生日期', 'birth_date'],
    ['出生\n日期', 'birth_date'],
    ['　出生日期　', 'birth_date'],
    ['BIRTH_DATE', 'birth_date'],
    ['Birth_Date', 'birth_date'],
    ['ｂｉｒｔｈ＿ｄａｔｅ', 'birth_date'],
    ['計劃內/計劃外', 'policy'],
    ['计划内／计划外', 'policy'],
    ['計畫內外', 'policy'],
    ['出生日期【公历】', 'birth_date'],
    ['出生日期[公历]', 'birth_date'],
    ['出生日期:', undefined],
    ['（出生日期）', undefined],
    ['出生日', undefined],
    ['胎次', undefined],
    ['', undefined],
  ])('“%s” among the births is %s', (header, key) => {
    expect(keyOf('births', header)).toBe(key);
  });

  test.each([
    ['婚姻狀況', 'marital'],
    ['避孕節育措施', 'method'],
    ['出生日期', 'birth_date'],
    ['育齡婦女編碼', 'id'],
    ['檔案號', 'id'],
    ['檔 案 號', 'id'],
    ['落實日期', 'method_date'],
    ['接受規範生殖健康服務', 'rh_service'],
    ['規範服務', 'rh_service'],
    ['村居名稱', 'village'],
    ['備註', 'remark'],
    ['備注', 'remark'],
  ])('the traditional %s is %s of the women', (header, key) => {
    expect(keyOf('women', header)).toBe(key);
  });

  test('the traditional name of a sheet is that of its register', () => {
    expect(['已婚育齡婦女登記冊', '節育', '隨訪登記冊', '獎勵優惠', '統計核查'].map(words.registerOf)).toEqual([
      'women',
      'procedures',
      'followups',
      'benefits',
      'audits',
    ]);
  });
});

describe('headers of the user', () => {
  const own = vocabulary({
    columns: {
      births: { '落地日期（阳历）': 'birth_date', 胎次: 'parity', 計生類別: 'policy' },
      women: { 性别: 'method' },
    },
    words: {},
  });

  test.each([
    ['births', '落地日期', 'birth_date'],
    ['births', '落 地 日 期', 'birth_date'],
    ['births', '胎次', 'parity'],
    ['births', '計生類別', 'policy'],
    ['births', '计生类别', 'policy'],
    ['births', '出生日期', 'birth_date'],
    ['births', '出生編號', 'id'],
    ['births', '性别', 'sex'],
    ['women', '性别', 'method'],
    ['women', '性別', 'method'],
    ['women', '落地日期', undefined],
  ] as const)('in %s %s is %s', (register, header, key) => {
    expect(own.keyOf(register, header)).toBe(key);
  });
});

import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../src/model/sheet.ts';
import { EMPTY, UNKNOWN } from '../../src/records/cell.ts';
import { type CodeList, type CodeListName, codeLists, emptyWords, unknownWords } from '../../src/records/code-lists.ts';
import { type ColumnKind, required } from '../../src/records/column.ts';
import { CellFault, decoder } from '../../src/records/decode.ts';
import { type Vocabulary, vocabulary } from '../../src/records/vocabulary.ts';
import { guideCodes } from './guide.ts';
import { emptyLine, unknownLine } from './guide-tables.ts';

const words = vocabulary();
const listNames = Object.keys(codeLists) as readonly CodeListName[]; // keyof is exact

/** What a column reads: the code, `empty`, `unknown`, or the code of what is wrong. */
function read(kind: ColumnKind, raw: RawCell, own: Vocabulary = words): string {
  const decoded = decoder(required(kind, '列'), own, { year: 2025, date1904: false })(raw);
  if (decoded === EMPTY) return 'empty';
  if (decoded === UNKNOWN) return 'unknown';
  return decoded instanceof CellFault ? decoded.code : String(decoded);
}

describe('the code lists', () => {
  test('are those of the guide, with its codes and no more words', () => {
    const ours = listNames.map((name) => {
      const list: CodeList = codeLists[name];
      return [name, Object.fromEntries(Object.entries(list).map(([code, own]) => [code, wordsOf(code, own)]))];
    });
    const theirs = [...guideCodes].map(([name, codes]) => [
      name,
      Object.fromEntries([...codes].map(([code, own]) => [code, wordsOf(code, own)])),
    ]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(theirs));
  });

  const listed = [...guideCodes].flatMap(([list, codes]) =>
    [...codes].flatMap(([code, own]) =>
      [...own, ...(code === 'unknown' ? [] : [code])].map((word) => ({ list, code, word })),
    ),
  );

  test.each(listed.map(({ list, word, code }) => [list, word, code]))('%s: %s is %s', (list, word, code) => {
    expect(read(list as CodeListName, word)).toBe(code); // the guide names lists as we do
  });

  test.each(listed.filter(({ word }) => /^\d+$/.test(word)).map(({ list, word, code }) => [list, Number(word), code]))(
    '%s: the number %i is %s',
    (list, number, code) => {
      expect(read(list as CodeListName, number)).toBe(code); // the guide names lists as we do
    },
  );

  test.each<[CodeListName, RawCell, string]>([
    ['yesno', true, 'yes'],
    ['yesno', false, 'no'],
    ['satisfaction', true, 'yes'],
    ['policy', false, 'out'],
    ['sex', true, 'invalid-word'],
    ['yesno', ' 是 ', 'yes'],
    ['yesno', '是（已核）', 'yes'],
    ['yesno', 'ｙｅｓ', 'yes'],
    ['yesno', 'yes', 'yes'],
    ['yesno', '沒有', 'no'],
    ['yesno', '免費', 'yes'],
    ['sex', '女 婴', 'female'],
    ['sex', '男嬰', 'male'],
    ['marital', '喪偶', 'widowed'],
    ['method', '宮內節育器', 'iud'],
    ['method', 'iud', 'iud'],
    ['method', '輸卵管結紮', 'female_sterilisation'],
    ['method', 'Female_Sterilisation', 'female_sterilisation'],
    ['policy', '計畫內', 'in'],
    ['policy', '計劃外', 'out'],
    ['service', '諮詢', 'counselling'],
    ['service', '複通', 'reversal'],
    ['incident', '違法行政行為', 'unlawful_act'],
    ['sex', '保密', 'invalid-word'],
    ['sex', 3, 'invalid-word'],
    ['sex', 1.5, 'invalid-word'],
    ['marital', 24, 'invalid-word'],
    ['method', '已落实', 'invalid-word'],
    ['yesno', '是否', 'invalid-word'],
    ['yesno', { serial: 45_723 }, 'invalid-word'],
    ['satisfaction', '不知道', 'no'],
    ['satisfaction', '还行', 'invalid-word'],
  ])('%s: %j is %s', (list, raw, code) => {
    expect(read(list, raw)).toBe(code);
  });
});

describe('birth orders', () => {
  test.each<[RawCell, string]>([
    [1, '1'],
    ['1', '1'],
    ['2', '2'],
    ['１', '1'],
    ['12', '12'],
    ['一', '1'],
    ['九', '9'],
    ['二孩', '2'],
    ['二胎', '2'],
    ['2孩', '2'],
    ['第2孩', '2'],
    ['第二', '2'],
    ['第 三 孩', '3'],
    ['五孩及以上', '5'],
    ['5及以上', '5'],
    ['第三胎及以上', '3'],
    ['头孩', '1'],
    ['頭孩', '1'],
    ['多孩', '3'],
    ['二孩（双胞胎）', '2'],
    [0, 'parity-zero'],
    ['0', 'parity-zero'],
    ['0孩', 'parity-zero'],
    ['第0孩', 'parity-zero'],
    [1.5, 'invalid-word'],
    [-1, 'invalid-word'],
    ['十', 'invalid-word'],
    ['两孩', 'invalid-word'],
    ['孩', 'invalid-word'],
    ['二孩以上', 'invalid-word'],
    ['多胎', 'invalid-word'],
    [true, 'invalid-word'],
    [{ serial: 2 }, 'invalid-word'],
    ['无', 'empty'],
    ['-', 'empty'],
    ['不详', 'unknown'],
    ['不详（待核）', 'unknown'],
  ])('%j is %s', (raw, order) => {
    expect(read('parity', raw)).toBe(order);
  });
});

describe('words that say nothing, or that nothing is known', () => {
  const kinds: readonly ColumnKind[] = ['text', 'id', 'int', 'decimal', 'money', 'date', 'parity', ...listNames];

  test('are those of the guide', () => {
    expect(emptyWords).toEqual(emptyLine.split(', '));
    expect(unknownWords).toEqual(unknownLine.split(', '));
  });

  test.each(kinds)('in a column of %s', (kind) => {
    const isText = kind === 'text' || kind === 'id';
    for (const word of emptyLine.split(', ')) expect(`${word} ${read(kind, word)}`).toBe(`${word} empty`);
    for (const word of unknownLine.split(', '))
      expect(`${word} ${read(kind, word)}`).toBe(`${word} ${isText ? 'empty' : 'unknown'}`);
  });

  test.each(kinds)('无 is nothing in a column of %s, unless it is a code there', (kind) => {
    const codes: Partial<Record<ColumnKind, string>> = {
      yesno: 'no',
      satisfaction: 'no',
      method: 'none',
      policy: 'out',
    };
    expect(read(kind, '无')).toBe(codes[kind] ?? 'empty');
    expect(read(kind, '無')).toBe(codes[kind] ?? 'empty');
  });
});

describe('words of the user', () => {
  const own = vocabulary({
    columns: {},
    words: { method: { 皮埋术: 'implant', '/': 'none', 無環: 'none' }, sex: { 男: 'female' } },
  });

  test.each<[CodeListName, string, string]>([
    ['method', '皮埋术', 'implant'],
    ['method', '皮埋術', 'implant'],
    ['method', '皮 埋 术（左臂）', 'implant'],
    ['method', '/', 'none'],
    ['method', '無環', 'none'],
    ['method', '无环', 'none'],
    ['method', '上環', 'iud'],
    ['procedure', '皮埋术', 'invalid-word'],
    ['procedure', '/', 'empty'],
    ['sex', '男', 'female'],
  ])('%s: %s is %s', (list, word, code) => {
    expect(read(list, word, own)).toBe(code);
  });
});

/** A code is a word of itself, listed or not: `IUD` is `iud`. */
function wordsOf(code: string, own: readonly string[]): readonly string[] {
  return [...own.filter((word) => word.toLowerCase() !== code)].sort();
}

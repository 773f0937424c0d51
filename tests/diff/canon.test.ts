import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { type CanonOptions, canon } from '../../src/diff/canon.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { defaultSettings } from '../../src/profiles/settings.ts';
import { ledgerOf, type Row, type Tables } from '../ledger-of.ts';

const options: CanonOptions = { settings: defaultSettings('district-17'), period: '2025-06', limits: defaultLimits };
const births: readonly Row[] = [
  { village: '东风村', id: 'B2', mother_id: 'W1', birth_date: '2025/3/1', sex: '男', parity: '二孩', policy: '不详' },
  { village: '东风村', id: 'B1', mother_id: '', birth_date: '2025-03', sex: '女', parity: '1', policy: '计划内' },
];
const text = (tables: Tables, key = 'a key') => canon([ledgerOf(tables)], key, options);
const digest = (id: string, key = 'a key') => createHmac('sha256', key).update(id).digest('hex');

describe('the canonical text', () => {
  test('is a line a record, in plain words, with digests for ids', async () => {
    const lines = (await text({ births })).split('\n');
    const of = (id: string) => lines.find((line) => line.includes(digest(id)));
    expect(lines[0]).toBe('# births: birth_date id mother_id parity policy remark sex village');
    expect(of('B1')).toBe(`births\t东风村\tid=${digest('B1')}\tbirth_date=2025-03\tsex=female\tparity=1\tpolicy=in`);
    expect(of('B2')).toBe(
      `births\t东风村\tid=${digest('B2')}\tmother_id=${digest('W1')}\tbirth_date=2025-03-01\tsex=male\tparity=2\tpolicy=?`,
    );
  });

  test('holds no id', async () => {
    expect(await text({ births })).not.toMatch(/\bB[12]\b|\bW1\b/);
  });

  test('does not depend on the order of rows', async () => {
    expect(await text({ births: [...births].reverse() })).toBe(await text({ births }));
  });

  test('names a woman alike wherever she stands', async () => {
    const women: readonly Row[] = [{ village: '东风村', id: 'W1', birth_date: '1990', marital: '已婚', method: '无' }];
    expect((await text({ births, women })).split(digest('W1'))).toHaveLength(3);
  });

  test('is another under another key', async () => {
    expect(await text({ births }, 'another')).not.toBe(await text({ births }));
    expect(await text({ births }, 'another')).toContain(digest('B1', 'another'));
  });

  test('keeps rows that repeat an id, as they stand in the ledger too', async () => {
    expect((await text({ births: [...births, ...births] })).split('\n')).toHaveLength(1 + 4 + 1);
  });

  test('needs no period', async () => {
    expect(await canon([ledgerOf({ births })], 'a key', { ...options, period: null })).toBe(await text({ births }));
  });

  test('needs a key', async () => {
    await expect(text({ births }, '')).rejects.toThrow(UsageError);
  });

  test('keeps every record on one line', async () => {
    const benefits: readonly Row[] = [
      { village: '东风村', id: 'R1', item: '奖\n励\\', due_date: '2025-03-01', amount_due: '12.50', amount_paid: 12 },
    ];
    const [, line] = (await text({ benefits })).split('\n');
    expect(line).toBe(
      `benefits\t东风村\tid=${digest('R1')}\titem=奖\\u{a}励\\\\\tdue_date=2025-03-01\tamount_due=12.5\tamount_paid=12`,
    );
  });
});

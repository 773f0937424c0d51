import { describe, expect, test } from 'vitest';
import { diagnosed, reported, type Tables } from '../ledger-of.ts';

const birth = { birth_date: '2025-03-01', sex: '男', parity: 1, policy: '政策内' };
const followUp = { kind: '术后', due_date: '2025-03-01', done_date: '2025-03-01', standard: '是' };
const method = { kind: '上环', due_date: '2025-03-31', done_date: '2025-03-01' };

async function vague(tables: Tables) {
  return diagnosed(await reported(tables), 'month-only').map(({ row, column }) => `${column} ${row}`);
}

describe('a date known only to the month or year is told where it leaves a condition unknown', () => {
  test.each<[string, Tables, readonly string[]]>([
    ['a birth across the edge of a window', { births: [{ ...birth, birth_date: '2022年' }] }, ['birth_date 2']],
    ['once, though several measures ask', { births: [birth, { ...birth, birth_date: '2025年' }] }, ['birth_date 3']],
    [
      'a method begun in the month in which it was due',
      { procedures: [{ ...method, due_date: '2025年3月', done_date: '2025年3月' }] },
      ['due_date 2', 'done_date 2'],
    ],
    ['a follow-up done this year', { followups: [{ ...followUp, done_date: '2025年' }] }, ['done_date 2']],
    [
      'a woman of fifty, or not',
      { women: [{ birth_date: '1975年', marital: '已婚', method: '环' }] },
      ['birth_date 2'],
    ],
    ['a follow-up due this year', { followups: [{ ...followUp, due_date: '2025年' }] }, ['due_date 2']],
    [
      'a follow-up due this year, the standard of which is not known',
      { followups: [{ ...followUp, due_date: '2025年', standard: '' }] },
      ['due_date 2'],
    ],
    [
      'a follow-up due this year that is not to standard',
      { followups: [{ ...followUp, due_date: '2025年', standard: '否' }] },
      ['due_date 2'],
    ],
    [
      'a person served this year',
      { services: [{ date: '2025年', item: '咨询', sex: '男', person_id: 'P1' }] },
      ['date 2'],
    ],
    ['an audit of this year', { audits: [{ date: '2025年', checked: 100, correct: 96 }] }, ['date 2']],
    ['an event of this year', { incidents: [{ date: '2025年', kind: '群体性事件' }] }, ['date 2']],
  ])('%s', async (_, tables, told) => {
    expect(await vague(tables)).toEqual(told);
  });

  test.each<[string, Tables]>([
    ['a birth within the window', { births: [{ ...birth, birth_date: '2025年3月' }] }],
    [
      'a birth within the window, of which something else is not known',
      { births: [{ ...birth, birth_date: '2025年3月', policy: '' }] },
    ],
    ['a method begun in the month before it was due', { procedures: [{ ...method, done_date: '2025年2月' }] }],
    [
      'a method begun in a month, the day it was due not known',
      { procedures: [{ ...method, due_date: '', done_date: '2025年3月' }] },
    ],
    [
      'a follow-up that is not to standard anyway',
      { followups: [{ ...followUp, done_date: '2025年', standard: '否' }] },
    ],
    [
      'a procedure that no measure asks for its day',
      { procedures: [{ ...method, kind: '取环', due_date: '2025年', done_date: '2025-03-01' }] },
    ],
  ])('but not %s', async (_, tables) => {
    expect(await vague(tables)).toEqual([]);
  });
});

test('the column is told by its header', async () => {
  const [told] = diagnosed(await reported({ births: [{ ...birth, birth_date: '2025年' }] }), 'month-only');
  expect(told?.messages.zh).toContain('birth_date');
});

import { describe } from 'vitest';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import { type Case, standings } from './standing.ts';

/** How a record of the year stands by the day that puts it there, where it would hit. P is 2025-06-30. */
function byDayOf(key: string): readonly Case[] {
  return [
    [{ [key]: '2024-12-31' }, 'outside'],
    [{ [key]: '2025-01-01' }, 'hit'],
    [{ [key]: '2025-06-30' }, 'hit'],
    [{ [key]: '2025-07-01' }, 'outside'],
    [{ [key]: '2024年12月' }, 'outside'],
    [{ [key]: '2025年1月' }, 'hit'],
    [{ [key]: '2025年' }, 'may hit'],
    [{ [key]: '' }, 'may hit'],
    [{ [key]: '不详' }, 'may hit'],
    [{ [key]: '2025-02-30' }, 'may hit'],
  ];
}

describe('4, basic services free of charge', () => {
  standings('4', { register: 'services', plain: { date: '2025-03-01', item: '药具', free: '是' } }, [
    [{}, 'hit'],
    [{ free: '收费' }, 'miss'],
    [{ free: '' }, 'open'],
    [{ free: '不详' }, 'open'],
    [{ free: '见附件' }, 'open'],
    ...['孕环检', '放环', '皮埋', '结扎', '人流', '并发症诊治', '复通'].map((item): Case => [{ item }, 'hit']),
    ...['妇检', '咨询', '讲座', '其他'].map((item): Case => [{ item }, 'outside']),
    [{ item: '' }, 'may hit'],
    [{ item: '不详' }, 'may hit'],
    [{ item: '见附件' }, 'may hit'],
    [{ item: '', free: '否' }, 'may miss'],
    [{ item: '', free: '' }, 'may'],
    ...byDayOf('date'),
    [{ date: '', item: '咨询' }, 'outside'],
  ]);
});

describe.each<MeasureId>(['9a', '8b'])('%s, methods begun on time', (id) => {
  const plain = { kind: '上环', due_date: '2025-03-01', done_date: '2025-03-01' };
  const early = { done_date: '2024-12-01' }; // on time, whenever it was due
  standings(id, { register: 'procedures', plain }, [
    [{}, 'hit'],
    [{ done_date: '2025-03-02' }, 'miss'],
    [{ done_date: '2025-02-28' }, 'hit'],
    [{ done_date: '' }, 'miss'],
    [{ done_date: '1900-01-00' }, 'miss'],
    [{ done_date: '不详' }, 'open'],
    [{ done_date: '2025-02-30' }, 'open'],
    [{ done_date: '2025年2月' }, 'hit'],
    [{ done_date: '2025年3月' }, 'open'],
    [{ done_date: '2025年4月' }, 'miss'],
    [{ done_date: '2025年3月', due_date: '2025年3月' }, 'open'],
    [{ done_date: '2025年3月', due_date: '2025-03-31' }, 'hit'],
    [{ done_date: '2025年3月', due_date: '2025年4月' }, 'hit'],
    [{ done_date: '2025年3月', due_date: '2025年2月' }, 'miss'],
    ...['皮埋', '女扎', '男扎', '药具'].map((kind): Case => [{ kind }, 'hit']),
    ...['取环', '取皮埋', '人流', '其他'].map((kind): Case => [{ kind }, 'outside']),
    [{ kind: '' }, 'may hit'],
    [{ kind: '不详' }, 'may hit'],
    [{ kind: '见附件' }, 'may hit'],
    [{ kind: '', done_date: '' }, 'may miss'],
    [{ kind: '', done_date: '不详' }, 'may'],
    ...byDayOf('due_date').map(
      ([change, standing]): Case => [
        { ...early, ...change },
        standing === 'may hit' && change['due_date'] !== '2025年' ? 'may' : standing,
      ],
    ),
    [{ due_date: '', done_date: '' }, 'may miss'],
    [{ due_date: '', kind: '取环' }, 'outside'],
  ]);
});

describe.each([
  ['9b', '术后', '药具'],
  ['9c', '药具', '术后'],
] as const)('%s, follow-ups to standard', (id, kind, other) => {
  const plain = { kind, due_date: '2025-03-01', done_date: '2025-03-05', standard: '是' };
  standings(id, { register: 'followups', plain }, [
    [{}, 'hit'],
    [{ standard: '不规范' }, 'miss'],
    [{ standard: '' }, 'open'],
    [{ standard: '不详' }, 'open'],
    [{ standard: '见附件' }, 'open'],
    [{ done_date: '2025-06-30' }, 'hit'],
    [{ done_date: '2025-07-01' }, 'miss'],
    [{ done_date: '' }, 'miss'],
    [{ done_date: '', standard: '' }, 'miss'],
    [{ done_date: '不详' }, 'open'],
    [{ done_date: '不详', standard: '否' }, 'miss'],
    [{ done_date: '2025年6月' }, 'hit'],
    [{ done_date: '2025年7月' }, 'miss'],
    [{ done_date: '2025年' }, 'open'],
    [{ kind: other }, 'outside'],
    [{ kind: '' }, 'may hit'],
    [{ kind: '不详' }, 'may hit'],
    [{ kind: '见附件' }, 'may hit'],
    [{ kind: '', standard: '否' }, 'may miss'],
    [{ kind: '', standard: '' }, 'may'],
    ...byDayOf('due_date'),
  ]);
});

describe('9e, complications', () => {
  const plain = { kind: '人流', done_date: '2025-03-01', complication: '是' };
  standings('9e', { register: 'procedures', plain }, [
    [{}, 'hit'],
    [{ complication: '否' }, 'miss'],
    [{ complication: '' }, 'miss'],
    [{ complication: '不详' }, 'open'],
    [{ complication: '见附件' }, 'open'],
    [{ kind: '药具' }, 'outside'],
    [{ kind: '其他' }, 'hit'],
    [{ kind: '' }, 'may hit'],
    [{ kind: '不详' }, 'may hit'],
    [{ kind: '见附件' }, 'may hit'],
    [{ kind: '', complication: '' }, 'may miss'],
    [{ kind: '', complication: '不详' }, 'may'],
    [{ done_date: '2022-06-30' }, 'outside'],
    [{ done_date: '2022-07-01' }, 'hit'],
    [{ done_date: '2025-06-30' }, 'hit'],
    [{ done_date: '2025-07-01' }, 'outside'],
    [{ done_date: '2022年6月' }, 'outside'],
    [{ done_date: '2022年7月' }, 'hit'],
    [{ done_date: '2022年' }, 'may hit'],
    [{ done_date: '', due_date: '2025-03-01' }, 'outside'],
    [{ done_date: '不详' }, 'may hit'],
    [{ done_date: '2025-02-30' }, 'may hit'],
  ]);
});

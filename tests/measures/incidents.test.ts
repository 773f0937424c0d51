import { describe } from 'vitest';
import type { MeasureId } from '../../src/indicators/indicators.ts';
import type { Row } from '../ledger-of.ts';
import { kept } from './standing.ts';

const kinds = ['非法鉴定胎儿性别', '选择性别终止妊娠', '技术服务事故', '违法行政行为', '恶性事件', '群体性事件'];

describe.each<[id: MeasureId, own: readonly string[], dayBefore: string, firstDay: string]>([
  ['7b', ['非法鉴定胎儿性别', '选择性别终止妊娠'], '2022-06-30', '2022-07-01'],
  ['9d', ['技术服务事故'], '2022-06-30', '2022-07-01'],
  ['13a', ['违法行政行为'], '2022-06-30', '2022-07-01'],
  ['13c', ['恶性事件', '群体性事件'], '2024-12-31', '2025-01-01'],
])('%s, events of %s', (id, own, dayBefore, firstDay) => {
  const [kind = ''] = own;
  const of = (change: Row) => ({ incidents: [{ kind, date: '2025-03-01', ...change }] });
  kept(id, [
    ...kinds.map((other) => [other, of({ kind: other }), { n: own.includes(other) ? 1 : 0, maybe: 0 }] as const),
    ['no kind', of({ kind: '' }), { n: 0, maybe: 1 }],
    ['a kind not known', of({ kind: '不详' }), { n: 0, maybe: 1 }],
    ['a kind unreadable', of({ kind: '见附件' }), { n: 0, maybe: 1 }],
    ['the day before', of({ date: dayBefore }), { n: 0, maybe: 0 }],
    ['the first day', of({ date: firstDay }), { n: 1, maybe: 0 }],
    ['the last day', of({ date: '2025-06-30' }), { n: 1, maybe: 0 }],
    ['the day after', of({ date: '2025-07-01' }), { n: 0, maybe: 0 }],
    ['the month before', of({ date: dayBefore.slice(0, 7) }), { n: 0, maybe: 0 }],
    ['the first month', of({ date: firstDay.slice(0, 7) }), { n: 1, maybe: 0 }],
    ['a year across the edge', of({ date: '2025年' }), { n: 0, maybe: 1 }],
    ['no day', of({ date: '' }), { n: 0, maybe: 1 }],
    ['a day not known', of({ date: '不详' }), { n: 0, maybe: 1 }],
    ['a day unreadable', of({ date: '2025-02-30' }), { n: 0, maybe: 1 }],
    [
      'no day, another kind',
      of({ date: '', kind: own.includes('恶性事件') ? '技术服务事故' : '恶性事件' }),
      { n: 0, maybe: 0 },
    ],
    ['no kind, the day before', of({ kind: '', date: dayBefore }), { n: 0, maybe: 0 }],
  ]);
});

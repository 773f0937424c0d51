import { describe, expect, test } from 'vitest';
import { tallied } from '../ledger-of.ts';
import { type Case, standings } from './standing.ts';

/** By day and by answer, where an answer of yes hits. P is 2025-06-30. */
function common(answer: string): readonly Case[] {
  return [
    [{}, 'hit'],
    [{ [answer]: '否' }, 'miss'],
    [{ [answer]: '' }, 'outside'],
    [{ [answer]: '空' }, 'outside'],
    [{ [answer]: '不详' }, 'open'],
    [{ [answer]: '待查' }, 'open'],
    [{ [answer]: '见附件' }, 'open'],
    [{ date: '2024-12-31' }, 'outside'],
    [{ date: '2025-01-01' }, 'hit'],
    [{ date: '2025-06-30' }, 'hit'],
    [{ date: '2025-07-01' }, 'outside'],
    [{ date: '2025年1月' }, 'hit'],
    [{ date: '2025年' }, 'may hit'],
    [{ date: '' }, 'may hit'],
    [{ date: '不详' }, 'may hit'],
    [{ date: '2025-02-30' }, 'may hit'],
    [{ group: '' }, 'may hit'],
    [{ group: '不详' }, 'may hit'],
    [{ group: '见附件' }, 'may hit'],
    [{ group: '', [answer]: '否' }, 'may miss'],
    [{ group: '', [answer]: '不详' }, 'may'],
    [{ group: '', [answer]: '' }, 'outside'],
    [{ date: '', [answer]: '' }, 'outside'],
  ];
}

describe('2, satisfaction of the public', () => {
  standings('2', { register: 'surveys', plain: { date: '2025-03-01', group: '群众', satisfied: '满意' } }, [
    ...common('satisfied'),
    [{ satisfied: '基本满意' }, 'hit'],
    [{ satisfied: '一般' }, 'miss'],
    [{ satisfied: '无' }, 'miss'],
    [{ group: '育龄群众' }, 'hit'],
    [{ group: '干部' }, 'outside'],
  ]);
});

describe.each([
  ['11', 'cadre_knowledge', '计生干部', ['群众', '育龄妇女']],
  ['12a', 'rights', '育龄群众', ['群众', '干部']],
  ['12b', 'rh_knowledge', '育龄妇女', ['群众', '干部']],
  ['12c', 'method_knowledge', '育妇', ['群众', '干部']],
] as const)('%s, %s', (id, answer, group, others) => {
  standings(id, { register: 'surveys', plain: { date: '2025-03-01', group, [answer]: '知晓' } }, [
    ...common(answer),
    ...others.map((other): Case => [{ group: other }, 'outside']),
  ]);
});

test('a question that was not asked leaves the others as they are', async () => {
  const surveys = [{ date: '2025-03-01', group: '育龄群众', rights: '知晓', rh_knowledge: '' }];
  expect(await tallied('12a', { surveys })).toMatchObject({ n: 1, d: 1 });
  expect(await tallied('12b', { surveys })).toMatchObject({ d: 0, u: 0, x: 0 });
});

import { type Day, day } from '../../src/model/day.ts';
import { date, type Entry, entry, plus, rewritten } from './entry.ts';
import type { Random } from './random.ts';
import { idIn, villages } from './villages.ts';

/** A round of questionnaires, and how many of its answers are wrong. */
interface Round {
  readonly from: Day;
  readonly dissatisfied: number;
  readonly rights: number;
  readonly health: number;
  readonly methods: number;
  readonly cadres: number;
}

/** In the last year 240 women are asked: 85 % of them are 204, and 203 know about reproductive health. */
const rounds: readonly Round[] = [
  { from: day(2023, 6, 6), dissatisfied: 25, rights: 14, health: 22, methods: 19, cadres: 2 },
  { from: day(2024, 6, 4), dissatisfied: 21, rights: 12, health: 19, methods: 18, cadres: 1 },
  { from: day(2025, 3, 11), dissatisfied: 15, rights: 9, health: 14, methods: 13, cadres: 1 },
  { from: day(2025, 6, 10), dissatisfied: 13, rights: 8, health: 23, methods: 14, cadres: 1 },
];

const WOMEN_A_VILLAGE = 10;
const PUBLIC_A_VILLAGE = 7;
const CADRES_A_VILLAGE = 3;

export function surveysOf(numbers: Random): readonly Entry[] {
  return rounds.flatMap((round, index) => {
    const asked = villages.flatMap((village) => {
      const groups = [
        ...Array.from({ length: WOMEN_A_VILLAGE }, () => '育龄妇女'),
        ...Array.from({ length: PUBLIC_A_VILLAGE }, () => '群众'),
        ...Array.from({ length: CADRES_A_VILLAGE }, () => '计生干部'),
      ];
      return groups.map((group, number) => {
        const on = plus(round.from, numbers.whole(0, 9));
        const id = idIn(village, 'Q', index * groups.length + number + 1);
        return entry(on, { village: village.name, id, date: date(on), group, ...answers(group, numbers) });
      });
    });
    return wrong(asked, round, numbers);
  });
}

function answers(group: string, numbers: Random) {
  const isCadre = group === '计生干部';
  const isWoman = group === '育龄妇女';
  return {
    satisfied: isCadre ? null : numbers.weighted([['满意', 6] as const, ['很满意', 4] as const]),
    rights: isWoman ? '知晓' : null,
    rh_knowledge: isWoman ? '知晓' : null,
    method_knowledge: isWoman ? '知晓' : null,
    cadre_knowledge: isCadre ? '知晓' : null,
  };
}

function wrong(asked: readonly Entry[], round: Round, numbers: Random): readonly Entry[] {
  const mistakes = [
    ['育龄妇女', round.rights, { rights: '不知晓' }],
    ['育龄妇女', round.health, { rh_knowledge: '不知晓' }],
    ['育龄妇女', round.methods, { method_knowledge: '不知晓' }],
    ['计生干部', round.cadres, { cadre_knowledge: '不知晓' }],
  ] as const;
  const judged = mistakes.reduce<readonly Entry[]>(
    (all, [group, count, fields]) =>
      rewritten(
        all,
        numbers.some(
          all.filter(({ row }) => row['group'] === group),
          count,
        ),
        fields,
      ),
    asked,
  );
  const people = judged.filter(({ row }) => row['group'] !== '计生干部');
  return rewritten(judged, numbers.some(people, round.dissatisfied), { satisfied: '一般' });
}

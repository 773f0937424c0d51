import { between, date, dayIn, type Entry, entry, LAST, YEAR_START } from './entry.ts';
import { numbered, womanIn } from './procedures.ts';
import type { Random } from './random.ts';
import { idIn } from './villages.ts';

const forWomen = [
  ['孕环检', 46],
  ['妇检', 18],
  ['发放药具', 10],
  ['放环', 9],
  ['取环', 5],
  ['咨询', 6],
  ['皮埋', 2],
  ['人流', 3],
  ['并发症诊治', 1],
] as const;

const forMen = [
  ['发放药具', 34],
  ['讲座', 38],
  ['咨询', 26],
  ['结扎', 2],
] as const;

const basic = new Set<unknown>(['孕环检', '发放药具', '放环', '取环', '皮埋', '人流', '并发症诊治', '结扎']);

/** Services to women and men: basic ones free this year, about a quarter of the persons men. */
export function servicesOf(women: readonly Entry[], numbers: Random): readonly Entry[] {
  return numbered(2150, numbers).map(({ village, running, on }) => {
    const isMan = numbers.next() < 0.24;
    const item = numbers.weighted<string>(isMan ? forMen : forWomen);
    const row = {
      village: village.name,
      id: idIn(village, 'S', running),
      person_id: isMan ? idIn(village, 'K', numbers.whole(1, 160)) : womanIn(village, { women, numbers }),
      date: date(on),
      sex: isMan ? '男' : '女',
      item,
      free: '是',
    };
    return entry(on, { ...row, free: isFree(row, numbers) ? '是' : '否' });
  });
}

function isFree(row: Entry['row'], numbers: Random): boolean {
  const chance = numbers.next();
  if (!basic.has(row['item'])) return chance < 0.85;
  return between(dayIn(row, 'date'), YEAR_START, LAST) || chance < 0.99;
}

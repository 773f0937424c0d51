import { type Day, day, isoDate } from '../../src/model/day.ts';
import { type Random, random } from '../ledgers/random.ts';

/** A cell of a made-up register: a text, a number, or a day. */
export type BenchCell = string | number | { readonly day: Day };
export type BenchRow = readonly BenchCell[];

/** A village of the made-up county. Its code begins with 99, which no place in the country has. */
export interface BenchVillage {
  readonly code: string;
  readonly name: string;
}

export const END = day(2025, 6, 30);
const SEED = 20_250_630;

const places = '东风 红旗 青溪 白石 柳塘 竹园 石桥 古井 松坡 云台 桃坞 望江'.split(' ');
const ends = '上村 下村 东村 西村 前村 后村 新村 湾村 岭村 坪村'.split(' ');

/** A hundred and twenty villages: as many as a county has in a large ledger. */
export const benchVillages: readonly BenchVillage[] = places.flatMap((place, town) =>
  ends.map((end, index) => ({
    code: `9901${String(town + 10)}${String(index + 201).padStart(6, '0')}`,
    name: place + end,
  })),
);

/** The columns of a register as villages keep it: six that are counted, and what else they write down. */
export const womenHeaders =
  '序号 村名 妇女编号 姓名 身份证号 出生日期 民族 文化程度 户口性质 婚姻状况 初婚日期 丈夫姓名 现有子女数 避孕方法 落实日期 接受规范生殖健康服务 联系电话 家庭住址 管理单位 备注'.split(
    ' ',
  );

export const villageHeaders = ['村代码', '村名', '乡镇', '总人口', '已婚育龄妇女人数', '人口计划出生数'];

/** The register of villages that goes with a register of so many women. */
export function villageRows(women: number): readonly BenchRow[] {
  const each = Math.max(1, Math.round((women / benchVillages.length) * 0.6));
  return benchVillages.map(({ code, name }) => [
    code,
    name,
    `${name.slice(0, 2)}镇`,
    each * 6,
    each,
    Math.round(each / 40),
  ]);
}

/** The women of the county, the same for the same number of them. One row in a hundred has something wrong with it. */
export function* womenRows(count: number): Generator<BenchRow> {
  const numbers = random(SEED);
  let last: BenchRow | undefined;
  for (let index = 0; index < count; index++) {
    const row = woman(index, numbers);
    last = numbers.next() < 0.01 ? spoiled(row, last ?? row, numbers) : row;
    yield last;
  }
}

/**
 * The same register a month earlier: some of the women are not in it yet, some are written down otherwise, and some are
 * in it who have left since.
 */
export function* womenRowsBefore(count: number): Generator<BenchRow> {
  let index = 0;
  for (const row of womenRows(count)) {
    index++;
    if (index % 50 === 7) continue;
    yield index % 80 === 3 ? row.with(15, row[15] === '是' ? '否' : '是') : row;
    if (index % 100 === 9) yield row.with(2, `W98${String(index).padStart(8, '0')}`);
  }
}

/** A cell as a CSV file has it. */
export function textOf(cell: BenchCell): string {
  return typeof cell === 'object' ? dateText(cell.day) : String(cell);
}

const names = '王 李 张 刘 陈 杨 赵 黄 周 吴'.split(' ');
const given = '秀英 桂兰 玉兰 凤英 建华 海燕 小红 春梅 国强 志明'.split(' ');
const peoples = ['汉族', '汉族', '汉族', '回族', '壮族'];
const schools = ['小学', '初中', '初中', '高中', '大专'];
const remarks = ['', '', '', '', '', '外出务工', '已电话核实', '待补资料'];
const methods = weighted({ 宫内节育器: 47, 避孕套: 20, 女扎: 9, 药具: 7, 皮下埋植: 4, 口服药: 4, 无: 5, 待孕: 4 });
const marriages = weighted({ 初婚: 66, 再婚: 6, 未婚: 22, 离婚: 4, 丧偶: 2 });
const dates = new Map<Day, string>();

/** Each word as often as its weight says. */
function weighted(weights: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(weights).flatMap(([word, weight]) => Array.from({ length: weight }, () => word));
}

function dateText(on: Day): string {
  const text = dates.get(on) ?? isoDate(on);
  dates.set(on, text);
  return text;
}

function woman(index: number, numbers: Random): BenchRow {
  const village = numbers.pick(benchVillages);
  const born = (day(1970, 1, 1) + numbers.whole(0, 15_000)) as Day; // days are whole numbers
  const wed = (born + numbers.whole(7_300, 10_300)) as Day; // as above
  const done = (wed + numbers.whole(100, 1000)) as Day;
  const marital = done < END ? numbers.pick(marriages) : '未婚';
  const isWed = marital !== '未婚';
  const method = isWed ? numbers.pick(methods) : '无';
  const running = String(index + 1).padStart(8, '0');
  return [
    index + 1,
    village.name,
    `W99${running}`,
    numbers.pick(names) + numbers.pick(given),
    `990101${textOf({ day: born }).replaceAll('-', '')}${running.slice(-4)}`,
    { day: born },
    numbers.pick(peoples),
    numbers.pick(schools),
    '农业',
    marital,
    isWed ? { day: wed } : '',
    isWed ? numbers.pick(names) + numbers.pick(given) : '',
    isWed ? numbers.whole(0, 3) : 0,
    method,
    method === '无' || method === '待孕' ? '' : { day: done },
    numbers.next() < 0.96 ? '是' : '否',
    `990${running}`,
    `${village.name}${numbers.whole(1, 12)}组`,
    `${village.name.slice(0, 2)}镇计生办`,
    numbers.pick(remarks),
  ];
}

/** The same row with one of the faults that ledgers have; the village and id of the last one make it a repeated record. */
function spoiled(row: BenchRow, last: BenchRow, numbers: Random): BenchRow {
  const [, village = '', id = ''] = last;
  const spoil: readonly (() => BenchRow)[] = [
    () => row.with(5, '2025-02-30'),
    () => row.with(5, ''),
    () => row.with(9, '见附件'),
    () => row.with(13, '见附件'),
    () => row.with(15, ''),
    () => row.with(1, village).with(2, id),
  ];
  return numbers.pick(spoil)();
}

import { calendarDate } from '../../src/model/day.ts';
import { type Column, type RegisterForm, registerForms } from '../ledgers/columns.ts';
import type { Cell } from '../ledgers/entry.ts';
import { amount, birthday, type Draw, eventDate, rareWord, whole, word } from './random-cells.ts';

const YES_NO = ['是', '是', '是', '否', '√', '1', '0', '有', '无'];
const ANSWERED = ['知晓', '知晓', '是', '不知晓', '否'];

/** The standard form, with the two registers that the shipped district does without. */
export const forms: readonly RegisterForm[] = [
  ...registerForms,
  {
    key: 'audits',
    sheet: '统计核查',
    columns: [
      column('village', '村名', 'text'),
      column('id', '核查编号', 'text'),
      column('date', '核查日期', 'date'),
      column('checked', '核查项数', 'number'),
      column('correct', '正确项数', 'number'),
    ],
  },
  {
    key: 'counts',
    sheet: '指标数据',
    columns: [
      column('village', '村名', 'text'),
      column('measure', '指标代号', 'text'),
      column('numerator', '分子', 'number'),
      column('denominator', '分母', 'number'),
    ],
  },
];

/** The columns that a register may lack and still be read: what the guide does not star. */
export const optionalColumns: Readonly<Record<string, readonly string[]>> = {
  villages: ['town', 'population', 'married_women', 'planned_births', 'informed_choice', 'self_governance'],
  women: ['id', 'method_date', 'rh_service'],
  births: ['id', 'mother_id'],
  procedures: ['id', 'woman_id', 'due_date', 'complication'],
  followups: ['id', 'woman_id', 'standard'],
  services: ['id', 'person_id', 'sex', 'free'],
  surveys: ['id', 'satisfied', 'rights', 'rh_knowledge', 'method_knowledge', 'cadre_knowledge'],
  benefits: ['id', 'item'],
  migrants: ['id', 'certificate', 'served'],
  petitions: ['id', 'received', 'first_visit'],
  incidents: ['id'],
  reports: ['id', 'report'],
  audits: ['id'],
  staff: ['id', 'level'],
  funding: ['in_budget'],
  counts: ['denominator'],
};

/** What stands in a column, by `register.column` or by column alone. Any other column is empty. */
export function cellOf(register: string, key: string, draw: Draw): Cell {
  return (cells[`${register}.${key}`] ?? cells[key])?.(draw) ?? null;
}

/** Columns whose values often lie next to each other: the later named beside the earlier. */
export const neighbours: readonly (readonly [string, string])[] = [
  ['due_date', 'done_date'],
  ['due_date', 'closed_date'],
  ['due_date', 'submitted'],
  ['amount_due', 'amount_paid'],
  ['pay_due', 'pay_paid'],
  ['checked', 'correct'],
];

const cells: Readonly<Record<string, (draw: Draw) => Cell>> = {
  'women.birth_date': birthday,
  birth_date: eventDate,
  due_date: eventDate,
  done_date: eventDate,
  method_date: eventDate,
  date: eventDate,
  received: eventDate,
  closed_date: eventDate,
  submitted: eventDate,
  population: whole(200, 900),
  married_women: whole(0, 12),
  planned_births: whole(0, 9),
  informed_choice: word(YES_NO),
  self_governance: word(YES_NO),
  marital: word(['已婚', '已婚', '再婚', '有配偶', '未婚', '离婚', '丧偶', '21', '90']),
  method: word(['上环', '女扎', '男扎', '皮埋', '避孕套', '口服药', '外用药', '药具', '结扎', '安全期', '无', '待孕']),
  rh_service: word(YES_NO),
  sex: word(['男', '女', '男', '女', '男婴', '女性', '1', '2', '未说明']),
  parity: word(['1', '2', '一孩', '第2孩', '3', '多孩', '五孩及以上', '头孩']),
  policy: word(['政策内', '政策内', '计划内', '政策外', '计划外', '符合', '不符合']),
  'procedures.kind': word(['放环', '取环', '皮埋', '取皮埋', '女扎', '男扎', '人流', '引产', '药具', '其他']),
  complication: rareWord(['无', '否', '有']),
  'followups.kind': word(['术后', '药具', '术后随访', '药具随访']),
  standard: word(['规范', '规范', '是', '不规范']),
  person_id: ({ numbers }) => numbers.weighted([[null, 1], ...['1', '2', '3', '4', '5'].map((n) => [n, 1] as const)]),
  item: word(['药具', '孕环检', '放环', '皮埋', '结扎', '人流', '并发症诊治', '复通', '妇检', '咨询', '讲座', '其他']),
  free: word(['免费', '免费', '是', '收费']),
  group: word(['群众', '育龄群众', '育龄妇女', '计生干部', '干部']),
  satisfied: rareWord(['很满意', '满意', '基本满意', '一般', '不满意', '是']),
  rights: rareWord(ANSWERED),
  rh_knowledge: rareWord(ANSWERED),
  method_knowledge: rareWord(ANSWERED),
  cadre_knowledge: rareWord(ANSWERED),
  'benefits.item': () => '独生子女父母奖励',
  amount_due: amount,
  amount_paid: amount,
  direction: word(['流出', '外出', '流入', '暂住']),
  certificate: word(YES_NO),
  served: word(YES_NO),
  first_visit: word(YES_NO),
  'incidents.kind': word([
    '非法鉴定胎儿性别',
    '选择性别终止妊娠',
    '技术服务事故',
    '违法行政行为',
    '恶性事件',
    '群体性事件',
  ]),
  report: () => '月报表',
  checked: whole(0, 30),
  correct: whole(0, 30),
  level: () => '村级',
  pay_due: amount,
  pay_paid: amount,
  year: ({ numbers, last }) =>
    numbers.weighted<Cell>([
      [calendarDate(last).year, 12],
      [`${calendarDate(last).year}年度`, 3],
      [calendarDate(last).year - 1, 3],
      [null, 1],
      ['不详', 1],
    ]),
  in_budget: word(YES_NO),
  amount,
  'funding.standard': whole(0, 9),
};

function column(key: string, header: string, kind: Column['kind']): Column {
  return { key, header, kind };
}

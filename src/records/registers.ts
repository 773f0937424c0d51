import { certain } from '../model/certain.ts';
import { type Column, type FieldsOf, optional, required } from './column.ts';
import { register, remark, village } from './register.ts';

const WOMAN_ID = '育龄妇女编码 妇女编码 人员编码 档案号';
const BIRTH_DATE = '出生年月日 出生时间 出生年月 生日';
const METHOD_DATE = '措施日期 落实措施日期 采取日期';
const SEX = '婴儿性别 孩子性别';

/** The standard form: what a header, a sheet and a cell may be called stands here and in `codeLists` only. */
export const registers = {
  villages: register({ zh: '村情', en: 'villages' }, '村基本情况 村情况一览表', {
    code: required('text', '村代码'),
    name: required('text', '村名'),
    town: optional('text', '乡镇'),
    population: optional('int', '总人口'),
    married_women: optional('int', '已婚育龄妇女人数'),
    planned_births: optional('int', '人口计划出生数'),
    informed_choice: optional('yesno', '规范开展知情选择'),
    self_governance: optional('yesno', '实行村民自治'),
    remark,
  }),
  women: register({ zh: '育龄妇女', en: 'women' }, '育龄妇女登记册 已婚育龄妇女登记册 育龄妇女花名册', {
    village,
    id: optional('id', '妇女编号', { also: WOMAN_ID }),
    birth_date: required('date', '出生日期', { also: `${BIRTH_DATE} 女方出生日期`, isEvent: true }),
    marital: required('marital', '婚姻状况', { also: '婚况 婚姻 婚姻情况' }),
    method: required('method', '避孕方法', { also: '避孕措施 节育措施 避孕节育措施 避孕状况 现用措施' }),
    method_date: optional('date', '落实日期', { also: METHOD_DATE, isEvent: true }),
    rh_service: optional('yesno', '接受规范生殖健康服务', { also: '生殖健康服务 规范服务' }),
    remark,
  }),
  births: register({ zh: '出生', en: 'births' }, '出生登记册 生育登记册 出生花名册', {
    village,
    id: optional('id', '出生编号'),
    mother_id: optional('id', '母亲编号', { also: `${WOMAN_ID} 母亲编码` }),
    birth_date: required('date', '出生日期', {
      also: `${BIRTH_DATE} 婴儿出生日期 生育日期 分娩日期 小孩出生日期`,
      isEvent: true,
    }),
    sex: required('sex', '性别', { also: SEX }),
    parity: required('parity', '孩次', { also: '第几孩 几孩' }),
    policy: required('policy', '政策属性', {
      also: '计划内外 计划内/计划外 政策内外 是否符合政策 是否计划内 计内计外',
    }),
    remark,
  }),
  procedures: register({ zh: '节育', en: 'procedures' }, '节育登记册 节育措施落实登记册 手术登记册', {
    village,
    id: optional('id', '手术编号'),
    woman_id: optional('id', '妇女编号', { also: WOMAN_ID }),
    kind: required('procedure', '项目', { also: '手术名称 手术类别 手术项目 措施' }),
    due_date: optional('date', '应落实日期'),
    done_date: required('date', '落实日期', {
      also: `${METHOD_DATE} 手术日期 施术日期`,
      empty: 'never',
      isEvent: true,
    }),
    complication: optional('yesno', '并发症', { also: '手术并发症 有无并发症', empty: 'no' }),
    remark,
  }),
  followups: register({ zh: '随访', en: 'followups' }, '随访登记册', {
    village,
    id: optional('id', '随访编号'),
    woman_id: optional('id', '妇女编号', { also: WOMAN_ID }),
    kind: required('followup', '随访类别'),
    due_date: required('date', '应随访日期'),
    done_date: required('date', '随访日期', { also: '访视日期 随访时间', empty: 'never', isEvent: true }),
    standard: optional('yesno', '是否规范'),
    remark,
  }),
  services: register({ zh: '服务', en: 'services' }, '服务登记册 生殖健康服务登记册', {
    village,
    id: optional('id', '服务编号'),
    person_id: optional('id', '服务对象编号'),
    date: required('date', '服务日期', { isEvent: true }),
    sex: optional('sex', '性别', { also: SEX }),
    item: required('service', '服务项目'),
    free: optional('yesno', '是否免费', { also: '免费 收费情况' }),
    remark,
  }),
  surveys: register({ zh: '调查', en: 'surveys' }, '问卷调查 满意度调查', {
    village,
    id: optional('id', '问卷编号'),
    date: required('date', '调查日期', { isEvent: true }),
    group: required('group', '调查对象'),
    satisfied: optional('satisfaction', '满意', { empty: 'not-asked' }),
    rights: optional('yesno', '权利知晓', { empty: 'not-asked' }),
    rh_knowledge: optional('yesno', '生殖健康知识知晓', { empty: 'not-asked' }),
    method_knowledge: optional('yesno', '避孕方法知识知晓', { empty: 'not-asked' }),
    cadre_knowledge: optional('yesno', '基本知识知晓', { empty: 'not-asked' }),
    remark,
  }),
  benefits: register({ zh: '奖励优惠', en: 'benefits' }, '优惠政策登记册 奖励兑现', {
    village,
    id: optional('id', '兑现编号'),
    item: optional('text', '奖励项目'),
    due_date: required('date', '应兑现日期'),
    amount_due: required('money', '应兑现金额'),
    amount_paid: required('money', '实兑现金额'),
    remark,
  }),
  migrants: register({ zh: '流动人口', en: 'migrants' }, '流动人口登记册', {
    village,
    id: optional('id', '流动人口编号'),
    direction: required('direction', '流向', { also: '流动方向 流动性质' }),
    certificate: optional('yesno', '婚育证明', { also: '发证 办证 持证 是否持证' }),
    served: optional('yesno', '享受服务'),
    remark,
  }),
  petitions: register({ zh: '信访', en: 'petitions' }, '信访登记簿', {
    village,
    id: optional('id', '信访编号'),
    received: required('date', '受理日期', { isEvent: true }),
    first_visit: optional('yesno', '初信初访'),
    due_date: required('date', '办结期限'),
    closed_date: required('date', '结案日期', { also: '办结日期', empty: 'never', isEvent: true }),
    remark,
  }),
  incidents: register({ zh: '事件', en: 'incidents' }, '事件登记册', {
    village,
    id: optional('id', '事件编号'),
    date: required('date', '发生日期', { isEvent: true }),
    kind: required('incident', '事件类别'),
    remark,
  }),
  reports: register({ zh: '信息报送', en: 'reports' }, '报表报送登记', {
    village,
    id: optional('id', '报表编号'),
    report: optional('text', '报表名称'),
    due_date: required('date', '应报日期'),
    submitted: required('date', '上报日期', { also: '报送日期 报告日期', empty: 'never', isEvent: true }),
    remark,
  }),
  audits: register({ zh: '核查', en: 'audits' }, '统计核查', {
    village,
    id: optional('id', '核查编号'),
    date: required('date', '核查日期', { isEvent: true }),
    checked: required('int', '核查项数'),
    correct: required('int', '正确项数'),
    remark,
  }),
  staff: register({ zh: '工作人员', en: 'staff' }, '计生工作人员', {
    village,
    id: optional('id', '人员编号'),
    level: optional('text', '级别'),
    pay_due: required('money', '应发报酬'),
    pay_paid: required('money', '实发报酬'),
    remark,
  }),
  funding: register({ zh: '经费', en: 'funding' }, '事业经费', {
    village,
    year: required('int', '年度'),
    in_budget: optional('yesno', '纳入财政预算'),
    amount: required('money', '投入金额'),
    population: required('int', '总人口'),
    standard: required('money', '省定人均标准'),
    remark,
  }),
  counts: register({ zh: '指标数据', en: 'counts' }, '汇总', {
    village,
    measure: required('text', '指标代号'),
    numerator: required('decimal', '分子'),
    denominator: optional('decimal', '分母'),
    remark,
  }),
};

export type RegisterName = keyof typeof registers;

/** What the cells of a register's records are, by key. */
export type Fields<K extends RegisterName> = FieldsOf<(typeof registers)[K]['columns']>;

export const registerNames = Object.keys(registers) as readonly RegisterName[]; // keyof is exact: the object is a literal

/** The columns of a register by key, where the register is known only at run time. */
export function columnsOf(register: RegisterName): Readonly<Record<string, Column>> {
  return registers[register].columns;
}

const positions = new Map(
  registerNames.map((name) => [name, new Map(Object.keys(columnsOf(name)).map((key, position) => [key, position]))]),
);

/** Where in the records of a register the cell of a column is. */
export function positionOf(register: RegisterName, key: string): number {
  return certain(positionIn(register, key), `column ${key} of ${register}`);
}

/** The same, or `undefined` where the register has no such column. */
export function positionIn(register: RegisterName, key: string): number | undefined {
  return positions.get(register)?.get(key);
}

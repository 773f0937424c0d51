/** What a column is written as: ids and words are text, so that no program takes them for numbers. */
export type ColumnKind = 'text' | 'number' | 'money' | 'date';

export interface Column {
  readonly key: string;
  readonly header: string;
  readonly kind: ColumnKind;
}

export interface RegisterForm {
  readonly key: string;
  readonly sheet: string;
  readonly columns: readonly Column[];
}

const kinds: Readonly<Record<string, ColumnKind>> = { '#': 'number', '¥': 'money', '@': 'date' };

/**
 * The standard form, written out again: the shipped ledgers must not follow a slip in the program's own table.
 *
 * The register of audits is left out on purpose: its measure has no data in the shipped district.
 */
export const registerForms = [
  form(
    'villages',
    '村基本情况',
    'code 村代码|name 村名|town 乡镇|population 总人口 #|married_women 已婚育龄妇女人数 #|planned_births 人口计划出生数 #|informed_choice 规范开展知情选择|self_governance 实行村民自治',
  ),
  form(
    'women',
    '育龄妇女登记册',
    'village 村名|id 妇女编号|birth_date 出生日期 @|marital 婚姻状况|method 避孕方法|method_date 落实日期 @|rh_service 接受规范生殖健康服务|remark 备注',
  ),
  form(
    'births',
    '出生登记册',
    'village 村名|id 出生编号|mother_id 母亲编号|birth_date 出生日期 @|sex 性别|parity 孩次 #|policy 政策属性|remark 备注',
  ),
  form(
    'procedures',
    '节育登记册',
    'village 村名|id 手术编号|woman_id 妇女编号|kind 项目|due_date 应落实日期 @|done_date 落实日期 @|complication 并发症',
  ),
  form(
    'followups',
    '随访登记册',
    'village 村名|id 随访编号|woman_id 妇女编号|kind 随访类别|due_date 应随访日期 @|done_date 随访日期 @|standard 是否规范',
  ),
  form(
    'services',
    '服务登记册',
    'village 村名|id 服务编号|person_id 服务对象编号|date 服务日期 @|sex 性别|item 服务项目|free 是否免费',
  ),
  form(
    'surveys',
    '问卷调查',
    'village 村名|id 问卷编号|date 调查日期 @|group 调查对象|satisfied 满意|rights 权利知晓|rh_knowledge 生殖健康知识知晓|method_knowledge 避孕方法知识知晓|cadre_knowledge 基本知识知晓',
  ),
  form(
    'benefits',
    '优惠政策登记册',
    'village 村名|id 兑现编号|item 奖励项目|due_date 应兑现日期 @|amount_due 应兑现金额 ¥|amount_paid 实兑现金额 ¥',
  ),
  form(
    'migrants',
    '流动人口登记册',
    'village 村名|id 流动人口编号|direction 流向|certificate 婚育证明|served 享受服务',
  ),
  form(
    'petitions',
    '信访登记簿',
    'village 村名|id 信访编号|received 受理日期 @|first_visit 初信初访|due_date 办结期限 @|closed_date 结案日期 @',
  ),
  form('incidents', '事件登记册', 'village 村名|id 事件编号|date 发生日期 @|kind 事件类别'),
  form('reports', '报表报送登记', 'village 村名|id 报表编号|report 报表名称|due_date 应报日期 @|submitted 上报日期 @'),
  form('staff', '工作人员', 'village 村名|id 人员编号|level 级别|pay_due 应发报酬 ¥|pay_paid 实发报酬 ¥'),
  form(
    'funding',
    '事业经费',
    'village 村代码|year 年度 #|in_budget 纳入财政预算|amount 投入金额 ¥|population 总人口 #|standard 省定人均标准 ¥',
  ),
] as const satisfies readonly RegisterForm[];

export type RegisterKey = (typeof registerForms)[number]['key'];

function form<K extends string>(key: K, sheet: string, columns: string): RegisterForm & { readonly key: K } {
  return { key, sheet, columns: columns.split('|').map(column) };
}

function column(text: string): Column {
  const [key = '', header = '', mark = ''] = text.split(' ');
  return { key, header, kind: kinds[mark] ?? 'text' };
}

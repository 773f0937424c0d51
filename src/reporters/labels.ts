import type { Severity } from '../model/diagnostic.ts';
import type { PeriodOrigin, SkippedRows, Status } from '../model/report.ts';
import type { Words } from '../model/words.ts';

/** One word for a status, the same in every format that a person reads. */
export const statusWords: Readonly<Record<Status, Words>> = {
  pass: words('达标', 'pass'),
  fail: words('未达标', 'fail'),
  undetermined: words('无法判定', 'undetermined'),
  'no-data': words('无数据', 'no data'),
  'small-sample': words('样本小', 'small sample'),
  'not-applicable': words('不适用', 'not applicable'),
  off: words('不考核', 'off'),
  suppressed: words('隐去', 'suppressed'),
};

export const severityWords: Readonly<Record<Severity, Words>> = {
  error: words('错误', 'error'),
  warning: words('警告', 'warning'),
  notice: words('提示', 'notice'),
};

export const originWords: Readonly<Record<PeriodOrigin, Words>> = {
  option: words('命令中指定', 'as asked'),
  configuration: words('出自配置', 'from the configuration'),
  'file-name': words('出自文件名', 'from the file name'),
  'folder-name': words('出自文件夹名', 'from the folder name'),
  title: words('出自标题行', 'from a title row'),
};

export const skippedWords: Readonly<Record<keyof SkippedRows, Words>> = {
  blank: words('空行', 'blank'),
  total: words('合计行', 'totals'),
  note: words('说明行', 'notes'),
  header: words('重复表头', 'repeated headers'),
  duplicate: words('重复记录', 'duplicates'),
};

/** The severities as headings of a number. */
export const problemWords: Readonly<Record<'errors' | 'warnings' | 'notices', Words>> = {
  errors: words('错误', 'errors'),
  warnings: words('警告', 'warnings'),
  notices: words('提示', 'notices'),
};

/** Warnings that the user has explained: no problems any more, and not forgotten. */
export const explainedWord = words('已说明', 'explained');

/** Short words: names of columns, headings, and what stands before a figure. */
export const labels = {
  tool: words('计划生育优质服务指标核查', 'Family-planning service indicators'),
  period: words('报告期', 'Period'),
  to: words(' 至 ', ' to '),
  profile: words('标准', 'Profile'),
  configuration: words('配置', 'Configuration'),
  ledgers: words('台账', 'Ledgers'),
  only: words('只看', 'Only'),
  published: words('公布', 'Published'),
  submissions: words('收件', 'Submissions'),
  measure: words('指标', 'Measure'),
  value: words('数值', 'Value'),
  parts: words('分子/分母', 'Num./den.'),
  unknown: words('不详', 'Unknown'),
  threshold: words('要求', 'Required'),
  status: words('结论', 'Status'),
  remark: words('说明', 'Remarks'),
  summary: words('汇总', 'Summary'),
  problems: words('数据问题', 'Problems in the data'),
  villages: words('各村结果', 'Villages'),
  towns: words('各乡镇结果', 'Towns'),
  village: words('村', 'Village'),
  town: words('乡镇', 'Town'),
  total: words('全部', 'All'),
  withoutFigure: words('各处都没有数值：', 'Without a figure anywhere: '),
  nothing: words('没有数值', 'no figure'),
  mendFirst: words('先改这些', 'What to mend first'),
  allProblems: words('全部问题', 'All problems'),
  indicatorList: words('指标', 'Indicators'),
  chart: words('与要求相比', 'Against the threshold'),
  chartKey: words(
    '图中：浅绿为达标范围，竖线为要求；圆点为数值，粗线为上下限，细线为 95% 置信区间。各图刻度不同，见两端数字。',
    'In the charts: the green range meets the threshold, the upright line; the dot is the value, the thick line goes from low to high, the thin one is the 95 % interval. Each chart has its own scale, written at its ends.',
  ),
  open: words('展开', 'Open'),
  needsScript: words(
    '这里要由本页的脚本展开。如果一直是空的，是浏览器禁止了它：请换一个浏览器，或用 CSV、JSON 格式的报告。',
    'The page’s own script fills this in. If it stays empty, the browser does not let it: try another, or the report as CSV or JSON.',
  ),
  filter: words('按名称筛选', 'Filter by name'),
  onlyFailing: words('只看有未达标的', 'Only those that fail a measure'),
  name: words('名称', 'Name'),
  definitions: words('指标说明', 'Definitions'),
  capped: words('下列代码的问题较多，只列出一部分；全部处数：', 'Of these codes only a part is listed; in all:'),
  settles: words('关系到能否判定：', 'May settle:'),
  skippedRows: words('跳过的行', 'Rows skipped'),
  severity: words('程度', 'Severity'),
  code: words('代码', 'Code'),
  number: words('处数', 'Places'),
  place: words('位置', 'Where'),
  howToMend: words('改法', 'How to mend it'),
  sheet: words('工作表', 'Sheet'),
  register: words('登记册', 'Register'),
  headerRow: words('表头行', 'Header row'),
  rowsThere: words('行', 'Rows'),
  rowsRead: words('读', 'Read'),
  notRead: words('未读：不是登记册，或缺必需的列', 'not read: no known register, or one that lacks required columns'),
  mend: words('改法：', 'Mend: '),
  at: words('位置：', 'Where: '),
  forExample: words('例如：', 'For example: '),
  next: words('接下来', 'What next'),
  reading: words('读取情况', 'What was read'),
  shortened: words(
    '这一页太长，其余部分没有列出；请用 -f html=文件 或 -f json=文件 查看全部。',
    'This page would be too long: its other parts are left out. Write -f html=FILE or -f json=FILE to see them all.',
  ),
  ignoredColumns: words('未读的列：', 'Columns not read: '),
  showsValues: words(
    '本报告的说明里写出了单元格的内容，请勿外传。',
    'The messages of this report show what cells hold: do not pass it on.',
  ),
} as const;

export function words(zh: string, en: string): Words {
  return { zh, en };
}

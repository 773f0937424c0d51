import {
  type DiagnosticCode,
  type DiagnosticData,
  describe as describeDiagnostic,
  diagnosticKinds,
} from '../../src/model/diagnostic.ts';
import type {
  AreaReport,
  DiagnosticReport,
  Figures,
  IndicatorReport,
  LedgerReport,
  MeasureReport,
  Report,
  ShownFigures,
} from '../../src/model/report.ts';
import { count, indicator, measure, missing, proportion, quotient, window } from './sample-measures.ts';

/** Every status, type, unit and kind of bound, as a district of two ledgers and twelve villages might show them. */
const indicators: readonly IndicatorReport[] = [
  indicator('1', ['人口计划与政策生育', 'Population plan and births within policy'], 'fail', [
    quotient('1a', ['人口计划完成', 'Births against plan'], [98, 100], {
      status: 'pass',
      threshold: '<= 100%',
      unit: '%',
    }),
    proportion('1b', ['三年符合政策生育率', 'Births within policy, three years'], [291, 302, 3], {
      status: 'fail',
      threshold: '>= 97%',
      shortfall: 5,
      window: window('3y'),
    }),
    proportion('1c', ['计划外多孩出生率', 'Third and later births outside the plan'], [2, 305], {
      status: 'fail',
      threshold: '<= 0.1%',
      shortfall: 2,
      window: window('3y'),
    }),
  ]),
  indicator('2', ['群众满意', 'Satisfaction of the public'], 'pass', [
    proportion('2', ['群众满意率', 'Public satisfied'], [186, 198], {
      status: 'pass',
      threshold: '>= 90%',
      shortfall: 0,
      coverage: { ledgers: 1, of: 2 },
    }),
  ]),
  indicator('3', ['奖励优惠政策', 'Rewards and benefits'], 'undetermined', [
    proportion('3a', ['奖励优惠政策兑现率', 'Benefits paid in full'], [41, 41], {
      status: 'pass',
      threshold: '= 100%',
      shortfall: 0,
    }),
    measure('3b', ['奖励优惠资金兑现率', 'Benefit money paid'], {
      status: 'undetermined',
      type: 'sum',
      threshold: '= 100%',
      numerator: 24600.5,
      denominator: 24600.5,
      unknown: 1,
      value: 100,
      shown: { value: '100.00', low: null, high: null },
    }),
  ]),
  indicator('4', ['免费基本技术服务', 'Free basic technical services'], 'fail', [
    proportion('4', ['免费基本技术服务落实率', 'Basic technical services free of charge'], [815, 816], {
      status: 'fail',
      threshold: '= 100%',
      shortfall: 1,
    }),
  ]),
  indicator('5', ['知情选择', 'Informed choice'], 'pass', [
    proportion('5', ['规范开展知情选择村比例', 'Villages with proper informed choice'], [11, 12], {
      status: 'pass',
      threshold: '>= 90%',
      window: window('stock'),
    }),
  ]),
  indicator('6', ['村民自治', 'Self-governance'], 'undetermined', [
    proportion('6', ['村民自治村比例', 'Villages with self-governance'], [10, 11, 1], {
      status: 'undetermined',
      threshold: '>= 90%',
      shortfall: 1,
      window: window('stock'),
    }),
  ]),
  indicator('7', ['出生人口性别结构', 'Sex structure of births'], 'pass', [
    quotient('7a', ['三年出生性别比', 'Sex ratio at birth, three years'], [155, 150], {
      status: 'small-sample',
      threshold: '103..107',
      unit: 'per100',
      interval: [82.5, 129.6],
      window: window('3y'),
    }),
    count('7b', ['非法鉴定和选择性别终止妊娠', 'Unlawful sex determination or sex-selective termination'], 0, {
      status: 'pass',
      threshold: '= 0',
      window: window('3y'),
    }),
  ]),
  indicator('8', ['避孕节育', 'Contraception'], 'undetermined', [
    proportion('8a', ['已婚育龄妇女综合避孕率', 'Contraceptive prevalence, married women'], [1688, 1886, 21], {
      status: 'pass',
      threshold: '>= 85%',
      shortfall: 0,
      window: window('stock'),
    }),
    proportion('8b', ['避孕及时率', 'Methods provided in time'], [94997, 100000], {
      status: 'fail',
      threshold: '>= 95%',
      shortfall: 3,
      shown: { value: '94.997', low: '94.997', high: '94.997' },
    }),
    quotient('8c', ['出生人流比', 'Terminations to births'], [12, 0], {
      status: 'undetermined',
      threshold: '<= 0.25',
      unit: 'ratio',
      unknown: 2,
      value: null,
      low: 6,
      high: null,
      shown: { value: null, low: '6.00', high: '∞' },
    }),
  ]),
  indicator('9', ['技术服务质量', 'Quality of technical services'], 'fail', [
    proportion('9a', ['落实避孕措施及时率', 'Contraceptive measures done in time'], [94997, 100000], {
      status: 'fail',
      threshold: '>= 95%',
      shortfall: 3,
      shown: { value: '94.997', low: '94.997', high: '94.997' },
    }),
    proportion('9b', ['规范术后随访率', 'Follow-up after operations to standard'], [96, 97, 2], {
      status: 'pass',
      threshold: '>= 95%',
      shortfall: 0,
    }),
    proportion('9c', ['规范药具随访率', 'Follow-up of supplies to standard'], [300, 310], {
      status: 'pass',
      threshold: '>= 95%',
      shortfall: 0,
    }),
    count('9d', ['技术服务事故', 'Technical accidents'], 1, { status: 'fail', threshold: '= 0', window: window('3y') }),
    proportion('9e', ['手术并发症率', 'Complications of operations'], [0, 412], {
      status: 'pass',
      threshold: '<= 1‰',
      unit: '‰',
      shortfall: 0,
      window: window('3y'),
    }),
  ]),
  indicator('10', ['生殖健康服务', 'Reproductive-health services'], 'fail', [
    proportion('10a', ['规范生殖健康服务率', 'Women with standard reproductive-health services'], [2310, 2614, 8], {
      status: 'fail',
      threshold: '>= 95%',
      shortfall: 181,
      window: window('stock'),
    }),
    proportion('10b', ['男性参与比例', 'Participation of men'], [310, 1120, 4], {
      status: 'pass',
      threshold: '>= 20%',
      shortfall: 0,
    }),
  ]),
  indicator('11', ['计生干部', 'Family-planning cadres'], 'small-sample', [
    proportion('11', ['计生干部知识知晓率', 'Cadres who know the basics'], [12, 12], {
      status: 'small-sample',
      threshold: '>= 95%',
      shortfall: 0,
    }),
  ]),
  indicator('12', ['群众知晓', 'What the public knows'], 'no-data', [
    missing('12a', ['基本权利知晓率', 'Knowledge of rights'], { status: 'no-data', threshold: '>= 90%' }),
    missing('12b', ['生殖健康知识知晓率', 'Knowledge of reproductive health'], {
      status: 'no-data',
      threshold: '>= 85%',
    }),
    missing('12c', ['避孕方法知识知晓率', 'Knowledge of methods'], { status: 'no-data', threshold: '>= 85%' }),
  ]),
  indicator('13', ['依法行政', 'Lawful administration'], 'pass', [
    count('13a', ['违法行政行为', 'Unlawful administrative acts'], 0, {
      status: 'pass',
      threshold: '= 0',
      window: window('3y'),
    }),
    proportion('13b', ['初访结案率', 'First petitions closed'], [19, 19], {
      status: 'pass',
      threshold: '>= 95%',
      shortfall: 0,
    }),
    count('13c', ['恶性、群体性事件', 'Malignant or mass incidents'], 0, { status: 'pass', threshold: '= 0' }),
    proportion('13d', ['按期结案率', 'Petitions closed when due'], [24, 25], {
      status: 'pass',
      threshold: '>= 95%',
      shortfall: 0,
    }),
  ]),
  indicator('14', ['流动人口', 'Migrants'], 'pass', [
    proportion('14a', ['流动人口发证率', 'Certificates for those who leave'], [171, 188, 1], {
      status: 'pass',
      threshold: '>= 90%',
      shortfall: 0,
      window: window('stock'),
    }),
    proportion('14b', ['流动人口服务率', 'Migrants served'], [301, 340], {
      status: 'pass',
      threshold: '>= 80%',
      shortfall: 0,
      window: window('stock'),
    }),
  ]),
  indicator('15', ['统计信息', 'Statistics'], 'pass', [
    proportion('15a', ['统计信息及时率', 'Reports in time'], [144, 144], {
      status: 'pass',
      threshold: '= 100%',
      shortfall: 0,
    }),
    measure('15b', ['统计信息准确率', 'Accuracy of statistics'], {
      status: 'pass',
      type: 'sum',
      threshold: '>= 95%',
      numerator: 1180,
      denominator: 1200,
      unknown: 0,
      value: 98.33333333333333,
      low: 98.33333333333333,
      high: 98.33333333333333,
    }),
    quotient('15c', ['已婚育龄妇女信息覆盖率', 'Married women on record'], [1886, 1870], {
      status: 'pass',
      threshold: '>= 98%',
      unit: '%',
      window: window('stock'),
    }),
  ]),
  indicator('16', ['工作人员报酬', 'Pay of staff'], 'not-applicable', [
    measure('16', ['工作人员报酬落实率', 'Pay of staff paid in full'], {
      status: 'not-applicable',
      threshold: '= 100%',
      numerator: 0,
      denominator: 0,
      unknown: 0,
      window: window('stock'),
    }),
  ]),
  indicator('17', ['经费投入', 'Funding'], 'off', [
    proportion('17a', ['经费纳入财政预算', 'Funding in the budget'], [1, 1], {
      status: 'off',
      window: window('stock'),
    }),
    measure('17b', ['人均事业费达标', 'Funding per head against the standard'], {
      status: 'off',
      type: 'sum',
      numerator: 432000,
      denominator: 420000.5,
      unknown: 0,
      value: 102.857,
      low: 102.857,
      high: 102.857,
    }),
  ]),
];

const villages = [
  '东风村',
  '红旗村',
  '前进村',
  '柳树沟村',
  '石桥村',
  '大王庄',
  '小王庄',
  '杨家湾村',
  '北山村',
  '河口村',
  '新民村',
  '东风村',
];

/** Figures of a part of the whole, so that neighbours differ: the n-th village lacks n mod 4 records. */
function partOf(whole: MeasureReport, n: number, parts: number): ShownFigures {
  const figures = plainPartOf(whole, n, parts);
  const decimals = (value: number) => (value < 95 && value.toFixed(2) === '95.00' ? 3 : 2);
  const text = (value: number | null) =>
    value === null ? null : whole.unit === 'count' ? `${value}` : value.toFixed(decimals(value));
  return { ...figures, shown: { value: text(figures.value), low: text(figures.low), high: text(figures.high) } };
}

function plainPartOf(whole: MeasureReport, n: number, parts: number): Figures {
  const { status, numerator: a, denominator: b, threshold, unit } = whole;
  const isEmpty = a === null || (b !== null && b < parts);
  const nothing = {
    numerator: a === null ? null : 0,
    denominator: b === null ? null : 0,
    unknown: a === null ? null : 0,
  };
  if (isEmpty)
    return { ...nothing, status: a === null ? status : 'not-applicable', value: null, low: null, high: null };
  const [denominator, unknown] = [b === null ? null : Math.floor(b / parts), n % 4 === 3 ? 1 : 0];
  const numerator = Math.max(0, Math.floor(a / parts) - (threshold?.startsWith('>=') ? n % 4 : 0));
  const scale = { '%': 100, '‰': 1000, per100: 100, ratio: 1, count: 1 }[unit];
  const value = (scale * numerator) / (denominator ?? 1);
  const [first = 0, second = first] = (threshold?.match(/[\d.]+?(?=\.\.|[%‰]|$)/g) ?? []).map(Number);
  const meets = threshold?.startsWith('>=')
    ? value >= first
    : threshold?.startsWith('<=')
      ? value <= first
      : value === first;
  const judged =
    unit === 'per100' || second !== first ? 'small-sample' : meets ? 'pass' : unknown > 0 ? 'undetermined' : 'fail';
  return { status: status === 'off' ? 'off' : judged, numerator, denominator, unknown, value, low: value, high: value };
}

function area(
  name: string,
  n: number,
  { code, town, parts }: { code: string | null; town: string | null; parts: number },
): AreaReport {
  const measures = indicators.flatMap(({ measures: all }) => all.map((whole) => [whole.id, partOf(whole, n, parts)]));
  return { code, name, town, measures: Object.fromEntries(measures) };
}

const areas = villages.map((name, n) =>
  area(name, n, { code: `9901${10 + n}`, town: n < 6 ? '清河镇' : '白石镇', parts: 12 }),
);
const towns = ['白石镇', '清河镇'].map((name, n) => area(name, n, { code: null, town: null, parts: 2 }));

type Place = Pick<DiagnosticReport, 'file' | 'sheet' | 'cell' | 'row' | 'column'>;

function problem<C extends DiagnosticCode>(
  code: C,
  data: DiagnosticData<C>,
  place: Partial<Place>,
  decides: string[] = [],
): DiagnosticReport {
  const at = { ledger: 0, sheet: 0, row: null, column: null };
  // Code and data are a pair by the signature; TypeScript cannot follow it into the union.
  const messages = describeDiagnostic({ code, at, data } as Parameters<typeof describeDiagnostic>[0]);
  const nowhere: Place = { file: null, sheet: null, cell: null, row: null, column: null };
  return {
    code,
    severity: diagnosticKinds[code].severity,
    ...nowhere,
    ...place,
    message: messages.zh,
    messages,
    decides,
  };
}

const [north, south] = ['清河镇-2025-06.xlsx', '白石镇-2025-06.xlsx'];

const diagnostics: readonly DiagnosticReport[] = [
  ...[17, 18, 40, 41, 77, 90, 101].map((row) =>
    problem(
      'invalid-date',
      { column: '出生日期' },
      { file: north, sheet: '出生', cell: `D${row}`, row, column: '出生日期' },
      row === 17 ? ['8c'] : [],
    ),
  ),
  problem(
    'invalid-word',
    { column: '婚姻状况', expected: { zh: '已婚、未婚、离婚、丧偶', en: '已婚, 未婚, 离婚, 丧偶' } },
    { file: north, sheet: '育龄妇女', cell: 'E230', row: 230, column: '婚姻状况' },
  ),
  problem(
    'duplicate-record',
    { column: '妇女编号', firstSheet: '育龄妇女', firstRow: 12, hasVillage: true },
    { file: north, sheet: '育龄妇女', cell: 'B44', row: 44, column: '妇女编号' },
  ),
  problem(
    'absent-in-some',
    { measures: ['2'], missing: { zh: '“调查”表', en: 'register of surveys' } },
    { file: south },
  ),
  problem('over-100', { measure: '15c', village: null }, {}),
  problem(
    'unknown-village',
    { column: '村名', stated: true, rows: 1 },
    { file: south, sheet: '出生', cell: 'A9', row: 9, column: '村名' },
  ),
  problem(
    'total-disagrees',
    { column: '总人口' },
    { file: south, sheet: '村情', cell: 'D16', row: 16, column: '总人口' },
  ),
  problem(
    'empty-cells',
    { column: '实行村民自治', rows: 1, key: null },
    { file: south, sheet: '村情', column: '实行村民自治' },
    ['6'],
  ),
  problem(
    'empty-cells',
    { column: '实兑现金额', rows: 1, key: null },
    { file: south, sheet: '奖励优惠', column: '实兑现金额' },
    ['3b'],
  ),
  problem(
    'ignored-column',
    { column: '家庭住址', suggestion: null },
    { file: south, sheet: '育龄妇女', column: '家庭住址' },
  ),
  problem('encoding', { encoding: 'gb18030' }, { file: south, sheet: '核查' }),
];

const sheet = {
  file: null,
  encoding: null,
  headerRow: 3,
  skipped: { blank: 0, total: 0, note: 0, header: 0, duplicate: 0 },
  columns: [{ header: '出生日期', column: 'D', key: 'birth_date' }],
  ignoredColumns: [],
  suggestions: [],
  hidden: { sheet: false, rows: 0, columns: 0 },
};

const ledgers: readonly LedgerReport[] = [
  {
    file: north,
    sha256: 'b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9',
    sheets: [
      {
        ...sheet,
        name: '出生',
        register: 'births',
        rows: 160,
        read: 155,
        skipped: { blank: 2, total: 1, note: 1, header: 1, duplicate: 0 },
      },
      {
        ...sheet,
        name: '育龄妇女',
        register: 'women',
        rows: 1400,
        read: 1399,
        skipped: { ...sheet.skipped, duplicate: 1 },
      },
      {
        ...sheet,
        name: '封面',
        register: null,
        headerRow: null,
        rows: 0,
        read: 0,
        hidden: { sheet: true, rows: 0, columns: 0 },
      },
    ],
  },
  {
    file: south,
    sha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    sheets: [
      {
        ...sheet,
        name: '育龄妇女',
        register: 'women',
        encoding: 'gb18030',
        rows: 1255,
        read: 1255,
        ignoredColumns: ['家庭住址', '联系电话', '落实日其'],
        suggestions: [{ header: '落实日其', suggestion: '落实日期' }],
        hidden: { sheet: false, rows: 3, columns: 1 },
      },
    ],
  },
];

export const sampleReport: Report = {
  schema: 'fp-check/report/1',
  tool: { name: 'fp-check', version: '0.1.0' },
  notice: '政策属性等类别自 2021 年 8 月起已成历史；数字只用于统计和检查数据质量，不得据以对个人作出决定。',
  notices: {
    zh: '政策属性等类别自 2021 年 8 月起已成历史；数字只用于统计和检查数据质量，不得据以对个人作出决定。',
    en: 'The policy categories are historical since August 2021; figures are for statistics and data quality only, not for decisions about a person.',
  },
  period: { from: '2025-01-01', to: '2025-06-30', origin: 'file-name' },
  profile: { name: 'district-17', digest: 'sha256:7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069' },
  showsValues: false,
  published: null,
  submissions: null,
  only: null,
  ledgers,
  indicators,
  areas,
  towns,
  diagnostics,
  diagnosticTotals: {
    'invalid-date': 7,
    'invalid-word': 1,
    'duplicate-record': 1,
    'absent-in-some': 1,
    'over-100': 1,
    'unknown-village': 1,
    'total-disagrees': 1,
    'empty-cells': 2,
    'ignored-column': 1,
    encoding: 1,
  },
  explained: [],
  summary: {
    pass: 6,
    fail: 4,
    undetermined: 3,
    'no-data': 1,
    'small-sample': 1,
    'not-applicable': 1,
    suppressed: 0,
    off: 1,
    errors: 9,
    warnings: 4,
    notices: 4,
  },
};

/** The sample with names that try to be markup, formulas, commands and terminal codes. */
export const hostileReport: Report = {
  ...sampleReport,
  ledgers: sampleReport.ledgers.map((ledger) => ({ ...ledger, file: 'a,title=x::error %.xlsx' })),
  areas: areas.map((village) => ({
    ...village,
    code: null,
    name: `<b>村</b> & "|@all \`x\` #12\u001b`,
    town: '=cmd|"/c calc"!A1',
  })),
  diagnostics: diagnostics.map((diagnostic) => ({
    ...diagnostic,
    file: 'a,title=x::error %.xlsx',
    sheet: ']]>\n::error::x|`<script>',
    message: '</script>\r\n::warning::%0A',
    messages: { zh: '</script>\r\n::warning::%0A', en: '</script>\r\n::warning::%0A' },
  })),
};

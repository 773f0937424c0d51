import type { Words } from '../model/words.ts';

/** The codes of a list and the words that mean each. The key `unknown` holds words that say "not known". */
export type CodeList = Readonly<Record<string, readonly string[]>>;

const YES = '是 有 对 √ ✓ ✔ Y YES TRUE 1 已 合格 落实 已落实 达标 规范 免费 知晓 知道'.split(' ');
const NO = '否 无 没有 × ✗ ✘ X N NO FALSE 0 未 不合格 未落实 不达标 不规范 收费 不知晓 不知道'.split(' ');
const FEMALE_STERILISATION = '女扎 女结扎 女性绝育 输卵管结扎'.split(' ');
const MALE_STERILISATION = '男扎 男性绝育 输精管结扎'.split(' ');

/** Numbers are the national codes where one exists (GB/T 2261). The first word of a code is the one we show. */
export const codeLists = {
  yesno: { yes: YES, no: NO },
  satisfaction: {
    yes: ['满意', '很满意', '非常满意', '基本满意', ...YES],
    no: ['不满意', '很不满意', '一般', ...NO],
  },
  sex: {
    male: ['男', '男性', '男孩', '男婴', 'M', '1'],
    female: ['女', '女性', '女孩', '女婴', 'F', '2'],
    unknown: ['0', '9', '未知', '未说明'],
  },
  marital: {
    married: '已婚 初婚 再婚 复婚 在婚 有配偶 20 21 22 23'.split(' '),
    unmarried: ['未婚', '10'],
    divorced: ['离婚', '离异', '40'],
    widowed: ['丧偶', '30'],
    unknown: ['90', '未说明'],
  },
  method: {
    iud: '宫内节育器 上环 放环 环 节育器 含铜环'.split(' '),
    female_sterilisation: FEMALE_STERILISATION,
    male_sterilisation: MALE_STERILISATION,
    implant: ['皮下埋植', '皮埋'],
    pill_injection: '口服及注射避孕药 口服药 避孕药 打针 避孕针'.split(' '),
    condom: ['避孕套', '安全套'],
    external: ['外用药', '避孕栓', '避孕膜'],
    supplies: ['药具'],
    sterilisation: ['结扎', '绝育'],
    other: ['其他', '其它', '安全期'],
    none: '无 未避孕 未采取 未落实 无措施 取环 待孕 现孕 怀孕 孕期 产后 哺乳期 不孕 绝经'.split(' '),
  },
  policy: {
    in: ['政策内', '计划内', '计内', '符合', '符合政策', ...YES],
    out: ['政策外', '计划外', '计外', '不符合', '不符合政策', ...NO],
  },
  procedure: {
    iud_insertion: '放环 上环 放置宫内节育器 放置节育器'.split(' '),
    iud_removal: '取环 取出宫内节育器 取器'.split(' '),
    implant_insertion: ['皮埋', '皮下埋植', '放置皮埋'],
    implant_removal: ['取皮埋', '取出皮埋'],
    female_sterilisation: FEMALE_STERILISATION,
    male_sterilisation: MALE_STERILISATION,
    termination: '人流 人工流产 药物流产 药流 引产'.split(' '),
    supplies: ['药具', '领取药具', '发放药具'],
    other: ['其他', '其它'],
  },
  followup: {
    postoperative: ['术后', '术后随访', '手术随访'],
    supplies: ['药具', '药具随访'],
  },
  service: {
    supplies: ['药具', '发放药具'],
    pregnancy_iud_check: '孕环检 孕情检查 环情检查 查环查孕'.split(' '),
    iud: ['放环', '取环'],
    implant: ['皮埋'],
    sterilisation: '结扎 女扎 男扎 绝育'.split(' '),
    termination: ['人流', '引产'],
    complication_care: ['并发症诊治'],
    reversal: ['复通'],
    rh_exam: ['妇检', '妇女病普查', '生殖健康检查'],
    counselling: ['咨询'],
    lecture: ['讲座', '培训'],
    other: ['其他', '其它'],
  },
  group: {
    public: ['群众', '一般群众'],
    reproductive_age: ['育龄群众', '育龄妇女', '育妇'],
    cadre: ['计生干部', '干部'],
  },
  direction: { out: ['流出', '外出'], in: ['流入', '暂住'] },
  incident: {
    sex_determination: ['非法鉴定胎儿性别'],
    sex_selective_termination: ['选择性别终止妊娠'],
    technical_accident: ['技术服务事故'],
    unlawful_act: ['违法行政行为'],
    malignant: ['恶性事件'],
    mass: ['群体性事件'],
  },
} as const satisfies Record<string, CodeList>;

export type CodeListName = keyof typeof codeLists;

/** The codes that a cell of a list can hold. */
export type CodeOf<L extends CodeListName> = Exclude<keyof (typeof codeLists)[L], 'unknown'> & string;

/** Words that mean "nothing here" in every column; 无 too, wherever it is not itself a code. */
export const emptyWords = ['空', '-', '—', '——', '/', '\\', 'N/A', 'NA', '暂无'] as const;
export const EMPTY_UNLESS_CODE = '无';

/** Words that mean "not known" in every column, without a diagnostic. */
export const unknownWords = ['不详', '未知', '待查'] as const;

/** A code in words: the first word of the list, and the code itself with spaces. */
export function codeWords(list: CodeListName, code: string): Words {
  const words: CodeList = codeLists[list];
  return { zh: words[code]?.[0] ?? code, en: code.replaceAll('_', ' ') };
}

import type { Words } from './words.ts';

export type Severity = 'error' | 'warning' | 'notice';

/** Where a diagnostic points: by position, so that it sorts in reading order; names are added when it is reported. */
export interface Place {
  /** The number of the ledger in the run, from 0; `null` for the run as a whole. */
  readonly ledger: number | null;
  /** The number of the sheet in its ledger, from 0. */
  readonly sheet: number | null;
  readonly row: number | null;
  /** The number of the column, from 0. */
  readonly column: number | null;
}

/** The data that the words of a code need. Never a cell's value: that goes into `value`, shown only on request. */
export type DiagnosticData<C extends DiagnosticCode> = Parameters<(typeof diagnosticKinds)[C]['message']>[0];

/** One thing wrong, or worth knowing, at one place. A value: collected, counted, shown; never thrown. */
export type Diagnostic = {
  [C in DiagnosticCode]: {
    readonly code: C;
    readonly at: Place;
    readonly data: DiagnosticData<C>;
    /** What the cell holds. Kept apart, for `--show-values` alone. */
    readonly value?: string;
  };
}[DiagnosticCode];

interface Column {
  /** The header of the column, as the sheet has it. */
  readonly column: string;
}

interface Kind<D> {
  readonly severity: Severity;
  readonly message: (data: D) => Words;
  /** How to mend it. */
  readonly mend: Words;
  /** A made-up case. */
  readonly example: Words;
}

/** All that can be said of a ledger. A code, its severity and its words stand here only. */
export const diagnosticKinds = {
  'invalid-date': kind<Column>(
    'error',
    ({ column }) =>
      words(
        `“${column}”里的内容读不成日期，或没有这一天。`,
        `“${column}” holds no readable date, or a day that does not exist.`,
      ),
    words(
      '填成 2025-06-30 这样的日期；只知道月份时填 2025-06。',
      'Write the date as 2025-06-30, or 2025-06 where only the month is known.',
    ),
    words(
      '2025-02-30；一月还是十月分不清的数字 2025.1',
      '2025-02-30, or the number 2025.1, which may be January or October',
    ),
  ),
  'invalid-number': kind<Column & { readonly expected: Words }>(
    'error',
    ({ column, expected }) =>
      words(`“${column}”里的内容不是${expected.zh}。`, `“${column}” does not hold ${expected.en}.`),
    words(
      '只填数字，不带百分号、“万元”和负号；金额最多两位小数。',
      'Write the number alone: no per cent sign, no 万元, not negative; money with at most 2 decimals.',
    ),
    words('95%；3.5 万元；−2', '95%, 3.5万元, −2'),
  ),
  'invalid-word': kind<Column & { readonly expected: Words }>(
    'error',
    ({ column, expected }) =>
      words(
        `“${column}”里的词不在代码表中，应为：${expected.zh}。`,
        `“${column}” holds a word that is not in its code list. Expected one of: ${expected.en}.`,
      ),
    words(
      '改成代码表里的词；本地惯用的词可在配置的 words 里登记。',
      'Use a word of the code list, or add your own word under “words” in the configuration.',
    ),
    words('“婚姻状况”一列写“见附件”', '“见附件” (see attachment) under 婚姻状况'),
  ),
  'lost-digits': kind<Column>(
    'error',
    ({ column }) =>
      words(
        `“${column}”的编号存成了数字，超过 15 位的部分已经丢失。`,
        `“${column}” is an id stored as a number: its digits beyond the 15th are lost.`,
      ),
    words(
      '把这一列设为文本格式，再照原件重新录入编号。',
      'Format the column as text and type the id again from the original.',
    ),
    words('显示为 1.10101E+17 的编号', 'an id shown as 1.10101E+17'),
  ),
  'error-cell': kind<Column>(
    'error',
    ({ column }) =>
      words(`“${column}”是公式错误值，没有内容可读。`, `“${column}” shows a formula error: there is no value to read.`),
    words('改正公式，或直接填写数值。', 'Mend the formula, or type the value.'),
    words('#REF!、#N/A', '#REF!, #N/A'),
  ),
  'formula-without-value': kind<Column>(
    'error',
    ({ column }) =>
      words(`“${column}”是一个还没有算出结果的公式。`, `“${column}” is a formula that has not been calculated yet.`),
    words(
      '用 Excel 或 WPS 打开工作簿，重新计算后保存。',
      'Open the workbook in Excel, WPS or LibreOffice, recalculate and save it.',
    ),
    words('由程序生成、从未打开过的工作簿', 'a workbook written by a program and never opened'),
  ),
  'parity-zero': kind<Column>(
    'error',
    ({ column }) => words(`“${column}”是 0，孩次应从 1 开始。`, `“${column}” is 0: birth orders begin with 1.`),
    words('照出生证明填写孩次：1、2、3……', 'Write the birth order: 1, 2, 3 …'),
    words('孩次 0', 'birth order 0'),
  ),
  'correct-above-checked': kind<Column>(
    'error',
    ({ column }) =>
      words(
        `“${column}”大于核查项数，这一行不计入准确率。`,
        `“${column}” is above the number of items checked: the row is left out of the accuracy rate.`,
      ),
    words(
      '核对核查项数和正确项数，是否填反。',
      'Compare the items checked and the items correct: they may be swapped.',
    ),
    words('核查 100 项，正确 120 项', '100 items checked, 120 correct'),
  ),
  'duplicate-record': kind<
    Column & { readonly firstSheet: string; readonly firstRow: number; readonly hasVillage: boolean }
  >(
    'error',
    ({ column, firstSheet, firstRow, hasVillage }) =>
      hasVillage
        ? words(
            `“${column}”与“${firstSheet}”第 ${firstRow} 行重复，同村同号只计第一次，本行未计入。`,
            `“${column}” repeats row ${firstRow} of “${firstSheet}”: of one village and id the first is counted, this row is not.`,
          )
        : words(
            `“${column}”与“${firstSheet}”第 ${firstRow} 行相同，两行是哪个村都不清楚，按同一村只计第一次，本行未计入。`,
            `“${column}” is that of row ${firstRow} of “${firstSheet}”, and the village of neither is clear: as of one village, the first is counted, this row is not.`,
          ),
    words(
      '删去重复的一行；如是两个人，改正编号，或写明各是哪个村。',
      'Delete the repeated row; if they are two records, correct the id, or say of which village each is.',
    ),
    words('同一村的两行都编为 B0001', 'two rows of one village with the id B0001'),
  ),
  'missing-column': kind<{
    readonly register: Words;
    readonly columns: readonly string[];
    /** False where no row looks like a header at all. */
    readonly hasHeader: boolean;
  }>(
    'error',
    ({ register, columns, hasHeader }) =>
      words(
        `${register.zh}${hasHeader ? '' : '的前 20 行里没有找到表头，'}缺少必需的列：${columns.join('、')}。整个登记册按没有处理。`,
        `The register of ${register.en} ${hasHeader ? 'lacks' : 'has no header in its first 20 rows and so lacks'} required columns: ${columns.join(', ')}. It counts as absent.`,
      ),
    words(
      '补上这些列的表头；表头用了别的说法时，在配置的 columns 里登记。',
      'Add the headers, or name your own header under “columns” in the configuration.',
    ),
    words('“出生”表没有“性别”一列', 'a sheet of births without 性别'),
  ),
  'ambiguous-register': kind<{ readonly registers: readonly Words[] }>(
    'error',
    ({ registers }) =>
      words(
        `表头同时符合${registers.map(({ zh }) => `“${zh}”`).join('和')}，无法判断是哪一种登记册，本表未读。`,
        `The header fits ${registers.map(({ en }) => `“${en}”`).join(' and ')} equally: the sheet was not read.`,
      ),
    words('用登记册的名称给工作表命名，如“出生”。', 'Name the sheet after its register, such as 出生.'),
    words('名为 Sheet1、表头通用的工作表', 'a sheet named Sheet1 whose headers fit two registers'),
  ),
  'ambiguous-village': kind<Column>(
    'error',
    ({ column }) =>
      words(
        `“${column}”的村名有两个村使用，只凭村名分不清，本行计入“(未注明)”。`,
        `“${column}” names a village, but two villages bear the name: the row is counted under “(未注明)”, not stated.`,
      ),
    words('这一列改填村代码。', 'Write the code of the village instead.'),
    words('两个镇各有一个“东风村”', 'two towns with a 东风村 each'),
  ),
  'village-conflict': kind<Column & { readonly firstSheet: string; readonly firstRow: number }>(
    'error',
    ({ column, firstSheet, firstRow }) =>
      words(
        `同一个村的“${column}”与“${firstSheet}”第 ${firstRow} 行不一致，按先出现的计算。`,
        `“${column}” differs from row ${firstRow} of “${firstSheet}” for the same village: the first is used.`,
      ),
    words('核对后只保留一行。', 'Find out which is right and keep one row.'),
    words('同一个村填了两个人口计划数', 'one village with two numbers of planned births'),
  ),
  'csv-row-too-long': kind<Record<never, never>>(
    'error',
    () =>
      words(
        '这一行的列数多于表头，多出的内容没有读。',
        'The row has more cells than the header: the surplus was not read.',
      ),
    words(
      '多半是内容里有未加引号的逗号；给该单元格加双引号。',
      'Most often a cell holds a separator: put the cell in double quotes.',
    ),
    words('备注里写了“一,二”', 'a remark with a comma in it'),
  ),
  'csv-unclosed-quote': kind<Record<never, never>>(
    'error',
    () =>
      words(
        '这一行有一个没有配对的双引号；从这一行起，引号按普通文字读。',
        'The row opens a double quote that is never closed: from here on, quotes are read as plain text.',
      ),
    words('补上配对的双引号，或删去它。', 'Close the quote or delete it.'),
    words('"东风村,B0001', '"东风村,B0001'),
  ),
  'bad-encoding': kind<{ readonly encoding: string }>(
    'error',
    ({ encoding }) =>
      words(`有按 ${encoding} 编码读不出的字。`, `There are characters that cannot be read as ${encoding}.`),
    words('用 --encoding 指明编码，或另存为 UTF-8。', 'Name the encoding with --encoding, or save the file as UTF-8.'),
    words('一半是 GBK、一半是 UTF-8 的文件', 'a file half GBK, half UTF-8'),
  ),
  'counts-invalid': kind<{ readonly problem: Words }>(
    'error',
    ({ problem }) =>
      words(`指标数据的这一行不能用：${problem.zh}。`, `This row of 指标数据 cannot be used: ${problem.en}.`),
    words('按“指标代号、分子、分母”改正这一行。', 'Correct the measure id, numerator and denominator.'),
    words('分子大于分母', 'a numerator above its denominator'),
  ),
  'beyond-limit': kind<{
    /** The sentence that names the file and the limit. */
    readonly refusal: Words;
  }>(
    'error',
    ({ refusal }) => refusal,
    words(
      '文件多半有误或有意构造，请重新取得或另存。文件无误时放宽限度：--limit 名称=数，或写进配置的 limits。限度有 file、inflated（字节，如 200M）、entries、rows、columns、cells、characters、levels、seconds。没有读完，因此不出结果，退出码 2。',
      'Most often the file is broken or made to do harm: obtain it again or save a copy. If it is as it should be, raise the limit with --limit name=number or under “limits” in the configuration. There are file, inflated (bytes, such as 200M), entries, rows, columns, cells, characters, levels and seconds. What is not read to its end gives no result: the exit code is 2.',
    ),
    words(
      '一张有两百万行的表；解压后有 1 GB 的小文件',
      'a sheet of two million rows; a small file that inflates to 1 GB',
    ),
  ),
  'unknown-village': kind<{ readonly column: string | null; readonly stated: boolean; readonly rows: number }>(
    'warning',
    ({ column, stated, rows }) =>
      stated
        ? words(
            `“${column}”的村不在村情表中，按所写的名称单列。`,
            `“${column}” names a village that the register of villages does not list: it is counted under the name as written.`,
          )
        : column === null
          ? words(
              `没有村名一列，${rows} 行计入“(未注明)”。`,
              `There is no column for the village: ${rowsIn(rows)}, counted under “(未注明)”, not stated.`,
            )
          : words(
              `“${column}”是空的，本行计入“(未注明)”。`,
              `“${column}” is empty: the row is counted under “(未注明)”, not stated.`,
            ),
    words(
      '在村情表中补上这个村，或改正村名、村代码；空着的逐行填写，没有村名一列的加上。',
      'Add the village to 村情, or correct its name or code; where it is empty, write it in each row, and add the column if there is none.',
    ),
    words('村名写错一个字；村名只写在第一行', 'a village name with one wrong character, or in the first row alone'),
  ),
  'village-repeated': kind<{ readonly firstSheet: string; readonly firstRow: number }>(
    'warning',
    ({ firstSheet, firstRow }) =>
      words(
        `与“${firstSheet}”第 ${firstRow} 行是同一个村，两行合并计算。`,
        `This is the village of row ${firstRow} of “${firstSheet}” again: the two rows are one village.`,
      ),
    words('同一个村只留一行。', 'Keep one row for a village.'),
    words('镇、村两本台账都有同一个村', 'a village in two ledgers'),
  ),
  'duplicate-header': kind<Column & { readonly first: string }>(
    'warning',
    ({ column, first }) =>
      words(
        `“${column}”与 ${first} 列是同一项，只读第一列。`,
        `“${column}” names the same thing as column ${first}: the first is read.`,
      ),
    words('删去或改名多余的一列。', 'Delete or rename the second column.'),
    words('两列都叫“出生日期”', 'two columns named 出生日期'),
  ),
  'total-disagrees': kind<Column>(
    'warning',
    ({ column }) =>
      words(
        `合计行的“${column}”与上面各行之和不一致；计算只用各行。`,
        `“${column}” of the total row is not the sum of the rows above; only the rows are counted.`,
      ),
    words('核对合计，或检查是否漏行。', 'Correct the total, or look for missing rows.'),
    words('三行之和是 16，合计写 18', 'rows that add up to 16 under a total of 18'),
  ),
  'merged-value': kind<Column & { readonly rows: number }>(
    'warning',
    ({ column, rows }) =>
      words(
        `“${column}”有 ${rows} 行合并成一格；值只算第一行的，其余按空白。`,
        `“${column}” is one merged cell over ${rowsIn(rows)}: the value belongs to the first, the others are empty.`,
      ),
    words('取消合并，逐行填写。', 'Unmerge the cell and fill in each row.'),
    words('三个人的出生日期合并为一格', 'one birth date merged over three persons'),
  ),
  'after-period': kind<Column>(
    'warning',
    ({ column }) => words(`“${column}”晚于报告期末。`, `“${column}” lies after the end of the period.`),
    words('核对日期和报告期。', 'Check the date, and the period of the run.'),
    words('六月的台账里有七月的出生', 'a birth of July in the ledger of June'),
  ),
  'absent-in-some': kind<{ readonly missing: Words; readonly measures: readonly string[] }>(
    'warning',
    ({ missing, measures }) =>
      words(
        `这本台账没有${missing.zh}：指标 ${measures.join('、')} 靠它的部分只出自其余台账。`,
        `This ledger has no ${missing.en}: what ${measures.length === 1 ? 'measure' : 'measures'} ${measures.join(', ')} ${measures.length === 1 ? 'takes' : 'take'} from it comes from the other ledgers alone.`,
      ),
    words('补上缺少的登记册或列后再算。', 'Add the missing register or column and check again.'),
    words('十个村中有一个没交“调查”表', 'one village of ten sent no surveys'),
  ),
  'no-reference': kind<{ readonly measure: string; readonly village: string; readonly column: string }>(
    'warning',
    ({ measure, village, column }) =>
      words(
        `指标 ${measure}：“${village}”没有“${column}”，这个村的记录只能作为可能数。`,
        `Measure ${measure}: “${village}” has no “${column}”, so its records can only count as possible.`,
      ),
    words(
      '在村情表中补填；村名本身不对的，先改村名。',
      'Fill it in in the register of villages; correct the name of the village first, if that is wrong.',
    ),
    words('村情表没有填人口计划出生数', 'a village without planned births'),
  ),
  'over-100': kind<{ readonly measure: string; readonly village: string | null }>(
    'warning',
    ({ measure, village }) =>
      words(
        `${village === null ? '' : `“${village}”的`}指标 ${measure} 超过 100 %：登记的人比村情表的人数还多。`,
        `Measure ${measure}${village === null ? '' : ` of “${village}”`} is above 100 %: more women are registered than the village counts.`,
      ),
    words('核对村情表的人数，并检查有无重复登记。', 'Check the number in 村情, and look for records entered twice.'),
    words('村情表写 7 名已婚育龄妇女，花名册有 9 名', '7 married women in 村情, 9 in the register'),
  ),
  'counts-differ': kind<{ readonly measure: string; readonly reason: Words }>(
    'warning',
    ({ measure, reason }) => words(`指标数据的 ${measure}：${reason.zh}。`, `指标数据 for ${measure}: ${reason.en}.`),
    words('改正指标数据，或删去这一行。', 'Correct the row of 指标数据, or delete it.'),
    words('登记册有 52 例出生，指标数据写 50', '52 births in the register, 50 in 指标数据'),
  ),
  // `key`: of a column that the sheet does not have, as another one of its register does.
  'empty-cells': kind<Column & { readonly rows: number; readonly key: string | null }>(
    'notice',
    ({ column, rows }) =>
      words(
        `“${column}”有 ${rows} 行是空的，按不详处理。`,
        `“${column}” is empty in ${rowsIn(rows)}: what should stand there is unknown.`,
      ),
    words('能查到的补填；确实不详的写“不详”。', 'Fill in what can be found out; write 不详 where it cannot.'),
    words('性别没有填', 'no sex written'),
  ),
  'month-only': kind<Column>(
    'notice',
    ({ column }) =>
      words(
        `“${column}”只写到月或年，分不清是否在期内。`,
        `“${column}” is known only to the month or year, which leaves a condition unknown.`,
      ),
    words('能查到的补填到日。', 'Write the day if it can be found out.'),
    words('2022年7月', '2022年7月'),
  ),
  'sentinel-date': kind<Column>(
    'notice',
    ({ column }) =>
      words(
        `“${column}”是 1900-01-00 一类的占位日期，按空白处理。`,
        `“${column}” is a placeholder such as 1900-01-00: read as empty.`,
      ),
    words('没有日期时留空。', 'Leave the cell empty where there is no date.'),
    words('1900-01-00、1904-01-01', '1900-01-00, 1904-01-01'),
  ),
  'hidden-part': kind<{ readonly what: 'sheet' | 'rows' | 'columns'; readonly count: number }>(
    'notice',
    ({ what, count }) =>
      what === 'sheet'
        ? words('这是隐藏的工作表，照常读取。', 'The sheet is hidden; it was read as usual.')
        : words(
            `有 ${count} 个隐藏的${what === 'rows' ? '行' : '列'}，照常读取。`,
            `${count} hidden ${count === 1 ? what.slice(0, -1) : what}: read as usual.`,
          ),
    words('确认隐藏的内容确实要计入。', 'Make sure that the hidden part is meant to count.'),
    words('筛选后留下的隐藏行', 'rows hidden by a filter'),
  ),
  'ignored-sheet': kind<{
    readonly sheet: string;
    /** The register that it may have been meant for, and the required columns that it lacks. */
    readonly nearly: { readonly register: Words; readonly missing: readonly string[] } | null;
    /** True of a chart, a dialogue or macros. */
    readonly isRowless: boolean;
  }>(
    'notice',
    ({ sheet, nearly, isRowless }) =>
      isRowless
        ? words(
            `“${sheet}”是图表、对话框或宏，不是工作表，没有可读的行。`,
            `“${sheet}” is a chart, a dialogue or macros, and no worksheet: it has no rows to read.`,
          )
        : words(
            `工作表“${sheet}”不是已知的登记册，未读。${nearly === null ? '' : `像是“${nearly.register.zh}”，但缺少必需的列：${nearly.missing.join('、')}。`}`,
            `The sheet “${sheet}” is no known register and was not read.${nearly === null ? '' : ` It looks like the register of ${nearly.register.en}, but lacks required columns: ${nearly.missing.join(', ')}.`}`,
          ),
    words(
      '如果是登记册，用登记册的名称给它命名，并补齐表头。',
      'If it is a register, name it as one and complete its header.',
    ),
    words('“说明”“封面”', 'a cover sheet'),
  ),
  'ignored-column': kind<Column & { readonly suggestion: string | null }>(
    'notice',
    ({ column, suggestion }) =>
      words(
        `列“${column}”不是已知的列，未读。${suggestion === null ? '' : `是不是“${suggestion}”？`}`,
        `The column “${column}” is not known and was not read.${suggestion === null ? '' : ` Did you mean “${suggestion}”?`}`,
      ),
    words(
      '如果要计入，改用标准表头，或在配置的 columns 里登记。',
      'If it should count, use the standard header or name it under “columns” in the configuration.',
    ),
    words('姓名、家庭住址', 'names, addresses'),
  ),
  encoding: kind<{ readonly encoding: string }>(
    'notice',
    ({ encoding }) => words(`文件按 ${encoding} 编码读取。`, `The file was read as ${encoding}.`),
    words('如有乱码，用 --encoding 指明编码。', 'If the text looks wrong, name the encoding with --encoding.'),
    words('没有标记的 GB18030 文件', 'a GB18030 file without a mark'),
  ),
  'misnamed-file': kind<{ readonly ending: string; readonly format: string }>(
    'notice',
    ({ ending, format }) =>
      words(
        `文件名以 ${ending} 结尾，内容却是 ${format} 工作簿，照内容读取。`,
        `The file is named ${ending} but is an ${format} workbook: it was read as what it is.`,
      ),
    words(
      '把扩展名改成与内容相符的：别的程序可能打不开，或读成乱码。',
      'Rename it after what it is: other programs may refuse it or read nonsense.',
    ),
    words('起名 .csv 的 .xlsx 工作簿', 'an .xlsx workbook named .csv'),
  ),
  'register-twice': kind<{ readonly register: Words; readonly first: string }>(
    'notice',
    ({ register, first }) =>
      words(
        `${register.zh}在“${first}”中已经有了，两处合为一册读。`,
        `The register of ${register.en} is also in “${first}”: the two are read as one.`,
      ),
    words('确认两处不是同一内容的两份。', 'Make sure that they are not two copies of one content.'),
    words('“出生”和“出生登记册”两张表', 'two sheets, 出生 and 出生登记册'),
  ),
};

export type DiagnosticCode = keyof typeof diagnosticKinds;

export function severityOf(code: DiagnosticCode): Severity {
  return diagnosticKinds[code].severity;
}

/** The sentence of a diagnostic in both languages, without its place. */
export function describe({ code, data }: Diagnostic): Words {
  // The union type pairs every code with its own data; TypeScript cannot follow the pair through the look-up.
  const message = diagnosticKinds[code].message as (data: unknown) => Words;
  return message(data);
}

function kind<D>(severity: Severity, message: (data: D) => Words, mend: Words, example: Words): Kind<D> {
  return { severity, message, mend, example };
}

function rowsIn(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}

function words(zh: string, en: string): Words {
  return { zh, en };
}

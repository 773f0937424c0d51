import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { workbookEntries, workbookXml } from '../parsers/workbook-writing.ts';
import { writeZip } from '../parsers/zip-writing.ts';
import { folder, JUNE, TWO_BIRTHS } from './folder.ts';
import { screening } from './screen.ts';

const june = readFileSync(JUNE);

/** What is typed, in a folder with some files; and the sentence that answers, in both languages. */
const mistakes: readonly (readonly [
  string,
  readonly string[],
  Readonly<Record<string, string | Uint8Array>>,
  RegExp,
  RegExp,
])[] = [
  ['no ledger', [], {}, /没有写台账的文件名/, /No ledger is named/],
  ['an empty name', [''], {}, /没有写台账的文件名：有一个名称是空的/, /No ledger is named: one of the names is empty/],
  [
    'an empty name beside another',
    ['diff', '2025-06', ''],
    TWO_BIRTHS,
    /有一个名称是空的/,
    /one of the names is empty/,
  ],
  [
    'an empty standard input',
    ['-', '-p', '2025-06', '--register', 'births'],
    {},
    /^fp-check: 标准输入是空的/,
    /^fp-check: Standard input is empty/,
  ],
  ['an empty standard input of any register', ['-'], {}, /^fp-check: 标准输入是空的/, /^fp-check: Standard input is/],
  ['one month to compare', ['diff', 'a.xlsx'], {}, /需要两个月的台账/, /takes the ledgers of two months/],
  ['no saved report', ['render'], {}, /没有写已保存的报告/, /No saved report is named/],
  ['no schema', ['schema'], {}, /没有写哪一种结构/, /No schema is named/],
  ['no shell', ['completion'], {}, /没有写哪一种命令行/, /No shell is named/],
  [
    'no such file',
    ['nope.xlsx'],
    {},
    /不能打开“nope\.xlsx”：没有这个文件/,
    /Cannot open “nope\.xlsx”: there is no such file/,
  ],
  ['an empty file', ['a.xlsx'], { 'a.xlsx': '' }, /“a\.xlsx”.*空/, /“a\.xlsx” is empty/],
  ['not a workbook', ['a.xlsx'], { 'a.xlsx': 'hello' }, /“a\.xlsx”/, /“a\.xlsx” is in fact plain text/],
  ['a truncated workbook', ['a.xlsx'], { 'a.xlsx': june.subarray(0, 20_000) }, /“a\.xlsx”/, /“a\.xlsx”/],
  ['an empty folder', ['d'], { 'd/readme.md': '' }, /“d”里没有台账/, /“d” holds no ledger/],
  [
    'workbooks and CSV together',
    ['d'],
    { 'd/a.xlsx': june, 'd/b.csv': '' },
    /既有工作簿又有 CSV/,
    /both workbooks and CSV/,
  ],
  [
    'no period',
    ['births.csv'],
    { 'births.csv': TWO_BIRTHS['2025-06/出生.csv'] },
    /fp-check births\.csv --period 2025-06/,
    /The latest date in the ledger is in 2025-06\. Name it: fp-check births\.csv --period 2025-06/,
  ],
  [
    'no period, and options that were typed',
    ['--profile', 'township', '--by=village', '-a', "the village's.xlsx", 'births.csv'],
    { 'births.csv': TWO_BIRTHS['2025-06/出生.csv'] },
    /：fp-check --profile township --by=village -a 'the village'\\''s\.xlsx' births\.csv --period 2025-06\n/,
    /Name it: fp-check --profile township --by=village -a 'the village'\\''s\.xlsx' births\.csv --period 2025-06\n/,
  ],
  [
    'no period, of a name that looks like an option',
    ['check', '-q', '--', '-a b.csv'],
    { '-a b.csv': TWO_BIRTHS['2025-06/出生.csv'] },
    /：fp-check check -q --period 2025-06 -- '-a b\.csv'\n/,
    /Name it: fp-check check -q --period 2025-06 -- '-a b\.csv'\n/,
  ],
  [
    'no period of the first of two',
    ['diff', 'births.csv', '2025-06', '--only', '1b'],
    { ...TWO_BIRTHS, 'births.csv': TWO_BIRTHS['2025-06/出生.csv'] },
    /：fp-check diff births\.csv 2025-06 --only 1b --period-before 2025-06\n/,
    /Name it: fp-check diff births\.csv 2025-06 --only 1b --period-before 2025-06\n/,
  ],
  [
    'two periods',
    ['2025-05.csv', '2025-06.csv'],
    { '2025-05.csv': TWO_BIRTHS['2025-06/出生.csv'], '2025-06.csv': TWO_BIRTHS['2025-06/出生.csv'] },
    /不止一个报告期：2025-05、2025-06/,
    /more than one period: 2025-05, 2025-06/,
  ],
  [
    'a period that is none',
    ['2025-06', '-p', 'June'],
    TWO_BIRTHS,
    /“June”不是报告期/,
    /“June” for --period is no period/,
  ],
  ['a month that is none', ['2025-06', '-p', '2025-13'], TWO_BIRTHS, /“2025-13”不是报告期/, /is no period/],
  [
    'a month that is none, of the first ledger',
    ['diff', '2025-06', '2025-06', '--period-before', '2025-13'],
    TWO_BIRTHS,
    /--period-before 的“2025-13”不是报告期/,
    /“2025-13” for --period-before is no period/,
  ],
  [
    'an unknown option',
    ['2025-06', '--formt'],
    TWO_BIRTHS,
    /没有“--formt”这个选项。是不是 --format？/,
    /no option “--formt”\. Did you mean --format\?/,
  ],
  [
    'an option that is like no other',
    ['diff', 'a', 'b', '--frob'],
    {},
    /没有“--frob”这个选项。fp-check diff --help 列出全部选项。/,
    /no option “--frob”\. fp-check diff --help lists them all\./,
  ],
  [
    'an option without its value',
    ['2025-06', '-p'],
    TWO_BIRTHS,
    /选项“-p, --period <period>”后面缺少内容/,
    /“-p, --period <period>” lacks its value/,
  ],
  [
    'three months to compare',
    ['diff', 'a', 'b', 'c'],
    {},
    /写多了：fp-check diff 后面只写 2 个名称。用法见 fp-check diff --help。/,
    /Too many words: fp-check diff takes 2 names\. fp-check diff --help shows/,
  ],
  ['a name too many', ['profiles', 'a', 'b'], {}, /fp-check profiles 后面只写 1 个名称/, /takes one name\./],
  ['a name for none', ['init', 'a'], {}, /fp-check init 后面不写名称/, /takes no names\./],
  ['no ledger for a command', ['canon'], {}, /例如：fp-check canon 2025-06/, /For example: fp-check canon 2025-06/],
  ['an unknown format', ['2025-06', '-f', 'jsn'], TWO_BIRTHS, /是不是“json”？/, /Did you mean “json”\?/],
  ['an unknown measure', ['2025-06', '--only', '99z'], TWO_BIRTHS, /--only 不认识“99z”/, /--only does not know “99z”/],
  [
    'an unknown kind of finding',
    ['2025-06', '--fail-on', 'errors'],
    TWO_BIRTHS,
    /是不是“error”？/,
    /Did you mean “error”\?/,
  ],
  [
    'none beside a kind of finding',
    ['2025-06', '--fail-on', 'none,error'],
    TWO_BIRTHS,
    /--fail-on 的 none 只能单独写：--fail-on none\n/,
    /The none of --fail-on stands alone: --fail-on none\n/,
  ],
  [
    'none beside a kind of change',
    ['diff', '2025-06', '2025-06', '--fail-on', 'worse, none'],
    TWO_BIRTHS,
    /--fail-on 的 none 只能单独写/,
    /The none of --fail-on stands alone/,
  ],
  [
    'no kind of finding',
    ['2025-06', '--fail-on', ''],
    TWO_BIRTHS,
    /--fail-on 后面是空的。例如：--fail-on indicator,error\n/,
    /--fail-on is given nothing\. For example: --fail-on indicator,error\n/,
  ],
  [
    'no measure',
    ['2025-06', '--only', ''],
    TWO_BIRTHS,
    /--only 后面是空的。例如：--only 1,9a\n/,
    /--only is given nothing\. For example: --only 1,9a\n/,
  ],
  [
    'a comma behind the last measure',
    ['diff', '2025-06', '2025-06', '--only', '1b,9A,'],
    TWO_BIRTHS,
    /--only 的“1b,9A,”多了一个逗号，或少了一项/,
    /“1b,9A,” for --only has a comma too many, or lacks a word/,
  ],
  [
    'two lists of measures',
    ['2025-06', '--only', '1', '--only=9a'],
    TWO_BIRTHS,
    /--only 写了两次：“1”和“9a”。请只写一次。/,
    /--only is given twice: “1” and “9a”\. Give it once\./,
  ],
  [
    'two outputs',
    ['diff', '2025-06', '2025-06', '-o', 'a.json', '-o', 'b.json'],
    TWO_BIRTHS,
    /--output 写了两次：“a\.json”和“b\.json”/,
    /--output is given twice: “a\.json” and “b\.json”/,
  ],
  [
    'two least numbers',
    ['render', 'a.json', '--publish', '--publish', '20'],
    {},
    /--publish 写了两次：“10”和“20”/,
    /--publish is given twice: “10” and “20”/,
  ],
  [
    'two formats where there is one',
    ['trend', '2025-06', '-f', 'json', '-f', 'table'],
    TWO_BIRTHS,
    /--format 写了两次/,
    /--format is given twice/,
  ],
  ['an unknown area', ['2025-06', '--by', 'county'], TWO_BIRTHS, /--by 不认识“county”/, /--by does not know “county”/],
  [
    'an unknown profile',
    ['2025-06', '--profile', 'district17'],
    TWO_BIRTHS,
    /是不是“district-17”/,
    /Did you mean “district-17”/,
  ],
  [
    'an unknown encoding',
    ['2025-06', '--encoding', 'klingon'],
    TWO_BIRTHS,
    /没有叫“klingon”的编码/,
    /no encoding “klingon”/,
  ],
  [
    'a register without an input',
    ['fixtures/2025-06.xlsx', '--register', 'births'],
    {},
    /标准输入的册子/,
    /standard input is/,
  ],
  ['an unknown register', ['-', '--register', 'birth'], {}, /是不是“births”？/, /Did you mean “births”\?/],
  ['an unknown limit', ['2025-06', '--limit', 'cell=1'], TWO_BIRTHS, /--limit/, /--limit/],
  [
    'a configuration that is not there',
    ['2025-06', '-c', 'c.yaml'],
    TWO_BIRTHS,
    /不能打开“c\.yaml”/,
    /Cannot open “c\.yaml”/,
  ],
  [
    'two formats on one screen',
    ['2025-06', '-f', 'json', '-f', 'table'],
    TWO_BIRTHS,
    /只能放一种格式/,
    /Only one format/,
  ],
  ['an ending that tells nothing', ['2025-06', '-o', 'report'], TWO_BIRTHS, /看不出格式/, /does not tell a format/],
  [
    'a template under another ending',
    ['template', '-o', 't.csv'],
    {},
    /“t\.csv”的是一个工作簿，名称须以 \.xlsx 结尾，如“t\.xlsx”/,
    /“t\.csv” is a workbook, whose name must end in \.xlsx: “t\.xlsx”, say/,
  ],
  [
    'a comparison as a workbook under another ending',
    ['diff', '2025-06', '2025-06', '-f', 'xlsx=a.json'],
    TWO_BIRTHS,
    /名称须以 \.xlsx 结尾，如“a\.xlsx”/,
    /must end in \.xlsx: “a\.xlsx”, say/,
  ],
  ['a template into -', ['template', '-o', '-'], {}, /“-”不是文件名/, /“-” is no name of a file/],
  ['a report into -', ['2025-06', '-f', 'json', '-o', '-'], TWO_BIRTHS, /“-”不是文件名/, /“-” is no name of a file/],
  ['a format into -', ['2025-06', '-f', 'json=-'], TWO_BIRTHS, /“-”不是文件名/, /“-” is no name of a file/],
  [
    'an output in no folder',
    ['2025-06', '-o', 'no/out.json'],
    TWO_BIRTHS,
    /不能写入“no\/out\.json”/,
    /Cannot write to “no\/out\.json”/,
  ],
  [
    'an output over the input',
    ['births.csv', '-p', '2025-06', '-f', 'csv', '-o', 'births.csv'],
    { 'births.csv': TWO_BIRTHS['2025-06/出生.csv'] },
    /就是输入的文件/,
    /is the input itself/,
  ],
  [
    'an output over a file of the folder that is read',
    ['2025-06', '-f', 'csv', '-o', '2025-06/出生.csv'],
    TWO_BIRTHS,
    /就是输入的文件/,
    /is the input itself/,
  ],
];

describe('a mistake is answered with a sentence and exit code 2', () => {
  test.each(mistakes)('%s', async (_, argv, files, zh, en) => {
    const cwd = folder(files);
    const before = readdirSync(cwd, { recursive: true }).sort();
    const [chinese, english] = [
      await screening(argv, { cwd }),
      await screening(argv, { cwd, env: { LANG: 'en_GB.UTF-8' } }),
    ];
    expect(chinese).toMatchObject({ code: 2, stdout: '' });
    expect(chinese.stderr).toMatch(zh);
    expect(english.stderr).toMatch(en);
    expect(english.stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual(before);
  });

  test('a register without a required column counts as absent, and says which column', async () => {
    const cwd = folder({ '2025-06/出生.csv': '村名,出生日期,孩次,政策属性\n东风村,2025-03-01,1,政策内\n' });
    const { code, stdout } = await screening(['2025-06', '-f', 'json'], { cwd });
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: 'missing-column', file: '2025-06/出生.csv', sheet: '出生' }]);
    expect(report.diagnostics[0].message).toContain('性别');
    expect(report.indicators[0].measures[1]).toMatchObject({ id: '1b', status: 'no-data', numerator: null });
  });

  test('a sheet that is no register is listed as ignored beside one that is', async () => {
    const cwd = folder({ ...TWO_BIRTHS, '2025-06/台账.csv': '甲,乙\n1,2\n' });
    const { code, stdout } = await screening(['2025-06', '-f', 'json'], { cwd });
    expect(code).toBe(3);
    expect(JSON.parse(stdout).diagnostics).toContainEqual(
      expect.objectContaining({ code: 'ignored-sheet', sheet: '台账' }),
    );
  });

  test.each([
    { kind: 'a table of something else', file: '2025-06.csv', content: '甲,乙\n1,2\n' },
    { kind: 'a text', file: '2025-06.txt', content: 'buy milk\n' },
    {
      kind: 'an empty workbook',
      file: '2025-06.xlsx',
      content: writeZip(workbookEntries({ workbook: workbookXml([['Sheet1', 'rId1']]) })),
    },
  ])('$kind is no ledger, alone or beside one, for all that judge; read shows it', async ({ file, content }) => {
    const cwd = folder({ [file]: content, ...TWO_BIRTHS });
    for (const argv of [[file], ['2025-06', file], ['diff', '2025-06', file], ['trend', file], ['canon', file]]) {
      const withKey = { cwd, env: { LANG: 'en_GB.UTF-8', FP_CHECK_KEY: 'k'.repeat(32) } };
      const { code, stderr, stdout } = await screening(argv, withKey);
      expect({ argv, code, stdout }).toEqual({ argv, code: 2, stdout: '' });
      expect(stderr).toContain(`“${file}” holds no register, so it is no ledger.`);
    }
    expect(await screening([file, '--allow-incomplete'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`“${file}”里没有一张表是登记册，不是台账。`),
    });
    expect((await screening(['read', file], { cwd })).code).toBe(0);
  });

  test('a text in an encoding that nobody has named is told of the option', async () => {
    const big5 = Buffer.from('a7f8a657', 'hex'); // 村名
    const cwd = folder({ '2025-06.csv': Buffer.concat([big5, Buffer.from(',1\n'), big5]) });
    for (const [language, said] of [
      ['zh', '如果是别的编码（如 Big5），请用 --encoding big5 指明。'],
      ['en', 'if it has another encoding, such as Big5, name that with --encoding big5.'],
    ] as const)
      expect((await screening(['2025-06.csv', '--lang', language], { cwd })).stderr).toContain(said);
  });

  test('a text whose one bad byte makes its header illegible says so', async () => {
    const text = Buffer.from('出生日期,性别,孩次,政策属性\n2025-01-01,男,1,政策内\n2025-01-02,\u0001,1,政策内\n');
    text[text.indexOf(1)] = 0xff;
    const cwd = folder({ '2025-06/出生.csv': text });
    const { code, stdout } = await screening(['2025-06', '-f', 'json'], { cwd });
    const codes = JSON.parse(stdout).diagnostics.map(({ code: kind }: { code: string }) => kind);
    expect(code).toBe(1);
    expect(codes).toEqual(expect.arrayContaining(['encoding', 'missing-column', 'bad-encoding']));
  });

  test('what a cell may hold is listed as each language lists', async () => {
    const cwd = folder({
      '2025-06/出生.csv': '村名,出生日期,性别,孩次,政策属性\n东风村,2025-03-01,见附件,许多,政策内\n',
    });
    const { diagnostics } = JSON.parse((await screening(['2025-06', '-f', 'json'], { cwd })).stdout);
    const told = diagnostics.flatMap(({ code, messages }: { readonly code: string; readonly messages: object }) =>
      code === 'invalid-word' ? [messages] : [],
    );
    expect(told).toMatchObject([
      { zh: expect.stringContaining('应为：男、女。'), en: expect.stringContaining('Expected one of: 男, 女.') },
      { zh: expect.stringContaining('一孩、二孩、三孩……。'), en: expect.stringContaining('一孩, 二孩, 三孩 ….') },
    ]);
  });

  test('cells that cannot be read are errors at their addresses, and exit 1', async () => {
    const cwd = folder({
      '2025-06/出生.csv':
        '村名,出生日期,性别,孩次,政策属性\n东风村,2025-02-30,男,0,政策内\n东风村,2025-03-01,见附件,1,政策内\n',
    });
    const { code, stdout } = await screening(['2025-06', '-f', 'json'], { cwd });
    const errors = JSON.parse(stdout).diagnostics.filter(({ severity }: { severity: string }) => severity === 'error');
    expect(code).toBe(1);
    expect(errors.map(({ code: kind, cell, column }: Record<string, string>) => [kind, cell, column])).toEqual([
      ['invalid-date', 'B2', '出生日期'],
      ['parity-zero', 'D2', '孩次'],
      ['invalid-word', 'C3', '性别'],
    ]);
  });
});

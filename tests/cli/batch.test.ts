import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { reporters } from '../../src/reporters/index.ts';
import { reportSchema } from '../../src/saved/report-schema.ts';
import { relationshipsXml, workbookEntries, workbookXml } from '../parsers/workbook-writing.ts';
import { writeZip } from '../parsers/zip-writing.ts';
import { folder } from './folder.ts';
import { screening } from './screen.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

interface Outcome {
  readonly code: number;
  readonly stderr: string;
  /** State and oddities by village. */
  readonly states: Readonly<Record<string, string>>;
  /** `null` where nothing was printed. */
  readonly report: Report | null;
}

/** A village's ledger: a folder of CSV with itself, and as many births as said; a month may change one of them. */
function village(path: string, [code, name]: readonly [string, string], births: readonly string[]): Files {
  const rows = births.map((id) => `${name},${id},2025-03-01,男,1,政策内\n`);
  return {
    [`${path}/村情.csv`]: `村代码,村名,乡镇\n${code},${name},青溪镇\n`,
    [`${path}/出生.csv`]: `村名,出生编号,出生日期,性别,孩次,政策属性\n${rows.join('')}`,
  };
}

const ids = (letter: string, number: number) => Array.from({ length: number }, (_, index) => `${letter}${index}`);
const [EAST, WEST, NORTH, SOUTH] = [
  ['01', '东村'],
  ['02', '西村'],
  ['03', '北村'],
  ['04', '南村'],
] as const;

const LIST = `村代码,村名,乡镇,收到日期
01,东村,青溪镇,2025-07-01
02,西村,青溪镇,2025-07-04
03,北村,青溪镇,
04,南村,青溪镇,2025-07-03
05,上村,青溪镇,
06,下村,青溪镇,
`;

const MONTH: Files = {
  'list.csv': LIST,
  ...village('2025-06/east', EAST, ids('E', 12)),
  ...village('2025-06/west', WEST, ids('W', 12)),
  ...village('2025-06/north', NORTH, []),
  ...village('2025-06/south', SOUTH, ids('S', 12)),
  '2025-06/06下村.xlsx': 'PK this is no workbook',
};
const LEDGERS = ['2025-06/east', '2025-06/west', '2025-06/north', '2025-06/south', '2025-06/06下村.xlsx'];
const DUE = ['--expected', 'list.csv', '--due', '2025-07-03', '-p', '2025-06'];

async function batch(files: Files, argv: readonly string[]): Promise<Outcome> {
  const { code, stdout, stderr } = await screening([...argv, '-f', 'json'], { cwd: folder(files) });
  if (stdout === '') return { code, stderr, states: {}, report: null };
  const report = reportSchema.parse(JSON.parse(stdout));
  const villages = report.submissions?.villages ?? [];
  const states = villages.map(({ name, state, oddities }) => [name, [state, ...oddities].join(' ')]);
  return { code, stderr, report, states: Object.fromEntries(states) };
}

describe('a month held against its list', () => {
  test('tells what came in time, late, empty, unreadable and not at all', async () => {
    const { states, code, report } = await batch(MONTH, [...LEDGERS, ...DUE]);
    expect(states).toEqual({
      东村: 'received',
      西村: 'late',
      北村: 'empty',
      南村: 'received',
      上村: 'missing',
      下村: 'unreadable',
    });
    expect(report?.submissions?.summary).toMatchObject({
      expected: 6,
      received: 2,
      late: 1,
      empty: 1,
      missing: 1,
      unreadable: 1,
    });
    expect(code).toBe(1);
  });

  test('has a matrix of how many rows each register has of each village', async () => {
    const { report } = await batch(MONTH, [...LEDGERS, ...DUE]);
    expect(report?.submissions?.registers).toEqual(['births']);
    expect(report?.submissions?.villages.map(({ rows }) => rows)).toEqual([
      { births: 12 },
      { births: 12 },
      {},
      { births: 12 },
      {},
      {},
    ]);
  });

  test('the due day itself is in time; without one nothing is late', async () => {
    const listed = [...LEDGERS, '--expected', 'list.csv', '-p', '2025-06'];
    expect((await batch(MONTH, [...listed, '--due', '2025-07-04'])).states['西村']).toBe('received');
    expect((await batch(MONTH, listed)).states['西村']).toBe('received');
  });

  test('when all came as they should, the run is judged as any other', async () => {
    const files = { ...MONTH, 'list.csv': '村代码,村名\n01,东村\n04,南村\n' };
    const ledgers = [
      '2025-06/east',
      '2025-06/south',
      '--expected',
      'list.csv',
      '-p',
      '2025-06',
      '--fail-on',
      'submission',
      '--allow-incomplete',
    ];
    expect(await batch(files, ledgers)).toMatchObject({ code: 0, states: { 东村: 'received', 南村: 'received' } });
  });

  test('the exit code can leave it out, or be made of it alone', async () => {
    const exit = async (...options: string[]) =>
      (await batch(MONTH, [...LEDGERS, ...DUE, '--allow-incomplete', ...options])).code;
    expect([await exit('--fail-on', 'none'), await exit('--fail-on', 'submission')]).toEqual([0, 1]);
  });

  test('the list may stand behind a chart', async () => {
    const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const list = workbookEntries({
      workbook: workbookXml([
        ['图', 'rId2'],
        ['名单', 'rId1'],
      ]),
      relationships: relationshipsXml([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'chartsheet', 'chartsheets/sheet1.xml'],
      ]),
      rows: `<row>${text('村名')}</row><row>${text('东村')}</row>`,
    });
    const { states } = await batch({ ...village('a', EAST, ids('E', 12)), 'list.xlsx': writeZip(list) }, [
      'a',
      '--expected',
      'list.xlsx',
      '-p',
      '2025-06',
    ]);
    expect(states).toEqual({ 东村: 'received' });
  });

  test('a village that nobody expected is told too', async () => {
    const { states } = await batch({ ...MONTH, 'list.csv': '村代码,村名\n01,东村\n' }, [
      '2025-06/east',
      '2025-06/west',
      ...DUE.slice(0, 2),
      '-p',
      '2025-06',
    ]);
    expect(states).toEqual({ 东村: 'received', 西村: 'unexpected' });
  });

  test('one workbook of several villages serves them all; the list may be a workbook and name its files', async () => {
    const files = {
      'list.csv': '村名,文件\n东村,a\n西村,a\n南村,b.csv\n',
      'a/村情.csv': '村代码,村名\n01,东村\n02,西村\n',
      'a/出生.csv':
        '村名,出生编号,出生日期,性别,孩次,政策属性\n东村,E,2025-03-01,男,1,政策内\n西村,W,2025-03-01,男,1,政策内\n',
      'b.csv': 'not a register\n',
    };
    const { states } = await batch(files, ['a', 'b.csv', '--expected', 'list.csv', '-p', '2025-06']);
    expect(states).toEqual({ 东村: 'received', 西村: 'received', 南村: 'unreadable' });
  });
});

describe('a ledger that lists no villages', () => {
  /** Births that name their village, in a file of their own. */
  const births = (path: string, name: string, letter: string): Files => {
    const rows = ids(letter, 12).map((id) => `${name},${id},2025-03-01,男,1,政策内\n`);
    return { [`${path}/出生.csv`]: `村名,出生编号,出生日期,性别,孩次,政策属性\n${rows.join('')}` };
  };
  const sent = { ...births('2025-06/a', '东村', 'E'), ...births('2025-06/b', '02', 'W') };
  const held = (list: string, files: Files = sent) =>
    batch({ ...files, 'list.csv': list }, ['2025-06/a', '2025-06/b', '--expected', 'list.csv', '-p', '2025-06']);

  test('is that of the village that its rows name, by name or code, whatever the list says of towns', async () => {
    const { states } = await held('村代码,村名,乡镇\n01,东村,青溪镇\n02,西村,青溪镇\n');
    expect(states).toEqual({ 东村: 'received', 西村: 'received' });
  });

  test('is nobody’s where the list has two villages of the name', async () => {
    const { report } = await held('村代码,村名,乡镇\n01,东村,青溪镇\n03,东村,柳岗镇\n02,西村,青溪镇\n');
    expect(report?.submissions?.villages.map(({ state }) => state)).toEqual(['missing', 'missing', 'received']);
  });

  test('is compared with last month’s, which lists them', async () => {
    const files = { ...sent, ...village('2025-05/east', EAST, ids('E', 12)), 'list.csv': '村名\n东村\n' };
    const { states } = await batch(files, [
      '2025-06/a',
      '--last',
      '2025-05/east',
      '--expected',
      'list.csv',
      '-p',
      '2025-06',
    ]);
    expect(states).toEqual({ 东村: 'received unchanged' });
  });
});

test('a file is not that of a village whose name lies within the name it bears', async () => {
  const broken = 'PK this is no workbook';
  const files = {
    'list.csv': '村名\n东村\n王村\n大王村\n小王村\n李村\n大李村\n',
    ...village('2025-06/east', EAST, ids('E', 1)),
    '2025-06/大王村和小王村.xlsx': broken,
    '2025-06/大李村和李村.xlsx': broken,
  };
  const { states } = await batch(files, [
    '2025-06/east',
    '2025-06/大王村和小王村.xlsx',
    '2025-06/大李村和李村.xlsx',
    '--expected',
    'list.csv',
    '-p',
    '2025-06',
  ]);
  expect(states).toEqual({
    东村: 'received',
    王村: 'missing',
    大王村: 'unreadable',
    小王村: 'unreadable',
    李村: 'unreadable',
    大李村: 'unreadable',
  });
});

test('a ledger that is broken in its rows is told as unreadable, and the others are read', async () => {
  const long = 'x'.repeat(40_000);
  const broken = `村名,出生编号,出生日期,性别,孩次,政策属性\n西村,${long},2025-03-01,男,1,政策内\n`;
  const files = { ...MONTH, '2025-06/west/出生.csv': broken };
  const { states, report } = await batch(files, [...LEDGERS, ...DUE]);
  expect(states).toMatchObject({ 东村: 'received', 西村: 'missing', 南村: 'received' });
  expect(report?.submissions?.unreadable).toMatchObject([
    {
      file: '2025-06/west',
      reason: { en: expect.stringMatching(/^The file “2025-06\/west\/出生\.csv” is beyond a limit/) },
    },
  ]);
  expect(report?.ledgers.map(({ file }) => file)).toEqual(['2025-06/east', '2025-06/north', '2025-06/south']);
});

describe('what is odd in what came', () => {
  test('records that are the same as last month', async () => {
    const files = {
      ...MONTH,
      ...village('2025-05/east', EAST, ids('E', 12).reverse()),
      ...village('2025-05/south', SOUTH, ids('S', 11)),
    };
    const { states } = await batch(files, [...LEDGERS, ...DUE, '--last', '2025-05/east', '--last', '2025-05/south']);
    expect(states).toMatchObject({ 东村: 'received unchanged', 南村: 'received' });
  });

  test('a ledger copied from another village, names changed', async () => {
    const files = { ...MONTH, ...village('2025-06/south', SOUTH, ids('E', 12)) };
    const { states, report } = await batch(files, [...LEDGERS, ...DUE]);
    expect(states).toMatchObject({ 东村: 'received copied', 南村: 'received copied' });
    expect(report?.submissions?.villages[0]?.copyOf).toBe('南村');
  });

  test('few rows may be the same by chance', async () => {
    const files = {
      ...MONTH,
      ...village('2025-06/east', EAST, ids('E', 9)),
      ...village('2025-06/south', SOUTH, ids('E', 9)),
    };
    expect((await batch(files, [...LEDGERS, ...DUE])).states).toMatchObject({ 东村: 'received', 南村: 'received' });
  });

  test('a village in two ledgers at once', async () => {
    const files = { ...MONTH, ...village('2025-06/again', EAST, ids('E', 12)) };
    const { states, report } = await batch(files, [...LEDGERS, '2025-06/again', ...DUE]);
    expect(states).toMatchObject({ 东村: 'received twice', 西村: 'late' });
    expect(report?.submissions?.villages[0]?.files).toEqual(['2025-06/east', '2025-06/again']);
  });
});

describe('the formats', () => {
  test.each(Object.keys(reporters).filter((format) => format !== 'csv' && format !== 'sarif'))(
    '%s tells what is missing',
    async (format) => {
      const { stdout } = await screening([...LEDGERS, ...DUE, '-f', format], { cwd: folder(MONTH) });
      expect(stdout).toContain('上村');
      expect(stdout).toMatch(format === 'json' ? /"state": "missing"/ : /缺/);
    },
  );

  test('the table has the matrix on request', async () => {
    const argv = [...LEDGERS, ...DUE, '--lang', 'en'];
    const [plain, verbose] = [
      await screening(argv, { cwd: folder(MONTH) }),
      await screening([...argv, '-v'], { cwd: folder(MONTH) }),
    ];
    expect(plain.stdout).toContain(
      '6 villages expected (by 2025-07-03): received 2, late 1, empty 1, unreadable 1, missing 1',
    );
    expect(plain.stdout).not.toMatch(/^ +births$/m);
    expect(verbose.stdout).toMatch(/^ +births\n东村 +12$/m);
  });

  test('what is published tells nothing of it', async () => {
    const { report } = await batch(MONTH, [...LEDGERS, ...DUE, '--publish']);
    expect(report?.submissions).toBeNull();
  });
});

describe('wrong lists and days', () => {
  test.each([
    [['--due', '2025-07-03'], /--due 要和 --expected/],
    [['--last', '2025-05'], /--last 要和 --expected/],
    [['--fail-on', 'submission'], /--fail-on submission 要和 --expected/],
    [['--expected', 'none.csv'], /不能打开“none.csv”/],
    [['--expected', 'list.csv', '--due', '3 July'], /--due 应是一天.*“3 July”/],
    [['--expected', 'list.csv', '--due', '2025-02-30'], /--due 应是一天/],
    [['--expected', 'undated.csv', '--due', '2025-07-03'], /没有“收到日期”一列.*文件本身的时间不可靠/],
    [['--expected', 'headless.csv'], /第一行应是表头，至少有“村名”/],
    [['--expected', 'twice.csv'], /第 3 行：这个村前面已经列过/],
    [['--expected', 'nameless.csv'], /第 3 行：没有村名/],
    [['--expected', 'dayless.csv'], /第 2 行：“收到日期”应写作/],
    [['--expected', 'short.csv'], /表头下面没有村/],
    [['--expected', 'list.csv', '-f', 'json=list.csv'], /就是输入的文件/],
  ])('%j is refused in words', async (options, message) => {
    const files = {
      ...MONTH,
      'undated.csv': '村名\n东村\n',
      'headless.csv': '东村\n西村\n',
      'twice.csv': '村代码,村名\n01,东村\n01,东村\n',
      'nameless.csv': '村代码,村名,乡镇\n01,东村,青溪镇\n,,青溪镇\n',
      'dayless.csv': '村名,收到日期\n东村,上周\n',
      'short.csv': '村名\n',
    };
    const { code, stderr } = await batch(files, ['2025-06/east', '-p', '2025-06', ...options]);
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
  });

  test('where no ledger can be read there is nothing to report on', async () => {
    const { code, stderr } = await batch(MONTH, ['2025-06/06下村.xlsx', ...DUE]);
    expect([code, stderr]).toEqual([2, expect.stringContaining('06下村.xlsx')]);
  });
});

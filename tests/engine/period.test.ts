import { describe, expect, test } from 'vitest';
import { monthName, monthsTold, parsePeriod } from '../../src/engine/period.ts';
import { choosePeriod, isPeriod, noPeriodError, type PeriodHints } from '../../src/engine/period-choice.ts';
import { day, isoDate } from '../../src/model/day.ts';

describe('a period as it is typed ends on', () => {
  test.each([
    ['2025-06', '2025-06-30'],
    ['2024-02', '2024-02-29'],
    ['2025-02', '2025-02-28'],
    ['2025-12', '2025-12-31'],
    ['2025-6', '2025-06-30'],
    ['202506', '2025-06-30'],
    ['2025年6月', '2025-06-30'],
    ['２０２５－０６', '2025-06-30'],
    [' 2025-06 ', '2025-06-30'],
    ['2025-Q1', '2025-03-31'],
    ['2025-Q2', '2025-06-30'],
    ['2025-Q3', '2025-09-30'],
    ['2025-Q4', '2025-12-31'],
    ['2025-q2', '2025-06-30'],
    ['2025-H1', '2025-06-30'],
    ['2025-H2', '2025-12-31'],
    ['2025', '2025-12-31'],
    ['2025-06-30', '2025-06-30'],
    ['2025-06-15', '2025-06-15'],
    ['2024-02-29', '2024-02-29'],
    ['2025年6月15日', '2025-06-15'],
  ])('%s: %s', (text, end) => {
    const period = parsePeriod(text);
    expect(period === undefined ? undefined : isoDate(period)).toBe(end);
  });

  test.each([
    '',
    'June',
    '25-06',
    '2025-00',
    '2025-13',
    '20256',
    '2025-Q0',
    '2025-Q5',
    '2025-H3',
    '2025-02-29',
    '2025-06-31',
    '2025-06-00',
    '2025-06-30-1',
    '2025-06..2025-07',
    '12025-06',
  ])('“%s” is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });
});

function told(text: string): readonly string[] {
  return monthsTold(text).map(isoDate);
}

describe('a name or title tells a month', () => {
  test.each([
    ['2025-06.xlsx', '2025-06-30'],
    ['2025-6.xlsx', '2025-06-30'],
    ['202506.xlsx', '2025-06-30'],
    ['2025年6月.xlsx', '2025-06-30'],
    ['2025年06月', '2025-06-30'],
    ['柳岗镇2025年6月', '2025-06-30'],
    ['柳岗镇202506台账', '2025-06-30'],
    ['台账(2025-06)', '2025-06-30'],
    ['台账_2025-06_v2', '2025-06-30'],
    ['２０２５年６月', '2025-06-30'],
    ['2025 年 6 月', '2025-06-30'],
    ['2024年2月', '2024-02-29'],
    ['2025年1—6月', '2025-06-30'],
    ['2025年1-6月', '2025-06-30'],
    ['2025年1～6月', '2025-06-30'],
    ['2025年1月—6月', '2025-06-30'],
    ['2025年1月至6月', '2025-06-30'],
    ['2025年1至9月', '2025-09-30'],
    ['2025年上半年', '2025-06-30'],
    ['2025年下半年', '2025-12-31'],
    ['截至2025年6月30日', '2025-06-30'],
    ['截止2025年6月25日', '2025-06-25'],
    ['截止到2025-06-25', '2025-06-25'],
    ['统计时间截止：2025年6月25日', '2025-06-25'],
    ['2025年6月25日止', '2025-06-25'],
    ['2025-06-25为止', '2025-06-25'],
    ['2025年1月1日至2025年6月30日止', '2025-06-30'],
    ['截至2025年6月30日止', '2025-06-30'],
    ['截至2025年6月底', '2025-06-30'],
    ['附件 1 2025年6月', '2025-06-30'],
    ['2025年6月12个村', '2025-06-30'],
    ['2025年6月（2025-06）', '2025-06-30'],
  ])('%s: %s', (text, end) => {
    expect(told(text)).toEqual([end]);
  });

  test.each([
    ['2025-05与2025-06', ['2025-05-31', '2025-06-30']],
    ['2025年6月报，2025年5月底', ['2025-05-31', '2025-06-30']],
    ['截至2025年6月25日（2025年6月）', ['2025-06-25', '2025-06-30']],
  ])('%s tells two', (text, ends) => {
    expect(told(text)).toEqual(ends);
  });

  test.each([
    '2025',
    '2025年',
    '2025年度',
    '2025年台账',
    '6月',
    '台账',
    '2025-06-30',
    '2025-06-30.xlsx',
    '20250630',
    '2025年6月30日',
    '2025年6月30号',
    '2025年6月30.xlsx',
    '2025/06/30',
    '2025.6.30',
    '填报日期：2025年7月5日',
    '12025-06',
    '2025-061',
    '2025-0612',
    '1202506',
    '2025061',
    '990101202506',
    '010120250601',
    '2025-13',
    '2025-00',
    '202513',
    '2025年13月',
    '2025年0月',
    '189906',
    '2025 06',
    '截至6月30日',
    '截至2025年6月31日',
  ])('%s tells nothing', (text) => {
    expect(told(text)).toEqual([]);
  });

  test('a month is written as it is typed', () => {
    expect([day(2025, 6, 30), day(2025, 12, 1)].map(monthName)).toEqual(['2025-06', '2025-12']);
  });
});

const nothing: PeriodHints = { option: null, configuration: null, names: [], titles: [] };

function file(own: string, parent = '') {
  return { own, parent, isFolder: false };
}

function chosen(hints: Partial<PeriodHints>) {
  const choice = choosePeriod({ ...nothing, ...hints });
  return isPeriod(choice) ? `${isoDate(choice.end)} by ${choice.origin}` : choice.told.map(isoDate);
}

describe('the period of a run', () => {
  const names = [file('2025-05.xlsx', '2025-04')];
  const titles = ['2025年3月'];

  test('is the option’s, else the configuration’s, else the names’, else the titles’', () => {
    expect(chosen({ option: '2025-07', configuration: '2025-06', names, titles })).toBe('2025-07-31 by option');
    expect(chosen({ configuration: '2025-06', names, titles })).toBe('2025-06-30 by configuration');
    expect(chosen({ names, titles })).toBe('2025-05-31 by file-name');
    expect(chosen({ names: [file('台账.xlsx', '2025-04')], titles })).toBe('2025-04-30 by folder-name');
    expect(chosen({ names: [file('台账.xlsx', '台账')], titles })).toBe('2025-03-31 by title');
    expect(chosen({ names: [{ own: '2025-06', parent: '', isFolder: true }] })).toBe('2025-06-30 by folder-name');
  });

  test('is none where nothing tells it: never today’s', () => {
    expect(chosen({})).toEqual([]);
    expect(chosen({ names: [file('台账.xlsx', '2025')], titles: ['2025年6月30日填'] })).toEqual([]);
  });

  test('is none where two are told', () => {
    expect(chosen({ names: [file('2025-05.xlsx'), file('2025-06.xlsx')] })).toEqual(['2025-05-31', '2025-06-30']);
    expect(chosen({ titles: ['2025年5月', '2025年6月'] })).toEqual(['2025-05-31', '2025-06-30']);
  });

  test('is looked for argument by argument: own name, else the folder’s', () => {
    expect(chosen({ names: [file('2025-06.xlsx'), file('甲村.xlsx', '2025-05')] })).toEqual([
      '2025-05-31',
      '2025-06-30',
    ]);
    expect(chosen({ names: [file('2025-06.xlsx', '2025-05'), file('甲村.xlsx', '2025年6月')] })).toBe(
      '2025-06-30 by file-name',
    );
    expect(chosen({ names: [file('2025-06.xlsx'), file('甲村.xlsx')], titles: ['2025年5月'] })).toBe(
      '2025-06-30 by file-name',
    );
  });

  test('that is given and cannot be read is refused', () => {
    expect(() => chosen({ option: '2025-13' })).toThrow('“2025-13” for --period is no period');
    expect(() => chosen({ configuration: 'June' })).toThrow('“June” for period is no period');
  });
});

describe('without a period, the error', () => {
  const command = 'fp-check 台账.xlsx';

  test('says that nothing tells one, and offers the month of the latest date', () => {
    const { words } = noPeriodError({ told: [], by: null }, { command, latest: day(2025, 5, 17) });
    expect(words.en).toBe(
      'Neither the names of the files and folders nor the title rows tell the period. The latest date in the ledger is in 2025-05. Name it: fp-check 台账.xlsx --period 2025-05',
    );
    expect(words.zh).toContain('fp-check 台账.xlsx --period 2025-05');
  });

  test('names the two that are told, and where', () => {
    const two = [day(2025, 5, 31), day(2025, 6, 30)];
    const { words } = noPeriodError({ told: two, by: 'title' }, { command, latest: undefined });
    expect(words.en).toBe(
      'The title rows tell more than one period: 2025-05, 2025-06. Name it: fp-check 台账.xlsx --period 2025-06',
    );
  });
});

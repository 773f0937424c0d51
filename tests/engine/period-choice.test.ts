import { describe, expect, test } from 'vitest';
import { choosePeriod, isPeriod, noPeriodError, type PeriodHints } from '../../src/engine/period-choice.ts';
import { day, isoDate } from '../../src/model/day.ts';

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
  const command = (period: string) => `fp-check 台账.xlsx --period ${period}`;

  test('says that nothing tells one, and offers the month of the latest date', () => {
    const { words } = noPeriodError({ told: [], by: null }, { command, latest: day(2025, 5, 17) });
    expect(words.en).toBe(
      'Neither the names of the files and folders nor the title rows tell the period. The latest date in the ledger is in 2025-05. Name it: fp-check 台账.xlsx --period 2025-05',
    );
    expect(words.zh).toContain('fp-check 台账.xlsx --period 2025-05');
  });

  test.each([
    ['names of the files or folders', { names: [file('2025-05.xlsx'), file('2025-06.xlsx')] }],
    ['title rows', { titles: ['2025年5月', '2025年6月'] }],
  ])('says that the %s tell more than one', (where, hints) => {
    const choice = choosePeriod({ ...nothing, ...hints });
    if (isPeriod(choice)) throw new Error('One period was told.');
    expect(noPeriodError(choice, { command, latest: undefined }).words.en).toContain(`The ${where} tell more than one`);
  });

  test('names the two that are told, and where', () => {
    const two = [day(2025, 5, 31), day(2025, 6, 30)];
    const { words } = noPeriodError({ told: two, by: 'title' }, { command, latest: undefined });
    expect(words.en).toBe(
      'The title rows tell more than one period: 2025-05, 2025-06. Name it: fp-check 台账.xlsx --period 2025-06',
    );
  });

  test('names two of one month by their days', () => {
    const two = [day(2025, 6, 25), day(2025, 6, 30)];
    const { words } = noPeriodError({ told: two, by: 'file-name' }, { command, latest: undefined });
    expect(words.en).toContain('more than one period: 2025-06-25, 2025-06-30.');
  });
});

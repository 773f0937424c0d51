import { describe, expect, test } from 'vitest';
import { check, diff, UsageError } from '../../src/api.ts';
import { folder, TWO_BIRTHS } from '../cli/folder.ts';
import { screening } from '../cli/screen.ts';

const MAY = '2025-05';
const JUNE = '2025-06';
const months = () =>
  folder({
    ...TWO_BIRTHS,
    '2025-05/出生.csv': '村名,出生编号,出生日期,性别,孩次,政策属性\n东风村,B1,2025-03-01,男,1,政策外\n',
    '2025-05/村情.csv': TWO_BIRTHS['2025-06/村情.csv'],
  });

async function json(cwd: string, ...argv: readonly string[]) {
  return JSON.parse((await screening([...argv, '-f', 'json'], { cwd })).stdout);
}

const june = (options: Parameters<typeof check>[1]) => check(JUNE, { cwd: months(), ...options });

describe('check', () => {
  test('gives the report that the command prints', async () => {
    const cwd = months();
    expect(await check(JUNE, { cwd })).toEqual(await json(cwd, JUNE));
  });

  test('takes what the command takes', async () => {
    const report = await june({
      period: '2025-05',
      profile: 'township',
      only: ['1', '9a'],
      encoding: 'utf-8',
      limits: { cells: '50M', seconds: 60 },
      showValues: true,
    });
    const words = '-p 2025-05 --profile township --only 1,9a --encoding utf-8 --limit cells=50M --show-values';
    expect(report).toEqual(await json(months(), JUNE, ...words.split(' ')));
    expect(report.showsValues).toBe(true);
  });

  test('reads several ledgers as one', async () => {
    const report = await check([MAY, JUNE], { cwd: months(), period: '2025-06' });
    expect(report.ledgers.map(({ file }) => file)).toEqual([MAY, JUNE]);
  });

  test('takes a configuration that is named, and looks for none', async () => {
    const cwd = folder({ ...TWO_BIRTHS, 'fp-check.config.yaml': 'profile: township\n' });
    expect((await check(JUNE, { cwd })).profile.name).toBe('district-17');
    expect((await check(JUNE, { cwd, config: 'fp-check.config.yaml' })).profile.name).toBe('township');
  });

  test.each([
    ['no ledger', () => check([]), /^No ledger is named/],
    ['an empty name', () => check(''), /^No ledger is named/],
    ['a file that is not there', () => check('none.xlsx'), /^Cannot open “none\.xlsx”/],
    ['“-”, which is no standard input here', () => check('-'), /^Cannot open “\.\/-”/],
    ['a profile that there is not', () => june({ profile: 'townshp' }), /Did you mean “township”/],
    ['a configuration that is not there', () => june({ config: 'none.yaml' }), /^Cannot open “none\.yaml”/],
    ['a measure that there is not', () => june({ only: ['9z'] }), /^only does not know “9z”/],
    ['no measure', () => june({ only: [] }), /^only is given nothing/],
    ['a limit that there is not', () => june({ limits: { cell: 1 } as object }), /^limits “cell=1” cannot be read/],
    [
      'no month in any name',
      () => check(['a.csv'], { cwd: folder({ 'a.csv': TWO_BIRTHS['2025-06/出生.csv'] }) }),
      /: check\(\["a\.csv"\], \{ period: "\d{4}-\d\d" \}\)/,
    ],
    ['an encoding that there is not', () => june({ encoding: 'klingon' }), /no encoding “klingon”/],
    ['a limit that is reached', () => june({ limits: { cells: 1 } }), /is beyond a limit: at most 1 cells/],
    ['a period that is none', () => june({ period: 'June' }), /“June” for period is no period/],
  ])('throws a UsageError for %s', async (_, call, words) => {
    const error = await call().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: expect.stringMatching(words), words: { zh: expect.stringMatching(/。/) } });
  });
});

describe('diff', () => {
  test('gives the difference that the command prints', async () => {
    const cwd = months();
    const difference = await diff(MAY, JUNE, { cwd, only: ['1'] });
    expect(difference).toEqual(await json(cwd, 'diff', MAY, JUNE, '--only', '1'));
    expect(difference.flips).toMatchObject([{ id: '1', before: 'fail', after: 'pass' }, {}]);
  });

  test('takes the period of each month', async () => {
    const { before, after } = await diff(JUNE, JUNE, { cwd: months(), periodBefore: '2025-05', period: '2025-06' });
    expect([before.period.to, after.period.to]).toEqual(['2025-05-31', '2025-06-30']);
  });

  test('throws a UsageError for a month that is not there', async () => {
    await expect(diff(MAY, 'none.xlsx', { cwd: months() })).rejects.toThrow(UsageError);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isoDate } from '../../src/model/day.ts';
import type { Ledger } from '../../src/model/sheet.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { latestDay } from '../../src/reading/latest-day.ts';
import { digestOf } from '../../src/reading/ledger-digest.ts';
import { labelOf, openRun, plansOf } from '../../src/reading/opened-run.ts';
import { vocabulary } from '../../src/records/vocabulary.ts';
import { readingOfRun } from '../records/readings.ts';

function folderOf(files: Readonly<Record<string, string>>, name = 'ledger'): Ledger {
  const entries = Object.entries(files).map(([file, text]) => {
    const bytes = new TextEncoder().encode(text);
    return {
      name: file,
      source: { size: bytes.length, slice: async (from: number, to: number) => bytes.slice(from, to) },
    };
  });
  return { name, periodHints: [name], files: entries, isFolder: true };
}

const open = (...ledgers: readonly Ledger[]) => openRun(ledgers, vocabulary(), { limits: defaultLimits });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const births = '村名,出生日期,性别,孩次,政策属性\n东风村,2025-03-07,男,1,政策内\n';
const villages = '村代码,村名\n01,东风村\n02,西风村\n';

describe('an opened run', () => {
  test('knows every sheet by its ledger and by its number in the run', async () => {
    const run = await open(
      folderOf({ '出生.csv': births, '村情.csv': villages }),
      folderOf({ '出生.csv': births }, 'second'),
    );
    expect(run.plans.map(({ ledger, index, serial, file }) => [ledger, index, serial, file])).toEqual([
      [0, 0, 0, '出生.csv'],
      [0, 1, 1, '村情.csv'],
      [1, 0, 2, '出生.csv'],
    ]);
    expect(plansOf(run, 0, 'births').map(({ serial }) => serial)).toEqual([0]);
    expect(labelOf(run, 2)).toBe('second › 出生');
  });

  test('calls a sheet by its own name where there is one ledger', async () => {
    expect(labelOf(await open(folderOf({ '出生.csv': births })), 0)).toBe('出生');
  });

  test('refuses what is no ledger', async () => {
    await expect(open(folderOf({ '出生.csv': '%PDF-1.7\n' }))).rejects.toThrow(UsageError);
  });

  test('reads the villages before all others, wherever they stand', async () => {
    const { report } = await readingOfRun(await open(folderOf({ '出生.csv': births, '村情.csv': villages })));
    expect(report.areas.map(({ code, measures }) => [code, measures['1b']?.denominator])).toEqual([
      ['01', 1],
      ['02', 0],
    ]);
  });

  test('names the file of a folder in its diagnostics', async () => {
    const { report } = await readingOfRun(
      await open(folderOf({ '出生.csv': births.replace('2025-03-07', '2025-02-30') })),
    );
    expect(report.diagnostics.find(({ code }) => code === 'invalid-date')).toMatchObject({
      file: 'ledger/出生.csv',
      sheet: '出生',
      cell: 'B2',
      row: 2,
      column: '出生日期',
    });
  });
});

describe('the digest of a ledger', () => {
  test('is that of its bytes', async () => {
    expect(await digestOf({ ...folderOf({ '出生.csv': births }), isFolder: false })).toBe(sha256(births));
  });

  test('of a folder, that of the lines of its files', async () => {
    const lines = `${sha256(births)}  出生.csv\n${sha256(villages)}  村情.csv\n`;
    expect(await digestOf(folderOf({ '出生.csv': births, '村情.csv': villages }))).toBe(sha256(lines));
  });

  test('of a folder of one file is not that of the file', async () => {
    expect(await digestOf(folderOf({ '出生.csv': births }))).toBe(sha256(`${sha256(births)}  出生.csv\n`));
  });

  test('of bytes beyond one slice', async () => {
    const long = births.repeat(40_000);
    expect(await digestOf({ ...folderOf({ '出生.csv': long }), isFolder: false })).toBe(sha256(long));
  });
});

describe('the latest day of a run', () => {
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    [
      'is that of the latest event',
      { '出生.csv': births, '事件.csv': '发生日期,事件类别\n2025-05-02,恶性事件\n2025-04-02,恶性事件\n' },
      '2025-05-02',
    ],
    ['is none without a day', { '村情.csv': villages }, undefined],
    ['is no day that only the month is known of', { '出生.csv': births.replace('2025-03-07', '2025年3月') }, undefined],
    [
      'is no day on which something is due',
      { '随访.csv': '随访类别,应随访日期,随访日期\n术后,2025-12-31,2025-06-03\n' },
      '2025-06-03',
    ],
    ['is no day that cannot be read', { '出生.csv': `${births}东风村,2025-13-07,男,1,政策内\n` }, '2025-03-07'],
    [
      'takes a year of two digits for one of this century',
      { '出生.csv': births.replace('2025-03-07', '26.3.7') },
      '2026-03-07',
    ],
  ])('%s', async (_, files, latest) => {
    const found = await latestDay(await open(folderOf(files)));
    expect(found && isoDate(found)).toBe(latest);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnosticKinds } from '../../src/model/diagnostic.ts';
import type { LedgerFile } from '../../src/model/sheet.ts';
import { defaultLimits, type Limits } from '../../src/parsers/limits.ts';
import { openZip } from '../../src/parsers/zip.ts';
import { open, readSheet, sheetXml, workbookFile } from './workbook-writing.ts';
import { fileOf } from './zip-writing.ts';

/** What a format has of each thing that is limited, as exactly as it can be told; `null`: there is no such thing in it. */
type Amounts = Readonly<Record<keyof Limits, number | null>>;

const ownFile = (name: string) => fileOf(name, readFileSync(new URL(`./files/${name}`, import.meta.url)));

const rows = `<row r="4"><c t="str"><v>一二三四五</v></c><c><v>1</v></c></row>${'<row><c><v>1</v></c></row>'.repeat(2)}`;
const written = { sheet: sheetXml(rows, `<a>${'<b>'.repeat(8)}${'</b>'.repeat(8)}</a>`) };

const formats: readonly (readonly [LedgerFile, Partial<Amounts>])[] = [
  [workbookFile(written), { rows: 6, columns: 2, cells: 4, characters: 5, levels: 10, seconds: null }],
  [
    fileOf('a.csv', '村名,出生编号\n东风村,一二三四五\n\n"东风村","B,1"\n'),
    { rows: 4, columns: 2, cells: 7, characters: 5, inflated: null, entries: null, levels: null, seconds: null },
  ],
  [
    ownFile('register.xls'),
    { rows: 6, columns: 10, cells: 36, characters: 4, inflated: null, entries: 5, levels: null, seconds: 60 },
  ],
  [ownFile('register.ods'), { rows: 6, columns: 10, cells: 36, characters: 4, levels: 7, seconds: null }],
];

const cases = await Promise.all(
  formats.map(async ([file, told]) => [file.name, file, await amountsOf(file, told)] as const),
);

describe.each(cases)('the limits, on both sides: %s', (_, file, amounts) => {
  const own = limitNames().flatMap((name) => (amounts[name] === null ? [] : [[name, amounts[name]] as const]));

  test('is read with each limit at what it has, and at 1 where it has no such thing', async () => {
    const least = Object.fromEntries(limitNames().map((name) => [name, amounts[name] ?? 1]));
    expect(await rowsRead(file, least)).toBeGreaterThan(0);
  });

  test.each(own)('is refused with %s below %i', async (name, amount) => {
    const beyond = rowsRead(file, { [name]: name === 'seconds' ? 0.001 : amount - 1 });
    await expect(beyond).rejects.toMatchObject({ name: 'UsageError', code: 'beyond-limit' });
    await expect(beyond).rejects.toThrow(`--limit ${name}=`);
    await expect(beyond).rejects.toThrow(file.name);
  });
});

test('the explanation of the code names every limit', () => {
  const { mend } = diagnosticKinds['beyond-limit'];
  for (const name of limitNames()) {
    expect(mend.zh).toContain(name);
    expect(mend.en).toContain(name);
  }
});

function limitNames(): readonly (keyof Limits)[] {
  return Object.keys(defaultLimits) as (keyof Limits)[]; // the keys of an object of type Limits are its names
}

async function amountsOf(file: LedgerFile, told: Partial<Amounts>): Promise<Amounts> {
  const own = {
    seconds: null,
    levels: null,
    rows: null,
    columns: null,
    cells: null,
    characters: null,
    file: file.source.size,
  };
  if (told.inflated === null) return { ...own, inflated: null, entries: null, ...told };
  const { entries } = await openZip(file, defaultLimits);
  const isRead = file.name.endsWith('.ods')
    ? (name: string) => ['mimetype', 'META-INF/manifest.xml', 'content.xml'].includes(name)
    : (name: string) => name !== '[Content_Types].xml';
  const inflated = entries.filter(({ name }) => isRead(name)).reduce((sum, { size }) => sum + size, 0);
  return { ...own, inflated, entries: entries.length, ...told };
}

/** The rows that there are. Reads a file as a run does: every sheet to its end. */
async function rowsRead(file: LedgerFile, limits: Partial<Limits>): Promise<number> {
  let found = 0;
  for (const sheet of await open(file, limits)) found += (await readSheet(sheet)).rows.length;
  return found;
}

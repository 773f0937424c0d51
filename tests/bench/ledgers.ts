import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BenchRow,
  textOf,
  villageHeaders,
  villageRows,
  womenHeaders,
  womenRows,
  womenRowsBefore,
} from './women.ts';
import { writeWorkbook } from './workbook-file.ts';

/** Where the ledgers of the benchmarks are kept from one run to the next. Raise the number when their contents change. */
export const WORK = join(tmpdir(), 'fp-check-bench-2');

/** A workbook of so many women and their villages, made if it is not there. */
export async function workbookOf(women: number): Promise<string> {
  return made(`women-${women}-2025-06.xlsx`, (path) =>
    writeWorkbook(path, [
      { name: '村情', rows: [villageHeaders, ...villageRows(women)] },
      { name: '育龄妇女', rows: withHeaders(women) },
    ]),
  );
}

/** The same as a folder of CSV files. */
export async function folderOf(women: number): Promise<string> {
  return made(`women-${women}-2025-06`, async (folder) => {
    mkdirSync(folder, { recursive: true });
    await writeCsv(join(folder, '村情.csv'), [villageHeaders, ...villageRows(women)]);
    await writeCsv(join(folder, '育龄妇女.csv'), withHeaders(women));
  });
}

/** The folder of a month earlier, as it then was. */
export async function folderBefore(women: number): Promise<string> {
  return made(`women-${women}-2025-05`, async (folder) => {
    mkdirSync(folder, { recursive: true });
    await writeCsv(join(folder, '村情.csv'), [villageHeaders, ...villageRows(women)]);
    await writeCsv(join(folder, '育龄妇女.csv'), beneathHeaders(womenRowsBefore(women)));
  });
}

/** So many workbooks of 500 women, each of a village of its own: a month of a district. */
export async function workbooksOf(villages: number): Promise<readonly string[]> {
  const each = 500;
  const folder = await made(`villages-${villages}-2025-06`, async (place) => {
    mkdirSync(place, { recursive: true });
    const rows = womenRows(villages * each);
    for (let village = 0; village < villages; village++) {
      const name = `第${village + 1}村`;
      const own = Array.from({ length: each }, () => rows.next().value ?? []);
      await writeWorkbook(join(place, `${name}-2025-06.xlsx`), [
        { name: '村情', rows: [villageHeaders, [`9901${village + 10_000}`, name, '青溪镇', 3000, each, 13]] },
        { name: '育龄妇女', rows: [womenHeaders, ...own.map(([number = '', , ...cells]) => [number, name, ...cells])] },
      ]);
    }
  });
  return readdirSync(folder).map((name) => join(folder, name));
}

/** A ledger of three rows: what is left of a run is its start. */
export async function smallFolder(): Promise<string> {
  return made('small-2025-06', async (folder) => {
    mkdirSync(folder, { recursive: true });
    await writeCsv(join(folder, '村情.csv'), [villageHeaders, ['990101', '东风村', '青溪镇', 1200, 210, 3]]);
    await writeCsv(join(folder, '出生.csv'), [
      ['村名', '出生编号', '出生日期', '性别', '孩次', '政策属性'],
      ['东风村', 'B1', '2025-03-01', '男', 1, '政策内'],
      ['东风村', 'B2', '2025-06-30', '女', 2, '政策内'],
    ]);
  });
}

function withHeaders(women: number): Generator<BenchRow> {
  return beneathHeaders(womenRows(women));
}

function* beneathHeaders(rows: Iterable<BenchRow>): Generator<BenchRow> {
  yield womenHeaders;
  yield* rows;
}

async function writeCsv(path: string, rows: Iterable<BenchRow>): Promise<void> {
  const stream = createWriteStream(path);
  let text = '\ufeff';
  for (const row of rows) {
    text += `${row.map(textOf).join(',')}\r\n`; // no made-up text holds a comma or a quote
    if (text.length < 1 << 16) continue;
    if (!stream.write(text)) await once(stream, 'drain');
    text = '';
  }
  stream.end(text);
  await once(stream, 'close');
}

/** What stands under a name; written beside it first, so that a run that was broken off leaves nothing half-made. */
async function made(name: string, make: (path: string) => Promise<void>): Promise<string> {
  const path = join(WORK, name);
  if (existsSync(path)) return path;
  mkdirSync(WORK, { recursive: true });
  const unfinished = join(WORK, `.${process.pid}-${name}`);
  console.log(`making ${name}`);
  await make(unfinished);
  renameSync(unfinished, path);
  return path;
}

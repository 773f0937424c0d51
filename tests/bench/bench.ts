import { join } from 'node:path';
import { countsOfPeer, countsOfReport } from './counts.ts';
import { folderBefore, folderOf, smallFolder, WORK, workbookOf, workbooksOf } from './ledgers.ts';
import { benchPage } from './page.ts';
import { type Contestant, runBench } from './runner.ts';

/** `tsx tests/bench/bench.ts [name…]` runs the benchmarks of these names, or all. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  startup,
  workbook,
  annotate,
  diff,
  csv,
  million,
  large,
  growth,
  many,
  page: benchPage,
};

const ROOT = join(import.meta.dirname, '../..');
const PEERS = join(import.meta.dirname, 'peers');
const NODE = process.execPath;

async function startup(): Promise<void> {
  const bare = { name: 'node -e 0', command: NODE, args: ['-e', '0'] };
  const ours = check(await smallFolder(), 'a small CSV ledger', 'table');
  runBench({
    title: 'Start-up',
    rounds: 30,
    ours,
    peers: [bare],
    vows: [
      { peer: bare.name, times: 2 },
      { peer: bare.name, times: 1.5 },
    ],
  });
}

async function workbook(): Promise<void> {
  const path = await workbookOf(100_000);
  const [whole, stream] = [
    peer('exceljs readFile', 'exceljs-read-file.mjs', path),
    peer('exceljs stream + zod', 'exceljs-stream-zod.mjs', path),
  ];
  runBench({
    title: 'A workbook of 100,000 rows and 20 columns, end to end',
    rounds: 5,
    ours: check(path, 'fp-check .xlsx'),
    peers: [whole, stream, calamine(path)],
    vows: [
      { peer: whole.name, times: 1 / 8 },
      { peer: stream.name, times: 1 / 8 },
      { peer: CALAMINE, times: 1 / 2 },
      { megabytes: 200 },
    ],
  });
}

/** The whole command, reading and judging included, against loading, marking and saving alone. */
async function annotate(): Promise<void> {
  const path = await workbookOf(100_000);
  const whole = check(path, 'fp-check --annotate');
  const args = [...whole.args, '-a', join(WORK, 'copy.xlsx'), '--force'];
  const marking = {
    name: 'exceljs load, mark, save',
    command: NODE,
    args: [join(PEERS, 'exceljs-mark.mjs'), path, join(WORK, 'marked.xlsx')],
  };
  runBench({
    title: 'An annotated copy of a workbook of 100,000 rows and 20 columns',
    rounds: 3,
    ours: { ...whole, args },
    peers: [marking],
    vows: [{ peer: marking.name, times: 1 / 8 }, { megabytes: 300 }],
  });
}

/** What happened between two months, against checking both one after the other. */
async function diff(): Promise<void> {
  const [before, after] = [await folderBefore(200_000), await folderOf(200_000)];
  const command = join(ROOT, 'bin/fp-check.js');
  const checks = [
    [before, '2025-05'],
    [after, '2025-06'],
  ].map(([folder, period]) => `"${NODE}" "${command}" "${folder}" -p ${period} -f json`);
  const both = { name: 'check, and check', command: 'sh', args: ['-c', checks.join('; ')] };
  runBench({
    title: 'The difference between two CSV ledgers of 200,000 records and 20 columns',
    rounds: 3,
    ours: { name: 'fp-check diff', command: NODE, args: [command, 'diff', before, after, '-f', 'json'] },
    peers: [both],
    vows: [{ peer: both.name, times: 1.5 }],
  });
}

async function csv(): Promise<void> {
  const folder = await folderOf(100_000);
  runBench({
    title: 'CSV of 100,000 rows and 20 columns, end to end',
    rounds: 5,
    ours: check(folder, 'fp-check CSV'),
    peers: [pandas(folder)],
    vows: [{ peer: 'pandas', times: 1 }],
  });
}

async function million(): Promise<void> {
  const folder = await folderOf(1_000_000);
  runBench({
    title: 'CSV of 1,000,000 rows and 20 columns, end to end',
    rounds: 3,
    ours: check(folder, 'fp-check CSV'),
    peers: [pandas(folder)],
    vows: [{ peer: 'pandas', times: 1 / 1.5 }],
  });
}

async function large(): Promise<void> {
  const path = await workbookOf(500_000);
  const ours = check(path, 'fp-check .xlsx');
  runBench({ title: 'A workbook of 500,000 rows', rounds: 3, ours, peers: [], vows: [{ megabytes: 250 }] });
}

/** Five times the rows, five times the time: a tenth more is the noise of the machine. */
async function growth(): Promise<void> {
  const [fewer, more] = [1_000_000, 5_000_000];
  const less = check(await folderOf(fewer), `fp-check ${fewer} rows`, 'table');
  const ours = check(await folderOf(more), `fp-check ${more} rows`, 'table');
  const vows = [{ peer: less.name, times: (more / fewer) * 1.1 }];
  runBench({ title: 'Growth with the rows of CSV', rounds: 1, ours, peers: [less], vows });
}

/** A month of a district: twice the workbooks, twice the time. */
async function many(): Promise<void> {
  const [fewer, more] = [await workbooksOf(150), await workbooksOf(300)];
  const less = checkAll(fewer);
  const vows = [{ peer: less.name, times: 2.2 }];
  runBench({ title: 'A workbook from each village', rounds: 3, ours: checkAll(more), peers: [less], vows });
}

function checkAll(paths: readonly string[]): Contestant {
  const args = [join(ROOT, 'bin/fp-check.js'), ...paths, '-p', '2025-06', '-f', 'json'];
  return { name: `fp-check ${paths.length} workbooks`, command: NODE, args };
}

function check(path: string, name: string, format = 'json'): Contestant {
  const limits = ['file=4G', 'rows=10M', 'cells=1G'].flatMap((limit) => ['--limit', limit]);
  const args = [join(ROOT, 'bin/fp-check.js'), path, '-p', '2025-06', '-f', format, ...limits];
  return { name, command: NODE, args, ...(format === 'json' ? { counts: countsOfReport } : {}) };
}

function peer(name: string, program: string, path: string): Contestant {
  return { name, command: NODE, args: [join(PEERS, program), path], counts: countsOfPeer };
}

function pandas(folder: string): Contestant {
  const args = [join(PEERS, 'pandas_counts.py'), join(folder, '育龄妇女.csv')];
  return { name: 'pandas', command: '/usr/bin/python3', args, counts: countsOfPeer };
}

const CALAMINE = 'native calamine, reading alone';

function calamine(path: string): Contestant {
  const home = join(WORK, 'peers');
  const command = join(home, 'node_modules/xlsx-to-csv/dist/xlsx-to-csv-linux');
  const args = ['--file', path, '--sheet', '育龄妇女', '--dest', join(WORK, 'calamine.csv')];
  return { name: CALAMINE, command, args, needs: { path: command, from: `npm i --prefix ${home} xlsx-to-csv@2.0.1` } };
}

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) if (wanted.length === 0 || wanted.includes(name)) await bench();

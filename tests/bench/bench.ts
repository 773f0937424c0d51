import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBench } from './runner.ts';

const ROOT = join(import.meta.dirname, '../..');
const BINARY = join(ROOT, 'bin/fp-check.js');
const WORK = join(tmpdir(), 'fp-check-bench');
mkdirSync(join(WORK, 'small-2025-06'), { recursive: true });

writeFileSync(join(WORK, 'small-2025-06/村情.csv'), '村代码,村名,乡镇,人口计划出生数\n990101,东风村,青溪镇,3\n');
writeFileSync(
  join(WORK, 'small-2025-06/出生.csv'),
  '村名,出生编号,出生日期,性别,孩次,政策属性\n东风村,B1,2025-03-01,男,1,政策内\n东风村,B2,2025-06-30,女,2,政策内\n',
);

const wanted = process.argv.slice(2);
const benches = {
  startup() {
    runBench({
      title: 'Start-up: a small CSV ledger',
      promise: 'within 2.0 × the time of node -e 0',
      rounds: 30,
      ours: {
        name: 'fp-check small CSV ledger',
        command: process.execPath,
        args: [BINARY, 'small-2025-06', '-p', '2025-06'],
        cwd: WORK,
      },
      peers: [{ name: 'node -e 0', command: process.execPath, args: ['-e', '0'] }],
    });
  },
};

for (const [name, bench] of Object.entries(benches)) if (wanted.length === 0 || wanted.includes(name)) bench();

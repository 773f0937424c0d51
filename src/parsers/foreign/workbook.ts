import { Worker } from 'node:worker_threads';
import { type RawCell, type Row, type RowBatch, type Sheet, UNCACHED } from '../../model/sheet.ts';
import type { UsageError } from '../../model/usage-error.ts';
import { beyondLimit, damaged, type Reason, type Refusal } from '../refusal.ts';
import type { ForeignAnswer, ForeignCell, ForeignRow, ForeignSheet, ForeignTask } from './message.ts';

/**
 * Opens a workbook of a foreign format: in a worker, so that the file can be given up when it takes too long or too
 * much memory. Its rows are kept, for the format has to be read as a whole.
 */
export async function openForeign(task: ForeignTask, refuse: Refusal): Promise<readonly Sheet[]> {
  const sheets = await readInWorker(task, refuse);
  return sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden,
    date1904: sheet.date1904,
    encoding: null,
    format: 'xls',
    merges: sheet.merges,
    hiddenColumns: sheet.hiddenColumns,
    rows: () => batches(sheet.rows),
  }));
}

const MOST_MEGABYTES = 1024;
const BATCH = 1024;

function readInWorker(task: ForeignTask, refuse: Refusal): Promise<readonly ForeignSheet[]> {
  const worker = startWorker(task);
  const sheets: ForeignSheet[] = [];
  return new Promise<readonly ForeignSheet[]>((resolve, reject) => {
    const tooLong = () => reject(refuse(beyondLimit(task.limits, 'seconds')));
    const timer = setTimeout(tooLong, task.limits.seconds * 1000);
    worker.on('message', (answer: ForeignAnswer) => {
      if (answer.kind === 'sheet') sheets.push(answer.sheet);
      else if (answer.kind === 'done') resolve(sheets);
      else reject(refuse(answer.why));
    });
    worker.on('error', (error) => reject(fault(error, refuse)));
    worker.on('exit', () => {
      clearTimeout(timer);
      reject(refuse(gaveUp)); // no effect where an answer came first
    });
  }).finally(() => worker.terminate());
}

function startWorker(task: ForeignTask): Worker {
  return new Worker(new URL('./foreign-worker.js', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    stdout: true, // what the library prints about odd files is not for the user
    stderr: true,
  });
}

function fault(error: unknown, refuse: Refusal): unknown {
  const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? (refuse(tooLarge) satisfies UsageError) : error;
}

async function* batches(rows: readonly ForeignRow[]): AsyncGenerator<RowBatch> {
  for (let at = 0; at < rows.length; at += BATCH) {
    yield { rows: rows.slice(at, at + BATCH).map(rowOf), faults: [] };
  }
}

function rowOf({ number, cells, hidden }: ForeignRow): Row {
  return { number, cells: cells.map(cellOf), hidden };
}

function cellOf(cell: ForeignCell): RawCell | undefined {
  return typeof cell === 'object' && cell !== null && 'uncached' in cell ? UNCACHED : cell;
}

const tooLarge: Reason = {
  code: 'beyond-limit',
  zh: `读取时占用的内存超过 ${MOST_MEGABYTES} MB。请另存为 .xlsx，那种格式不必整个放进内存。`,
  en: `takes more than ${MOST_MEGABYTES} MB of memory to read. Save it as .xlsx, which need not be held as a whole.`,
};

const gaveUp = damaged('读取中途停了', 'its reading stopped half-way');

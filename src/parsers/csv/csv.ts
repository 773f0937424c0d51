import { type CellsWanted, type LedgerFile, type RowBatch, type Sheet, shownName } from '../../model/sheet.ts';
import { piecesOf } from '../byte-window.ts';
import { decodedChunks, detectEncoding, type Encoding } from '../encoding.ts';
import { whereWebAssembly } from '../kernel.ts';
import type { ParseOptions } from '../parse-options.ts';
import { refusalOf } from '../refusal.ts';
import { CsvBytes } from './csv-bytes.ts';
import { CsvCount } from './csv-count.ts';
import { CsvRows } from './csv-rows.ts';
import { chooseSeparator } from './csv-separator.ts';

/** Opens a CSV file: finds its encoding and separator; the rows are read when asked for. */
export async function openCsv(file: LedgerFile, options: ParseOptions): Promise<Sheet> {
  const encoding = await detectEncoding(file, options.encoding);
  const start = await startOf(decodedChunks(file.source, encoding));
  const { scoreHeader, limits } = options;
  const separator = chooseSeparator(start, { scoreHeader, limits, refuse: refusalOf(shownName(file)) });
  return {
    name: file.name.replace(/\.[^.]*$/, ''),
    hidden: false,
    date1904: false,
    encoding: encoding.name,
    format: 'csv',
    merges: [],
    hiddenColumns: [],
    rows: (wanted) => readRows(file, wanted, { encoding, separator, options }),
  };
}

/** Enough of the text to hold its first rows. */
async function startOf(chunks: AsyncIterable<string>): Promise<string> {
  let start = '';
  for await (const chunk of chunks) {
    start += chunk;
    if (start.length >= START) break;
  }
  return start.slice(0, START);
}

const START = 64 * 1024;
const LARGE = 1024 * 1024; // bytes; fewer are split as text before what reads bytes is compiled

interface Reading {
  readonly encoding: Encoding;
  readonly separator: string;
  readonly options: ParseOptions;
}

async function* readRows(
  file: LedgerFile,
  wanted: CellsWanted | undefined,
  reading: Reading,
): AsyncGenerator<RowBatch> {
  const { encoding, separator, options } = reading;
  const count = new CsvCount(options.limits, refusalOf(shownName(file)));
  const isByBytes = encoding.label === 'utf-8' && file.source.size >= LARGE;
  const rows = isByBytes ? whereWebAssembly(() => new CsvBytes(separator, count, wanted)) : undefined;
  if (rows !== undefined) {
    for await (const piece of piecesOf(file.source, 0, file.source.size)) yield* rows.push(piece);
    yield* rows.end();
    return;
  }
  const texts = new CsvRows(separator, count);
  for await (const text of decodedChunks(file.source, encoding)) yield texts.push(text);
  yield texts.end();
}

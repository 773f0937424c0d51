import type { LedgerFile, RowBatch, Sheet } from '../model/sheet.ts';
import { CsvRows } from './csv-rows.ts';
import { chooseSeparator } from './csv-separator.ts';
import { decodedChunks, detectEncoding, type Encoding } from './encoding.ts';
import type { ParseOptions } from './parse-options.ts';
import { refusalOf } from './refusal.ts';

/** Opens a CSV file: finds its encoding and separator; the rows are read when asked for. */
export async function openCsv(file: LedgerFile, options: ParseOptions): Promise<Sheet> {
  const encoding = await detectEncoding(file, options.encoding);
  const start = await startOf(decodedChunks(file.source, encoding));
  const { scoreHeader, limits } = options;
  const separator = chooseSeparator(start, { scoreHeader, limits, refuse: refusalOf(file.name) });
  return {
    name: file.name.replace(/\.[^.]*$/, ''),
    hidden: false,
    date1904: false,
    encoding: encoding.name,
    isCsv: true,
    merges: [],
    hiddenColumns: [],
    rows: () => readRows(file, { encoding, separator, options }),
  };
}

/** Enough of the text to hold its first rows. */
async function startOf(chunks: AsyncIterable<string>): Promise<string> {
  for await (const chunk of chunks) return chunk.slice(0, 64 * 1024);
  return '';
}

interface Reading {
  readonly encoding: Encoding;
  readonly separator: string;
  readonly options: ParseOptions;
}

async function* readRows(file: LedgerFile, { encoding, separator, options }: Reading): AsyncGenerator<RowBatch> {
  const rows = new CsvRows(separator, options.limits, refusalOf(file.name));
  for await (const text of decodedChunks(file.source, encoding)) {
    const batch = rows.push(text);
    if (batch.rows.length > 0 || batch.faults.length > 0) yield batch;
  }
  yield rows.end();
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { UsageError } from '../../src/model/usage-error.ts';
import { FINDINGS_COLUMN, marked } from '../workbook/marked.ts';
import { converted } from '../workbook/office.ts';
import { fileOf } from '../workbook/workbooks.ts';
import { otherInLibreOffice } from './exceptions.ts';
import { readOurs } from './reading.ts';

/** What became of a file in LibreOffice: of the original and of its marked copy. */
export interface CopyOutcome {
  readonly file: string;
  readonly result: 'equal' | 'not read' | 'refused' | 'not opened by LibreOffice' | 'differs, as listed' | 'differs';
  readonly why: string;
}

/** Marks files and has LibreOffice save each sheet of original and copy as CSV: only what was added may differ. */
export async function compareCopies(folder: string, files: readonly string[]): Promise<readonly CopyOutcome[]> {
  const copies = await Promise.all(
    files.map(async (file, number) => ({
      file,
      name: `f${number}${extname(file)}`,
      marking: await copyOf(folder, file),
    })),
  );
  const made = copies.flatMap(({ name, marking }) => ('copy' in marking ? [{ name, ...marking }] : []));
  const before = await tablesOf(Object.fromEntries(made.map(({ name, original }) => [name, original])));
  const after = await tablesOf(Object.fromEntries(made.map(({ name, copy }) => [name, copy])));
  return copies.map(({ file, name, marking }) => {
    if ('result' in marking) return { file, ...marking };
    const outcome = compared(before.get(name) ?? new Map(), after.get(name) ?? new Map());
    const listed = otherInLibreOffice.get(file);
    if (outcome.result !== 'differs' || listed === undefined) return { file, ...outcome };
    return { file, result: 'differs, as listed', why: listed };
  });
}

type Marking = { readonly original: Buffer; readonly copy: Buffer } | Pick<CopyOutcome, 'result' | 'why'>;

async function copyOf(folder: string, file: string): Promise<Marking> {
  const original = readFileSync(join(folder, file));
  const reading = await readOurs(fileOf(original));
  if ('refusal' in reading) return { result: 'not read', why: reading.refusal };
  try {
    return { original, copy: await marked(original) };
  } catch (error) {
    if (error instanceof UsageError) return { result: 'refused', why: error.words.en };
    throw error;
  }
}

type Table = readonly (readonly string[])[];

/** The sheets of workbooks, by their names, as LibreOffice shows them. */
async function tablesOf(
  files: Readonly<Record<string, Uint8Array>>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Table>>> {
  const work = mkdtempSync(join(tmpdir(), 'fp-check-copies-'));
  try {
    const made = await converted(files, { folder: work, to: 'csv' });
    return new Map(
      Object.entries(made).map(([name, sheets]) => {
        const stem = name.length - extname(name).length;
        const sheetOf = (file: string) => file.slice(stem + 1).replace(ONLY_SHEET, '.csv');
        return [name, new Map(Object.entries(sheets).map(([file, bytes]) => [sheetOf(file), tableOf(bytes)]))];
      }),
    );
  } finally {
    rmSync(work, { recursive: true });
  }
}

/** LibreOffice calls the only sheet of a workbook so where its name is that of a new sheet in small letters. */
const ONLY_SHEET = / -1\.csv$/;

/** A sheet without the column of findings, and without what is blank at its ends: marks go beyond them. */
function tableOf(bytes: Uint8Array): Table {
  const rows: string[][] = parse(Buffer.from(bytes), { relax_column_count: true, skip_empty_lines: false });
  const cut = rows.map((row) => {
    const own = row.map((text, column) => (column === FINDINGS_COLUMN ? '' : text));
    return own.slice(0, own.findLastIndex((text) => text !== '') + 1);
  });
  return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
}

const ADDED_SHEETS = 1;

function compared(
  before: ReadonlyMap<string, Table>,
  after: ReadonlyMap<string, Table>,
): Pick<CopyOutcome, 'result' | 'why'> {
  if (before.size === 0) {
    const why = after.size === 0 ? 'neither the original nor the copy' : 'only the copy';
    return { result: 'not opened by LibreOffice', why };
  }
  if (after.size !== before.size + ADDED_SHEETS)
    return { result: 'differs', why: `${before.size} sheets, and ${after.size} of the copy` };
  const why = [...before].flatMap(([name, table]) => difference(name, table, after.get(name)));
  return why.length === 0 ? { result: 'equal', why: '' } : { result: 'differs', why: why.slice(0, 3).join('; ') };
}

function difference(name: string, before: Table, after: Table | undefined): readonly string[] {
  if (after === undefined) return [`${name} is gone`];
  const row = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index).find(
    (index) => JSON.stringify(before[index]) !== JSON.stringify(after[index]),
  );
  if (row === undefined) return [];
  const text = (table: Table) => JSON.stringify(table[row] ?? null).slice(0, 120);
  return [`${name} row ${row + 1}: ${text(before)} | ${text(after)}`];
}

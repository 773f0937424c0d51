import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Report } from '../model/report.ts';
import { fileError } from './file-error.ts';
import type { Io } from './io.ts';

/** A saved report; `-` is standard input. Throws a UsageError for a file that is not there, or no report. */
export async function readReport(file: string, io: Pick<Io, 'cwd' | 'stdin'>): Promise<Report> {
  const text = file === '-' ? await textOf(io.stdin) : await textIn(file, io.cwd);
  const { savedReport } = await import('../saved/saved-report.ts');
  return savedReport(text, file);
}

async function textIn(file: string, cwd: string): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    throw fileError(error, file);
  }
}

async function textOf(stdin: Io['stdin']): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

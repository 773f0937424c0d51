import { resolve } from 'node:path';
import type { Report } from '../model/report.ts';
import { fileError } from './file-error.ts';
import type { Io } from './io.ts';

/** A saved report; `-` is standard input. Throws a UsageError for a file that is not there, or no report. */
export async function readReport(file: string, io: Pick<Io, 'cwd' | 'files' | 'stdin'>): Promise<Report> {
  const text = file === '-' ? await textOf(io.stdin) : await textIn(file, io);
  const { savedReport } = await import('../saved/saved-report.ts');
  return savedReport(text, file);
}

async function textIn(file: string, { cwd, files }: Pick<Io, 'cwd' | 'files'>): Promise<string> {
  try {
    return await files.readFile(resolve(cwd, file), 'utf8');
  } catch (error) {
    throw fileError(error, file);
  }
}

async function textOf(stdin: Io['stdin']): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  } catch (error) {
    throw fileError(error, '-', 'read');
  }
  return Buffer.concat(chunks).toString('utf8');
}

import type { Ledger } from '../model/sheet.ts';
import { registerNames } from '../records/registers.ts';
import { oneOf } from './check-options.ts';

/** One CSV register from standard input. Without a register's name its header must tell. */
export async function stdinLedger(
  stdin: AsyncIterable<Uint8Array | string>,
  register: string | undefined,
): Promise<Ledger> {
  const name = register === undefined ? 'stdin' : oneOf(register, registerNames, { option: '--register' });
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  const bytes = Buffer.concat(chunks);
  const source = { size: bytes.length, slice: async (start: number, end: number) => bytes.subarray(start, end) };
  return { name: '-', periodHints: [], files: [{ name: `${name}.csv`, source }], isFolder: false };
}

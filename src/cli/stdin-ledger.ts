import type { Ledger } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Limits } from '../parsers/limits.ts';
import { beyondLimit, refusalOf } from '../parsers/refusal.ts';
import { registerNames } from '../records/registers.ts';
import { fileError } from './file-error.ts';
import { oneOf } from './known-words.ts';

/** One CSV register from standard input. Without a register's name its header must tell. */
export async function stdinLedger(
  stdin: AsyncIterable<Uint8Array | string>,
  { register, limits }: { readonly register: string | undefined; readonly limits: Limits },
): Promise<Ledger> {
  const name = register === undefined ? 'stdin' : oneOf(register, registerNames, { option: '--register' });
  const bytes = await bytesOf(stdin, limits);
  if (bytes.length === 0) throw isEmpty();
  const source = { size: bytes.length, slice: async (start: number, end: number) => bytes.subarray(start, end) };
  return { name: '-', periodHints: [], files: [{ name: `${name}.csv`, source }], isFolder: false };
}

function isEmpty(): UsageError {
  return new UsageError({
    zh: '标准输入是空的，应有一册 CSV。前面的命令是否出了错？',
    en: 'Standard input is empty, and one CSV register was expected. Did the command before it fail?',
  });
}

/** All there is, unless it is more than a file may have: it is not read on, for it may have no end. */
async function bytesOf(stdin: AsyncIterable<Uint8Array | string>, limits: Limits): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stdin) {
      chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
      size += chunks.at(-1)?.length ?? 0;
      if (size > limits.file) throw refusalOf('-')(beyondLimit(limits, 'file'));
    }
  } catch (error) {
    throw fileError(error, '-', 'read');
  }
  return Buffer.concat(chunks);
}

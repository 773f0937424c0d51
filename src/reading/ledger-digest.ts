import { createHash, type Hash } from 'node:crypto';
import type { ByteSource, Ledger } from '../model/sheet.ts';

const SLICE = 1 << 20;
const LARGE = 48 << 20; // bytes; of fewer, a thread costs more than the digest: it is also in the way of those that compile

/** A ledger's name in reports, and the digest of its bytes. */
export interface LedgerIdentity {
  readonly file: string;
  readonly sha256: string;
}

export function identitiesOf(ledgers: readonly Ledger[]): Promise<readonly LedgerIdentity[]> {
  return Promise.all(ledgers.map(async (ledger) => ({ file: ledger.name, sha256: await digestOf(ledger) })));
}

/** The SHA-256 of a ledger's file; of a folder, that of the lines `<sha256>  <name>` of its files, by name. */
export async function digestOf({ files, isFolder }: Ledger): Promise<string> {
  const [first] = files;
  if (!isFolder && first !== undefined) return digestOfBytes(first.source);
  const lines = await Promise.all(files.map(async ({ name, source }) => `${await digestOfBytes(source)}  ${name}\n`));
  return createHash('sha256').update(lines.join('')).digest('hex');
}

export async function digestOfBytes(source: ByteSource): Promise<string> {
  if (source.size > LARGE) {
    const { digestOnThread } = await import('./digest-thread.ts');
    return digestOnThread(source);
  }
  const hash: Hash = createHash('sha256');
  for (let start = 0; start < source.size; start += SLICE) {
    hash.update(await source.slice(start, Math.min(start + SLICE, source.size)));
  }
  return hash.digest('hex');
}

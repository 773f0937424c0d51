import type { ByteSource } from '../model/sheet.ts';
import { rootStreams } from './compound-directory.ts';
import { CompoundSectors } from './compound-sectors.ts';
import type { Limits } from './limits.ts';
import { damaged, type Reason } from './refusal.ts';

/** One stream of a compound file: the container of .xls, .et, .doc and of everything encrypted by Office. */
export interface CompoundStream {
  readonly name: string;
  /** Its bytes, or its first ones; `undefined` where the file does not hold them. */
  read(most?: number): Promise<Buffer | undefined>;
}

/** True if the bytes begin a compound file. */
export function isCompound(start: Buffer): boolean {
  return start.subarray(0, MAGIC.length).equals(MAGIC);
}

/** The streams that stand at the root of a compound file, not in a storage within, or why they cannot be told. */
export async function openCompound(
  source: ByteSource,
  limits: Pick<Limits, 'entries'>,
): Promise<readonly CompoundStream[] | { readonly refused: Reason }> {
  const sectors = await CompoundSectors.open(source);
  const directory = await sectors?.readChain(sectors.directoryStart, MOST_DIRECTORY_SECTORS);
  if (sectors === undefined || directory === undefined) return { refused: brokenDirectory };
  const found = rootStreams(directory, limits);
  if ('refused' in found) return found;
  const { root, streams } = found;
  return streams.map((stream) => ({
    name: stream.name,
    read: (most = stream.size) => {
      const size = Math.min(most, stream.size);
      return stream.size < SMALLEST_STREAM
        ? sectors.readSmall(root, { ...stream, size })
        : sectors.read({ ...stream, size });
    },
  }));
}

/** The stream that is a workbook. Excel 5 to 2003 could write one file with two: for programs of old, and for all others. */
export function workbookIn(streams: readonly CompoundStream[]): CompoundStream | undefined {
  const named = (name: string) => streams.find((stream) => stream.name.toLowerCase() === name);
  return named('workbook') ?? named('book');
}

const MAGIC = Buffer.from('D0CF11E0A1B11AE1', 'hex');
const SMALLEST_STREAM = 4096; // smaller ones lie in the stream of small ones
const MOST_DIRECTORY_SECTORS = 4096;

const brokenDirectory = damaged('文件内部的目录读不通', 'its inner directory cannot be followed');

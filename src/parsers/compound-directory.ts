import type { Limits } from './limits.ts';
import { beyondLimit, damaged, type Reason } from './refusal.ts';

/** Where a stream of a compound file lies: its first sector, and how many bytes it has. */
export interface StreamPlace {
  readonly start: number;
  readonly size: number;
}

/** The streams at the root of a compound file, and the stream that small streams lie in. */
export interface RootStreams {
  readonly root: StreamPlace;
  readonly streams: readonly (StreamPlace & { readonly name: string })[];
}

/**
 * Walks the whole tree of a directory, each entry once: a reader that follows the entries of one made to turn in circles
 * never comes to an end.
 */
export function rootStreams(
  directory: Buffer,
  limits: Pick<Limits, 'entries'>,
): RootStreams | { readonly refused: Reason } {
  const entries = Math.floor(directory.length / ENTRY_SIZE);
  if (entries === 0) return { refused: noRoot };
  const root = entryAt(directory, 0);
  if (root.kind !== ROOT) return { refused: noRoot };
  const streams: Entry[] = [];
  const seen = new Set([0]);
  const open = [{ index: root.child, isAtRoot: true }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { index, isAtRoot } = next;
    if (index === NO_STREAM) continue;
    if (index >= entries) return { refused: beyondDirectory };
    if (seen.has(index)) return { refused: circle };
    if (seen.size > limits.entries) return { refused: beyondLimit(limits, 'entries') };
    seen.add(index);
    const entry = entryAt(directory, index);
    if (isAtRoot && entry.kind === STREAM) streams.push(entry);
    if (entry.kind === STORAGE) open.push({ index: entry.child, isAtRoot: false });
    open.push({ index: entry.left, isAtRoot }, { index: entry.right, isAtRoot });
  }
  return { root, streams };
}

interface Entry extends StreamPlace {
  readonly name: string;
  readonly kind: number | undefined;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

// [MS-CFB] 2.6.1
const ENTRY_SIZE = 128;
const NO_STREAM = 0xffffffff;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;

function entryAt(directory: Buffer, index: number): Entry {
  const entry = directory.subarray(index * ENTRY_SIZE, (index + 1) * ENTRY_SIZE);
  return {
    name: entry.toString('utf16le', 0, Math.min(Math.max(entry.readUInt16LE(64) - 2, 0), 64)),
    kind: entry[66],
    left: entry.readUInt32LE(68),
    right: entry.readUInt32LE(72),
    child: entry.readUInt32LE(76),
    start: entry.readUInt32LE(116),
    size: entry.readUInt32LE(120),
  };
}

const noRoot = damaged('文件内部的目录没有根', 'its inner directory has no root');
const beyondDirectory = damaged('文件内部的目录指向目录之外', 'its inner directory points beyond itself');
const circle = damaged('文件内部的目录绕成了圈', 'its inner directory turns in circles');

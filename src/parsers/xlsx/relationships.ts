import { damaged, type Refusal } from '../refusal.ts';
import type { ChunkReader } from '../xml/parts.ts';
import { type Tag, TagWalk, type TagWalking } from '../xml/tag-walk.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of its type, the same in transitional and strict files: `worksheet`, `styles` … */
  readonly type: string;
  /** The name of the part it leads to, from the root of the package. */
  readonly target: string;
}

/** Reads the relationships of a part as the chunks of their own part are pushed, without those that lead out of the package. */
export class Relationships implements ChunkReader {
  readonly found: Relationship[] = [];
  private readonly walk: TagWalk;
  private readonly source: string;
  private readonly refuse: Refusal;

  constructor(source: string, context: TagWalking) {
    this.source = source;
    this.refuse = context.refuse;
    this.walk = new TagWalk(['Relationship'], (tag) => this.visit(tag), context);
  }

  push(chunk: Buffer): void {
    this.walk.push(chunk);
  }

  end(): void {
    this.walk.end();
  }

  private visit(tag: Tag): undefined {
    const target = tag.attribute('Target');
    if (tag.isClose || tag.name !== 'Relationship' || target === undefined) return;
    if (tag.attribute('TargetMode') === 'External') return;
    const type = tag.attribute('Type')?.split('/').at(-1) ?? '';
    if (this.found.length === MOST) throw this.refuse(tooMany);
    this.found.push({ id: tag.attribute('Id') ?? '', type, target: resolveTarget(this.source, target) });
  }
}

/** Where the relationships of a part are kept. */
export function relationshipsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function resolveTarget(source: string, target: string): string {
  const path = (target.split(/[?#]/, 1)[0] ?? '').replaceAll('\\', '/');
  const from = path.startsWith('/') ? [] : source.split('/').slice(0, -1);
  const steps: string[] = [];
  for (const step of [...from, ...path.split('/')]) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return decodeSteps(steps.join('/'));
}

/** Some programs write spaces and Chinese letters of part names as %20 and the like; bad escapes stay as they are. */
function decodeSteps(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (code) => {
    const byte = Number.parseInt(code.slice(1), 16);
    return byte < 128 ? String.fromCharCode(byte) : code;
  });
}

const MOST = 100_000; // of a part that is read; a workbook has some for each sheet

const tooMany = damaged(`部件间的关系超过 ${MOST} 条`, `a part has more than ${MOST} relationships`);

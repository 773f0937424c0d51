import type { Limits } from '../limits.ts';
import { damaged, type Refusal } from '../refusal.ts';
import { TagWalk } from '../xml/tag-walk.ts';

export interface Relationship {
  readonly id: string;
  /** The last word of its type, the same in transitional and strict files: `worksheet`, `styles` … */
  readonly type: string;
  /** The name of the part it leads to, from the root of the package. */
  readonly target: string;
}

/** The relationships of a part, without those that lead out of the package. */
export function readRelationships(
  bytes: Buffer,
  source: string,
  context: { readonly limits: Limits; readonly refuse: Refusal },
): readonly Relationship[] {
  const found: Relationship[] = [];
  const walk = new TagWalk(
    (tag) => {
      const target = tag.attribute('Target');
      if (tag.isClose || tag.name !== 'Relationship' || target === undefined) return undefined;
      if (tag.attribute('TargetMode') === 'External') return undefined;
      const type = tag.attribute('Type')?.split('/').at(-1) ?? '';
      if (found.length === MOST) throw context.refuse(tooMany);
      found.push({ id: tag.attribute('Id') ?? '', type, target: resolveTarget(source, target) });
      return undefined;
    },
    context.limits,
    context.refuse,
  );
  walk.push(bytes);
  walk.end();
  return found;
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

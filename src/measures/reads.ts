import { columnsOf, type RegisterName } from '../records/registers.ts';
import type { Condition } from './condition.ts';
import type { Measure } from './measure.ts';

/** A register that a measure needs, and the columns it reads there. A ratio has two such sides. */
export interface Side {
  readonly register: RegisterName;
  readonly reads: readonly string[];
}

/** What a measure reads. The field that names persons is not among it: without it every record is a person. */
export function sidesOf(measure: Measure): readonly Side[] {
  const sides = known.get(measure) ?? sidesIn(measure);
  known.set(measure, sides);
  return sides;
}

/** The conditions that a measure puts on records. */
export function conditionsOf(measure: Measure): readonly Condition[] {
  switch (measure.type) {
    case 'proportion':
      return [measure.among, measure.which];
    case 'ratio':
      return 'total' in measure.to ? [measure.of] : [measure.of, measure.to];
    case 'sum':
    case 'count':
      return [measure.among];
  }
}

/** The columns of a side that a ledger may lack. Without a required one the register counts as absent anyway. */
export function optionalReads({ register, reads }: Side): readonly string[] {
  const columns = columnsOf(register);
  return reads.filter((key) => columns[key]?.required === false);
}

const known = new WeakMap<Measure, readonly Side[]>(); // asked for every diagnostic, and always the same

function sidesIn(measure: Measure): readonly Side[] {
  switch (measure.type) {
    case 'proportion':
      return [side(measure.among.register, [measure.among.reads, measure.which.reads])];
    case 'ratio':
      return [
        side(measure.of.register, [measure.of.reads]),
        'total' in measure.to ? side('villages', [[measure.to.total]]) : side(measure.to.register, [measure.to.reads]),
      ];
    case 'sum':
      return [side(measure.among.register, [measure.among.reads, measure.of.reads, measure.to.reads])];
    case 'count':
      return [side(measure.among.register, [measure.among.reads])];
  }
}

function side(register: RegisterName, reads: readonly (readonly string[])[]): Side {
  return { register, reads: [...new Set(reads.flat())] };
}

import type { ListedMeasure } from '../indicators/catalogue.ts';
import { type Side, sidesOf } from '../measures/reads.ts';

/** The registers that a measure reads, each once, with all the columns it reads there: both sides of a ratio may be one. */
export function registersRead(measure: ListedMeasure): readonly Side[] {
  const sides = sidesOf(measure);
  const registers = [...new Set(sides.map(({ register }) => register))];
  return registers.map((register) => {
    const own = sides.filter((side) => side.register === register);
    return { register, reads: [...new Set(own.flatMap(({ reads }) => reads))] };
  });
}

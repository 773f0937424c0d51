/** Sums of unknown numbers, none of them below 0, that are known: `Σ factor · number = value`. */
export interface Equation {
  readonly terms: readonly (readonly [unknown: number, factor: number])[];
  readonly value: number;
}

const TINY = 1e-7;

/**
 * The least and the most that each unknown can be, by the simplex method (two phases, Bland's rule), so exactly but for
 * rounding. It knows nothing of trees or measures. Throws where the equations contradict each other.
 */
export function extremes(
  unknowns: number,
  equations: readonly Equation[],
  asked: readonly number[],
): readonly { readonly least: number; readonly most: number }[] {
  const start = feasible(unknowns, equations);
  return asked.map((unknown) => ({
    least: -optimum(start, unknown, -1),
    most: optimum(start, unknown, 1),
  }));
}

interface Tableau {
  readonly width: number; // the last column is the value
  readonly rows: Float64Array[];
  readonly basis: number[];
}

function feasible(unknowns: number, equations: readonly Equation[]): Tableau {
  const width = unknowns + equations.length + 1;
  const rows = equations.map(({ terms, value }, index) => {
    const row = new Float64Array(width);
    const sign = value < 0 ? -1 : 1;
    for (const [unknown, factor] of terms) row[unknown] = (row[unknown] ?? 0) + sign * factor;
    row[unknowns + index] = 1; // stands for what the equation still lacks
    row[width - 1] = sign * value;
    return row;
  });
  const tableau = { width, rows, basis: equations.map((_, index) => unknowns + index) };
  const goal = new Float64Array(width);
  for (const row of rows)
    for (let column = 0; column < width; column++) goal[column] = (goal[column] ?? 0) + (row[column] ?? 0);
  for (let column = unknowns; column < width - 1; column++) goal[column] = 0;
  improve(tableau, goal, unknowns);
  if ((goal[width - 1] ?? 0) > 1e-5) throw new Error('The equations contradict each other.');
  // What is left of the stand-ins is 0: they give way to unknowns, or their equations say nothing new.
  tableau.basis.forEach((basic, index) => {
    const row = rows[index];
    if (basic < unknowns || row === undefined) return;
    const column = row.slice(0, unknowns).findIndex((factor) => Math.abs(factor) > TINY);
    if (column >= 0) pivot(tableau, goal, index, column);
  });
  const kept = tableau.basis.flatMap((basic, index) => (basic < unknowns ? [index] : []));
  return {
    width: unknowns + 1,
    rows: kept.map((index) => {
      const row = rows[index] ?? new Float64Array(width);
      return Float64Array.of(...row.subarray(0, unknowns), row[width - 1] ?? 0);
    }),
    basis: kept.map((index) => tableau.basis[index] ?? 0),
  };
}

function optimum(start: Tableau, unknown: number, sign: 1 | -1): number {
  const tableau = { ...start, rows: start.rows.map((row) => row.slice()), basis: [...start.basis] };
  const goal = new Float64Array(start.width);
  goal[unknown] = sign;
  tableau.basis.forEach((basic, index) => {
    if (basic !== unknown) return;
    const row = tableau.rows[index] ?? goal;
    for (let column = 0; column < start.width; column++) goal[column] = (goal[column] ?? 0) - sign * (row[column] ?? 0);
  });
  return improve(tableau, goal, start.width - 1) ? -(goal[start.width - 1] ?? 0) : Number.POSITIVE_INFINITY;
}

/** Raises the goal as far as it goes; false where nothing limits it. */
function improve(tableau: Tableau, goal: Float64Array, columns: number): boolean {
  for (;;) {
    const entering = goal.subarray(0, columns).findIndex((gain) => gain > TINY);
    if (entering < 0) return true;
    let leaving = -1;
    let lowest = Number.POSITIVE_INFINITY;
    tableau.rows.forEach((row, index) => {
      const factor = row[entering] ?? 0;
      if (factor <= TINY) return;
      const ratio = (row[tableau.width - 1] ?? 0) / factor;
      const isEarlier = (tableau.basis[index] ?? 0) < (tableau.basis[leaving] ?? Number.POSITIVE_INFINITY);
      if (ratio < lowest - TINY || (ratio < lowest + TINY && isEarlier))
        [leaving, lowest] = [index, Math.min(ratio, lowest)];
    });
    if (leaving < 0) return false;
    pivot(tableau, goal, leaving, entering);
  }
}

function pivot({ rows, basis }: Tableau, goal: Float64Array, leaving: number, entering: number): void {
  const chosen = rows[leaving];
  if (chosen === undefined) return;
  const factor = chosen[entering] ?? 1;
  for (let column = 0; column < chosen.length; column++) chosen[column] = (chosen[column] ?? 0) / factor;
  for (const row of [...rows, goal]) {
    const share = row[entering] ?? 0;
    if (row === chosen || share === 0) continue;
    for (let column = 0; column < row.length; column++)
      row[column] = (row[column] ?? 0) - share * (chosen[column] ?? 0);
  }
  basis[leaving] = entering;
}

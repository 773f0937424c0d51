/** The columns of the summary, by their letters. */
export const columns = {
  id: 'A',
  name: 'B',
  threshold: 'C',
  status: 'D',
  value: 'E',
  low: 'F',
  high: 'G',
  shortfall: 'H',
  numerator: 'I',
  denominator: 'J',
  unknown: 'K',
  /** What the bounds are made of: the further counts of the audit sheet, in their order. */
  bounds: ['L', 'M', 'N'],
  hasData: 'O',
} as const;

/** The cells of one row of the summary, as formulas name them. */
export interface SummaryCells {
  readonly n: string;
  readonly d: string;
  readonly unknown: string;
  /** u of a proportion, a? of a ratio. */
  readonly first: string;
  /** xt of a proportion, b? of a ratio. */
  readonly second: string;
  /** xf of a proportion, the villages without a reference of a ratio. */
  readonly third: string;
  readonly hasData: string;
}

export function summaryCells(row: number): SummaryCells {
  const [first, second, third] = columns.bounds;
  return {
    n: columns.numerator + row,
    d: columns.denominator + row,
    unknown: columns.unknown + row,
    first: first + row,
    second: second + row,
    third: third + row,
    hasData: columns.hasData + row,
  };
}

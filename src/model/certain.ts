/**
 * A value that the program has put there itself. Where it is missing, that is our bug and no fault of a file: going on
 * with nothing in its place would only hide it.
 */
export function certain<T>(value: T, what: string): NonNullable<T> {
  if (value === undefined || value === null) throw new Error(`There is no ${what}.`);
  return value;
}

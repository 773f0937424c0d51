/** The number that an area, or a ledger, of one month has among those of both months. Each has one. */
export function jointNumber(joint: readonly number[], own: number): number {
  const number = joint[own];
  if (number === undefined) throw new Error(`Number ${own} of a month has none among those of both.`);
  return number;
}

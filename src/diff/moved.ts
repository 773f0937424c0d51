import { type Change, factors } from './difference.ts';

/** Whether any figure or status moved, or came or went, or any part of a figure. */
export function isMoved({ before, after, change, parts }: Change): boolean {
  const amounts = [change, ...factors.map((factor) => parts[factor])].flatMap((one) => [
    one.numerator,
    one.denominator,
    one.value,
  ]);
  const isThere = (one: Change['before']) => one.numerator !== null;
  return (
    before.status !== after.status ||
    isThere(before) !== isThere(after) ||
    amounts.some((amount) => (amount?.number ?? 0) !== 0)
  );
}

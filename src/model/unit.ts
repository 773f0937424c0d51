import type { Unit } from './report.ts';

/** How many a rate of each unit is of: 95 % are 95 in 100. */
export const PER: Readonly<Record<Unit, number>> = { '%': 100, '‰': 1000, per100: 100, ratio: 1, count: 1 };

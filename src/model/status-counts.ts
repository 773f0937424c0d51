import { type Status, statuses } from './report.ts';

/** As people look for them: what passed first, then what is wrong. */
export const readingOrder = [
  'pass',
  'fail',
  'undetermined',
  'no-data',
  'small-sample',
  'not-applicable',
  'off',
  'suppressed',
] as const satisfies readonly Status[];

/** The worst of some statuses: what an indicator with measures of these comes to. */
export function worst(all: readonly Status[]): Status {
  return statuses.find((status) => all.includes(status)) ?? 'off';
}

/** How many have each status. */
export function statusCounts(all: readonly { readonly status: Status }[]): Readonly<Record<Status, number>> {
  const counts = readingOrder.map((status) => [status, all.filter((one) => one.status === status).length]);
  return Object.fromEntries(counts) as Record<Status, number>; // a test says that the order has every status
}

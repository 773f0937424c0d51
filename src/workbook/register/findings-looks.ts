import type { Look } from '../package/look.ts';

/** How the column of findings looks. */
export const findingsLooks = {
  header: { bold: true, fill: '3B4A5A', colour: 'FFFFFF', align: 'left' },
  cell: {},
  link: { isLink: true },
} as const satisfies Record<string, Look>;

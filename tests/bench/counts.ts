import { z } from 'zod';

const figures = z.object({ numerator: z.number().nullable(), denominator: z.number().nullable() });
const report = z.object({
  areas: z.array(z.object({ name: z.string(), measures: z.record(z.string(), figures) })),
  diagnosticTotals: z.record(z.string(), z.number()),
});

/** What a peer prints: the records that repeat one, and of each village the parts of 8a, 10a and the women of 15c. */
const peerCounts = z.object({ duplicates: z.number(), villages: z.record(z.string(), z.array(z.number())) });

/** The counts in a report of ours, in the words of the peers. */
export function countsOfReport(output: string): string {
  const { areas, diagnosticTotals } = report.parse(JSON.parse(output));
  const villages = areas.map(({ name, measures }): [string, number[]] => [
    name,
    [
      measures['8a']?.numerator,
      measures['8a']?.denominator,
      measures['10a']?.numerator,
      measures['10a']?.denominator,
      measures['15c']?.numerator,
    ].map((number) => number ?? 0),
  ]);
  return inOrder({ duplicates: diagnosticTotals['duplicate-record'] ?? 0, villages: Object.fromEntries(villages) });
}

export function countsOfPeer(output: string): string {
  return inOrder(peerCounts.parse(JSON.parse(output)));
}

function inOrder({ duplicates, villages }: z.infer<typeof peerCounts>): string {
  const sorted = Object.entries(villages).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${duplicates} repeated; ${sorted.map(([name, numbers]) => `${name} ${numbers.join('/')}`).join(', ')}`;
}

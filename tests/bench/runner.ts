import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A program to be timed, and what it is called. */
export interface Contestant {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** A file without which it cannot run, and how to get it. */
  readonly needs?: { readonly path: string; readonly from: string };
  /** What it counted, read out of its output: all that tell must agree. */
  readonly counts?: (output: string) => string;
}

/** What was promised: to take at most `times` the time of a peer, or so many megabytes. */
export type Vow = { readonly peer: string; readonly times: number } | { readonly megabytes: number };

/** A comparison: the first contestant is ours. */
export interface Bench {
  readonly title: string;
  readonly rounds: number;
  readonly ours: Contestant;
  readonly peers: readonly Contestant[];
  readonly vows: readonly Vow[];
}

export interface Timing {
  readonly name: string;
  readonly seconds: number;
  /** Of all processors together: what a busy machine changes least. */
  readonly processor: number;
  readonly megabytes: number;
}

/** Runs contestants in turn (A B C A B C …) after a warm-up, and prints medians, peak memory, ratios and what became of the vows. */
export function runBench({ title, rounds, ours, peers, vows }: Bench): readonly Timing[] {
  console.log(`\n${title}  (median of ${rounds})`);
  const missing = peers.filter((peer) => !isThere(peer));
  for (const { name, command, needs } of missing) console.log(`  PEER MISSING: ${name} (${needs?.from ?? command})`);
  const all = [ours, ...peers.filter((peer) => !missing.includes(peer))];
  compareCounts(all.map((contestant) => ({ contestant, output: run(contestant).output })));
  const runs: Timing[] = [];
  for (let round = 0; round < rounds; round++) for (const contestant of all) runs.push(run(contestant).timing);
  const medians = all.map(({ name }) => medianOf(name, runs));
  const own = medians[0]?.seconds ?? Number.NaN; // ours comes first
  for (const median of medians) console.log(line(median, median.seconds / own));
  for (const vow of vows) console.log(`  ${outcome(vow, medians)}`);
  return medians;
}

function compareCounts(outputs: readonly { readonly contestant: Contestant; readonly output: string }[]): void {
  const told = outputs.flatMap(({ contestant: { name, counts }, output }) =>
    counts === undefined ? [] : [{ name, counts: counts(output) }],
  );
  const [first, ...others] = told;
  for (const { name, counts } of others) {
    if (counts === first?.counts) console.log(`  same counts: ${name}`);
    else console.log(`  COUNTS DIFFER: ${name}\n    ${first?.counts.slice(0, 300)}\n    ${counts.slice(0, 300)}`);
  }
}

function run({ name, command, args }: Contestant): { readonly timing: Timing; readonly output: string } {
  const begun = process.hrtime.bigint();
  // GNU time tells what a whole process took, in the last line of what it writes.
  const result = spawnSync('/usr/bin/time', ['-f', '%M %U %S', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    // To read further certificates triples the start of Node itself, with which ours is compared; few machines ask for it.
    env: { ...process.env, NODE_EXTRA_CA_CERTS: undefined },
  });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  if (result.error !== undefined) throw result.error;
  // fp-check ends with 1 or 3 where it has something to say of a ledger.
  if (![0, 1, 3].includes(result.status ?? -1))
    throw new Error(`${name} ended with ${result.status}: ${result.stderr}`);
  const told = result.stderr.trim().split('\n').at(-1) ?? '';
  const [kilobytes = Number.NaN, user = Number.NaN, system = Number.NaN] = told.split(' ').map(Number);
  return { timing: { name, seconds, processor: user + system, megabytes: kilobytes / 1024 }, output: result.stdout };
}

function medianOf(name: string, runs: readonly Timing[]): Timing {
  const own = runs.filter((timing) => timing.name === name);
  return {
    name,
    seconds: middle(own.map(({ seconds }) => seconds)),
    processor: middle(own.map(({ processor }) => processor)),
    megabytes: middle(own.map(({ megabytes }) => megabytes)),
  };
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((below ?? Number.NaN) + (above ?? Number.NaN)) / 2; // no run, no median
}

function line({ name, seconds, processor, megabytes }: Timing, ratio: number): string {
  const figures = [
    `${seconds.toFixed(3)} s`,
    `${processor.toFixed(2)} s CPU`,
    `${megabytes.toFixed(0)} MB`,
    `${ratio.toFixed(2)} × ours`,
  ];
  return `  ${name.padEnd(44)}${figures.map((figure) => figure.padStart(14)).join('')}`;
}

function outcome(vow: Vow, [ours, ...peers]: readonly Timing[]): string {
  if (ours === undefined) throw new Error('Nothing was timed.');
  if ('megabytes' in vow) return kept(ours.megabytes <= vow.megabytes, `at most ${vow.megabytes} MB`);
  const peer = peers.find(({ name }) => name === vow.peer);
  const words = vow.times >= 1 ? `within ${vow.times} × ${vow.peer}` : `${1 / vow.times} × faster than ${vow.peer}`;
  return peer === undefined
    ? `NOT TRIED  ${words}: the peer is missing`
    : kept(ours.seconds <= vow.times * peer.seconds, words);
}

function kept(isKept: boolean, words: string): string {
  return `${isKept ? 'kept    ' : 'NOT KEPT'}   ${words}`;
}

function isThere({ command, needs }: Contestant): boolean {
  if (needs !== undefined && !existsSync(needs.path)) return false;
  return command.includes('/') ? existsSync(command) : spawnSync('which', [command]).status === 0;
}

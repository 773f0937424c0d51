import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A program to be timed, and what it is called. */
export interface Contestant {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
}

/** A comparison: the first contestant is ours, and the ratio is held against one of the others. */
export interface Bench {
  readonly title: string;
  readonly rounds: number;
  readonly ours: Contestant;
  readonly peers: readonly Contestant[];
  /** What was promised, in words. */
  readonly promise: string;
}

interface Timing {
  readonly name: string;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Runs contestants in turn (A B C A B C …) after a warm-up, and prints medians, peak memory and ratios to ours. */
export function runBench({ title, rounds, ours, peers, promise }: Bench): void {
  console.log(`\n${title}\n  promised: ${promise}`);
  const missing = peers.filter(({ command }) => !isThere(command));
  for (const { name } of missing) console.log(`  PEER MISSING: ${name}`);
  const all = [ours, ...peers.filter((peer) => !missing.includes(peer))];
  for (const contestant of all) once(contestant);
  const runs = new Map(all.map(({ name }) => [name, [] as Timing[]]));
  for (let round = 0; round < rounds; round++) {
    for (const contestant of all) runs.get(contestant.name)?.push(once(contestant));
  }
  const medians = all.map(({ name }) => medianOf(name, runs.get(name) ?? []));
  const [own] = medians;
  for (const { name, seconds, megabytes } of medians) {
    const ratio = own === undefined ? 1 : seconds / own.seconds;
    console.log(
      `  ${name.padEnd(44)} ${seconds.toFixed(3).padStart(8)} s ${megabytes.toFixed(0).padStart(6)} MB   ${ratio.toFixed(2).padStart(6)} × ours`,
    );
  }
}

function once({ name, command, args, cwd }: Contestant): Timing {
  const begun = process.hrtime.bigint();
  // GNU time tells the peak memory of a whole process; its last line is ours.
  const result = spawnSync('/usr/bin/time', ['-f', '%M', command, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  if (result.status !== 0 && result.status !== 1 && result.status !== 3)
    throw new Error(`${name} ended with ${result.status}: ${result.stderr}`);
  return { name, seconds, megabytes: Number(result.stderr.trim().split('\n').at(-1)) / 1024 };
}

function medianOf(name: string, timings: readonly Timing[]): Timing {
  const middle = (values: readonly number[]) =>
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    name,
    seconds: middle(timings.map(({ seconds }) => seconds)),
    megabytes: middle(timings.map(({ megabytes }) => megabytes)),
  };
}

function isThere(command: string): boolean {
  return command.includes('/') ? existsSync(command) : spawnSync('which', [command]).status === 0;
}

import { Writable } from 'node:stream';
import { type Files, systemFiles } from '../../src/cli/files.ts';
import { run } from '../../src/cli/main.ts';

export interface Screening {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in this process, with a screen of our own. */
export async function screening(
  argv: readonly string[],
  {
    cwd = process.cwd(),
    stdin = '',
    env = {},
    files = systemFiles,
  }: {
    readonly cwd?: string;
    readonly stdin?: string | Uint8Array | AsyncIterable<Uint8Array>;
    readonly env?: Readonly<Record<string, string>>;
    readonly files?: Files;
  } = {},
): Promise<Screening> {
  const [stdout, stderr] = [collector(), collector()];
  const code = await run(argv, {
    cwd,
    env: { LANG: 'zh_CN.UTF-8', ...env },
    files,
    stdin: isWhole(stdin) ? once(stdin) : stdin,
    stdout,
    stderr,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collector(): Writable & { text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return Object.assign(stream, { text: () => Buffer.concat(chunks).toString('utf8') });
}

function isWhole(stdin: object | string): stdin is string | Uint8Array {
  return typeof stdin === 'string' || stdin instanceof Uint8Array;
}

async function* once(bytes: string | Uint8Array): AsyncIterable<Uint8Array> {
  yield typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
}

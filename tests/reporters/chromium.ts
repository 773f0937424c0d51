import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** A page in a headless Chromium, driven through the pipe of its debugging protocol: no package is needed. */
export interface Page {
  /** The value of an expression on the page. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** The addresses that were asked for, the page's own first. */
  readonly requests: readonly string[];
  /** What the page complained of: script errors, refused loads, console messages. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface PageOptions {
  /** Whether the page may run scripts; the test itself always may. */
  readonly scripts: boolean;
}

/** A headless Chromium with any number of pages. */
export interface Browser {
  /** Opens an address on a page of its own and waits until it is loaded. */
  readonly open: (url: string, options?: PageOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

type Params = Readonly<Record<string, unknown>>;
type Send = (method: string, params?: Params, sessionId?: unknown) => Promise<Params>;
type Hear = (method: string, params: Params, sessionId: unknown) => void;

const COMPLAINT = /^(Log\.entryAdded|Runtime\.exceptionThrown|Runtime\.consoleAPICalled)$/;

/** Starts the Chromium at `program`. */
export function openBrowser(program: string): Browser {
  const profile = mkdtempSync(join(tmpdir(), 'fp-check-chromium-'));
  const flags = [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--remote-debugging-pipe',
    `--user-data-dir=${profile}`,
  ];
  const chromium = spawn(program, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
  // The list of stdio above makes these two pipes.
  const [commands, answers] = [chromium.stdio[3] as Writable, chromium.stdio[4] as unknown as Readable];
  const listeners = new Set<Hear>();
  const send = converse(commands, answers, (...message) => {
    for (const listener of listeners) listener(...message);
  });
  return {
    open: (url, { scripts } = { scripts: true }) => openTab(url, { scripts, send, listeners }),
    close: async () => {
      const closed = new Promise((resolve) => chromium.once('exit', resolve));
      await send('Browser.close');
      await closed;
      rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** Opens an address in a Chromium of its own, which is closed with the page. */
export async function openPage(program: string, url: string, options?: PageOptions): Promise<Page> {
  const browser = openBrowser(program);
  return { ...(await browser.open(url, options)), close: browser.close };
}

interface Tab extends PageOptions {
  readonly send: Send;
  readonly listeners: Set<Hear>;
}

async function openTab(url: string, { scripts, send, listeners }: Tab): Promise<Page> {
  const [requests, complaints]: [string[], string[]] = [[], []];
  let markLoaded = () => {};
  const loaded = new Promise<void>((resolve) => {
    markLoaded = resolve;
  });
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const hear: Hear = (method, params, from) => {
    if (from !== sessionId) return;
    if (method === 'Page.loadEventFired') markLoaded();
    if (method === 'Network.requestWillBeSent') requests.push((params['request'] as { url: string }).url);
    if (COMPLAINT.test(method)) complaints.push(JSON.stringify(params));
  };
  listeners.add(hear);
  for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await send(`${domain}.enable`, {}, sessionId);
  if (!scripts) await send('Emulation.setScriptExecutionDisabled', { value: true }, sessionId);
  await send('Page.navigate', { url }, sessionId);
  await loaded;
  return {
    requests,
    complaints,
    evaluate: async (expression) => {
      const { result, exceptionDetails } = await send(
        'Runtime.evaluate',
        { expression, returnByValue: true, awaitPromise: true },
        sessionId,
      );
      if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
      return (result as { readonly value?: unknown }).value;
    },
    close: async () => {
      listeners.delete(hear);
      await send('Target.closeTarget', { targetId });
    },
  };
}

/** Messages of the protocol are JSON texts that end in a zero byte; an answer bears the number of its command. */
function converse(commands: Writable, answers: Readable, hear: Hear): Send {
  const waiting = new Map<number, { resolve: (result: Params) => void; reject: (error: Error) => void }>();
  let [number, rest] = [0, ''];
  answers.setEncoding('utf8').on('data', (chunk: string) => {
    const messages = (rest + chunk).split('\0');
    rest = messages.pop() ?? '';
    for (const message of messages) {
      const { id, method, params, result, error, sessionId } = JSON.parse(message);
      if (id === undefined) hear(method, params, sessionId);
      else if (error !== undefined) waiting.get(id)?.reject(new Error(error.message));
      else waiting.get(id)?.resolve(result);
    }
  });
  return (method, params = {}, sessionId) => {
    number += 1;
    const id = number;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      commands.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  };
}

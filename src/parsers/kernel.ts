/** That this Node runs no WebAssembly of ours: there is another way, to be taken instead. */
export class NoWebAssembly extends Error {}

/**
 * A function in WebAssembly and the memory it works on, the only one that it sees: for what looks at every byte of
 * millions of cells, which takes several times as long in JavaScript. `npm run kernels` compiles them from `*.as.ts`.
 */
export class Kernel<Run extends (...numbers: never[]) => number> {
  readonly memory: ArrayBuffer;
  readonly run: Run;

  /** Takes code that exports a function `run`, and the size of its memory in bytes; throws `NoWebAssembly`. */
  constructor(code: string, size: number) {
    const module = moduleOf(code);
    const memory = memoryOf(size);
    this.memory = memory.buffer;
    this.run = new WebAssembly.Instance(module, { env: { memory } }).exports['run'] as Run;
  }
}

/** What is made, or `undefined` where this Node runs no WebAssembly of ours. */
export function whereWebAssembly<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof NoWebAssembly) return undefined;
    throw error;
  }
}

const modules = new Map<string, WebAssembly.Module>();

function moduleOf(code: string): WebAssembly.Module {
  const known = modules.get(code);
  if (known !== undefined) return known;
  const bytes = Buffer.from(code, 'base64');
  // Node has none with `--jitless`, and not sixteen bytes at a time on very old processors.
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(bytes)) throw new NoWebAssembly();
  const module = new WebAssembly.Module(bytes);
  modules.set(code, module);
  return module;
}

function memoryOf(size: number): WebAssembly.Memory {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
  } catch (error) {
    // Of addresses it takes ten gigabytes at once, which a cluster may not allow, though of memory hardly any.
    if (error instanceof RangeError) throw new NoWebAssembly(error.message, { cause: error });
    throw error;
  }
}

const PAGE = 64 * 1024; // bytes, the unit of WebAssembly

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

/** The part of some bytes that a kernel sees, at the start of its memory: as much as stays close to the processor. */
export class KernelPiece {
  /** Where its bytes begin in all. */
  start = 0;
  #end = 0;
  #bytes: Buffer = NO_BYTES;
  readonly #memory: Uint8Array;

  constructor(memory: ArrayBuffer) {
    this.#memory = new Uint8Array(memory, 0, PIECE_SIZE);
  }

  get size(): number {
    return this.#end - this.start;
  }

  /** Reads bytes of which pieces are seen, and lets go of them: kernels outlive files. */
  over<Result>(bytes: Buffer, read: () => Result): Result {
    this.#take(bytes);
    try {
      return read();
    } finally {
      this.#take(NO_BYTES);
    }
  }

  /** Lets a place be in the piece, and says where in it. */
  reach(at: number): number {
    if (at < this.start || at >= this.#end) {
      this.start = at;
      this.#end = Math.min(at + PIECE_SIZE, this.#bytes.length);
      this.#memory.set(this.#bytes.subarray(at, this.#end));
    }
    return at - this.start;
  }

  /**
   * Takes down at which place of the piece a kernel has ended, and why; true if it can go on there, at once or with what
   * comes behind the piece.
   */
  endAt(place: number, ending: number): boolean {
    const isCut = ending === NOT_ALL_THERE && place > 0 && this.#end < this.#bytes.length;
    if (isCut) this.#end = this.start + place; // and so the next piece begins there
    return isCut || ending === FULL;
  }

  #take(bytes: Buffer): void {
    this.#bytes = bytes;
    this.start = 0;
    this.#end = 0;
  }
}

const NO_BYTES = Buffer.alloc(0);
// Why a kernel has ended, as in `*.as.ts`: its output is full, or its input is cut within the next item. With any other
// number the next item is spelt in a way that the kernel does not read.
const FULL = 1;
const NOT_ALL_THERE = -1;

/** What is made, or `undefined` where this Node runs no WebAssembly of ours. */
export function whereWebAssembly<Made>(make: () => Made): Made | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof NoWebAssembly) return undefined;
    throw error;
  }
}

/** The same, made when it is first asked for: one for all, who take turns with it. */
export function sharedWhereWebAssembly<Made>(make: () => Made): () => Made | undefined {
  let made: { readonly one: Made | undefined } | undefined;
  return () => {
    made ??= { one: whereWebAssembly(make) };
    return made.one;
  };
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
    // V8 reserves ten gigabytes of addresses for it, though hardly any memory. A limit on addresses may forbid that.
    if (error instanceof RangeError) throw new NoWebAssembly(error.message, { cause: error });
    throw error;
  }
}

/** The largest number that a kernel takes. */
export const LARGEST_NUMBER = 2 ** 31 - 1;
/** Of a piece, in bytes. */
export const PIECE_SIZE = 256 * 1024;
const PAGE = 64 * 1024; // bytes, the unit of WebAssembly

import { beyondLimit, damaged, type Refusal } from '../refusal.ts';
import { LONGEST_PIECE, type Markup } from './markup.ts';

/** Hands chunks to a scanner that says how far it got; what it left comes again in front of the next chunk. */
export class ChunkJoin {
  private rest: Buffer = Buffer.alloc(0);
  private readonly scan: (bytes: Buffer) => number;
  private readonly refuse: Refusal;

  constructor(scan: (bytes: Buffer) => number, refuse: Refusal) {
    this.scan = scan;
    this.refuse = refuse;
  }

  push(chunk: Buffer): void {
    this.rest = this.rest.length === 0 ? this.scanned(chunk) : this.scannedBehind(this.rest, chunk);
    if (this.rest.length > LONGEST_PIECE) throw this.refuse(endless);
  }

  end(): void {
    if (this.rest.length > 0) throw this.refuse(cutShort);
  }

  private scanned(bytes: Buffer): Buffer {
    return bytes.subarray(this.scan(bytes));
  }

  /** Joins only the border to the rest, as long as that is enough for the scanner to get across: most of a chunk is never copied. */
  private scannedBehind(rest: Buffer, chunk: Buffer): Buffer {
    const border = Buffer.concat([rest, chunk.subarray(0, BORDER)]);
    const across = this.scan(border) - rest.length;
    return this.scanned(
      across < 0
        ? Buffer.concat([border.subarray(across + rest.length), chunk.subarray(BORDER)])
        : chunk.subarray(across),
    );
  }
}

/** Counts how deep the elements of a part nest, and sees that there are any and that each is closed. */
export class Nesting {
  depth = 0;
  private isBegun = false;
  private readonly levels: number;
  private readonly refuse: Refusal;

  constructor(levels: number, refuse: Refusal) {
    this.levels = levels;
    this.refuse = refuse;
  }

  follow(kind: Markup['kind']): void {
    this.isBegun = true;
    if (kind === 'open') this.depth += 1;
    else if (kind === 'close') this.depth -= 1;
    if (this.depth < 0) throw this.refuse(cutShort);
    if (this.depth > this.levels) throw this.refuse(beyondLimit({ levels: this.levels }, 'levels'));
  }

  /** Whether so many more elements may be nested. */
  hasRoomFor(levels: number): boolean {
    return this.depth + levels <= this.levels;
  }

  end(): void {
    if (!this.isBegun || this.depth !== 0) throw this.refuse(cutShort);
  }
}

const BORDER = 4096;

const cutShort = damaged(
  'XML 不完整：没有内容，中途断了或标签不配对',
  'its XML is empty or breaks off, or its tags do not pair',
);

const endless = damaged('XML 里有一处没有尽头的标签或文字', 'its XML has a tag or text that does not end');

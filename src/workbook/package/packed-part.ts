import { constants, crc32, deflateRawSync } from 'node:zlib';

/** A part compressed and ready to be put into a package. */
export interface PackedPart {
  readonly crc: number;
  readonly size: number;
  readonly pieces: readonly Uint8Array[];
}

/**
 * Compresses a part while it is being written, so that only the compressed bytes are kept.
 *
 * The pieces are flushed to a byte border each and make one stream together; so text can be pushed from plain
 * functions, as records are, without waiting for another thread.
 */
export class PartPacker {
  readonly #pieces: Uint8Array[] = [];
  readonly #level: number;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  /** Short texts are joined before they are made bytes of. */
  #text = '';
  #crc = 0;
  #size = 0;

  constructor(level = USUAL_LEVEL) {
    this.#level = level;
  }

  write(chunk: string | Buffer): void {
    if (typeof chunk === 'string') {
      this.#text += chunk;
      if (this.#text.length >= MOST_TEXT) this.#takeText();
      return;
    }
    this.#takeText();
    this.#take(chunk);
  }

  #takeText(): void {
    if (this.#text === '') return;
    this.#take(Buffer.from(this.#text));
    this.#text = '';
  }

  #take(bytes: Buffer): void {
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= PIECE) this.#packPieces();
  }

  finish(): PackedPart {
    this.#takeText();
    this.#pack(this.#taken(), constants.Z_FINISH);
    return { crc: this.#crc, size: this.#size, pieces: this.#pieces };
  }

  /** Packs what there is in pieces of one size, so that the same contents give the same bytes however they came. */
  #packPieces(): void {
    const bytes = this.#taken();
    const end = bytes.length - (bytes.length % PIECE);
    for (let at = 0; at < end; at += PIECE) this.#pack(bytes.subarray(at, at + PIECE), constants.Z_SYNC_FLUSH);
    // A copy: the rest must not keep the whole alive.
    if (end < bytes.length) this.#waiting = [Buffer.from(bytes.subarray(end))];
    this.#waitingBytes = bytes.length - end;
  }

  #taken(): Buffer {
    const [first = Buffer.alloc(0), ...others] = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    return others.length === 0 ? first : Buffer.concat([first, ...others]);
  }

  #pack(bytes: Buffer, finishFlush: number): void {
    this.#crc = crc32(bytes, this.#crc);
    this.#size += bytes.length;
    this.#pieces.push(deflateRawSync(bytes, { finishFlush, level: this.#level }));
  }
}

/** A part packed from a text or bytes at hand. */
export function packed(contents: string | Buffer): PackedPart {
  const packer = new PartPacker();
  packer.write(contents);
  return packer.finish();
}

const PIECE = 512 * 1024;
const MOST_TEXT = 64 * 1024;
const USUAL_LEVEL = 3; // half the time of the usual 6, for a tenth more bytes

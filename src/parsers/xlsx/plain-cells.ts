import { Kernel, KernelPiece, LARGEST_NUMBER, PIECE_SIZE, sharedWhereWebAssembly } from '../kernel.ts';
import { PLAIN_CELLS_CODE } from './plain-cells-code.ts';

/**
 * Reads rows and cells in the spelling that nearly every program writes, by WebAssembly (`plain-cells.as.ts`), some four
 * thousand at a time.
 */
export class PlainCells {
  /** Where the next bytes are. */
  next = 0;
  /** True if there something is spelt otherwise or not all there, or no more cells are allowed. */
  isOtherwise = false;
  /** How many cells were read, also empty ones, and the column of the last. */
  cells = 0;
  column = -1;
  readonly #kernel = new Kernel<Read>(PLAIN_CELLS_CODE, PIECE_SIZE + 4 * ITEM_SIZE * (1 + MOST_ITEMS));
  /**
   * What was read last, behind a head, `ITEM_SIZE` numbers each: `ROW` and its number, from 1; `ROW - 1` where a row ends; or
   * a cell that is not empty, with its column, from 0, above the bits of its kind, its style, and its number or where its
   * text is.
   */
  readonly found = new Int32Array(this.#kernel.memory, PIECE_SIZE);
  /** What is read: all reading is done over some bytes. */
  readonly piece = new KernelPiece(this.#kernel.memory);
  readonly #numbers = new Float64Array(this.#kernel.memory, PIECE_SIZE);

  /** Reads on at a place and returns how many items were found. */
  read(at: number, { row, column, cellsLeft }: PlainReading): number {
    const { piece } = this;
    const from = piece.reach(at);
    const mostCells = Math.min(cellsLeft, LARGEST_NUMBER);
    const count = this.#kernel.run(from, piece.size, row, column, mostCells, PIECE_SIZE, MOST_ITEMS);
    const { found } = this;
    const place = found[0] as number;
    this.next = piece.start + place;
    this.cells = found[1] as number;
    this.column = found[2] as number;
    this.isOtherwise = !piece.endAt(place, found[3] as number);
    return count;
  }

  kindOf(item: number): number {
    return (this.found[item] as number) & KINDS;
  }

  styleOf(item: number): number {
    return this.found[item + 1] as number;
  }

  /** Of a cell that is a number, or the number of a shared string. */
  numberOf(item: number): number {
    return this.#numbers[(item >> 1) + 1] as number;
  }

  /** Where the text of another cell's value begins and ends. */
  startOf(item: number): number {
    return this.piece.start + (this.found[item + 2] as number);
  }

  endOf(item: number): number {
    return this.piece.start + (this.found[item + 3] as number);
  }
}

/** Where reading goes on, and what for. */
export interface PlainReading {
  /** The row, from 1, or 0 between rows. */
  readonly row: number;
  /** The column of the cell before; -1 before the first of a row. */
  readonly column: number;
  /** How many more cells may be read. */
  readonly cellsLeft: number;
}

/** One for all sheets, which take it for a chunk at a time. */
export const plainCells = sharedWhereWebAssembly(() => new PlainCells());

type Read = (
  from: number,
  to: number,
  row: number,
  column: number,
  mostCells: number,
  found: number,
  most: number,
) => number;

// As plain-cells.as.ts has it; sizes and places in numbers.
export const ITEM_SIZE = 4;
export const FIRST_ITEM = 4; // behind the head
export const ROW = -1;
export const KIND_BITS = 3;
/** Of a number that is read as one: with more its text is looked at. */
export const MOST_DIGITS = 15;
const KINDS = 7;
export const NUMBER = 0;
export const STRING = 1;
/** The types of cells, as they are written, by their kinds: those of numbers, plain and then not, and the others. */
export const TYPES = ['', 's', '', 's', 'str', 'b', 'e'];
const MOST_ITEMS = 4096;

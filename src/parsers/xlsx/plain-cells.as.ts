/**
 * Rows and cells of a sheet in the spelling that nearly every program writes: `<row r="7" spans="1:20">`,
 * `<c r="B7" s="3" t="s"><v>12</v></c>`, `<c r="B7"/>`, `</row>`. This is AssemblyScript: `npm run kernels` compiles it to
 * what plain-cells.ts runs, which says what the results mean.
 *
 * Reads the bytes from one place up to another, at first within `row` (0: between rows) behind the cell in `column` (-1:
 * before the first), until something is spelt otherwise or not all there, or `mostCells` are read. Writes to `found` a head
 * (where it has ended, how many cells it has read, the column of the last, why it has ended) and `most` items at most behind
 * it; returns how many.
 */
export function run(from: i32, to: i32, row: i32, column: i32, mostCells: i32, found: i32, most: i32): i32 {
  if (row > 0) enter(row);
  const first = found + ITEM_SIZE;
  const last = first + most * ITEM_SIZE;
  let ending = FULL;
  let at = from;
  let item = first;
  let cells = 0;
  while (item < last) {
    if (at + MOST_BEFORE_VALUE > to) {
      ending = NOT_ALL_THERE;
      break;
    }
    let end = OTHERWISE;
    if (row === 0) {
      end = readRow(at, to, item);
      if (end > 0) {
        row = load<i32>(item, 4);
        column = -1;
        item += ITEM_SIZE;
      }
    } else if ((load<u64>(at) & SIX_BYTES) === ROW_END) {
      end = at + 6;
      row = 0;
      store<i32>(item, ITEM_ROW_END);
      item += ITEM_SIZE;
    } else if (cells < mostCells) {
      end = readCell(at, to, column, item);
      if (end > 0) {
        const cell = load<i32>(item);
        column = cell >> KIND_BITS;
        cells++;
        if ((cell & KINDS) !== EMPTY) item += ITEM_SIZE;
      }
    }
    if (end <= 0) {
      ending = end;
      break;
    }
    at = end;
  }
  store<i32>(found, at);
  store<i32>(found, cells, 4);
  store<i32>(found, column, 8);
  store<i32>(found, ending, 12);
  return (item - first) / ITEM_SIZE;
}

// How the references of the row's cells end: its digits, with the quote behind them.
let rowWord: u64;
let rowMask: u64;
let rowSize: i32;

function enter(row: i32): void {
  rowWord = QUOTE;
  rowSize = 1;
  for (let rest = row; rest > 0; rest /= 10, rowSize++) rowWord = (rowWord << 8) | (ZERO + (rest % 10));
  rowMask = bytesMask(rowSize);
}

/** Reads the tag that begins a row and returns where it ends; not one that says that the row is hidden. */
function readRow(at: i32, to: i32, item: i32): i32 {
  if (load<u64>(at) !== ROW_START) return OTHERWISE;
  const start = at + 8;
  let i = start;
  let row = 0;
  for (; i < start + MOST_DIGITS_OF_ROW; i++) {
    const digit = <u32>load<u8>(i) - ZERO;
    if (digit > 9) break;
    row = row * 10 + digit;
  }
  if (row === 0 || load<u8>(i) !== QUOTE) return OTHERWISE;
  rowSize = i + 1 - start;
  rowMask = bytesMask(rowSize);
  rowWord = load<u64>(start) & rowMask;
  store<i32>(item, ITEM_ROW);
  store<i32>(item, row, 4);
  // What stands behind is ` name="value"`, as often as it likes; `hidden` begins with what no other attribute does.
  while (load<u8>(++i) !== GREATER_THAN) {
    if (load<u8>(i) !== SPACE || load<u16>(i + 1) === HI) return OTHERWISE;
    const name = ++i;
    while (i < to && isInName(load<u8>(i))) i++;
    if (i === name || load<u16>(i) !== EQUALS_QUOTE) return i < to ? OTHERWISE : NOT_ALL_THERE;
    for (i += 2; load<u8>(i) !== QUOTE; i++) if (i >= to) return NOT_ALL_THERE;
  }
  return i < to ? i + 1 : NOT_ALL_THERE;
}

/** Reads a cell of the row, behind another column, and returns where it ends. */
function readCell(at: i32, to: i32, last: i32, item: i32): i32 {
  if ((load<u64>(at) & SIX_BYTES) !== CELL_START) return OTHERWISE;
  let i = at + 6;
  let column = -1;
  for (let n = 0; n < 3; n++, i++) {
    const letter = <u32>load<u8>(i) - LETTER_A;
    if (letter > 25) break;
    column = (column + 1) * 26 + letter;
  }
  if (column <= last || column >= COLUMNS || (load<u64>(i) & rowMask) !== rowWord) return OTHERWISE;
  i += rowSize;
  let next = load<u32>(i);
  let style = 0;
  if (next === STYLE) {
    i += 4;
    for (let n = 0; n < 5; n++, i++) {
      const digit = <u32>load<u8>(i) - ZERO;
      if (digit > 9) break;
      style = style * 10 + digit;
    }
    if (load<u8>(i) !== QUOTE) return OTHERWISE;
    next = load<u32>(++i);
  }
  let kind = NUMBER;
  if (next === TYPE) {
    const type = load<u8>(i + 4);
    if (load<u32>(i + 4) === STR_QUOTE) {
      kind = TEXT;
      i += 2;
    } else if (type === LETTER_S) kind = STRING;
    else if (type === LETTER_B) kind = BOOLEAN;
    else if (type === LETTER_E) kind = ERROR;
    else if (type !== LETTER_N) return OTHERWISE;
    i += 5;
    if (load<u8>(i) !== QUOTE) return OTHERWISE;
    next = load<u32>(++i);
  }
  if (next !== VALUE_START) {
    store<i32>(item, (column << KIND_BITS) | EMPTY);
    return load<u16>(i) === EMPTY_END ? i + 2 : OTHERWISE;
  }
  const start = i + 4;
  const lastEnd = to - 8;
  let end = start;
  let digits: i64 = 0;
  let point = 0;
  let isPlain = true;
  for (; ; end++) {
    if (end > lastEnd) return NOT_ALL_THERE;
    const byte = load<u8>(end);
    const digit = <u32>byte - ZERO;
    if (digit <= 9) digits = digits * 10 + digit;
    else if (byte === LESS_THAN) break;
    else if (byte === POINT && point === 0) point = end;
    else isPlain = false;
  }
  if (load<u64>(end) !== CELL_END) return OTHERWISE;
  store<i32>(item, style, 4);
  const isPlainKind = kind === NUMBER ? point !== end - 1 : kind === STRING && point === 0; // a number, or that of a string
  const isNumber = isPlain && isPlainKind && end - start <= MOST_DIGITS;
  if (start === end) kind = EMPTY;
  else if (isNumber) {
    // Both parts are exact, so this is what Number() would say.
    let number: f64 = <f64>digits;
    if (point > 0) number /= powerOfTen(end - 1 - point);
    store<f64>(item, number, 8);
  } else {
    if (kind <= STRING) kind += AS_TEXT;
    store<i32>(item, start, 8);
    store<i32>(item, end, 12);
  }
  store<i32>(item, (column << KIND_BITS) | kind);
  return end + 8;
}

function powerOfTen(power: i32): f64 {
  let number: f64 = 1;
  for (let n = 0; n < power; n++) number *= 10;
  return number;
}

/** Whether a byte may be part of a name: all but spaces and what ends names, values and tags. */
function isInName(byte: u8): bool {
  if (byte <= SPACE || byte === QUOTE || byte === APOSTROPHE || byte === EQUALS) return false;
  return byte !== SLASH && byte !== LESS_THAN && byte !== GREATER_THAN;
}

function bytesMask(size: i32): u64 {
  return <u64>-1 >> (64 - 8 * size);
}

// Why no more is read: instead of where something ends. As kernel.ts has it.
const FULL = 1;
const OTHERWISE = 0;
const NOT_ALL_THERE = -1;

// What an item is: of a cell its column, with these kinds below it. As plain-cells.ts has it.
const ITEM_SIZE = 16; // bytes
const ITEM_ROW = -1;
const ITEM_ROW_END = -2;
const KIND_BITS = 3;
const KINDS = 7;
const NUMBER = 0;
const STRING = 1;
const AS_TEXT = 2; // what these two become where they are no plain numbers
const TEXT = 4;
const BOOLEAN = 5;
const ERROR = 6;
const EMPTY = 7;

const MOST_BEFORE_VALUE = 48; // more bytes than stand before a value, or before the other attributes of a row
const MOST_DIGITS_OF_ROW = 7;
const MOST_DIGITS = 15;
const COLUMNS = 16384;

// Some characters at once, as the number that their bytes make: the first is the lowest.
const SIX_BYTES: u64 = 0xffff_ffff_ffff;
const ROW_START: u64 = (0x223d_7220 << 32) | 0x776f_723c; // <row r="
const ROW_END: u64 = 0x3e77_6f72_2f3c; // </row>
const CELL_START: u64 = 0x223d_7220_633c; // <c r="
const CELL_END: u64 = (0x3e63_2f3c << 32) | 0x3e76_2f3c; // </v></c>
const STYLE: u32 = 0x223d_7320; //  s="
const TYPE: u32 = 0x223d_7420; //  t="
const STR_QUOTE: u32 = 0x2272_7473; // str"
const VALUE_START: u32 = 0x3e76_3c3e; // ><v>
const EMPTY_END: u16 = 0x3e2f; // />
const EQUALS_QUOTE: u16 = 0x223d; // ="
const HI: u16 = 0x6968; // hi
const SPACE: u8 = 32;
const QUOTE: u8 = 34;
const APOSTROPHE: u8 = 39;
const POINT: u8 = 46;
const SLASH: u8 = 47;
const ZERO: u8 = 48;
const LESS_THAN: u8 = 60;
const EQUALS: u8 = 61;
const GREATER_THAN: u8 = 62;
const LETTER_A: u8 = 65;
const LETTER_B: u8 = 98;
const LETTER_E: u8 = 101;
const LETTER_N: u8 = 110;
const LETTER_S: u8 = 115;

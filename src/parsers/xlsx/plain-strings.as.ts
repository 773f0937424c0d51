/**
 * Shared strings in the spelling that nearly every program writes, `<si><t>…</t></si>`, sixteen bytes at a time, and empty
 * ones as `<si><t/></si>` or `<si/>`. This is AssemblyScript: `npm run kernels` compiles it to what plain-strings.ts runs.
 *
 * Reads the bytes from one place up to another, behind which there are sixteen more, until something is spelt otherwise,
 * escaped, longer than `longest` bytes or not all there. Copies the texts to `texts`, one behind the other, and writes to
 * `found` a head (where it has ended, and why) and where each text ends. Returns how many there are, `most` at most.
 */
export function run(from: i32, to: i32, longest: i32, texts: i32, found: i32, most: i32): i32 {
  let ending = FULL;
  let at = from;
  let copied = texts;
  let strings = 0;
  while (strings < most) {
    if (at + START_SIZE + END_SIZE > to) {
      ending = NOT_ALL_THERE;
      break;
    }
    ending = OTHERWISE;
    const empty = emptyAt(at);
    if (empty > 0) {
      ending = FULL;
      at += empty;
      strings++;
      store<i32>(found + HEAD_SIZE + 4 * (strings - 1), copied - texts);
      continue;
    }
    if ((load<u64>(at) & SEVEN_BYTES) !== START) break;
    const start = at + START_SIZE;
    const end = copyText(start, to, copied);
    if (end <= 0 || end + END_SIZE > to) {
      if (end !== OTHERWISE) ending = NOT_ALL_THERE;
      break;
    }
    if (load<u64>(end) !== END || load<u8>(end + 8) !== GREATER_THAN || end - start > longest) break;
    ending = FULL;
    copied += end - start;
    at = end + END_SIZE;
    strings++;
    store<i32>(found + HEAD_SIZE + 4 * (strings - 1), copied - texts);
  }
  store<i32>(found, at);
  store<i32>(found, ending, 4);
  return strings;
}

/** The bytes of an empty string there, or 0 where there is none. */
function emptyAt(at: i32): i32 {
  if ((load<u64>(at) & FIVE_BYTES) === NOTHING) return 5;
  return load<u64>(at) === NO_TEXT && (load<u64>(at, 8) & FIVE_BYTES) === ITEM_END ? 13 : 0;
}

/** Copies a text up to the next `<`, and returns where that is; not one that is escaped. */
function copyText(start: i32, to: i32, into: i32): i32 {
  for (let at = start; at < to; at += 16) {
    const bytes = v128.load(at);
    v128.store(into + at - start, bytes);
    const isEnd = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(LESS_THAN)));
    const isReference = v128.or(i8x16.eq(bytes, i8x16.splat(AMPERSAND)), i8x16.eq(bytes, i8x16.splat(RETURN)));
    const isEscape = v128.and(
      i8x16.eq(bytes, i8x16.splat(UNDERSCORE)),
      i8x16.eq(v128.load(at, 1), i8x16.splat(LETTER_X)),
    );
    const isEscaped = i8x16.bitmask(v128.or(isReference, isEscape));
    // Of sixteen bits those below the first that ends the text, or all.
    const isText = isEnd === 0 ? 0xffff : (isEnd & -isEnd) - 1;
    if ((isEscaped & isText) !== 0) return OTHERWISE;
    if (isEnd !== 0) return at + ctz(isEnd);
  }
  return NOT_ALL_THERE;
}

// Why no more is read, as kernel.ts has it.
const FULL = 1;
const OTHERWISE = 0;
const NOT_ALL_THERE = -1;

const HEAD_SIZE = 8; // bytes
const FIVE_BYTES: u64 = (1 << 40) - 1;
const NOTHING: u64 = (0x3e << 32) | 0x2f69_733c; // <si/>
const NO_TEXT: u64 = (0x3e2f_743c << 32) | 0x3e69_733c; // <si><t/>
const ITEM_END: u64 = (0x3e << 32) | 0x6973_2f3c; // </si>
const SEVEN_BYTES: u64 = (1 << 56) - 1;
const START: u64 = (0x3e_743c << 32) | 0x3e69_733c; // <si><t>
const START_SIZE = 7;
const END: u64 = (0x6973_2f3c << 32) | 0x3e74_2f3c; // </t></si
const END_SIZE = 9;
const RETURN: i8 = 13;
const AMPERSAND: i8 = 38;
const LESS_THAN: i8 = 60;
const GREATER_THAN: u8 = 62;
const UNDERSCORE: i8 = 95;
const LETTER_X: i8 = 120;

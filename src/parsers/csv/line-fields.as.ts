/**
 * Where the lines and fields of CSV are, sixteen bytes at a time. This is AssemblyScript: `npm run kernels` compiles it to
 * what line-fields.ts runs.
 *
 * Looks at whole lines, from one place up to another, behind which there are sixteen bytes more, and at no more than `most`
 * of them. `wanted` has a bit for each column, from the lowest. Writes `size` bytes a line to `found`: how many fields it
 * has, where it begins and ends, where the next one begins, and of each field that is wanted, as far as there are any, where
 * it begins, and twice where it ends, one more if any of its bytes is beyond ASCII. Returns the number of lines.
 */
export function run(from: i32, to: i32, separator: i32, wanted: u64, found: i32, size: i32, most: i32): i32 {
  const separators = i8x16.splat(<i8>separator);
  const newlines = i8x16.splat(NEWLINE);
  const returns = i8x16.splat(RETURN);
  let lines = 0;
  let line = from;
  let field = from;
  let column = 0;
  let slot = found + LINE_SIZE;
  let wasWide = 0; // whether the field in hand had any byte beyond ASCII before these sixteen
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at);
    const areSeparators = i8x16.eq(bytes, separators);
    const areEnds = v128.or(areSeparators, v128.or(i8x16.eq(bytes, newlines), i8x16.eq(bytes, returns)));
    // A bit for each of the sixteen: that are separators, that end a field or a line, that are beyond ASCII.
    const separatorBits = i8x16.bitmask(areSeparators);
    let ends = i8x16.bitmask(areEnds);
    if (to - at < 16) ends &= (1 << (to - at)) - 1;
    let wide = i8x16.bitmask(bytes);
    for (; ends !== 0; ends &= ends - 1) {
      const bit = ctz(ends);
      const place = at + bit;
      if (load<u16>(place) === RETURN_NEWLINE) continue; // this ends nothing: the newline does
      let end = place;
      if (load<u8>(place) === NEWLINE && place > line && load<u8>(place - 1) === RETURN) end--;
      if (column < COLUMNS && ((wanted >> column) & 1) !== 0) {
        const isWide = wasWide | i32((wide & ((1 << bit) - 1)) !== 0);
        store<i32>(slot, field);
        store<i32>(slot, (end << 1) | isWide, 4);
        slot += 8;
      }
      column++;
      field = place + 1;
      wide &= -2 << bit;
      wasWide = 0;
      if (((separatorBits >> bit) & 1) !== 0) continue;
      store<i32>(found, column);
      store<i32>(found, line, 4);
      store<i32>(found, end, 8);
      store<i32>(found, field, 12);
      if (++lines === most) return lines;
      line = field;
      column = 0;
      found += size;
      slot = found + LINE_SIZE;
    }
    wasWide |= i32(wide !== 0);
  }
  return lines;
}

const LINE_SIZE = 16; // bytes
const COLUMNS = 64; // as many as `wanted` has bits
const NEWLINE: u8 = 10;
const RETURN: u8 = 13;
const RETURN_NEWLINE: u16 = 0x0a0d;

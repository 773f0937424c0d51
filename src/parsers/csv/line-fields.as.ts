/**
 * Where the lines and fields of CSV are, sixteen bytes at a time. This is AssemblyScript: `npm run kernels` compiles it to
 * what line-fields.ts runs.
 *
 * Looks at whole lines, from one place up to another, behind which there are sixteen bytes more, and at no more than `most`
 * of them. `wanted` has a bit for each column, from the lowest; `quotes` is 1 where quotes enclose fields, and 0 where
 * there are none or they stand for themselves. Writes `size` bytes a line to `found`: how many fields it has, where it
 * begins and ends, where the next one begins, how many fields are quoted, and of each field that is wanted, as far as there
 * are any, where it begins, and twice where it ends, one more if any of its bytes is beyond ASCII. Returns the number of
 * lines up to the first that has quotes otherwise than around fields on that line.
 */
export function run(
  from: i32,
  to: i32,
  separator: i32,
  wanted: u64,
  found: i32,
  size: i32,
  most: i32,
  quotes: i32,
): i32 {
  const separators = i8x16.splat(<i8>separator);
  const newlines = i8x16.splat(NEWLINE);
  const returns = i8x16.splat(RETURN);
  const marks = i8x16.splat(QUOTE);
  let lines = 0;
  let line = from;
  let field = from;
  let column = 0;
  let slot = found + LINE_SIZE;
  let wasWide = 0; // whether the field in hand had any byte beyond ASCII before these sixteen
  let isOpen = 0; // all bits set where a quote is open when these sixteen begin
  let marksBefore = 0; // how many quotes the field in hand had before these sixteen
  let quoted = 0; // fields of the line in hand
  for (let at = from; at < to; at += 16) {
    const bytes = v128.load(at);
    const areSeparators = i8x16.eq(bytes, separators);
    const areLineEnds = v128.or(i8x16.eq(bytes, newlines), i8x16.eq(bytes, returns));
    // A bit for each of the sixteen: that are separators, that end a field or a line, that are beyond ASCII, that are quotes.
    const separatorBits = i8x16.bitmask(areSeparators);
    let ends = i8x16.bitmask(v128.or(areSeparators, areLineEnds));
    let wide = i8x16.bitmask(bytes);
    let markBits = 0;
    if (quotes !== 0) {
      markBits = i8x16.bitmask(i8x16.eq(bytes, marks));
      let within = markBits; // then those with an odd number of quotes up to them
      within ^= within << 1;
      within ^= within << 2;
      within ^= within << 4;
      within ^= within << 8;
      within ^= isOpen;
      isOpen = 0 - ((within >> 15) & 1);
      ends &= ~(separatorBits & within);
    }
    if (to - at < 16) ends &= (1 << (to - at)) - 1;
    for (; ends !== 0; ends &= ends - 1) {
      const bit = ctz(ends);
      const place = at + bit;
      if (load<u16>(place) === RETURN_NEWLINE) continue; // this ends nothing: the newline does
      let end = place;
      if (load<u8>(place) === NEWLINE && place > line && load<u8>(place - 1) === RETURN) end--;
      const lineEnd = end;
      if (quotes !== 0) {
        const marksWithin = marksBefore + popcnt(markBits & ((1 << bit) - 1));
        if (marksWithin !== 0) {
          if (marksWithin !== 2 || load<u8>(field) !== QUOTE || load<u8>(end - 1) !== QUOTE) return lines;
          field++;
          end--;
          quoted++;
        }
        markBits &= -2 << bit;
        marksBefore = 0;
      }
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
      store<i32>(found, lineEnd, 8);
      store<i32>(found, field, 12);
      store<i32>(found, quoted, 16);
      if (++lines === most) return lines;
      line = field;
      column = 0;
      quoted = 0;
      found += size;
      slot = found + LINE_SIZE;
    }
    wasWide |= i32(wide !== 0);
    marksBefore += popcnt(markBits);
  }
  return lines;
}

const LINE_SIZE = 20; // bytes
const COLUMNS = 64; // as many as `wanted` has bits
const NEWLINE: u8 = 10;
const RETURN: u8 = 13;
const QUOTE: u8 = 34;
const RETURN_NEWLINE: u16 = 0x0a0d;

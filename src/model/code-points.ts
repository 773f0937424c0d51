/**
 * How two texts stand by their code points: the same in every locale. It is the order of their UTF-8 too, but where half
 * of a pair stands alone.
 */
export function byCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** Of the units of UTF-16 those that stand in pairs, for what is beyond U+FFFF, come behind the others. */
function rank(unit: number): number {
  if (unit < FIRST_OF_PAIRS) return unit;
  return unit <= LAST_OF_PAIRS ? unit + 0x10000 : unit;
}

const FIRST_OF_PAIRS = 0xd800;
const LAST_OF_PAIRS = 0xdfff;

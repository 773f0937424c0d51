/**
 * How many columns a terminal gives a text: 2 for the wide characters of East Asia and for emoji, 0 for marks that join
 * the character before them. Characters of ambiguous width count 1, so our own texts keep them out of aligned columns.
 */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  if (CHINESE.test(text)) {
    for (let i = 0; i < text.length; i++) width += text.charCodeAt(i) < FIRST_CHINESE ? 1 : 2;
    return width;
  }
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

/** The characters of a text as a person counts them; all that joins its neighbour stays with it. */
export function graphemes(text: string): readonly string[] {
  // Segmenting is slow: most texts hold nothing that joins, and fall apart into code points.
  if (CHINESE.test(text) || !JOINING.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

export function isWide(codePoint: number): boolean {
  if (codePoint < WIDE[0][0]) return false;
  let [low, high] = [0, WIDE.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = WIDE[middle] ?? WIDE[0];
    if (codePoint < first) high = middle - 1;
    else if (codePoint > last) low = middle + 1;
    else return true;
  }
  return false;
}

const PLAIN = /^[\x20-\x7e]*$/;
// Chinese as it is printed: half-width letters, common punctuation, wide marks, ideographs, full-width forms. Nothing of
// it joins. Nearly all texts are such, and the classes below, which know all of Unicode, take milliseconds to set up.
const CHINESE =
  /^[\x20-\x7e\xa0\xb7\xd7\u2010-\u2027\u2030\u2264\u2265\u221e\u3000-\u3029\u3041-\u3096\u4e00-\u9fff\uff01-\uff60]*$/;
const FIRST_CHINESE = 0x2e80;
const JOINING = /[\p{M}\p{Cf}\u1160-\u11ff\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/u;
const INVISIBLE = /^[\p{Cc}\p{Cf}\p{M}\u1160-\u11ff\u2028\u2029]+$/u;
const EMOJI_STYLE = /\ufe0f|^[\u{1f1e6}-\u{1f1ff}]{2}$/u; // a symbol asked to be an emoji, or two letters that are a flag
let segmenter: Intl.Segmenter | undefined;

function graphemeWidth(grapheme: string): number {
  if (INVISIBLE.test(grapheme)) return 0;
  if (EMOJI_STYLE.test(grapheme)) return 2;
  // A syllable block or a family of emoji is as wide as its widest part.
  return Math.max(...Array.from(grapheme, (character) => (isWide(character.codePointAt(0) ?? 0) ? 2 : 1)));
}

type CodePoints = readonly [first: number, last: number];

/** Wide and full-width code points (Unicode Standard Annex 11), gaps of unassigned ones closed. Ascending. */
const WIDE: readonly [CodePoints, ...CodePoints[]] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2329, 0x232a],
  [0x23e9, 0x23ec],
  [0x23f0, 0x23f0],
  [0x23f3, 0x23f3],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2630, 0x2637],
  [0x2648, 0x2653],
  [0x267f, 0x267f],
  [0x268a, 0x268f],
  [0x2693, 0x2693],
  [0x26a1, 0x26a1],
  [0x26aa, 0x26ab],
  [0x26bd, 0x26be],
  [0x26c4, 0x26c5],
  [0x26ce, 0x26ce],
  [0x26d4, 0x26d4],
  [0x26ea, 0x26ea],
  [0x26f2, 0x26f3],
  [0x26f5, 0x26f5],
  [0x26fa, 0x26fa],
  [0x26fd, 0x26fd],
  [0x2705, 0x2705],
  [0x270a, 0x270b],
  [0x2728, 0x2728],
  [0x274c, 0x274c],
  [0x274e, 0x274e],
  [0x2753, 0x2755],
  [0x2757, 0x2757],
  [0x2795, 0x2797],
  [0x27b0, 0x27b0],
  [0x27bf, 0x27bf],
  [0x2b1b, 0x2b1c],
  [0x2b50, 0x2b50],
  [0x2b55, 0x2b55],
  [0x2e80, 0x303e],
  [0x3041, 0x3247],
  [0x3250, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18dff],
  [0x1aff0, 0x1b2ff],
  [0x1d300, 0x1d376],
  [0x1f004, 0x1f004],
  [0x1f0cf, 0x1f0cf],
  [0x1f18e, 0x1f18e],
  [0x1f191, 0x1f19a],
  [0x1f200, 0x1f320],
  [0x1f32d, 0x1f335],
  [0x1f337, 0x1f37c],
  [0x1f37e, 0x1f393],
  [0x1f3a0, 0x1f3ca],
  [0x1f3cf, 0x1f3d3],
  [0x1f3e0, 0x1f3f0],
  [0x1f3f4, 0x1f3f4],
  [0x1f3f8, 0x1f43e],
  [0x1f440, 0x1f440],
  [0x1f442, 0x1f4fc],
  [0x1f4ff, 0x1f53d],
  [0x1f54b, 0x1f54e],
  [0x1f550, 0x1f567],
  [0x1f57a, 0x1f57a],
  [0x1f595, 0x1f596],
  [0x1f5a4, 0x1f5a4],
  [0x1f5fb, 0x1f64f],
  [0x1f680, 0x1f6c5],
  [0x1f6cc, 0x1f6cc],
  [0x1f6d0, 0x1f6d2],
  [0x1f6d5, 0x1f6df],
  [0x1f6eb, 0x1f6ec],
  [0x1f6f4, 0x1f6fc],
  [0x1f7e0, 0x1f7f0],
  [0x1f90c, 0x1f93a],
  [0x1f93c, 0x1f945],
  [0x1f947, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
];

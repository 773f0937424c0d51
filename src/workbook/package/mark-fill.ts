import { attributeOf, bareTag } from '../xml/tag-attributes.ts';
import { childOf, rootOf, tagOf } from '../xml/xml-tree.ts';
import { type Tone, toneColours } from './look.ts';
import { solidFillXml } from './look-xml.ts';

const NOTHING = 'indexed="64"';
const MARKS: ReadonlySet<string> = new Set(Object.values(toneColours));

/**
 * The fill of a marked cell. A solid fill shows its foreground alone; the colour that the cell had before is kept
 * unseen in the background, so that the mark can be taken off.
 */
export function markFill(fill: string, tone: Tone, prefix: string): string {
  const before = isMark(fill) ? hiddenColour(fill) : shownColour(fill);
  return solidFillXml(`rgb="${toneColours[tone]}"`, before ?? NOTHING, prefix);
}

export function isMark(fill: string): boolean {
  const colour = colourOf(fill, 'fgColor');
  return colour !== null && MARKS.has(attributeOf(`<c ${colour}>`, 'rgb') ?? '');
}

/** The colour that a marked cell had before, as attributes; `null` where it had none. */
export function hiddenColour(fill: string): string | null {
  const colour = colourOf(fill, 'bgColor');
  return colour === null || colour === NOTHING ? null : colour;
}

/** The colour of a solid fill, as attributes; `null` for any other fill. */
export function shownColour(fill: string): string | null {
  return colourOf(fill, 'fgColor');
}

function colourOf(fill: string, name: 'fgColor' | 'bgColor'): string | null {
  const pattern = childOf(rootOf(fill), 'patternFill');
  if (pattern === undefined || attributeOf(tagOf(fill, pattern), 'patternType') !== 'solid') return null;
  const colour = childOf(pattern, name);
  if (colour === undefined) return null;
  return bareTag(tagOf(fill, colour))
    .replace(/^<[^\s>]+/, '')
    .trimStart();
}

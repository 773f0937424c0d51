/** An element of a small part, by where it stands in the text: parts are edited in place, never written anew. */
export interface XmlElement {
  /** The name without its prefix. */
  readonly name: string;
  /** The prefix with its colon; empty where there is none. */
  readonly prefix: string;
  /** Where the opening tag begins, and where it ends. */
  readonly start: number;
  readonly openEnd: number;
  /** Where the closing tag begins; of an empty element, and of one that a fragment leaves open, its end. */
  readonly closeStart: number;
  readonly end: number;
  readonly isEmpty: boolean;
  readonly children: readonly XmlElement[];
}

interface Growing extends XmlElement {
  closeStart: number;
  end: number;
  readonly children: XmlElement[];
}

/** What is no tag, though it begins like one, and how it ends. */
const PASSED_OVER = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
const NAME = /<(\/?)([^\s/<>!?][^\s/<>]*)/y;

interface WrittenTag {
  readonly tag: string;
  readonly isClose: boolean;
  readonly qualified: string;
  readonly start: number;
}

/** The tags of a text up to its end, or to one that does not end: each place is looked at once, whatever was written. */
function* tagsOf(text: string): Generator<WrittenTag> {
  for (let start = text.indexOf('<'); start >= 0; ) {
    const passed = PASSED_OVER.find(([opening]) => text.startsWith(opening, start));
    NAME.lastIndex = start;
    const name = passed === undefined ? NAME.exec(text) : null;
    const end = passed !== undefined ? endOf(text, passed[1], start) : name === null ? start + 1 : tagEnd(text, start);
    if (end < 0) return;
    if (name !== null) {
      const [, slash, qualified = ''] = name;
      yield { tag: text.slice(start, end), isClose: slash === '/', qualified, start };
    }
    start = text.indexOf('<', end);
  }
}

function endOf(text: string, ending: string, from: number): number {
  const found = text.indexOf(ending, from);
  return found < 0 ? -1 : found + ending.length;
}

/** Just behind the `>` of a tag: the attributes are run through quote by quote, for one may hold a `>`. */
function tagEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '>') return at + 1;
    if (character === '"' || character === "'") at = text.indexOf(character, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

/**
 * The elements of a text, outermost first. A fragment is as welcome as a whole part: an element may be left open,
 * as the root is above the rows of a sheet, and a closing tag may close what the fragment never opened.
 */
export function elementsOf(text: string): readonly XmlElement[] {
  const top: XmlElement[] = [];
  const open: Growing[] = [];
  for (const { tag, isClose, qualified, start } of tagsOf(text)) {
    const end = start + tag.length;
    if (isClose) close(open, start, end);
    else {
      const element = elementAt({ tag, qualified, start, end }, text.length);
      (open.at(-1)?.children ?? top).push(element);
      if (!element.isEmpty) open.push(element);
    }
  }
  return top;
}

/** Whether a text has more tags than any program writes into a part that is held as a tree: a few megabytes can hold millions. */
export function hasTooManyTags(text: string): boolean {
  let tags = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) if (++tags > MOST_TAGS) return true;
  return false;
}

const MOST_TAGS = 2_000_000;

/** What a part is refused with that has. */
export const tooManyTags = {
  zh: `标签超过 ${MOST_TAGS} 个，不像表格程序写的`,
  en: `has more than ${MOST_TAGS} tags, which no spreadsheet program writes`,
};

/** The first element of a part that is no declaration: its root. */
export function rootOf(text: string): XmlElement | undefined {
  return elementsOf(text)[0];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The opening tag as written. */
export function tagOf(text: string, { start, openEnd }: XmlElement): string {
  return text.slice(start, openEnd);
}

/** The element with all that is in it, as written. */
export function sourceOf(text: string, { start, end }: XmlElement): string {
  return text.slice(start, end);
}

function elementAt(
  { tag, qualified, start, end }: Readonly<{ tag: string; qualified: string; start: number; end: number }>,
  length: number,
): Growing {
  const colon = qualified.indexOf(':') + 1;
  const isEmpty = tag.endsWith('/>');
  return {
    name: qualified.slice(colon),
    prefix: qualified.slice(0, colon),
    start,
    openEnd: end,
    closeStart: isEmpty ? end : length,
    end: isEmpty ? end : length,
    isEmpty,
    children: [],
  };
}

function close(open: Growing[], start: number, end: number): void {
  const element = open.pop();
  if (element === undefined) return;
  element.closeStart = start;
  element.end = end;
}

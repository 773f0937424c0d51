import { columnLetters } from '../../model/sheet.ts';
import type { Note } from '../register/sheet-marks.ts';
import { attributeOf } from '../xml/tag-attributes.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { childOf, childrenOf, rootOf, tagOf, type XmlElement } from '../xml/xml-tree.ts';
import { escaped, plainText } from '../xml/xml-writing.ts';
import { noteRuns, ourRuns, plainNote } from './note-text.ts';

const AUTHOR = 'fp-check';
/** The author that Excel gives the stand-in of a threaded comment, which is not ours to change. */
const THREAD = /^tc=/;

/** What became of the notes of a sheet. */
export interface PatchedComments {
  readonly text: string;
  /** Notes that have no shape yet. */
  readonly added: readonly Note[];
  /** Cells whose note was ours alone and is gone. */
  readonly removed: readonly string[];
  /** Cells whose note is now longer: what it says in full. */
  readonly merged: ReadonlyMap<string, string>;
}

/** A part of notes without any. */
export function emptyComments(namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}"><authors></authors><commentList></commentList></comments>`;
}

/** Takes the notes of earlier runs off and puts the new ones on; `undefined` for a part that is no list of notes. */
export function patchComments(source: string, notes: readonly Note[]): PatchedComments | undefined {
  const text = source.replace(/<((?:[^\s<>/:]+:)?(?:authors|commentList))\s*\/>/g, '<$1></$1>');
  const root = rootOf(text);
  const [authors, list] = [childOf(root, 'authors'), childOf(root, 'commentList')];
  return root === undefined || authors === undefined || list === undefined
    ? undefined
    : new CommentsPatch(text, { prefix: root.prefix, authors, list }).result(notes);
}

interface Lists {
  readonly prefix: string;
  readonly authors: XmlElement;
  readonly list: XmlElement;
}

class CommentsPatch {
  readonly #text: string;
  readonly #lists: Lists;
  readonly #edits: TextEdits;
  readonly #authors: readonly string[];

  constructor(text: string, lists: Lists) {
    this.#text = text;
    this.#lists = lists;
    this.#edits = new TextEdits(text);
    this.#authors = childrenOf(lists.authors, 'author').map(({ openEnd, closeStart }) =>
      plainText(text.slice(openEnd, closeStart)),
    );
  }

  result(notes: readonly Note[]): PatchedComments {
    const wanted = new Map(notes.map((note) => [columnLetters(note.column) + note.row, note]));
    const removed: string[] = [];
    const merged = new Map<string, string>();
    for (const comment of childrenOf(this.#lists.list, 'comment')) {
      const tag = tagOf(this.#text, comment);
      const reference = (attributeOf(tag, 'ref') ?? '').replaceAll('$', '').toUpperCase();
      const author = this.#authors[Number(attributeOf(tag, 'authorId') ?? 0)] ?? '';
      const note = wanted.get(reference);
      if (this.#isOurs(comment, author)) {
        this.#edits.remove(comment);
        removed.push(reference);
        continue;
      }
      wanted.delete(reference);
      if (!THREAD.test(author)) this.#merge(comment, note, (full) => merged.set(reference, full));
    }
    const added = [...wanted.values()];
    this.#add(added);
    return { text: this.#edits.result(), added, removed, merged };
  }

  #isOurs(comment: XmlElement, author: string): boolean {
    const content = childOf(comment, 'text');
    return author === AUTHOR || (content !== undefined && ourRuns(this.#text, content)?.isAll === true);
  }

  /** Puts a note behind what somebody else wrote, in the place of what an earlier run put there. */
  #merge(comment: XmlElement, note: Note | undefined, tell: (full: string) => void): void {
    const content = childOf(comment, 'text');
    if (content === undefined || content.isEmpty) return;
    const { prefix } = this.#lists;
    const former = ourRuns(this.#text, content);
    const last = content.children.filter(({ name }) => name === 'r' || name === 't').at(-1);
    const end = last?.end ?? content.openEnd;
    if (note === undefined) {
      if (former !== undefined) this.#edits.remove({ start: former.start, end });
      return;
    }
    const own =
      former === undefined
        ? content
        : { ...content, children: content.children.filter(({ start }) => start < former.start) };
    // A plain text may not stand beside runs: it becomes one.
    for (const plain of own.children.filter(({ name }) => name === 't')) {
      this.#edits.insert(plain.start, `<${prefix}r>`);
      this.#edits.insert(plain.end, `</${prefix}r>`);
    }
    this.#edits.replace(former?.start ?? end, end, noteRuns(note.paragraphs, prefix, true));
    tell([plainNote(this.#text, own), ...note.paragraphs].join('\n'));
  }

  #add(notes: readonly Note[]): void {
    if (notes.length === 0) return;
    const { prefix: p, authors, list } = this.#lists;
    const known = this.#authors.indexOf(AUTHOR);
    const author = known >= 0 ? known : this.#authors.length;
    if (known < 0) this.#edits.insert(authors.closeStart, `<${p}author>${escaped(AUTHOR)}</${p}author>`);
    const written = notes.map(({ row, column, paragraphs }) => {
      const tag = `<${p}comment ref="${columnLetters(column)}${row}" authorId="${author}" shapeId="0">`;
      return `${tag}<${p}text>${noteRuns(paragraphs, p, false)}</${p}text></${p}comment>`;
    });
    this.#edits.insert(list.closeStart, written.join(''));
  }
}

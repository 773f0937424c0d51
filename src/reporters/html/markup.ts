import type { Language, Words } from '../../model/words.ts';

/** A piece of a page. Only `markup` makes one, so that no text gets in unescaped. */
export interface Markup {
  readonly html: string;
}

type Piece = string | number | Markup | readonly Markup[];

/** A template of markup: what is filled in is escaped, unless it is markup itself. */
export function markup(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return { html: parts.map((part, index) => part + write(pieces[index] ?? '')).join('') };
}

/** Nothing, where a part of a page is left out. */
export const nothing: Markup = { html: '' };

/** Words in both languages; the page shows one of them. */
export function both({ zh, en }: Words): Markup {
  return zh === en ? markup`${zh}` : markup`<span lang="zh-CN">${zh}</span><span lang="en">${en}</span>`;
}

/** A text made for each language. */
export function inBoth(text: (language: Language) => string): Markup {
  return both({ zh: text('zh'), en: text('en') });
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function write(piece: Piece): string {
  if (typeof piece === 'number') return `${piece}`;
  if (typeof piece === 'string') return piece.replace(/[&<>"']/g, (character) => entities[character] ?? character);
  return 'html' in piece ? piece.html : piece.map(({ html }) => html).join('');
}

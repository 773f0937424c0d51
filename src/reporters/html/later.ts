import { labels } from '../labels.ts';
import { both, type Markup, markup } from './markup.ts';

/**
 * A long part of the page, which a browser need not build before someone opens it.
 *
 * A browser that runs scripts takes what stands in `noscript` for plain text, and the page's script builds it when it is
 * opened, printed, or there is nothing else to do. One that runs none shows it as it stands.
 */
export function later(content: Markup, number: number): Markup {
  return markup`<details class="later"><summary>${both(labels.open)} (${number})</summary>${waiting}</details><noscript>${content}</noscript>`;
}

/** A part that is out of sight when the page opens, and there a moment later. */
export function soon(content: Markup): Markup {
  return markup`<div class="later">${waiting}</div><noscript>${content}</noscript>`;
}

const waiting = markup`<p class="waiting">${both(labels.needsScript)}</p>`;

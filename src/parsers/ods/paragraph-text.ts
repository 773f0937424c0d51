import type { Limits } from '../limits.ts';
import { beyondLimit, type Refusal } from '../refusal.ts';
import type { Element } from './element.ts';

/** Gathers the text of paragraphs: white space as OpenDocument has it, which writes more than one space as an element. */
export class ParagraphText {
  text = '';
  /** True where a space adds nothing: at the beginning, and behind another. */
  private isAtSpace = true;
  /** The most characters that are gathered, where more do no harm. */
  private room = 0;
  private readonly limits: Limits;
  private readonly refuse: Refusal;

  constructor(limits: Limits, refuse: Refusal) {
    this.limits = limits;
    this.refuse = refuse;
  }

  /** Begins anew. Of a text that is looked at for an error only, no more is kept than an error takes. */
  begin(isForError: boolean): void {
    this.text = '';
    this.room = isForError ? LONGEST_ERROR : Number.POSITIVE_INFINITY;
  }

  beginParagraph(): void {
    this.isAtSpace = true;
  }

  breakLine(): void {
    this.add('\n');
  }

  /** Takes in an element that stands for white space; others add nothing of their own. */
  open(element: Element): void {
    if (element.name === 'text:s') this.addSpaces(Number(element.attribute('text:c') ?? 1));
    else if (element.name === 'text:tab') this.add('\t');
    else if (element.name === 'text:line-break') this.add('\n');
    else return;
    this.isAtSpace = false;
  }

  append(written: string): void {
    const single = WIDE_SPACE.test(written) ? written.replace(SPACES, ' ') : written;
    const text = this.isAtSpace && single.startsWith(' ') ? single.slice(1) : single;
    if (text === '') return;
    this.add(text);
    this.isAtSpace = text.endsWith(' ');
  }

  private addSpaces(count: number): void {
    if (!(count > 0)) return;
    // One more than may be is as many as a thousand million, and no more are made than are kept.
    this.add(' '.repeat(Math.min(count, this.limits.characters + 1, this.room)));
  }

  private add(text: string): void {
    if (this.text.length >= this.room) return;
    this.text += text;
    if (this.room > LONGEST_ERROR && this.text.length > this.limits.characters)
      throw this.refuse(beyondLimit(this.limits, 'characters'));
  }
}

const LONGEST_ERROR = 64;
const WIDE_SPACE = /[\t\n\r]| {2}/;
const SPACES = /[ \t\n\r]+/g;

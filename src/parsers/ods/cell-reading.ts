import { type RawCell, UNCACHED } from '../../model/sheet.ts';
import type { Limits } from '../limits.ts';
import { beyondLimit, type Refusal } from '../refusal.ts';
import { decodeText } from '../xlsx/xml-text.ts';
import { isErrorText, statedValue } from './cell-value.ts';
import type { Element } from './element.ts';
import { ParagraphText } from './paragraph-text.ts';

/** Gathers one cell from its element and the paragraphs in it. */
export class CellReading {
  private type = '';
  private stated: RawCell | undefined;
  private isError = false;
  private hasFormula = false;
  /** Whether what the cell shows is looked at, for its value or for an error. */
  private isShownRead = false;
  private hasParagraph = false;
  /** How deep the paragraph is that is open. */
  private paragraph: number | undefined;
  private readonly shown: ParagraphText;
  private readonly refuse: Refusal;
  private readonly limits: Limits;
  private readonly date1904: () => boolean;

  constructor(limits: Limits, refuse: Refusal, date1904: () => boolean) {
    this.limits = limits;
    this.refuse = refuse;
    this.date1904 = date1904;
    this.shown = new ParagraphText(limits, refuse);
  }

  get isInText(): boolean {
    return this.paragraph !== undefined;
  }

  /** Begins with a cell's element; returns whether anything in it matters. */
  begin(cell: Element): boolean {
    this.type = cell.attribute('office:value-type') ?? '';
    this.hasFormula = cell.attribute('table:formula') !== undefined;
    this.isError = cell.attribute('calcext:value-type') === 'error';
    this.stated = this.isError ? undefined : statedValue(cell, this.type, this.date1904());
    this.checkLength(this.stated);
    this.hasParagraph = false;
    this.paragraph = undefined;
    const mayShowError = this.hasFormula && (this.stated === undefined || this.stated === 0);
    this.isShownRead = this.stated === undefined || mayShowError;
    this.shown.begin(this.isError || this.stated !== undefined);
    return this.isShownRead;
  }

  /** Goes into an element within the cell, or not: notes, drawings and tables are no part of its text. */
  open(element: Element): boolean {
    const { name } = element;
    if (!name.startsWith('text:') || name === 'text:note' || name === 'text:ruby-text') return false;
    if (this.paragraph !== undefined) this.shown.open(element);
    else if (name === 'text:p' || name === 'text:h') {
      if (this.hasParagraph) this.shown.breakLine();
      this.shown.beginParagraph();
      this.hasParagraph = true;
      this.paragraph = element.depth;
    }
    return true;
  }

  close(depth: number): void {
    if (this.paragraph === depth) this.paragraph = undefined;
  }

  text(bytes: Buffer, start: number, end: number): void {
    this.shown.append(decodeText(bytes, start, end, this.refuse));
  }

  literal(text: string): void {
    this.shown.append(text);
  }

  finish(): RawCell {
    const { text } = this.shown;
    if (this.isError) return { error: text.trim() || NAMELESS };
    if (this.stated !== undefined) return this.hasFormula && isErrorText(text) ? { error: text.trim() } : this.stated;
    if (text !== '') return this.hasFormula && isErrorText(text) ? { error: text.trim() } : text;
    return this.isWithoutValue() ? UNCACHED : null;
  }

  /** A formula with an empty text as its result is written as an empty paragraph, or as a text without any. */
  private isWithoutValue(): boolean {
    if (!this.hasFormula || this.type === 'string' || this.type === 'void') return false;
    return this.type !== '' || !this.hasParagraph;
  }

  private checkLength(value: RawCell | undefined): void {
    if (typeof value !== 'string' || value.length <= this.limits.characters) return;
    throw this.refuse(beyondLimit(this.limits, 'characters'));
  }
}

const NAMELESS = '#ERROR!';

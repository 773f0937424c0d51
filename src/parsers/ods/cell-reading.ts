import { type RawCell, UNCACHED } from '../../model/sheet.ts';
import type { Limits } from '../limits.ts';
import { beyondLimit, type Refusal } from '../refusal.ts';
import { decodeText } from '../xml/xml-text.ts';
import { isErrorText, statedValue, truthOf } from './cell-value.ts';
import type { Element } from './element.ts';
import { ParagraphText } from './paragraph-text.ts';

/** Gathers one cell from its element and the paragraphs in it. */
export class CellReading {
  private type = '';
  private stated: RawCell | undefined;
  private isError = false;
  /** True of a formula of a program that writes errors as a zero or an empty text: what it shows tells. */
  private mayBeError = false;
  private hasFormula = false;
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
    this.type = cell.word('office:value-type') ?? '';
    this.hasFormula = cell.has('table:formula');
    const newerType = cell.word('calcext:value-type');
    this.isError = newerType === 'error';
    this.stated = this.isError ? undefined : this.statedBy(cell);
    this.checkLength(this.stated);
    this.hasParagraph = false;
    this.paragraph = undefined;
    const isBlank = this.stated === undefined || this.stated === 0;
    this.mayBeError = this.hasFormula && newerType === undefined && isBlank;
    this.shown.begin(this.isError || this.stated !== undefined);
    return this.stated === undefined || this.mayBeError;
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
    if (this.isError || (this.mayBeError && isErrorText(text.trim()))) return { error: text.trim() || NAMELESS };
    if (this.stated !== undefined) return this.stated;
    if (text !== '') return text;
    return this.isWithoutValue() ? UNCACHED : null;
  }

  private statedBy(cell: Element): RawCell | undefined {
    const value = statedValue(cell, this.type, this.date1904());
    const mayBeTruth = this.hasFormula && this.type === 'float' && (value === 0 || value === 1);
    return mayBeTruth ? (truthOf(cell.attribute('table:formula') ?? '') ?? value) : value;
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

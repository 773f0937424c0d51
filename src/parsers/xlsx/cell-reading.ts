import type { Limits } from '../limits.ts';
import { beyondLimit, damaged, type Refusal } from '../refusal.ts';
import { isNamed, type Markup } from '../xml/markup.ts';
import { decodeCdata, decodeText, unescapeCharacters } from '../xml/xml-text.ts';
import type { WrittenCell } from './cell-value.ts';

/** Gathers one cell, in any legal spelling, from the tags and texts between `<c>` and `</c>`. */
export class CellReading {
  /** True where the text between tags belongs to the cell's value. */
  isInText = false;
  private type = '';
  private style = 0;
  private text: string | undefined;
  private hasFormula = false;
  private hasValue = false;
  private isInString = false;
  /** How many elements of the cell are open: what extensions nest deeper is no part of its value. */
  private depth = 0;
  private isInGuide = false;
  private readonly limits: Limits;
  private readonly refuse: Refusal;

  constructor(limits: Limits, refuse: Refusal) {
    this.limits = limits;
    this.refuse = refuse;
  }

  begin(type: string, style: number): void {
    this.type = type;
    this.style = style;
    this.text = undefined;
    this.hasFormula = false;
    this.hasValue = false;
    this.isInText = false;
    this.isInString = false;
    this.isInGuide = false;
    this.depth = 0;
  }

  follow(bytes: Buffer, markup: Markup): void {
    const isOpen = markup.kind === 'open';
    if (markup.kind === 'close') this.depth -= 1;
    if (this.depth === 0) this.followChild(bytes, markup);
    else if (this.isInString && isNamed(bytes, markup, 'rPh')) this.isInGuide = isOpen;
    else if (this.isInString && isNamed(bytes, markup, 't')) this.turnText(markup, !this.isInGuide);
    if (isOpen) this.depth += 1;
  }

  appendText(bytes: Buffer, start: number, end: number): void {
    this.append(decodeText(bytes, start, end, this.refuse));
  }

  appendCdata(bytes: Buffer, { nameStart, nameEnd }: Markup): void {
    if (this.isInText) this.append(decodeCdata(bytes, nameStart, nameEnd, this.refuse));
  }

  finish(): WrittenCell {
    const { type, style, text, hasFormula } = this;
    this.isInText = false;
    const isText = type === 'str' || type === 'inlineStr';
    return { type, style, text: isText && text !== undefined ? unescapeCharacters(text) : text, hasFormula };
  }

  private followChild(bytes: Buffer, markup: Markup): void {
    if (isNamed(bytes, markup, 'v')) this.turnValue(markup);
    else if (isNamed(bytes, markup, 'f')) this.hasFormula = true;
    else if (isNamed(bytes, markup, 'is')) {
      this.isInString = markup.kind === 'open';
      if (this.type === '') this.type = 'inlineStr'; // an inline string is text, whatever the cell says
    }
  }

  private turnValue(markup: Markup): void {
    if (markup.kind !== 'close') {
      if (this.hasValue) throw this.refuse(twoValues);
      this.hasValue = true;
    }
    this.turnText(markup, true);
  }

  private turnText({ kind }: Markup, isValue: boolean): void {
    if (kind !== 'close' && isValue) this.text ??= '';
    this.isInText = kind === 'open' && isValue;
  }

  private append(text: string): void {
    this.text = (this.text ?? '') + text;
    if (this.text.length > this.limits.characters) throw this.refuse(beyondLimit(this.limits, 'characters'));
  }
}

const twoValues = damaged('一个单元格里有两个值', 'a cell holds two values');

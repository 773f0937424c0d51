import { certain } from '../../model/certain.ts';
import { columnLetters } from '../../model/sheet.ts';
import { parseCell } from '../../parsers/xlsx/cell-reference.ts';
import type { Tone } from '../package/look.ts';
import type { StyleBook } from '../package/style-book.ts';
import { attributeOf, openedTag, withAttribute } from '../xml/tag-attributes.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { rootOf, tagOf, type XmlElement } from '../xml/xml-tree.ts';
import { asByteText, cellText } from '../xml/xml-writing.ts';
import type { SheetMarks } from './sheet-marks.ts';

/** What the patching of rows needs to know of their sheet. */
export interface RowContext {
  readonly marks: SheetMarks;
  readonly styles: StyleBook;
  /** The format of blank cells of a column, by its number. */
  readonly columnStyle: (column: number) => number;
  /** The formats of the column of findings. */
  readonly findingsStyles: { readonly header: number; readonly cell: number; readonly link: number };
  /** The prefix, with its colon, that the part gives its names. */
  readonly prefix: string;
}

/** Puts the marks of one row, a character a byte, on it. All that is not marked keeps its bytes, whatever they are. */
export function patchedRow(source: string, row: number, context: RowContext): string {
  const element = rootOf(source);
  if (element === undefined) return source;
  return new RowPatch(source, element, row, context).result() ?? source;
}

/** A row that the sheet does not have yet. */
export function newRow(row: number, context: RowContext): string {
  return patchedRow(`<${context.prefix}row r="${row}"></${context.prefix}row>`, row, context);
}

class RowPatch {
  readonly #source: string;
  readonly #row: XmlElement;
  readonly #number: number;
  readonly #context: RowContext;
  readonly #edits: TextEdits;
  readonly #tones: ReadonlyMap<number, Tone>;

  constructor(source: string, element: XmlElement, number: number, context: RowContext) {
    // `<row/>` has no place for cells: it is opened first.
    this.#source = element.isEmpty ? `${openedTag(source)}</${element.prefix}row>` : source;
    this.#row = element.isEmpty ? certain(rootOf(this.#source), 'row') : element;
    this.#number = number;
    this.#context = context;
    this.#edits = new TextEdits(this.#source);
    this.#tones = context.marks.tones.get(number) ?? new Map();
  }

  /** The patched row; `undefined` where nothing is to be done. */
  result(): string | undefined {
    const added = new Map([...this.#tones].map(([column, tone]) => [column, () => this.#blank(column, tone)] as const));
    const { findings, formerColumn } = this.#context.marks;
    const finding = this.#finding();
    if (findings !== null && finding !== undefined) added.set(findings.index, () => finding);
    let column = -1;
    for (const cell of this.#row.children.filter(({ name }) => name === 'c')) {
      const tag = tagOf(this.#source, cell);
      column = parseCell(attributeOf(tag, 'r') ?? '')?.column ?? column + 1;
      this.#insertBefore(column, cell.start, added);
      const isOurs = column === formerColumn || (column === findings?.index && finding !== undefined);
      if (isOurs) this.#edits.remove(cell);
      else this.#restyle(cell, tag, this.#tones.get(column));
      if (!isOurs) added.delete(column);
    }
    this.#insertBefore(Number.POSITIVE_INFINITY, this.#row.closeStart, added);
    this.#widenSpans(column);
    return this.#edits.isEmpty ? undefined : this.#edits.result();
  }

  /** Inserts what belongs left of a column; what is to replace the column itself comes right before it. */
  #insertBefore(column: number, at: number, added: Map<number, () => string>): void {
    const due = [...added].filter(([key]) => key < column).sort(([a], [b]) => a - b);
    for (const [key, cell] of due) {
      this.#edits.insert(at, cell());
      added.delete(key);
    }
  }

  #restyle(cell: XmlElement, tag: string, tone: Tone | undefined): void {
    const { styles } = this.#context;
    const style = Number(attributeOf(tag, 's') ?? 0);
    const plain = styles.unmarked(style);
    const wanted = tone === undefined ? plain : styles.marked(plain, tone);
    if (wanted !== style) this.#edits.replace(cell.start, cell.openEnd, withAttribute(tag, 's', wanted));
  }

  #blank(column: number, tone: Tone): string {
    const tag = tagOf(this.#source, this.#row);
    const hasOwn = /^(?:1|true)$/.test(attributeOf(tag, 'customFormat') ?? '');
    const style = hasOwn ? Number(attributeOf(tag, 's') ?? 0) : this.#context.columnStyle(column);
    const { styles, prefix } = this.#context;
    return `<${prefix}c r="${columnLetters(column)}${this.#number}" s="${styles.marked(style, tone)}"/>`;
  }

  /** The row's cell in the column of findings. */
  #finding(): string | undefined {
    const { marks, findingsStyles, prefix: p } = this.#context;
    const { findings } = marks;
    if (findings === null) return undefined;
    const isHeader = this.#number === findings.headerRow;
    const finding = isHeader ? { text: findings.header, target: null } : findings.cells.get(this.#number);
    if (finding === undefined) return undefined;
    const style = isHeader
      ? findingsStyles.header
      : finding.target === null
        ? findingsStyles.cell
        : findingsStyles.link;
    const reference = columnLetters(findings.index) + this.#number;
    const text = `<${p}is><${p}t xml:space="preserve">${asByteText(cellText(finding.text))}</${p}t></${p}is>`;
    return `<${p}c r="${reference}" s="${style}" t="inlineStr">${text}</${p}c>`;
  }

  /** `spans` is a hint of which columns a row uses; a wrong one makes some programs complain. */
  #widenSpans(lastColumn: number): void {
    const tag = tagOf(this.#source, this.#row);
    const [, first, last] = /^(\d+):(\d+)$/.exec(attributeOf(tag, 'spans') ?? '') ?? [];
    if (first === undefined || last === undefined) return;
    const { findings } = this.#context.marks;
    const used = [
      lastColumn,
      ...this.#tones.keys(),
      ...(findings === null || this.#finding() === undefined ? [] : [findings.index]),
    ];
    const columns = used.filter((column) => column >= 0).map((column) => column + 1);
    const [from, to] = [Math.min(Number(first), ...columns), Math.max(Number(last), ...columns)];
    if (from === Number(first) && to === Number(last)) return;
    this.#edits.replace(this.#row.start, this.#row.openEnd, withAttribute(tag, 'spans', `${from}:${to}`));
  }
}

import { certain } from '../../model/certain.ts';
import { columnLetters } from '../../model/sheet.ts';
import { MOST_COLUMNS, parseRange } from '../../parsers/xlsx/cell-reference.ts';
import { attributeOf, withAttribute } from '../xml/tag-attributes.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { childOf, childrenOf, rootOf, tagOf, type XmlElement } from '../xml/xml-tree.ts';
import type { FindingsColumn } from './sheet-marks.ts';

/** What stands above the rows of a sheet: the tag of its root, sizes, views, columns. */
export class SheetHead {
  readonly #text: string;
  readonly #root: XmlElement;

  constructor(text: string) {
    this.#text = text;
    this.#root = certain(rootOf(text), 'root of the sheet');
  }

  get prefix(): string {
    return this.#root.prefix;
  }

  get rootTag(): string {
    return tagOf(this.#text, this.#root);
  }

  /** The format of the blank cells of a column. */
  readonly columnStyle = (column: number): number => {
    const found = this.#columns().find(({ first, last }) => first <= column && column <= last);
    return found === undefined ? 0 : Number(attributeOf(found.tag, 'style') ?? 0);
  };

  /** The widths of columns in characters, by their numbers, where the sheet says. */
  widthOf(column: number): number {
    const found = this.#columns().find(({ first, last }) => first <= column && column <= last);
    if (found !== undefined && /^(?:1|true)$/.test(attributeOf(found.tag, 'hidden') ?? '')) return 0;
    const format = childOf(this.#root, 'sheetFormatPr');
    const usual = format === undefined ? undefined : attributeOf(tagOf(this.#text, format), 'defaultColWidth');
    const width = Number((found === undefined ? undefined : attributeOf(found.tag, 'width')) ?? usual ?? USUAL_WIDTH);
    return Number.isFinite(width) ? width : USUAL_WIDTH;
  }

  /** The head with room for the column of findings. */
  patched(findings: FindingsColumn | null): string {
    if (findings === null) return this.#text;
    const edits = new TextEdits(this.#text);
    this.#widenDimension(edits, findings);
    this.#setWidth(edits, findings.index);
    return edits.result();
  }

  #widenDimension(edits: TextEdits, { index, headerRow }: FindingsColumn): void {
    const element = childOf(this.#root, 'dimension');
    const range = element === undefined ? undefined : parseRange(attributeOf(tagOf(this.#text, element), 'ref') ?? '');
    if (element === undefined || range === undefined || range.right >= index) return;
    const [top, bottom] = [Math.min(range.top, headerRow), Math.max(range.bottom, headerRow)];
    const reference = `${columnLetters(range.left)}${top}:${columnLetters(index)}${bottom}`;
    edits.replace(element.start, element.openEnd, withAttribute(tagOf(this.#text, element), 'ref', reference));
  }

  /** Gives the column its width. A run of columns that it belongs to is cut in up to three. */
  #setWidth(edits: TextEdits, index: number): void {
    const p = this.prefix;
    const own = `<${p}col min="${index + 1}" max="${index + 1}" width="${FINDINGS_WIDTH}" customWidth="1"/>`;
    const cols = childOf(this.#root, 'cols');
    if (cols === undefined) {
      edits.insert(this.#endOfHead(), `<${p}cols>${own}</${p}cols>`);
      return;
    }
    const runs = this.#columns();
    const run = runs.find(({ first, last }) => first <= index && index <= last);
    if (run === undefined) {
      const next = runs.find(({ first }) => first > index);
      edits.insert(next?.element.start ?? cols.closeStart, own);
      return;
    }
    const part = (first: number, last: number) =>
      first > last ? '' : withAttribute(withAttribute(run.tag, 'min', first + 1), 'max', last + 1);
    const wide = withAttribute(withAttribute(part(index, index), 'width', FINDINGS_WIDTH), 'customWidth', 1);
    // What is empty beside a table is often hidden to tidy it.
    const middle = attributeOf(wide, 'hidden') === undefined ? wide : withAttribute(wide, 'hidden', 0);
    const parts = [part(run.first, index - 1), middle, part(index + 1, run.last)];
    edits.replace(run.element.start, run.element.end, parts.join(''));
  }

  #columns(): readonly Run[] {
    return childrenOf(childOf(this.#root, 'cols'), 'col').map((element) => {
      const tag = tagOf(this.#text, element);
      const number = (name: string) => Number(attributeOf(tag, name) ?? 0);
      return { element, tag, first: number('min') - 1, last: Math.min(number('max'), MOST_COLUMNS) - 1 };
    });
  }

  /** Where the columns belong: right before the rows. */
  #endOfHead(): number {
    return childOf(this.#root, 'sheetData')?.start ?? this.#text.length;
  }
}

interface Run {
  readonly element: XmlElement;
  readonly tag: string;
  readonly first: number;
  readonly last: number;
}

/** Of columns, in characters: where a sheet says nothing, and of the column of findings. */
export const USUAL_WIDTH = 8.43;
export const FINDINGS_WIDTH = 48;

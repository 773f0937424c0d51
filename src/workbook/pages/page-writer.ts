import { columnLetters } from '../../model/sheet.ts';
import { type PackedPart, PartPacker } from '../package/packed-part.ts';
import type { StyleBook } from '../package/style-book.ts';
import type { LocalName } from '../package/workbook-text.ts';
import { asByteText, quoted } from '../xml/xml-writing.ts';
import type { PageCell, PageForm, PageRow } from './page.ts';
import { type CellsAnywhere, cellIn } from './row-cells.ts';
import { heightOf } from './row-height.ts';
import { absoluteRange, quotedSheet } from './sheet-name.ts';

/** An added sheet, written. */
export interface WrittenPage {
  readonly name: string;
  readonly part: PackedPart;
  readonly names: readonly LocalName[];
}

/** Writes an added sheet row by row; only its compressed bytes are kept. */
export class PageWriter {
  readonly #form: PageForm;
  readonly #styles: StyleBook;
  readonly #packer = new PartPacker();
  readonly #links: string[] = [];
  #row = 0;

  constructor(form: PageForm, styles: StyleBook, namespace: string) {
    this.#form = form;
    this.#styles = styles;
    this.#packer.write(asByteText(headXml(form, namespace)));
  }

  /** The number of the row that comes next. */
  get nextRow(): number {
    return this.#row + 1;
  }

  write({ cells, height }: PageRow): void {
    this.#writeRow(
      cells.flatMap((cell, column) => (cell === undefined ? [] : [[column, cell] as const])),
      height,
      [],
    );
  }

  /** Writes a row of a few cells, each at its column from 0, in order; such as many rows have come behind. */
  writeAt(cells: readonly (readonly [number, PageCell])[], behind: CellsAnywhere = []): void {
    this.#writeRow(cells, undefined, behind);
  }

  finish(): WrittenPage {
    const { name, filter, headerRow, frozenColumns, isWide = false } = this.#form;
    const range = filter === null ? null : this.#filtered(filter);
    this.#packer.write(asByteText(this.#tail(range)));
    const sheet = quotedSheet(name);
    // Further pages to the right are of no use without what their rows are of.
    const besides = isWide && frozenColumns > 0 ? [`${sheet}!$A:$${columnLetters(frozenColumns - 1)}`] : [];
    return {
      name,
      part: this.#packer.finish(),
      names: [
        ...(range === null
          ? []
          : [{ name: '_xlnm._FilterDatabase' as const, reference: `${sheet}!${absoluteRange(range)}` }]),
        { name: '_xlnm.Print_Titles', reference: [...besides, `${sheet}!$${headerRow}:$${headerRow}`].join() },
      ],
    };
  }

  #writeRow(cells: readonly (readonly [number, PageCell])[], height: number | undefined, behind: CellsAnywhere): void {
    this.#row++;
    const points = height ?? heightOf(cells, this.#form.widths);
    const high = points === undefined ? '' : ` ht="${points}" customHeight="1"`;
    let written = '';
    for (const cell of cells) {
      written += cellIn(this.#row, cell, this.#styles);
      this.#link(cell);
    }
    this.#packer.write(`<row r="${this.#row}"${high}>${written}${behind.join(String(this.#row))}</row>`);
  }

  #link([column, { link }]: readonly [number, PageCell]): void {
    if (link === undefined) return;
    const reference = columnLetters(column) + this.#row;
    this.#links.push(`<hyperlink ref="${reference}" location=${quoted(link)} display=${quoted(reference)}/>`);
  }

  #filtered({ first, last }: NonNullable<PageForm['filter']>): string {
    const { headerRow } = this.#form;
    return `${columnLetters(first)}${headerRow}:${columnLetters(last)}${Math.max(headerRow, this.#row)}`;
  }

  #tail(range: string | null): string {
    const { merges } = this.#form;
    const links = this.#links.slice(0, MOST_LINKS);
    return [
      '</sheetData>',
      range === null ? '' : `<autoFilter ref="${range}"/>`,
      merges.length === 0
        ? ''
        : `<mergeCells count="${merges.length}">${merges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`,
      links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`,
      '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
      `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesWide(this.#form)}" fitToHeight="0"/>`,
      '<headerFooter><oddFooter>&amp;C&amp;A · &amp;P / &amp;N</oddFooter></headerFooter>',
      '</worksheet>',
    ].join('');
  }
}

const MOST_LINKS = 60_000; // Excel gives a sheet 66,530

function headXml({ widths, hidden = [], headerRow, frozenColumns, tab }: PageForm, namespace: string): string {
  const corner = `${columnLetters(frozenColumns)}${headerRow + 1}`;
  const columns = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : '';
  const pane = frozenColumns > 0 ? 'bottomRight' : 'bottomLeft';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns=${quoted(namespace)}>`,
    `<sheetPr><tabColor rgb="FF${tab}"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0">',
    `<pane${columns} ySplit="${headerRow}" topLeftCell="${corner}" activePane="${pane}" state="frozen"/>`,
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16.5"/>',
    `<cols>${widths
      .map((width, index) => {
        const isHidden = hidden.includes(index) ? ' hidden="1"' : '';
        return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${isHidden}/>`;
      })
      .join('')}</cols><sheetData>`,
  ].join('');
}

/** A page still reads well with as many characters side by side. */
const WIDEST_PAGE = 200;

function pagesWide({ widths, isWide = false }: PageForm): number {
  return isWide ? Math.ceil(widths.reduce((sum, width) => sum + width, 0) / WIDEST_PAGE) : 1;
}

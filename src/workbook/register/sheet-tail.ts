import { columnLetters } from '../../model/sheet.ts';
import { parseRange } from '../../parsers/xlsx/cell-reference.ts';
import { attributeOf, withAttribute } from '../xml/tag-attributes.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { childrenOf, elementsOf, tagOf, type XmlElement } from '../xml/xml-tree.ts';
import { quoted } from '../xml/xml-writing.ts';
import type { FindingsColumn } from './sheet-marks.ts';

/** What the rows of a sheet are followed by, in the order in which it must stand (ISO/IEC 29500, CT_Worksheet). */
const ORDER =
  'sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

/** What is added behind the rows of a sheet. */
export interface TailAdditions {
  readonly findings: FindingsColumn | null;
  /** The attribute that leads to the drawing of notes, where the sheet has none yet: `r:id="rId7"`, with its namespace. */
  readonly drawing: string | null;
  /** True for a hyperlink into a sheet that an earlier run added. */
  readonly isFormer: (location: string) => boolean;
}

/** What stands behind the rows of a sheet, from `</sheetData>` on. */
export class SheetTail {
  readonly #text: string;
  readonly #elements: readonly XmlElement[];
  readonly #prefix: string;

  constructor(text: string, prefix: string) {
    this.#text = text;
    this.#elements = elementsOf(text);
    this.#prefix = prefix;
  }

  /** The tag of the first element of a name. */
  tag(name: string): string | undefined {
    const element = this.#find(name);
    return element === undefined ? undefined : tagOf(this.#text, element);
  }

  /** The range that is filtered once the column of findings is there; `null` where the column stays out of it. */
  filterOf({ index, headerRow, lastRow }: FindingsColumn): string | null {
    const reference = attributeOf(this.tag('autoFilter') ?? '', 'ref');
    const column = columnLetters(index);
    if (reference === undefined) {
      // A table has a filter of its own, and a range may not overlap it.
      const first = this.#find('tableParts') === undefined ? 'A' : column;
      return `${first}${headerRow}:${column}${Math.max(lastRow, headerRow)}`;
    }
    const range = parseRange(reference);
    if (range === undefined || range.top !== headerRow || range.left > index) return null;
    return `${columnLetters(range.left)}${headerRow}:${columnLetters(Math.max(range.right, index))}${Math.max(range.bottom, lastRow)}`;
  }

  patched({ findings, drawing, isFormer }: TailAdditions): string {
    const edits = new TextEdits(this.#text);
    if (findings !== null) this.#filter(edits, findings);
    this.#link(edits, findings, isFormer);
    if (drawing !== null) this.#insert(edits, 'legacyDrawing', `<${this.#prefix}legacyDrawing ${drawing}/>`);
    return edits.result();
  }

  #filter(edits: TextEdits, findings: FindingsColumn): void {
    const reference = this.filterOf(findings);
    if (reference === null) return;
    const element = this.#find('autoFilter');
    if (element === undefined) {
      this.#insert(edits, 'autoFilter', `<${this.#prefix}autoFilter ref=${quoted(reference)}/>`);
      return;
    }
    edits.replace(element.start, element.openEnd, withAttribute(tagOf(this.#text, element), 'ref', reference));
  }

  #link(edits: TextEdits, findings: FindingsColumn | null, isFormer: TailAdditions['isFormer']): void {
    const element = this.#find('hyperlinks');
    const former = childrenOf(element, 'hyperlink').filter((link) =>
      isFormer(attributeOf(tagOf(this.#text, link), 'location') ?? ''),
    );
    const added = findings === null ? '' : this.#linksOf(findings);
    // A list of links may not be empty: it comes and goes with its last one.
    if (element === undefined || former.length === element.children.length) {
      if (added !== '')
        this.#insert(edits, 'hyperlinks', `<${this.#prefix}hyperlinks>${added}</${this.#prefix}hyperlinks>`);
      if (element !== undefined) edits.remove(element);
      return;
    }
    for (const link of former) edits.remove(link);
    edits.insert(element.closeStart, added);
  }

  #linksOf({ index, cells }: FindingsColumn): string {
    return [...cells]
      .flatMap(([row, { target }]) => (target === null ? [] : [{ reference: columnLetters(index) + row, target }]))
      .slice(0, MOST_LINKS)
      .map(
        ({ reference, target }) =>
          `<${this.#prefix}hyperlink ref="${reference}" location=${quoted(target)} display=${quoted(reference)}/>`,
      )
      .join('');
  }

  /** Inserts an element where the order of a worksheet has it. */
  #insert(edits: TextEdits, name: string, xml: string): void {
    const behind = ORDER.slice(ORDER.indexOf(name) + 1);
    const next = this.#elements.find((element) => behind.includes(meantBy(element)));
    edits.insert(next?.start ?? this.#endOfRoot(), xml);
  }

  #find(name: string): XmlElement | undefined {
    return this.#elements.find((element) => element.name === name);
  }

  /** Where the closing tag of the sheet begins. */
  #endOfRoot(): number {
    return this.#text.lastIndexOf(`</${this.#prefix}worksheet`);
  }
}

/** What an element stands for: newer features are wrapped, with an older form beside them. */
function meantBy({ name, children: [choice] }: XmlElement): string {
  return name === 'AlternateContent' ? (choice?.children[0]?.name ?? name) : name;
}

// Excel gives a sheet 66,530 hyperlinks; the user's own must find room too.
const MOST_LINKS = 60_000;

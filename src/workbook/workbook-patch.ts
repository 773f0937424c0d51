import { certain } from '../model/certain.ts';
import type { Words } from '../model/words.ts';
import { relationshipsName } from '../parsers/xlsx/relationships.ts';
import type { ZipArchive } from '../parsers/zip.ts';
import { inflatedChunks } from '../parsers/zip-entry.ts';
import type { ColumnPixels } from './notes/note-shape.ts';
import { writeNotes } from './notes/notes-file.ts';
import { ShapeIds } from './notes/shape-ids.ts';
import { blankPackage } from './package/blank-package.ts';
import { contentTypes, declareTypes } from './package/content-types.ts';
import { removeFormer } from './package/former-sheets.ts';
import { PackageParts } from './package/package-parts.ts';
import { folderOf, freePart } from './package/part-names.ts';
import { RelationshipsPart } from './package/relationships-part.ts';
import type { StyleBook } from './package/style-book.ts';
import { openStyles, type StylesFile } from './package/styles-file.ts';
import { whyFragile } from './package/unpatchable.ts';
import { isWorksheet, openWorkbookFile, type WorkbookFile, type Worksheet } from './package/workbook-file.ts';
import { type SheetInFront, workbookText } from './package/workbook-text.ts';
import { zipOf } from './package/zip-writing.ts';
import type { WrittenPage } from './pages/page-writer.ts';
import { absoluteRange, freeName, quotedSheet } from './pages/sheet-name.ts';
import { findingsLooks } from './register/findings-looks.ts';
import { FINDINGS_WIDTH, USUAL_WIDTH } from './register/sheet-head.ts';
import type { SheetMarks } from './register/sheet-marks.ts';
import { patchSheet, readHead } from './register/sheet-part.ts';

type PartType = keyof typeof contentTypes;

/** A workbook that is being marked. What is not touched keeps its bytes. */
export class WorkbookPatch {
  readonly styles: StyleBook;
  /** The main namespace of its parts. */
  readonly namespace: string;
  readonly #parts: PackageParts;
  readonly #workbook: WorkbookFile;
  readonly #styles: StylesFile;
  readonly #former: ReadonlySet<number>;
  readonly #ids = new ShapeIds();
  readonly #added: { readonly name: string; readonly type: PartType }[] = [];
  readonly #filters = new Map<number, string>();
  #pages: readonly WrittenPage[] = [];

  private constructor(
    parts: PackageParts,
    { workbook, styles }: { readonly workbook: WorkbookFile; readonly styles: StylesFile },
    former: ReadonlySet<number>,
  ) {
    this.#parts = parts;
    this.#workbook = workbook;
    this.#styles = styles;
    this.#former = former;
    this.styles = styles.book;
    this.namespace = workbook.namespace;
  }

  /** Opens a package. `former` are the sheets, by number, that an earlier run added. */
  static open(archive: ZipArchive, former: ReadonlySet<number>): Promise<WorkbookPatch> {
    return WorkbookPatch.#of(new PackageParts(archive), former);
  }

  /** A workbook without any sheet yet. */
  static async blank(): Promise<WorkbookPatch> {
    return WorkbookPatch.#of(await blankPackage(), new Set());
  }

  static async #of(parts: PackageParts, former: ReadonlySet<number>): Promise<WorkbookPatch> {
    const why = whyFragile(parts.names);
    if (why !== undefined) throw parts.refuse(why);
    const workbook = await openWorkbookFile(parts);
    const patch = new WorkbookPatch(parts, { workbook, styles: await openStyles(parts, workbook) }, former);
    for (const name of parts.names.filter((part) => /\.vml$/i.test(part))) {
      patch.#ids.note(certain(await parts.bytes(name), `part ${name}`).toString('latin1'));
    }
    return patch;
  }

  /** The name of an added sheet: as wanted, or with a number where the user has such a sheet. */
  readonly freeName = (wanted: string): string => {
    const kept = this.#workbook.sheets.filter(({ position }) => !this.#former.has(position));
    return freeName(wanted, new Set(kept.map(({ name }) => name)));
  };

  /** Puts marks on worksheets, by their numbers among all sheets; those without any keep their bytes. */
  async mark(marks: ReadonlyMap<number, SheetMarks>): Promise<void> {
    const looks = findingsLooks;
    const findingsStyles = {
      header: this.styles.look(looks.header),
      cell: this.styles.look(looks.cell),
      link: this.styles.look(looks.link),
    };
    const formerNames = this.#formerSheets().map(({ name }) => name);
    for (const [number, own] of marks) {
      const sheet = certain(
        this.#workbook.sheets.filter(isWorksheet).find(({ position }) => position === number),
        `worksheet ${number}`,
      );
      const refuse = ({ zh, en }: Words) =>
        this.#parts.refuse({ zh: `工作表“${sheet.name}”${zh}`, en: `the sheet “${sheet.name}” ${en}` });
      const columns = await this.#columnsOf(sheet.part, own.findings);
      const notes = await writeNotes(
        this.#parts,
        { part: sheet.part, notes: own.notes, columns },
        { workbook: this.#workbook, ids: this.#ids },
      );
      this.#added.push(...notes.added);
      const isFormer = (location: string) =>
        formerNames.some((name) => location.startsWith(`${name}!`) || location.startsWith(`${quotedSheet(name)}!`));
      const patch = { marks: own, styles: this.styles, findingsStyles, drawing: notes.drawing, isFormer, refuse };
      const { part, filter } = await patchSheet(this.#chunks(sheet.part), patch);
      await this.#parts.write(sheet.part, part);
      if (filter !== null) this.#filters.set(sheet.position, `${quotedSheet(sheet.name)}!${absoluteRange(filter)}`);
    }
  }

  /** Puts sheets in front of all others. */
  putInFront(pages: readonly WrittenPage[]): void {
    this.#pages = pages;
  }

  /** The bytes of the marked workbook. */
  async *result(): AsyncGenerator<Uint8Array> {
    await this.#finish();
    yield* zipOf(this.#parts.items(), this.#parts.archive);
  }

  async #finish(): Promise<void> {
    const { main, relationshipBase } = this.#workbook;
    const source = await this.#parts.text(relationshipsName(main));
    const relationships = new RelationshipsPart(main, source);
    const former = this.#formerSheets();
    const removed = await removeFormer(this.#parts, { workbook: this.#workbook, relationships }, former);
    const inFront: SheetInFront[] = [];
    const kept = this.#workbook.sheets.filter(({ position }) => !this.#former.has(position));
    const lastId = kept.reduce((most, { sheetId }) => Math.max(most, sheetId), 0);
    if (this.#styles.isNew) {
      relationships.add(`${relationshipBase}/styles`, this.#styles.name);
      this.#added.push({ name: this.#styles.name, type: 'styles' });
    }
    for (const [index, { name, part, names }] of this.#pages.entries()) {
      const partName = freePart(this.#parts, `${folderOf(main)}worksheets/`, 'sheet#.xml');
      await this.#parts.write(partName, part);
      this.#added.push({ name: partName, type: 'worksheet' });
      const relationship = relationships.add(`${relationshipBase}/worksheet`, partName);
      inFront.push({ name, sheetId: lastId + index + 1, relationship, names });
    }
    await this.#parts.write(this.#styles.name, this.styles.toString());
    const changes = { inFront, former: this.#former, filters: this.#filters };
    await this.#parts.write(main, workbookText(this.#workbook, changes));
    await this.#parts.write(relationshipsName(main), relationships.toString());
    const added = this.#added.map(({ name, type }) => ({ name, type: contentTypes[type] }));
    await declareTypes(this.#parts, { added, removed });
  }

  #formerSheets(): readonly Worksheet[] {
    return this.#workbook.sheets.filter(isWorksheet).filter(({ position }) => this.#former.has(position));
  }

  /** How wide the columns of a sheet will be. */
  async #columnsOf(part: string, findings: SheetMarks['findings']): Promise<ColumnPixels> {
    const head = await readHead(this.#chunks(part));
    const widthOf = (column: number) =>
      column === findings?.index ? FINDINGS_WIDTH : (head?.widthOf(column) ?? USUAL_WIDTH);
    return (column) => Math.round(widthOf(column) * PIXELS_OF_CHARACTER + PIXELS_OF_MARGIN);
  }

  #chunks(part: string): AsyncIterable<Buffer> {
    const entry = certain(this.#parts.entry(part), `part ${part}`);
    return inflatedChunks(certain(this.#parts.archive, 'package'), entry);
  }
}

const PIXELS_OF_CHARACTER = 7; // of a digit in the usual font
const PIXELS_OF_MARGIN = 5;

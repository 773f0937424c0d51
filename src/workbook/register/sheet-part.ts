import type { Refusal } from '../../parsers/refusal.ts';
import { type PackedPart, PartPacker } from '../package/packed-part.ts';
import type { StyleBook } from '../package/style-book.ts';
import { namespaceOf, prefixBoundTo } from '../xml/tag-attributes.ts';
import { hasTooManyTags, tooManyTags } from '../xml/xml-tree.ts';
import { quoted } from '../xml/xml-writing.ts';
import { isForeign, splitHead } from './head-split.ts';
import type { RowContext } from './row-patch.ts';
import { RowStream } from './row-stream.ts';
import { SheetHead } from './sheet-head.ts';
import type { SheetMarks } from './sheet-marks.ts';
import { SheetTail } from './sheet-tail.ts';

export interface SheetPatch {
  readonly marks: SheetMarks;
  readonly styles: StyleBook;
  readonly findingsStyles: RowContext['findingsStyles'];
  /** The relationship that leads to the drawing of notes, where the sheet has none yet. */
  readonly drawing: string | null;
  readonly isFormer: (location: string) => boolean;
  readonly refuse: Refusal;
}

/** A patched sheet, and what its workbook must be told. */
export interface PatchedSheet {
  readonly part: PackedPart;
  /** The range that is now filtered; `null` where that has not changed. */
  readonly filter: string | null;
}

/** Patches a sheet as its bytes come by: what stands above and below the rows as text, the rows in a stream. */
export async function patchSheet(chunks: AsyncIterable<Buffer>, patch: SheetPatch): Promise<PatchedSheet> {
  const packer = new PartPacker();
  const stages = new Stages(patch, (bytes) => packer.write(bytes));
  for await (const chunk of chunks) stages.push(chunk);
  const filter = stages.end();
  return { part: packer.finish(), filter };
}

/** What stands above the rows of a sheet, without reading them; `undefined` for a sheet without any, and one that cannot be patched. */
export async function readHead(chunks: AsyncIterable<Buffer>): Promise<SheetHead | undefined> {
  let bytes: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    bytes = Buffer.concat([bytes, chunk]);
    const split = splitHead(bytes);
    if (split !== undefined) return new SheetHead(split.head);
    if (bytes.length > MOST_BYTES) return undefined;
  }
  return undefined;
}

/** The three parts of a sheet, one after the other: head, rows, tail. */
class Stages {
  readonly #patch: SheetPatch;
  readonly #write: (bytes: Buffer) => void;
  #head: SheetHead | undefined;
  #rows: RowStream | undefined;
  #tail: Buffer[] | undefined;
  #tailSize = 0;
  #rest: Buffer = Buffer.alloc(0);

  constructor(patch: SheetPatch, write: (bytes: Buffer) => void) {
    this.#patch = patch;
    this.#write = write;
  }

  push(chunk: Buffer): void {
    if (this.#tail !== undefined) this.#pushTail(chunk);
    else {
      this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
      if (this.#rest.length > MOST_BYTES) throw this.#patch.refuse(tooLong);
      if (this.#head === undefined) this.#startRows();
      if (this.#rows !== undefined) this.#readRows(this.#rows);
    }
  }

  /** Writes what follows the rows. Answers the range that is filtered now. */
  end(): string | null {
    const head = this.#head;
    if (head === undefined || this.#tail === undefined) throw this.#patch.refuse(noRows);
    const text = Buffer.concat(this.#tail).toString('utf8');
    if (hasTooManyTags(text)) throw this.#patch.refuse(tooManyTags);
    const tail = new SheetTail(text, head.prefix);
    const { marks, drawing, isFormer } = this.#patch;
    const attribute = drawing === null ? null : relationshipAttribute(head, drawing);
    this.#write(Buffer.from(tail.patched({ findings: marks.findings, drawing: attribute, isFormer })));
    return marks.findings === null ? null : tail.filterOf(marks.findings);
  }

  #startTail(...chunks: readonly Buffer[]): void {
    this.#tail = [];
    for (const chunk of chunks) this.#pushTail(chunk);
  }

  #pushTail(chunk: Buffer): void {
    this.#tailSize += chunk.length;
    if (this.#tailSize > MOST_BYTES_OF_TAIL) throw this.#patch.refuse(tooLong);
    this.#tail?.push(chunk);
  }

  #startRows(): void {
    if (isForeign(this.#rest)) throw this.#patch.refuse(foreignEncoding);
    const split = splitHead(this.#rest);
    if (split === undefined) return;
    const { tag, prefix, rest } = split;
    const head = new SheetHead(split.head);
    const { marks, styles, findingsStyles } = this.#patch;
    const isEmpty = tag.endsWith('/>');
    this.#head = head;
    this.#rest = rest;
    this.#write(Buffer.from(head.patched(marks.findings)));
    this.#write(Buffer.from(isEmpty ? `<${prefix}sheetData>` : tag));
    const rows = new RowStream({ marks, styles, columnStyle: head.columnStyle, findingsStyles, prefix }, this.#write);
    if (!isEmpty) this.#rows = rows;
    else {
      rows.writeAll();
      this.#startTail(Buffer.from(`</${prefix}sheetData>`), rest);
    }
  }

  #readRows(rows: RowStream): void {
    const { at, isAtEnd } = rows.scan(this.#rest);
    const rest = this.#rest.subarray(at);
    if (isAtEnd) this.#startTail(rest);
    else this.#rest = rest;
  }
}

const MOST_BYTES = 16 * 1024 * 1024; // above the rows, or of one row: far more than any program writes
const MOST_BYTES_OF_TAIL = 32 * 1024 * 1024; // where conditional formats may be many

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/';
const STRICT_RELATIONSHIPS = `${STRICT}officeDocument/relationships`;

/** `r:id="rId7"` with whatever prefix the sheet gives relationships, or one of our own. */
function relationshipAttribute({ rootTag, prefix }: SheetHead, id: string): string {
  const isStrict = namespaceOf(rootTag, prefix)?.startsWith(STRICT) === true;
  const namespace = isStrict ? STRICT_RELATIONSHIPS : RELATIONSHIPS;
  const bound = prefixBoundTo(rootTag, namespace);
  return bound === undefined ? `xmlns:fp=${quoted(namespace)} fp:id=${quoted(id)}` : `${bound}id=${quoted(id)}`;
}

const tooLong = {
  zh: '行的上方、下方或某一行的内容太长，不像表格程序写的',
  en: 'has a row, or something above or below its rows, that is longer than any spreadsheet program writes',
};

const noRows = {
  zh: '的内容不完整，没有行的部分',
  en: 'is incomplete: it has no part for rows',
};

const foreignEncoding = {
  zh: '不是 UTF-8 编码，标注写不进去',
  en: 'is not in UTF-8, so that no mark could be put into it',
};

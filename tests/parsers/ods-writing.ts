import type { LedgerFile } from '../../src/model/sheet.ts';
import { fileOf, type WrittenEntry, writeZip } from './zip-writing.ts';

/** The parts of a small .ods; each has a plain default. */
export interface WrittenDocument {
  /** What stands within `<office:spreadsheet>`. */
  readonly body: string;
  /** What stands within `<office:automatic-styles>`. */
  readonly styles?: string;
  /** The attributes of the root. */
  readonly namespaces?: string;
  /** Further entries, or others in the place of those of the same name. */
  readonly entries?: readonly WrittenEntry[];
}

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';

export const NAMESPACES = [
  ...['office', 'style', 'table', 'text'].map((name) => `xmlns:${name}="${OASIS}:${name}:1.0"`),
  'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
].join(' ');

export function contentXml({ body, styles = '', namespaces = NAMESPACES }: WrittenDocument): string {
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`;
}

export function documentEntries(written: WrittenDocument): readonly WrittenEntry[] {
  const standard: readonly WrittenEntry[] = [
    { name: 'mimetype', contents: 'application/vnd.oasis.opendocument.spreadsheet', isStored: true },
    { name: 'META-INF/manifest.xml', contents: '<manifest/>' },
    { name: 'content.xml', contents: contentXml(written) },
  ];
  const extra = written.entries ?? [];
  return [...standard.filter(({ name }) => !extra.some((e) => e.name === name)), ...extra];
}

export function documentFile(written: WrittenDocument): LedgerFile {
  return fileOf('test.ods', writeZip(documentEntries(written)));
}

/** A sheet of rows, each written out. */
export function tableXml(rows: string, attributes = 'table:name="出生"'): string {
  return `<table:table ${attributes}>${rows}</table:table>`;
}

/** A row of cells, each written out. */
export function rowXml(cells: string, attributes = ''): string {
  return `<table:table-row ${attributes}>${cells}</table:table-row>`;
}

/** A cell with attributes as written, and what stands within it. */
export function cellXml(attributes: string, contents = ''): string {
  return `<table:table-cell ${attributes}>${contents}</table:table-cell>`;
}

export function textXml(text: string, attributes = ''): string {
  return cellXml(`office:value-type="string" ${attributes}`, `<text:p>${text}</text:p>`);
}

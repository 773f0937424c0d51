import type { LedgerFile, RawCell, Row, Sheet, SheetFault } from '../../src/model/sheet.ts';
import { defaultLimits, type Limits } from '../../src/parsers/limits.ts';
import { openSheets } from '../../src/parsers/open.ts';
import { fileOf, type PackageShape, type WrittenEntry, writeZip } from './zip-writing.ts';

/** The parts of a small workbook; each has a plain default. */
export interface WrittenWorkbook {
  /** What stands within `<sheetData>`. */
  readonly rows?: string;
  /** A whole sheet part, instead of `rows`. */
  readonly sheet?: string | Uint8Array;
  /** The shared strings, each what stands within `<si>`. */
  readonly strings?: readonly string[];
  /** The codes of number formats: the cell format `s="1"` has the first. */
  readonly formats?: readonly (string | number)[];
  readonly workbook?: string;
  readonly relationships?: string;
  /** Further entries, or others in the place of those of the same name. */
  readonly entries?: readonly WrittenEntry[];
}

export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export function workbookEntries(written: WrittenWorkbook): readonly WrittenEntry[] {
  const sheet = written.sheet ?? sheetXml(written.rows ?? '');
  const standard: readonly WrittenEntry[] = [
    { name: '[Content_Types].xml', contents: '<Types/>' },
    { name: '_rels/.rels', contents: relationshipsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    { name: 'xl/workbook.xml', contents: written.workbook ?? workbookXml([['出生', 'rId1']]) },
    { name: 'xl/_rels/workbook.xml.rels', contents: written.relationships ?? workbookRelationships },
    { name: 'xl/worksheets/sheet1.xml', contents: sheet },
    { name: 'xl/sharedStrings.xml', contents: stringsXml(written.strings ?? []) },
    { name: 'xl/styles.xml', contents: stylesXml(written.formats ?? []) },
  ];
  const extra = written.entries ?? [];
  return [...standard.filter(({ name }) => !extra.some((entry) => entry.name === name)), ...extra];
}

export function workbookFile(written: WrittenWorkbook, shape: PackageShape = {}): LedgerFile {
  return fileOf('test.xlsx', writeZip(workbookEntries(written), shape));
}

export function sheetXml(rows: string, behind = '', before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`;
}

export function workbookXml(sheets: readonly (readonly [string, string, string?])[], properties = ''): string {
  const list = sheets
    .map(([name, id, more = '']) => `<sheet name="${name}" sheetId="1" r:id="${id}" ${more}/>`)
    .join('');
  return `<workbook xmlns="${MAIN}" xmlns:r="r">${properties}<sheets>${list}</sheets></workbook>`;
}

export function relationshipsXml(list: readonly (readonly [string, string, string])[]): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
  const items = list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${base}${type}" Target="${target}"/>`);
  return `<Relationships>${items.join('')}</Relationships>`;
}

export function stringsXml(strings: readonly string[]): string {
  return `<sst xmlns="${MAIN}">${strings.map((string) => `<si>${string}</si>`).join('')}</sst>`;
}

export function stylesXml(formats: readonly (string | number)[]): string {
  const codes = formats.map((format, i) =>
    typeof format === 'string'
      ? `<numFmt numFmtId="${200 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`
      : '',
  );
  const uses = formats.map((format, i) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + i}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${uses.join('')}</cellXfs></styleSheet>`;
}

/** The sheets of a file, opened as the product opens them. */
export function open(file: LedgerFile, limits: Partial<Limits> = {}): Promise<readonly Sheet[]> {
  return openSheets(file, { scoreHeader: (fields) => fields.length, limits: { ...defaultLimits, ...limits } });
}

export interface ReadSheet {
  readonly sheet: Sheet;
  readonly rows: readonly Row[];
  readonly faults: readonly SheetFault[];
}

export async function readSheet(sheet: Sheet): Promise<ReadSheet> {
  const rows: Row[] = [];
  const faults: SheetFault[] = [];
  for await (const batch of sheet.rows()) {
    rows.push(...batch.rows);
    faults.push(...batch.faults);
  }
  return { sheet, rows, faults };
}

/** The first sheet of a file, read to its end. */
export async function readFirst(file: LedgerFile, limits: Partial<Limits> = {}): Promise<ReadSheet> {
  const [sheet] = await open(file, limits);
  if (sheet === undefined) throw new Error('the file has no sheet');
  return readSheet(sheet);
}

/** The rows of a first sheet as arrays of cells, by row number. */
export async function readCells(file: LedgerFile): Promise<Readonly<Record<number, readonly (RawCell | undefined)[]>>> {
  const { rows } = await readFirst(file);
  return Object.fromEntries(rows.map(({ number, cells }) => [number, cells]));
}

const workbookRelationships = relationshipsXml([
  ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
  ['rId2', 'sharedStrings', 'sharedStrings.xml'],
  ['rId3', 'styles', 'styles.xml'],
]);

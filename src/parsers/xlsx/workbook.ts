import type { Sheet } from '../../model/sheet.ts';
import { RangeCount } from '../range-count.ts';
import { damaged } from '../refusal.ts';
import { type ChunkReader, Parts } from '../xml/parts.ts';
import type { ZipArchive, ZipEntry } from '../zip.ts';
import type { CellContext } from './cell-value.ts';
import { type Relationship, Relationships, relationshipsName } from './relationships.ts';
import { SharedStrings } from './shared-strings.ts';
import { Styles } from './styles.ts';
import { noWorkbook, type SheetEntry, WorkbookPart } from './workbook-part.ts';
import { type Opening, openWorksheets } from './worksheet.ts';

/** Opens the sheets of an .xlsx or .xlsm package, in the order of the workbook. */
export async function openWorkbook(
  archive: ZipArchive,
  options: Pick<Opening, 'keeping' | 'ahead'>,
): Promise<readonly Sheet[]> {
  const parts = new Parts(archive);
  const main = await findMain(archive, parts);
  const { sheets, date1904 } = await read(main, parts, new WorkbookPart(archive));
  const relationships = await relationshipsOf(main.name, archive, parts);
  const byId = new Map([...relationships].reverse().map((relationship) => [relationship.id, relationship]));
  const listed = sheets.map((sheet) => ({ ...sheet, entry: findSheet(sheet, byId, archive) }));
  const entries = listed.flatMap(({ entry }) => entry ?? []);
  if (new Set(entries).size < entries.length) throw archive.refuse(sharedPart);
  // The sheets first: strings and styles are read here while other threads inflate them.
  const opening = openWorksheets(listed, { archive, parts, ranges: new RangeCount(archive.refuse), ...options });
  const strings = readStrings(archive, parts, partOfType('sharedStrings', main.name, relationships, parts));
  const dateStyles = readDateStyles(archive, parts, partOfType('styles', main.name, relationships, parts));
  const [context, open] = await Promise.all([contextOf(strings, dateStyles, date1904), opening]);
  return open(context);
}

async function contextOf(
  strings: Promise<CellContext['strings']>,
  dateStyles: Promise<CellContext['dateStyles']>,
  date1904: boolean,
): Promise<CellContext> {
  const [read, styles] = await Promise.all([strings, dateStyles]);
  return { strings: read, dateStyles: styles, date1904 };
}

/** The workbook part: where the package's own relationships lead, or where it nearly always is. */
async function findMain(archive: ZipArchive, parts: Parts): Promise<ZipEntry> {
  const relationships = await relationshipsOf('', archive, parts);
  const target = relationships.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const main = parts.find(target);
  if (main === undefined) throw archive.refuse(noWorkbook);
  if (/\.bin$/i.test(main.name)) throw archive.refuse(binaryWorkbook);
  return main;
}

async function relationshipsOf(part: string, archive: ZipArchive, parts: Parts): Promise<readonly Relationship[]> {
  const entry = parts.find(relationshipsName(part));
  return entry === undefined ? [] : (await read(entry, parts, new Relationships(part, archive))).found;
}

async function read<Reader extends ChunkReader>(entry: ZipEntry, parts: Parts, reader: Reader): Promise<Reader> {
  await parts.feed(entry, reader);
  return reader;
}

/** The part of a sheet, or `undefined` where the sheet is a chart, a dialogue or a macro sheet: it is listed, without rows. */
function findSheet(
  sheet: SheetEntry,
  relationships: ReadonlyMap<string, Relationship>,
  archive: ZipArchive,
): ZipEntry | undefined {
  if (sheet.relationship === '') return undefined; // a module of macros
  const relationship = relationships.get(sheet.relationship);
  if (relationship !== undefined && relationship.type !== 'worksheet') return undefined;
  const entry = relationship === undefined ? undefined : archive.entry(relationship.target);
  if (entry === undefined) throw archive.refuse(sheetMissing(sheet.name));
  return entry;
}

function partOfType(
  type: string,
  main: string,
  relationships: readonly Relationship[],
  parts: Parts,
): ZipEntry | undefined {
  const target = relationships.find((relationship) => relationship.type === type)?.target;
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  return parts.find(target ?? `${folder}${type}.xml`);
}

async function readStrings(archive: ZipArchive, parts: Parts, entry: ZipEntry | undefined) {
  const reader = new SharedStrings(archive.limits, archive.refuse);
  return (entry === undefined ? reader : await read(entry, parts, reader)).strings;
}

async function readDateStyles(archive: ZipArchive, parts: Parts, entry: ZipEntry | undefined) {
  return entry === undefined ? [] : (await read(entry, parts, new Styles(archive))).dateStyles();
}

const binaryWorkbook = {
  zh: '是二进制工作簿（.xlsb）。请用 Excel 或 WPS 另存为 .xlsx。',
  en: 'is a binary workbook (.xlsb). Save it as .xlsx in Excel or WPS.',
};

const sharedPart = damaged('几张工作表的内容是同一份', 'several sheets have one and the same contents');

function sheetMissing(name: string) {
  return damaged(
    `工作表“${name}”列在目录里，内容却不在`,
    `the sheet “${name}” is listed, but its contents are not there`,
  );
}

import { type FileHandle, open } from 'node:fs/promises';
import { crc32, createDeflateRaw } from 'node:zlib';
import { columnLetters } from '../../src/model/sheet.ts';
import type { BenchRow } from './women.ts';

export interface BenchSheet {
  readonly name: string;
  readonly rows: Iterable<BenchRow>;
}

/** Writes a workbook of any size in little memory, in the way that spreadsheet programs do: texts shared, days as numbers. */
export async function writeWorkbook(path: string, sheets: readonly BenchSheet[]): Promise<void> {
  const file = await open(path, 'w');
  const strings = new Map<string, number>();
  const entries: Entry[] = [];
  const put = async (name: string, contents: Iterable<string>) => {
    entries.push(await writeEntry(file, entries.at(-1)?.end ?? 0, { name, contents }));
  };
  await put('[Content_Types].xml', [contentTypes(sheets.length)]);
  await put('_rels/.rels', [relationships([['officeDocument', 'xl/workbook.xml']])]);
  await put('xl/workbook.xml', [workbook(sheets)]);
  await put('xl/_rels/workbook.xml.rels', [relationships(targets(sheets.length))]);
  for (const [index, { rows }] of sheets.entries())
    await put(`xl/worksheets/sheet${index + 1}.xml`, sheet(rows, strings));
  await put('xl/styles.xml', [styles]);
  await put('xl/sharedStrings.xml', shared(strings));
  await writeDirectory(file, entries);
  await file.close();
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SERIAL_OF_1970 = 25569;
const PIECE = 1 << 16;

function* sheet(rows: Iterable<BenchRow>, strings: Map<string, number>): Generator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>`;
  const letters = Array.from({ length: 64 }, (_, column) => columnLetters(column));
  let text = '';
  let number = 0;
  for (const row of rows) {
    number += 1;
    text += `<row r="${number}" spans="1:${row.length}">`;
    for (const [column, cell] of row.entries()) {
      const reference = `${letters[column]}${number}`;
      if (typeof cell === 'number') text += `<c r="${reference}"><v>${cell}</v></c>`;
      else if (typeof cell === 'object') text += `<c r="${reference}" s="1"><v>${cell.day + SERIAL_OF_1970}</v></c>`;
      else if (cell !== '') text += `<c r="${reference}" t="s"><v>${numberOf(cell, strings)}</v></c>`;
    }
    text += '</row>';
    if (text.length > PIECE) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sheetData></worksheet>`;
}

function numberOf(text: string, strings: Map<string, number>): number {
  const known = strings.get(text);
  if (known !== undefined) return known;
  strings.set(text, strings.size);
  return strings.size - 1;
}

function* shared(strings: ReadonlyMap<string, number>): Generator<string> {
  yield `${HEAD}<sst xmlns="${MAIN}" uniqueCount="${strings.size}">`;
  let text = '';
  for (const string of strings.keys()) {
    text += `<si><t>${string}</t></si>`; // no made-up text holds a mark of XML
    if (text.length > PIECE) {
      yield text;
      text = '';
    }
  }
  yield `${text}</sst>`;
}

interface Entry {
  readonly name: string;
  readonly offset: number;
  readonly end: number;
  /** What the local header and the directory say alike. */
  readonly facts: Buffer;
}

/** Writes an entry behind the others. Its sizes are known when it is written: its header is put in front of it then. */
async function writeEntry(
  file: FileHandle,
  offset: number,
  { name, contents }: { readonly name: string; readonly contents: Iterable<string> },
): Promise<Entry> {
  const start = offset + 30 + name.length;
  let [end, size, crc] = [start, 0, 0];
  const deflater = createDeflateRaw({ chunkSize: 1 << 18 });
  const writing = (async () => {
    for await (const chunk of deflater as AsyncIterable<Buffer>) {
      await file.write(chunk, 0, chunk.length, end);
      end += chunk.length;
    }
  })();
  for (const text of contents) {
    const bytes = Buffer.from(text);
    size += bytes.length;
    crc = crc32(bytes, crc);
    if (!deflater.write(bytes)) await new Promise((resolve) => deflater.once('drain', resolve));
  }
  deflater.end();
  await writing;
  const facts = factsOf({ crc, packed: end - start, size, name });
  await file.write(Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name)]), 0, start - offset, offset);
  return { name, offset, end, facts };
}

function factsOf(entry: {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly name: string;
}) {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0); // the version that can unpack it
  facts.writeUInt16LE(8, 4); // deflated
  facts.writeUInt16LE(0x21, 8); // 1980-01-01, the same on every run
  facts.writeUInt32LE(entry.crc, 10);
  facts.writeUInt32LE(entry.packed, 14);
  facts.writeUInt32LE(entry.size, 18);
  facts.writeUInt16LE(entry.name.length, 22);
  return facts;
}

async function writeDirectory(file: FileHandle, entries: readonly Entry[]): Promise<void> {
  const at = entries.at(-1)?.end ?? 0;
  const records = entries.map(({ name, offset, facts }) => {
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    return Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), facts, place, Buffer.from(name)]);
  });
  const directory = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  await file.write(Buffer.concat([directory, end]), 0, directory.length + end.length, at);
}

function targets(sheets: number): readonly (readonly [string, string])[] {
  const own = Array.from({ length: sheets }, (_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const);
  return [...own, ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']];
}

function relationships(list: readonly (readonly [string, string])[]): string {
  const items = list.map(
    ([type, to], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${to}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

function workbook(sheets: readonly BenchSheet[]): string {
  const items = sheets.map(
    ({ name }, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${items.join('')}</sheets></workbook>`;
}

function contentTypes(sheets: number): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${kind}.${type}+xml"/>`;
  const parts = [
    part('workbook', 'sheet.main'),
    ...Array.from({ length: sheets }, (_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet')),
    part('styles', 'styles'),
    part('sharedStrings', 'sharedStrings'),
  ];
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

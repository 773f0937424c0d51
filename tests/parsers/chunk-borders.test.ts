import { describe, expect, test } from 'vitest';
import type { Row } from '../../src/model/sheet.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { refusalOf } from '../../src/parsers/refusal.ts';
import { SharedStrings } from '../../src/parsers/xlsx/shared-strings.ts';
import { SheetOutline } from '../../src/parsers/xlsx/sheet-outline.ts';
import { SheetScanner } from '../../src/parsers/xlsx/sheet-scanner.ts';
import { sheetXml, stringsXml } from './workbook-writing.ts';

const refuse = refusalOf('a.xlsx');
const context = { strings: { textOf: (index: number) => ['甲𠮷'][index] }, dateStyles: [false, true], date1904: false };

const sheet = Buffer.from(
  sheetXml(
    `<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000.5</v></c><c r="C1"><v>12</v></c></row>
     <!-- <row r="9"> --><row r="3"><c r="A3" t="inlineStr"><is><t>东&amp;风𠮷<![CDATA[<村>]]></t></is></c><c t="str"><f>A&gt;1</f><v>乙</v></c></row>
     <x:row r="4"><x:c r="B4" t='b'><x:v>1</x:v></x:c></x:row>`,
    '<mergeCells><mergeCell ref="A1:A2"/></mergeCells><drawing a=">"/>',
    '<cols><col min="1" max="2" hidden="1"/></cols>',
  ),
);

const strings = Buffer.from(
  stringsXml([
    '<t>甲</t>',
    '<r><t>乙</t></r><r><t>&#x4E19;</t></r>',
    '<t>丁<![CDATA[&]]></t><rPh><t>ding</t></rPh>',
    '',
    '<t/>',
  ]),
);

function scanned(chunks: readonly Buffer[]): readonly Row[] {
  outlined(chunks); // which sees to what stands behind the rows
  const scanner = new SheetScanner({ context, limits: defaultLimits, refuse });
  const rows = chunks.flatMap((chunk) => scanner.push(chunk));
  scanner.end();
  return rows;
}

function outlined(chunks: readonly Buffer[]) {
  const outline = new SheetOutline({ limits: defaultLimits, refuse }, () => undefined);
  for (const chunk of chunks) outline.push(chunk);
  outline.end();
  return { merges: outline.merges, hidden: outline.hiddenColumns };
}

function shared(chunks: readonly Buffer[]): readonly string[] {
  const reader = new SharedStrings(defaultLimits, refuse);
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return Array.from({ length: reader.strings.size }, (_, index) => reader.strings.textOf(index) ?? '');
}

const readers = [
  ['the rows', sheet, scanned],
  ['the outline', sheet, outlined],
  ['the shared strings', strings, shared],
] as const;

describe.each(readers)('%s', (_, bytes, read) => {
  test('are the same wherever the bytes are cut in two', () => {
    const whole = read([bytes]);
    for (let cut = 0; cut <= bytes.length; cut++) {
      expect(read([bytes.subarray(0, cut), bytes.subarray(cut)]), `cut at ${cut}`).toEqual(whole);
    }
  });

  test.each([1, 2, 3, 5, 7, 64])('are the same in chunks of %i bytes', (size) => {
    const chunks: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
    expect(read(chunks)).toEqual(read([bytes]));
  });

  test('are refused when they break off at any byte', () => {
    const last = bytes.lastIndexOf('>');
    for (let length = 0; length <= last; length++) {
      const start = bytes.subarray(0, length);
      if (start.includes('<')) expect(() => read([start]), `${length} bytes`).toThrow(/breaks off/);
    }
  });
});

test('the whole reads as it should', () => {
  expect(scanned([sheet])).toEqual([
    { number: 1, cells: ['甲𠮷', { serial: 45000.5 }, 12], hidden: true },
    { number: 3, cells: ['东&风𠮷<村>', '乙'], hidden: false },
    { number: 4, cells: [null, true], hidden: false },
  ]);
  expect(outlined([sheet])).toEqual({
    merges: [{ top: 1, left: 0, bottom: 2, right: 0 }],
    hidden: [{ first: 0, last: 1 }],
  });
  expect(shared([strings])).toEqual(['甲', '乙丙', '丁&', '', '']);
});

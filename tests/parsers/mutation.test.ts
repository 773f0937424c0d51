import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { openCompound, workbookIn } from '../../src/parsers/compound.ts';
import { cellsOnly } from '../../src/parsers/foreign/biff.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { recognise } from '../../src/parsers/recognition.ts';
import { writeBiff5 } from './biff5-writing.ts';
import { number, xls } from './biff8-writing.ts';
import { cellXml, documentEntries, rowXml, tableXml, textXml } from './ods-writing.ts';
import { open, readSheet, sheetXml, workbookEntries } from './workbook-writing.ts';
import { fileOf, writeZip } from './zip-writing.ts';

const entries = workbookEntries({
  sheet: sheetXml(
    '<row r="1" hidden="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000.5</v></c></row><row r="3"><c r="A3" t="inlineStr"><is><t>东&amp;风</t></is></c><c t="str"><f>A1</f><v>乙</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>',
    '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
    '<cols><col min="1" max="2" hidden="1"/></cols>',
  ),
  strings: ['<t>甲</t>', '<r><t>乙</t></r>'],
  formats: ['yyyy"年"m"月"'],
});

const document = documentEntries({
  styles:
    '<number:date-style style:name="N1"><number:year/></number:date-style><style:style style:name="ce1" style:data-style-name="N1"/><style:style style:name="co1"><style:table-column-properties style:column-width="1cm"/></style:style>',
  body: tableXml(
    '<table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>' +
      rowXml(textXml('甲<text:s text:c="3"/>乙', 'table:number-columns-spanned="2"') + cellXml('')) +
      rowXml(
        cellXml('office:value-type="float" office:value="1.5" table:number-columns-repeated="3"') +
          cellXml('office:value-type="date" office:date-value="2025-03-07T12:00:00" table:style-name="ce1"') +
          cellXml('office:value-type="boolean" office:boolean-value="true"') +
          cellXml(
            'table:formula="of:=1/0" office:value-type="string" office:string-value=""',
            '<text:p>#DIV/0!</text:p>',
          ),
        'table:number-rows-repeated="2"',
      ) +
      `<table:table-row-group>${rowXml(textXml('丙&amp;<text:span>丁</text:span>'))}</table:table-row-group>`,
  ),
});

const seeds = {
  'a package, packed': { name: 'a.xlsx', bytes: writeZip(entries) },
  'a package, stored': { name: 'a.xlsx', bytes: writeZip(entries.map((entry) => ({ ...entry, isStored: true }))) },
  'a package in zip64': { name: 'a.xlsx', bytes: writeZip(entries, { isZip64: true }) },
  'a document': { name: 'a.ods', bytes: writeZip(document) },
  'a CSV file': { name: 'a.csv', bytes: Buffer.from('村名,姓名\r\n"东风村","张,三"\r\n\r\n红星村,"李""四"\n') },
  'a CSV file in UTF-16': { name: 'a.csv', bytes: Buffer.from('\uFEFF村名\t姓名\n"东风村"\t张三\n', 'utf16le') },
};

type Mutation = (bytes: Buffer) => Buffer;

const position = fc.nat(1_000_000);

const setBytes: fc.Arbitrary<Mutation> = fc
  .array(fc.tuple(position, fc.nat(255)), { minLength: 1, maxLength: 20 })
  .map((changes) => (bytes) => {
    const copy = Buffer.from(bytes);
    for (const [at, value] of changes) copy[at % copy.length] = value;
    return copy;
  });

const cut: fc.Arbitrary<Mutation> = position.map((at) => (bytes) => bytes.subarray(0, at % bytes.length));

const swap: fc.Arbitrary<Mutation> = fc
  .tuple(position, position, fc.integer({ min: 1, max: 64 }))
  .map(([from, to, size]) => (bytes) => {
    const copy = Buffer.from(bytes);
    const [a, b] = [from % copy.length, to % copy.length];
    copy.set(bytes.subarray(a, a + Math.min(size, copy.length - b)), b);
    copy.set(bytes.subarray(b, b + Math.min(size, copy.length - a)), a);
    return copy;
  });

const repeat: fc.Arbitrary<Mutation> = fc
  .tuple(position, fc.integer({ min: 1, max: 200 }))
  .map(([from, size]) => (bytes) => {
    const at = from % bytes.length;
    return Buffer.concat([bytes.subarray(0, at + size), bytes.subarray(at)]);
  });

/** Tags, marks and numbers put where they do not belong, which random bytes hardly ever are. */
const insert: fc.Arbitrary<Mutation> = fc
  .tuple(
    position,
    fc.constantFrom(
      '<c>',
      '</c>',
      '<row>',
      '</row>',
      '<v>',
      '</v>',
      '<f/>',
      '<is>',
      '<!--',
      '<![CDATA[',
      ']]>',
      '"',
      "'",
      '&',
      '&#x110000;',
      '_x0000_',
      '999999999',
      '-1',
      '\0',
      't="z"',
      '\r',
      ' ',
      '</text:p>',
      '<text:p>',
      '<text:s text:c="9999999"/>',
      '</table:table-cell>',
      '<table:covered-table-cell/>',
      '<table:table-row table:number-rows-repeated="9999999">',
      ' table:number-columns-repeated="99999"',
      ' table:number-rows-spanned="9999999"',
    ),
  )
  .map(([from, text]) => (bytes) => {
    const at = from % bytes.length;
    return Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at)]);
  });

const mutation = fc.oneof(setBytes, cut, swap, repeat, insert);

function applied(mutations: readonly Mutation[], bytes: Buffer): Buffer {
  return mutations.reduce<Buffer>((before, mutate) => mutate(before), bytes);
}

/** Reads a file to its end. A UsageError is an outcome; whatever else is thrown is a bug, and comes out of here. */
async function outcome(name: string, bytes: Buffer): Promise<'read' | 'refused'> {
  try {
    for (const sheet of await open(fileOf(name, bytes))) await readSheet(sheet);
    return 'read';
  } catch (error) {
    if (error instanceof UsageError) return 'refused';
    throw error;
  }
}

describe.each(Object.entries(seeds))('%s', (_, { name, bytes }) => {
  test('as it stands is read', async () => {
    expect(await outcome(name, bytes)).toBe('read');
  });

  test('damaged in any way is read or refused, and nothing else happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        expect(await outcome(name, applied(mutations, bytes))).toMatch(/read|refused/);
      }),
      { numRuns: 300 },
    );
  });
});

describe.each([
  ['a.xlsx', entries],
  ['a.ods', document],
])('the XML within %s', (file, parts) => {
  test.each(parts.map(({ name }) => name))('%s damaged is read or refused', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const damaged = parts.map((entry) =>
          entry.name === name ? { ...entry, contents: applied(mutations, Buffer.from(entry.contents)) } : entry,
        );
        expect(await outcome(file, writeZip(damaged))).toMatch(/read|refused/);
      }),
      { numRuns: 150 },
    );
  });
});

describe.each([
  ['Excel 97', xls([number(0, 0, 1), number(2, 3, 4)])],
  ['Excel 5', writeBiff5(936, Buffer.from('a'), [Buffer.from('b')])],
])('a workbook of %s damaged in any way', (_, bytes) => {
  const mutations = fc.array(mutation, { minLength: 1, maxLength: 3 });

  test('is recognised or refused', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (some) => {
        const kind = await recognise(fileOf('a.xls', applied(some, bytes)), defaultLimits);
        expect(typeof kind === 'string' || 'refused' in kind).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('is taken out of its container, down to its cells, or refused', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (some) => {
        const { source } = fileOf('a.xls', applied(some, bytes));
        const streams = await openCompound(source, defaultLimits);
        const stream = 'refused' in streams ? undefined : await workbookIn(streams)?.read();
        const cells = stream === undefined ? undefined : cellsOnly(stream);
        expect(cells === undefined || cells instanceof Uint8Array || 'refused' in cells).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('is read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (some) => {
        expect(await outcome('a.xls', applied(some, bytes))).toMatch(/read|refused/);
      }),
      { numRuns: 12 }, // each in a process of its own
    );
  });
});

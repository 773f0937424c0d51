import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UsageError } from '../../src/model/usage-error.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { recognise } from '../../src/parsers/recognition.ts';
import { writeBiff5 } from './biff5-writing.ts';
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

const seeds = {
  'a package, packed': { name: 'a.xlsx', bytes: writeZip(entries) },
  'a package, stored': { name: 'a.xlsx', bytes: writeZip(entries.map((entry) => ({ ...entry, isStored: true }))) },
  'a package in zip64': { name: 'a.xlsx', bytes: writeZip(entries, { isZip64: true }) },
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

describe('the XML within a package', () => {
  test.each(entries.map(({ name }) => name))('%s damaged is read or refused', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const damaged = entries.map((entry) =>
          entry.name === name ? { ...entry, contents: applied(mutations, Buffer.from(entry.contents)) } : entry,
        );
        expect(await outcome('a.xlsx', writeZip(damaged))).toMatch(/read|refused/);
      }),
      { numRuns: 150 },
    );
  });
});

test('a compound file damaged in any way is recognised or refused', async () => {
  const bytes = writeBiff5(936, Buffer.from('a'), [Buffer.from('b')]);
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
      const kind = await recognise(fileOf('a.xls', applied(mutations, bytes)), defaultLimits);
      expect(typeof kind === 'string' || 'refused' in kind).toBe(true);
    }),
    { numRuns: 500 },
  );
});

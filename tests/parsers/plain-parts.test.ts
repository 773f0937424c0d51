import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellsWanted, RawCell } from '../../src/model/sheet.ts';
import { UsageError } from '../../src/model/usage-error.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { refusalOf } from '../../src/parsers/refusal.ts';
import { plainCells } from '../../src/parsers/xlsx/plain-cells.ts';
import { plainStrings } from '../../src/parsers/xlsx/plain-strings.ts';
import { SharedStrings } from '../../src/parsers/xlsx/shared-strings.ts';
import { SheetScanner } from '../../src/parsers/xlsx/sheet-scanner.ts';
import { readersWithoutWebAssembly } from './without-webassembly.ts';
import { sheetXml, stringsXml } from './workbook-writing.ts';

const general = await readersWithoutWebAssembly();
const refuse = refusalOf('a.xlsx');
const strings = { textOf: (index: number) => (Number.isInteger(index) && index < 9 ? ['', '甲'][index] : undefined) };
const context = { strings, dateStyles: [false, true], date1904: false };

const wanted = { wholeTo: 2, columns: new Set([1, 3]), width: 6, mayBeBlank: (text: string) => text === '甲' };

interface Reading {
  readonly limits?: typeof defaultLimits;
  /** How many bytes come at once. */
  readonly step?: number | undefined;
  readonly wanted?: CellsWanted | undefined;
}

/** The rows of a sheet, or what it is refused with. */
function rowsOf(Scanner: typeof SheetScanner, bytes: Buffer, { limits = defaultLimits, step, wanted }: Reading = {}) {
  const scanner = new Scanner({ context, limits, refuse, wanted });
  return outcome(() => {
    const rows = pieces(bytes, step).flatMap((piece) => scanner.push(piece));
    scanner.end();
    return rows.map(({ cells, ...row }) => ({ ...row, cells: cells.map(comparable) }));
  });
}

/** A symbol is another one in modules that were loaded again. */
function comparable(cell: RawCell | undefined) {
  return typeof cell === 'symbol' ? String(cell) : cell;
}

function textsOf(Strings: typeof SharedStrings, bytes: Buffer, { limits = defaultLimits, step }: Reading = {}) {
  const reader = new Strings(limits, refuse);
  return outcome(() => {
    for (const piece of pieces(bytes, step)) reader.push(piece);
    reader.end();
    return Array.from({ length: reader.strings.size }, (_, index) => reader.strings.textOf(index));
  });
}

function outcome<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && error.name === UsageError.name) return error.message;
    throw error;
  }
}

function pieces(bytes: Buffer, step = bytes.length): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / step) }, (_, n) => bytes.subarray(n * step, (n + 1) * step));
}

const often = <T>(usual: fc.Arbitrary<T>, ...others: T[]) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...others) });

const value = often(
  fc.constantFrom('0', '1', '7', '45000', '0.125', '123456789012345', '12345678901234.5'),
  ...[
    '',
    '-7',
    '1.',
    '.5',
    '1.0',
    '.0',
    '01',
    '1.5.2',
    '1E-3',
    '1234567890123456',
    '甲&amp;乙',
    '&#65;',
    'x',
    '<![CDATA[1]]>',
    '_x0041_',
  ],
);
const attributes = often(
  fc.constantFrom('', ' s="1"', ' t="s"', ' s="0" t="s"', ' t="str"', ' t="n"', ' s="1" t="n"'),
  ...[' t="b"', ' t="e"', ' t="d"', ' t="inlineStr"', ' s="123456"', ' t="s" s="1"', ' cm="1"', ' t="zz"', " s='1'"],
);
const content = often(
  value.map((text) => `><v>${text}</v></c>`),
  ...['/>', '></c>', '><v/></c>', '><f>A1</f><v>1</v></c>', '><is><t>文</t></is></c>', '><v>1</v ></c>', ' />'],
);
const columns: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 9, arbitrary: fc.subarray(['A', 'B', 'C', 'D', 'E', 'F', 'AA']) },
  {
    weight: 1,
    arbitrary: fc.array(fc.constantFrom<string[]>('A', 'B', 'B', 'ZZ', 'XFD', 'XFE', 'ZZZ', 'ZZZZ', 'a', ''), {
      maxLength: 3,
    }),
  },
);
const rowAttributes = often(
  fc.constantFrom('', ' spans="1:6"', ' spans="1:6" ht="15.75" x14ac:dyDescent="0.25"'),
  ...[' hidden="1"', ' ht="1" hidden="true"', ' ', ' s="a>b"', " s='1'", ' s', ' height="1"'],
);
const row = fc.record({
  gap: often(fc.constant(1), 0, 2, 9, 95, 998, 9997, 1_048_570),
  rowAttributes,
  columns,
  others: fc.array(fc.record({ attributes, content, beyond: often(fc.constant(0), 0, 0, 1) }), {
    minLength: 7,
    maxLength: 7,
  }),
});

const sheet = fc.array(row, { maxLength: 6 }).map((rows) => {
  let number = 0;
  const written = rows.map(({ gap, rowAttributes, columns, others }) => {
    number += gap;
    const cells = columns.map((column, index) => {
      const { attributes = '', content = '/>', beyond = 0 } = others[index] ?? {};
      return `<c r="${column}${number + beyond}"${attributes}${content}`;
    });
    return `<row r="${number}"${rowAttributes}>${cells.join('')}</row>`;
  });
  return Buffer.from(sheetXml(written.join('')));
});

const text = often(
  fc.string({ unit: fc.constantFrom('a', '1', '甲', '𠮷', '_', 'x', ' ', '>'), maxLength: 40 }),
  ...['&amp;', '&#13;', '_x0041_', 'a\rb', '<![CDATA[a]]>', '&x;', '_x004', '文_x005F_x0041_'],
);
const item = text.chain((text) =>
  often(
    fc.constant(`<t>${text}</t>`),
    '',
    '<t/>',
    `<t xml:space="preserve">${text}</t>`,
    `<r><t>${text}</t></r><rPh><t>b</t></rPh>`,
  ),
);
const sharedStrings = fc.array(item, { maxLength: 12 }).map((items) => Buffer.from(stringsXml(items)));

/** Some bytes changed, put in or taken out. */
const damage = fc.array(
  fc.record({
    at: fc.nat(),
    length: fc.nat({ max: 2 }),
    bytes: fc.constantFrom('', '', '<', '>', '"', '/', ' ', '&', '0', 'A', '</', 'r="', '\xe4'),
  }),
  { maxLength: 2 },
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(bytes: Buffer, damages: Damage): Buffer {
  return damages.reduce((whole, { at, length, bytes }) => {
    const place = at % (whole.length + 1);
    return Buffer.concat([whole.subarray(0, place), Buffer.from(bytes, 'latin1'), whole.subarray(place + length)]);
  }, bytes);
}

const step = fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined });
const limits = fc.record({
  cells: fc.constantFrom(defaultLimits.cells, 0, 1, 5, 9),
  rows: fc.constantFrom(defaultLimits.rows, 2, 9),
  characters: fc.constantFrom(defaultLimits.characters, 8, 30),
  levels: fc.constantFrom(defaultLimits.levels, 3, 4),
});
const RUNS = { numRuns: 5_000 };

test('there are two ways to compare', () => {
  expect([plainCells(), plainStrings()]).not.toContain(undefined);
  expect([general.plainCells(), general.plainStrings()]).toEqual([undefined, undefined]);
});

describe('what is read by WebAssembly is read, or refused, as it is without', () => {
  test('sheets', () => {
    fc.assert(
      fc.property(
        sheet,
        damage,
        step,
        limits,
        fc.constantFrom(undefined, wanted),
        (bytes, damages, step, limits, wanted) => {
          const [whole, reading] = [damaged(bytes, damages), { step, wanted, limits: { ...defaultLimits, ...limits } }];
          expect(rowsOf(SheetScanner, whole, reading)).toEqual(rowsOf(general.SheetScanner, whole, reading));
        },
      ),
      RUNS,
    );
  });

  test('shared strings', () => {
    fc.assert(
      fc.property(sharedStrings, damage, step, limits, (bytes, damages, step, limits) => {
        const [whole, reading] = [damaged(bytes, damages), { step, limits: { ...defaultLimits, ...limits } }];
        expect(textsOf(SharedStrings, whole, reading)).toEqual(textsOf(general.SharedStrings, whole, reading));
      }),
      RUNS,
    );
  });

  // Of more bytes, and with more items, than are looked at in one go; and with a text that is longer than both.
  const large = { limits: { ...defaultLimits, characters: 1_000_000 } };
  const long = 'x'.repeat(600_000);

  test('a large sheet', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => {
      const number = index + 1;
      const formula = index % 97 === 0 ? `<c r="D${number}"><f>A1</f><v>${index}</v></c>` : '';
      const text = index === 9_000 ? `<c r="E${number}" t="str"><v>${long}</v></c>` : '';
      return `<row r="${number}" spans="1:6"><c r="A${number}"><v>${index}</v></c><c r="B${number}" s="1"/><c r="C${number}" t="s"><v>1</v></c>${formula}${text}</row>`;
    });
    const bytes = Buffer.from(sheetXml(rows.join('')));
    const read = rowsOf(SheetScanner, bytes, large);
    expect(read).toHaveLength(20_000);
    expect(read).toEqual(rowsOf(general.SheetScanner, bytes, large));
    expect(rowsOf(SheetScanner, bytes, { ...large, step: 300_000 })).toEqual(read);
  });

  test('many shared strings', () => {
    const items = Array.from({ length: 30_000 }, (_, index) => `<t>${index === 9_000 ? long : `文${index}`}</t>`);
    const bytes = Buffer.from(stringsXml(items));
    const read = textsOf(SharedStrings, bytes, large);
    expect(read).toHaveLength(30_000);
    expect(read).toEqual(textsOf(general.SharedStrings, bytes, large));
    expect(textsOf(SharedStrings, bytes, { ...large, step: 300_000 })).toEqual(read);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellsWanted, RowBatch } from '../../src/model/sheet.ts';
import { CsvBytes } from '../../src/parsers/csv/csv-bytes.ts';
import { CsvCount } from '../../src/parsers/csv/csv-count.ts';
import { CsvRows } from '../../src/parsers/csv/csv-rows.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { refusalOf } from '../../src/parsers/refusal.ts';
import { mayMeanNothing } from '../../src/records/empty-words.ts';

const countOf = (limits = defaultLimits) => new CsvCount(limits, refusalOf('a.csv'));

interface Reading {
  readonly step?: number;
  readonly cuts?: readonly number[];
  readonly wanted?: CellsWanted;
  readonly limits?: typeof defaultLimits;
}

/** The rows of some bytes that come in pieces, cut at some places. */
function byBytes(bytes: Buffer, { step, cuts = [], wanted, limits }: Reading = {}) {
  const reader = new CsvBytes(',', countOf(limits), wanted, step);
  const places = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
  const pieces = places.slice(1).map((place, i) => bytes.subarray(places[i], place));
  return joined([...pieces.flatMap((piece) => [...reader.push(piece)]), ...reader.end()]);
}

/** The same as all other encodings are read: decoded first. */
function byText(bytes: Buffer, limits = defaultLimits) {
  const reader = new CsvRows(',', countOf(limits));
  return joined([reader.push(new TextDecoder().decode(bytes)), reader.end()]);
}

/** Faults by row: which are told first depends on where the batches end. */
function joined(batches: readonly RowBatch[]) {
  const faults = batches.flatMap(({ faults }) => faults);
  return {
    rows: batches.flatMap(({ rows }) => rows),
    faults: faults.sort((a, b) => a.row - b.row || (a.code < b.code ? -1 : 1)),
  };
}

const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('a', '1', '甲', 'é', '😀', '是', '东风村', '\uFEFF', '\uFFFD', '\u{1}', '-', '+'),
  },
  { weight: 8, arbitrary: fc.constantFrom(',', ',', ',,', '\n', '\n', '\r\n', '\r', '\t') },
  { weight: 3, arbitrary: fc.constantFrom('"', '"a,b"', '","', '""', '"甲"', '"",', '",') },
);
const bytesOfText = fc.array(piece, { maxLength: 60 }).map((pieces) => Buffer.from(pieces.join('')));
const wildBytes = fc
  .array(
    fc.oneof(
      piece.map(Buffer.from as (text: string) => Buffer),
      fc.constantFrom(...[0xe4, 0x80, 0xff, 0xc3].map((byte) => Buffer.of(byte))),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => Buffer.concat(pieces));
const cuts = fc.array(fc.nat(120), { maxLength: 4 });
const step = fc.integer({ min: 3, max: 40 });

describe('CSV read by its bytes', () => {
  test('is what it is read as a text, wherever it is cut', () => {
    fc.assert(
      fc.property(bytesOfText, step, cuts, (bytes, step, cuts) => {
        expect(byBytes(bytes, { step, cuts })).toEqual(byText(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  test('is what it is read as a text where characters are broken', () => {
    fc.assert(
      fc.property(wildBytes, step, cuts, (bytes, step, cuts) => {
        expect(byBytes(bytes, { step, cuts })).toEqual(byText(bytes));
      }),
      { numRuns: 1000 },
    );
  });

  test('is within the same limits, wherever in a block a cell is too long', () => {
    const outcomeOf = (read: () => unknown) => {
      try {
        return read();
      } catch (error) {
        return String(error);
      }
    };
    fc.assert(
      fc.property(bytesOfText, step, fc.integer({ min: 1, max: 6 }), (bytes, step, characters) => {
        const limits = { ...defaultLimits, characters };
        expect(outcomeOf(() => byBytes(bytes, { step, limits }).rows)).toEqual(
          outcomeOf(() => byText(bytes, limits).rows),
        );
      }),
    );
  });

  test('gives the same cells where only some are wanted', () => {
    const wanted: CellsWanted = { wholeTo: 1, columns: new Set([1, 2]), width: 4, mayBeBlank: mayMeanNothing };
    const seen = (cells: readonly unknown[]) => [cells.slice(0, 3), cells.slice(4)].flat().map((cell) => cell ?? null);
    fc.assert(
      fc.property(bytesOfText, step, (bytes, step) => {
        const [some, all] = [byBytes(bytes, { step, wanted }), byBytes(bytes, { step })];
        expect(some.rows.map(({ number, cells }) => [number, seen(cells)])).toEqual(
          all.rows.map(({ number, cells }) => [number, seen(cells)]),
        );
      }),
    );
  });
});

describe('the texts of its columns', () => {
  /** Three columns: words that repeat, ids that do not, and so many dates that none are remembered any more. */
  const fieldsOf = (row: number) => [`${row % 7 < 3 ? '东风' : 'Red'}${row % 5}`, `W${row}甲`, `1990-${row % 3000}`];

  test.each([[['\n']], [['\r\n']], [['\n', '\r', '\r\n']]])('are right however many there are', (lineEnds) => {
    const endOf = (row: number) => lineEnds[row % lineEnds.length] ?? '';
    const lines = Array.from({ length: 50_000 }, (_, row) => fieldsOf(row).join(',') + endOf(row));
    const { rows } = byBytes(Buffer.from(lines.join('')));
    expect(rows.length).toBe(lines.length);
    expect(rows.filter(({ number, cells }) => cells.join() !== fieldsOf(number - 1).join())).toEqual([]);
  });

  test('tell apart what differs in one byte, in length, or in what is no text of the column', () => {
    const words = [
      'a',
      'b',
      'ab',
      'ba',
      'aab',
      'aaab',
      'aaaab',
      'aaaaab',
      '',
      'é',
      'è',
      '一',
      '丁',
      'a\0',
      'a\0\0',
      '\0',
    ];
    const long = ['x'.repeat(63), 'x'.repeat(64), 'x'.repeat(65), `${'x'.repeat(64)}y`];
    const lines = Array.from({ length: 20 }, () => [...words, ...long]).flat();
    const { rows } = byBytes(Buffer.from(lines.map((line) => `${line},1\n`).join('')));
    expect(rows.map(({ cells }) => cells[0] ?? '')).toEqual(lines);
  });
});

describe('lines with quotes', () => {
  const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
  const quotedIfNeedBe = (field: string) => (/[",\n]/.test(field) ? quoted(field) : field);
  const texts = ['甲', 'a,b', '说"好"', '', '一\n二', 'x'.repeat(300)];

  test.each([
    ['in every row', 1, quoted],
    ['where need be', 1, quotedIfNeedBe],
    ['where need be, now and then', 40, quotedIfNeedBe],
    ['in every row, now and then around odd texts', 40, quoted],
  ])('%s are what they are as text', (_, seldom, write) => {
    const lines = Array.from({ length: 6_000 }, (_, row) =>
      [`W${row}`, row % seldom === 0 ? (texts[(row / seldom) % texts.length] ?? '') : '甲', '末'].map(write).join(','),
    );
    const bytes = Buffer.from(`${lines.join('\n')}\n"",""\n\n`);
    expect(byBytes(bytes)).toEqual(byText(bytes));
  });

  test('are measured without their quotes', () => {
    const limits = { ...defaultLimits, characters: 3 };
    expect(() => byBytes(Buffer.from('"abc","甲乙丙"\n'), { limits })).not.toThrow();
    expect(() => byBytes(Buffer.from('"abcd"\n'), { limits })).toThrow('--limit characters');
  });
});

describe('words that share a hash', () => {
  /** Found by a search: all bits of their hashes are the same. */
  const pairs = ['78607048 74887417', '64327714 68587302', '59660487 55820030'].map((pair) => pair.split(' '));
  /** Found by a search: more words than are passed by, the hashes of which end in the same bits. */
  const crowd = [
    '21i 2c8 2t7 4jz 6ld 91n 9tk 9vw ajc at3 d2r e58 eb9 epo fwg g8f jc4 mcb n3b orz p5z vfb xmm yxy',
    'z0d z0y 10ci 11yu 12nz 12rf 12ug 1305 134g 13ht 13u4 184n 1dk2 1dlz 1dnm 1eb3 1eg6 1fg9 1fhx',
    '1j78 1nod 1sd9 1skj 1sv8 1tpp 1ujy 1uxx 1xf6 1xlw 1xom 20ln 26sm 27fj 27vu 2bop 2epw 2fbu 2fze',
    '2gs3 2i7a 2j5x 2msu 2mws 2nv0 2nzs 2ovp',
  ].flatMap((line) => line.split(' '));

  test('are told apart', () => {
    const lines = Array.from({ length: 4 }, () => pairs).flat(2);
    const { rows } = byBytes(Buffer.from(lines.map((line) => `${line},1\n`).join('')));
    expect(rows.map(({ cells }) => cells[0])).toEqual(lines);
  });

  test('are read as they stand, however many they are', () => {
    const lines = Array.from({ length: 4 }, () => crowd).flat();
    const { rows } = byBytes(Buffer.from(lines.map((line) => `${line},1\n`).join('')));
    expect(rows.map(({ cells }) => cells[0])).toEqual(lines);
  });
});

describe('a row of which some cells are wanted', () => {
  const wanted: CellsWanted = { wholeTo: 1, columns: new Set([1, 3]), width: 5, mayBeBlank: mayMeanNothing };
  const left = (line: string) => byBytes(Buffer.from(`a\n${line}\n`), { wanted }).rows.at(-1)?.cells;

  test.each([
    ['keeps what stands before the first of them', '7,东风村,,无', ['7', '东风村', undefined, '无']],
    ['loses what nobody looks at', '7,东风村,合计,无,8', ['7', '东风村', undefined, '无']],
    ['is whole if nothing stands at its front', ',,合计,,8', [null, null, '合计', null, '8']],
    ['is whole if what stands there may be blank', '/,  ,其中,村,8', ['/', '  ', '其中', '村', '8']],
    ['keeps what stands behind its head', '7,村,8,无,8,9', ['7', '村', undefined, '无', undefined, '9']],
    ['may end in a separator that its head lacks', '7,村,8,无,8,', ['7', '村', undefined, '无', undefined, null]],
    ['is whole if it is longer than that', '7,村,8,无,8,9,', ['7', '村', '8', '无', '8', '9', null]],
    ['is whole if it ends before them', '7', ['7']],
    ['may be quoted', '"7","东,风",村,"无"', ['7', '东,风', undefined, '无']],
    ['may be quoted where it is whole', '"","",合计,"","8,9"', [null, null, '合计', null, '8,9']],
    ['may have empty quotes at its end', '"7","村",无,""', ['7', '村', undefined, null]],
    ['is read as text where quotes stand in a text', '7,"说""好""",村,无', ['7', '说"好"', '村', '无']],
    ['is read as text where a quoted text goes over lines', '7,"东\n风",村,无', ['7', '东\n风', '村', '无']],
  ])('%s', (_, line, cells) => {
    expect(left(line)).toEqual(cells);
  });

  test('is whole at the head', () => {
    expect(byBytes(Buffer.from('7,村,8,无,8\n'), { wanted }).rows[0]?.cells).toEqual(['7', '村', '8', '无', '8']);
  });
});

describe('a line of more columns than any register has', () => {
  test.each([63, 64, 65, 200])('gives what is wanted of %i of them', (columns) => {
    const line = (row: number) => Array.from({ length: columns }, (_, column) => `${row}.${column}`);
    const text = [1, 2, 3].map((row) => `${line(row).join(',')}\n`).join('');
    for (const last of [62, 63, 64, 150]) {
      const wanted = { wholeTo: 1, columns: new Set([1, last]), width: columns, mayBeBlank: mayMeanNothing };
      const { rows } = byBytes(Buffer.from(text), { wanted });
      expect(rows.map(({ cells }) => [cells[0], cells[1], cells[last]])).toEqual(
        [1, 2, 3].map((row) => [0, 1, last].map((column) => line(row)[column])),
      );
    }
  });

  test('is read, and takes little more room than its texts', () => {
    const columns = 16_000;
    const lines = Array.from({ length: 3 }, () => 'a,'.repeat(columns - 1));
    const reader = new CsvBytes(',', countOf(), undefined);
    const before = process.memoryUsage().arrayBuffers;
    const { rows } = joined([...reader.push(Buffer.from(`${lines.join('\n')}\n`)), ...reader.end()]);
    // A table of words for each column would be 200 MB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
    expect(rows.map(({ cells }) => [cells.length, cells.at(-2), cells.at(-1)])).toEqual(
      lines.map(() => [columns, 'a', null]),
    );
  });
});

describe('limits of CSV read by its bytes, on both sides', () => {
  test.each([
    ['rows', { rows: 2 }, 'a\nb\n', 'a\nb\nc\n'],
    ['cells', { cells: 4 }, 'a,b\nc,d\n', 'a,b\nc,d,e\n'],
    ['characters', { characters: 3 }, 'abc,d\n甲乙丙,1\n', 'abcd,d\n'],
  ])('%s', (name, limit, within, beyond) => {
    const limits = { ...defaultLimits, ...limit };
    expect(() => byBytes(Buffer.from(within), { limits })).not.toThrow();
    expect(() => byBytes(Buffer.from(beyond), { limits })).toThrow(`--limit ${name}`);
  });

  test('a line without an end is refused before it fills the memory', () => {
    const line = Buffer.from('a,'.repeat(1_000_000));
    const reader = new CsvBytes(',', countOf(), undefined);
    expect(() => [1, 2, 3].map(() => [...reader.push(line)])).toThrow(/row 1 does not end/);
  });
});

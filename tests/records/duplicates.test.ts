import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecordIds } from '../../src/records/duplicates.ts';
import { KeptIds } from '../../src/records/kept-ids.ts';

const at = (row: number, sheet = 1) => ({ sheet, row });

describe('the ids already met', () => {
  test('the second of an id is told where the first is', () => {
    const ids = new RecordIds();
    expect(ids.of('births').firstOf('B1', 0, at(2))).toBeUndefined();
    expect(ids.of('births').firstOf('B1', 0, at(9, 3))).toEqual(at(2));
    expect(ids.of('births').firstOf('B1', 0, at(10))).toEqual(at(2));
  });

  test.each([
    ['in another register', 'women', 0, 'B1'],
    ['in another village', 'births', 1, 'B1'],
    ['in another case', 'births', 0, 'b1'],
    ['with more behind it', 'births', 0, 'B10'],
    ['with less', 'births', 0, 'B'],
    ['in other characters', 'births', 0, 'Ｂ1'],
  ])('an id %s is another', (_, register, area, id) => {
    const ids = new RecordIds();
    ids.of('births').firstOf('B1', 0, at(2));
    expect(ids.of(register).firstOf(id, area, at(3))).toBeUndefined();
  });

  test('a place is kept for any sheet and row that there can be', () => {
    const ids = new RecordIds();
    ids.of('births').firstOf('B1', 0, at(10_000_000, 2_000));
    expect(ids.of('births').firstOf('B1', 0, at(1))).toEqual(at(10_000_000, 2_000));
  });

  test('an id may be of any length, wide or not', () => {
    const ids = new RecordIds().of('births');
    const all = [1, 2, 3, 4, 5, 1_048_577, 600_001].flatMap((length) =>
      ['a', 'ÿ', '甲'].map((character) => character.repeat(length)),
    );
    for (const [row, id] of all.entries()) expect(ids.firstOf(id, 0, at(row))).toBeUndefined();
    for (const [row, id] of all.entries()) expect(ids.firstOf(id, 0, at(99))).toEqual(at(row));
    expect(ids.firstOf('a', 1, at(99))).toBeUndefined();
  });

  test.each<[string, (index: number, of: number) => number]>([
    ['ascending', (index) => index],
    ['ascending in each area', (index, of) => (index % 7) * of + Math.floor(index / 7)],
    ['ascending, and then without order', (index, of) => (index < 9_000 ? index : 9_000 + ((index * 700_001) % of))],
    ['descending', (index, of) => of - 1 - index],
    ['without order', (index, of) => (index * 700_001) % of], // prime to their number: each once
    ['ascending, but for every third', (index, of) => (index % 3 === 0 ? of - 3 - index : index)],
  ])('of hundreds of thousands, %s, none is lost and none is taken for another', (_, numberAt) => {
    const ids = new RecordIds().of('women');
    const all = Array.from({ length: 300_000 }, (_, index) => `W${String(numberAt(index, 300_000)).padStart(8, '0')}`);
    const areas = new Map(all.map((id, index) => [id, index % 7]));
    expect(areas.size).toBe(all.length);
    expect(all.filter((id, index) => ids.firstOf(id, areas.get(id) ?? 0, at(index)) !== undefined)).toEqual([]);
    const wrong = all.filter((id, index) => ids.firstOf(id, areas.get(id) ?? 0, at(0))?.row !== index);
    expect(wrong).toEqual([]);
  });

  test('ids whose differences cancel, whatever a hash begins with, have hashes of their own', () => {
    const ids = new KeptIds();
    // Numbers of four characters that differ in their upper bit, and the next ones in what mixing makes of it.
    const words = [
      ['AABC', 'ABBC'],
      ['\u00c1ABC', '\u00c1CBC'],
    ].map((pair) => pair.join(''));
    const hashes = Array.from({ length: 2 ** 13 }, (_, bits) => {
      ids.take(Array.from({ length: 13 }, (_, at) => words[(bits >> at) & 1]).join(''), 0);
      return ids.hash();
    });
    expect(new Set(hashes).size).toBeGreaterThan(hashes.length - 8);
  });

  test('they are what a map of them would tell', () => {
    const meeting = fc.record({
      register: fc.constantFrom('women', 'births', 'services'),
      area: fc.nat(3),
      id: fc.oneof(
        fc.constantFrom('a', 'b', 'ab', 'ba', '1', '甲', '甲乙', 'ÿ', 'ÿ甲', 'ÿÿ', ''),
        fc.string({ maxLength: 3 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(meeting, { maxLength: 60 }), (meetings) => {
        const [ids, map] = [new RecordIds(), new Map<string, number>()];
        for (const [row, { register, area, id }] of meetings.entries()) {
          const key = JSON.stringify([register, area, id]);
          expect(ids.of(register).firstOf(id, area, at(row))?.row).toBe(map.get(key));
          if (!map.has(key)) map.set(key, row);
        }
      }),
    );
  });
});

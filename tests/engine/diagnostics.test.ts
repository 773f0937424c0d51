import { describe, expect, test } from 'vitest';
import { Diagnostics, type Naming } from '../../src/engine/diagnostics.ts';
import type { Diagnostic, Place } from '../../src/model/diagnostic.ts';

const naming: Naming = {
  nameOf: () => ({ file: 'a.xlsx', sheet: '出生', column: '性别' }),
  decidedBy: () => [],
  showValues: false,
};

function at(place: Partial<Place>): Place {
  return { ledger: 0, sheet: 0, row: 2, column: 0, ...place };
}

function invalid(place: Partial<Place>, value?: string): Diagnostic {
  const data = { column: '性别', expected: { zh: '男、女', en: '男, 女' } };
  return { code: 'invalid-word', at: at(place), data, ...(value === undefined ? {} : { value }) };
}

function vague(place: Partial<Place>): Diagnostic {
  return { code: 'month-only', at: at(place), data: { column: '性别' } };
}

describe('diagnostics', () => {
  test('are all counted, though of each code only so many are kept', () => {
    const diagnostics = new Diagnostics(() => true, 3);
    for (let row = 1; row <= 5; row++) diagnostics.add(invalid({ row }));
    diagnostics.add(vague({}));
    expect(diagnostics.reports(naming).map(({ code }) => code)).toEqual([
      'invalid-word',
      'invalid-word',
      'month-only',
      'invalid-word',
    ]);
    expect(diagnostics.totals).toEqual({ 'invalid-word': 5, 'month-only': 1 });
    expect(diagnostics.bySeverity).toEqual({ error: 5, warning: 0, notice: 1 });
  });

  test('that do not concern the run are neither kept nor counted', () => {
    const diagnostics = new Diagnostics(({ code }) => code !== 'month-only');
    diagnostics.add(vague({}));
    expect([diagnostics.reports(naming), diagnostics.totals]).toEqual([[], {}]);
  });

  test('come in reading order: ledger, sheet, row, column, code; what has no place first', () => {
    const places: readonly Partial<Place>[] = [
      { ledger: null, sheet: null, row: null, column: null },
      { row: null, column: null },
      { row: 2, column: null },
      { row: 2, column: 0 },
      { row: 2, column: 1 },
      { row: 10, column: 0 },
      { sheet: 1, row: 1, column: 0 },
      { ledger: 1, row: 1, column: 0 },
    ];
    const diagnostics = new Diagnostics();
    for (const place of [...places].reverse()) {
      diagnostics.add(vague(place));
      diagnostics.add(invalid(place));
    }
    expect(diagnostics.kept.map((diagnostic) => diagnostic.at)).toEqual(
      places.flatMap((place) => [at(place), at(place)]),
    );
    expect(diagnostics.kept.slice(0, 2).map(({ code }) => code)).toEqual(['invalid-word', 'month-only']);
  });

  test.each([
    ['first', [vague({}), invalid({})]],
    ['last', [invalid({}), vague({})]],
  ])('of one cell come by code, though the later code was added %s', (_, added) => {
    const diagnostics = new Diagnostics();
    for (const diagnostic of added) diagnostics.add(diagnostic);
    expect(diagnostics.kept.map(({ code }) => code)).toEqual(['invalid-word', 'month-only']);
    expect(Object.keys(diagnostics.totals)).toEqual(['invalid-word', 'month-only']);
  });

  test('that the user has explained stand apart, in reading order', () => {
    const diagnostics = new Diagnostics(undefined, undefined, ({ code }) =>
      code === 'month-only' ? '属实' : undefined,
    );
    for (const diagnostic of [vague({ row: 3 }), invalid({}), vague({ row: 2 })]) diagnostics.add(diagnostic);
    expect(diagnostics.explained.map(({ at: { row } }) => row)).toEqual([2, 3]);
    expect(diagnostics.kept.map(({ code }) => code)).toEqual(['invalid-word']);
    expect(diagnostics.totals).toEqual({ 'invalid-word': 1 });
  });

  test('name the cell as a spreadsheet does, where there is one', () => {
    const diagnostics = new Diagnostics();
    diagnostics.add(invalid({ row: 17, column: 3 }));
    diagnostics.add(invalid({ row: 18, column: 27 }));
    diagnostics.add(invalid({ row: 19, column: null }));
    diagnostics.add(invalid({ row: null, column: 3 }));
    expect(diagnostics.reports(naming).map(({ cell, row }) => [cell, row])).toEqual([
      [null, null],
      ['D17', 17],
      ['AB18', 18],
      [null, 19],
    ]);
  });

  test('show what a cell holds only on request', () => {
    const diagnostics = new Diagnostics();
    diagnostics.add(invalid({}, '见附件'));
    diagnostics.add(invalid({ row: 3 }, ''));
    const [hidden] = diagnostics.reports(naming);
    expect(hidden?.messages).toEqual({ zh: hidden?.message, en: expect.not.stringContaining('见附件') });
    const shown = diagnostics.reports({ ...naming, showValues: true });
    expect(shown[0]?.messages.en).toContain('(the cell holds: 见附件)');
    expect(shown[1]?.messages.en).not.toContain('the cell holds');
  });
});

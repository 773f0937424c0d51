import type { Diagnostic } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import { columnLetters } from '../model/sheet.ts';
import type { Layout } from './layout.ts';
import { columnsOf, registers } from './registers.ts';
import { isRegister, placeIn, type RegisterPlan, type SheetPlan } from './sheet-plan.ts';

/** What there is to say of a sheet before its rows are read. */
export function notesOn(plan: SheetPlan): readonly Diagnostic[] {
  const { recognition, sheet } = plan;
  const at = placeIn(plan, null, null);
  switch (recognition.kind) {
    case 'unknown':
      return [{ code: 'ignored-sheet', at, data: { sheet: sheet.name } }];
    case 'ambiguous':
      return [
        {
          code: 'ambiguous-register',
          at,
          data: { registers: recognition.registers.map((name) => registers[name].title) },
        },
      ];
    case 'incomplete':
      return [
        {
          code: 'missing-column',
          at,
          data: { register: registers[recognition.register].title, columns: recognition.missing },
        },
      ];
    case 'register':
      return isRegister(plan) ? [...notesOnSheet(plan), ...notesOnColumns(plan)] : [];
  }
}

/** The standard header that an unmatched one may stand for, if one is near and not there already. */
export function suggestionFor(header: string, { register, columns }: Layout): string | null {
  const there = new Set(columns.map(({ key }) => key));
  const open = Object.entries(columnsOf(register)).filter(([key]) => !there.has(key));
  return (
    nearest(
      header,
      open.flatMap(([, column]) => [column.header, ...column.also]),
    ) ?? null
  );
}

/** How many of the matched columns are hidden. */
export function hiddenColumns({ sheet, recognition: { layout } }: RegisterPlan): number {
  return layout.columns.filter(({ index }) =>
    sheet.hiddenColumns.some(({ first, last }) => first <= index && index <= last),
  ).length;
}

function notesOnSheet(plan: RegisterPlan): readonly Diagnostic[] {
  const { sheet } = plan;
  const at = placeIn(plan, null, null);
  const hidden = hiddenColumns(plan);
  return [
    ...(sheet.hidden ? [{ code: 'hidden-part', at, data: { what: 'sheet', count: 1 } } as const] : []),
    ...(hidden > 0 ? [{ code: 'hidden-part', at, data: { what: 'columns', count: hidden } } as const] : []),
    // Only GB18030 is a guess: the others are told by a mark or proved by the whole text.
    ...(sheet.encoding === 'GB18030' ? [{ code: 'encoding', at, data: { encoding: sheet.encoding } } as const] : []),
  ];
}

function notesOnColumns(plan: RegisterPlan): readonly Diagnostic[] {
  const { layout } = plan.recognition;
  const at = (column: number) => placeIn(plan, layout.headerRow, column);
  return [
    ...layout.ignored.map(
      ({ header, index }): Diagnostic => ({
        code: 'ignored-column',
        at: at(index),
        data: { column: header, suggestion: suggestionFor(header, layout) },
      }),
    ),
    ...layout.repeated.map(
      ({ header, index, first }): Diagnostic => ({
        code: 'duplicate-header',
        at: at(index),
        data: { column: header, first: columnLetters(first) },
      }),
    ),
  ];
}

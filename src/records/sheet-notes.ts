import type { Diagnostic, Place } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import { columnLetters, type SheetFormat } from '../model/sheet.ts';
import type { Layout, RepeatedHeader } from './layout.ts';
import { normaliseWord } from './normalise.ts';
import type { Recognition } from './recognition.ts';
import { columnsOf, registers } from './registers.ts';
import { isRegister, placeIn, type RegisterPlan, type SheetPlan } from './sheet-plan.ts';

type RecognitionOf<K extends Recognition['kind']> = Extract<Recognition, { readonly kind: K }>;

/** What there is to say of a sheet before its rows are read. */
export function notesOn(plan: SheetPlan): readonly Diagnostic[] {
  const { recognition } = plan;
  switch (recognition.kind) {
    case 'unknown':
      return [ignoredSheet(plan, recognition.nearly), ...guessed(plan)];
    case 'ambiguous': {
      const titles = recognition.registers.map((name) => registers[name].title);
      return [{ code: 'ambiguous-register', at: placeIn(plan, null, null), data: { registers: titles } }];
    }
    case 'incomplete':
      return [missingColumns(plan, recognition), ...guessed(plan), ...notesOnColumns(plan, recognition.layout)];
    case 'register':
      return isRegister(plan) ? [...notesOnSheet(plan), ...notesOnColumns(plan, recognition.layout)] : [];
  }
}

/** What there is to say of a file by its name: its first sheet knows what it is. Text named for a workbook was refused. */
export function notesOnName(plan: SheetPlan, name: string): readonly Diagnostic[] {
  const ending = /\.[a-z]+$/.exec(name.toLowerCase())?.[0] ?? '';
  const { format } = plan.sheet;
  const isOther = Object.values(ENDINGS).flat().includes(ending) && !ENDINGS[format].includes(ending);
  if (!isOther) return [];
  return [{ code: 'misnamed-file', at: placeIn(plan, null, null), data: { ending, format: `.${format}` } }];
}

/** How files of each format are named. Other endings, or none, say nothing wrong. WPS names both kinds of Excel's .et. */
const ENDINGS: Readonly<Record<SheetFormat, readonly string[]>> = {
  csv: ['.csv', '.tsv', '.txt'],
  xlsx: ['.xlsx', '.xlsm', '.et'],
  xls: ['.xls', '.et'],
  ods: ['.ods'],
};

/** The standard header that an unmatched one may stand for, if one is near and not there already. */
export function suggestionFor(text: string, { register, columns }: Layout): string | null {
  const header = normaliseWord(text);
  if (PREGNANCIES.has(header)) return null;
  const there = new Set(columns.map(({ key }) => key));
  const open = Object.entries(columnsOf(register)).filter(([key]) => !there.has(key));
  // Of two characters one is half the word: 村庄 may be 村名, but 姓名 is none, unless nothing else could be it.
  const isLikely = (word: string, required: boolean) => header.length > 2 || required || word[0] === header[0];
  return nearest(
    header,
    open.flatMap(([, { header: word, also, required }]) => [word, ...also].filter((one) => isLikely(one, required))),
  );
}

const PREGNANCIES: ReadonlySet<string> = new Set(['胎次', '孕次']); // near 孩次, and another number

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
    ...guessed(plan),
  ];
}

/** Only GB18030 is a guess: the others are told by a mark or proved by the whole text. */
function guessed(plan: SheetPlan): readonly Diagnostic[] {
  const { encoding } = plan.sheet;
  return encoding === 'GB18030' ? [{ code: 'encoding', at: placeIn(plan, null, null), data: { encoding } }] : [];
}

function ignoredSheet(plan: SheetPlan, nearly: RecognitionOf<'unknown'>['nearly']): Diagnostic {
  const data = {
    sheet: plan.sheet.name,
    nearly: nearly && { register: registers[nearly.register].title, missing: nearly.missing },
    isRowless: plan.sheet.isRowless === true,
  };
  return { code: 'ignored-sheet', at: placeIn(plan, null, null), data };
}

function missingColumns(plan: SheetPlan, { register, missing, layout }: RecognitionOf<'incomplete'>): Diagnostic {
  const data = { register: registers[register].title, columns: missing, hasHeader: layout !== null };
  return { code: 'missing-column', at: placeIn(plan, layout?.headerRow ?? null, null), data };
}

/** Says of a column that it has the header of another one, which is read. */
export function repeatedHeader(at: Place, { header, first }: RepeatedHeader): Diagnostic {
  return { code: 'duplicate-header', at, data: { column: header, first: columnLetters(first) } };
}

function notesOnColumns(plan: SheetPlan, layout: Layout | null): readonly Diagnostic[] {
  if (layout === null) return [];
  const at = (column: number) => placeIn(plan, layout.headerRow, column);
  return [
    ...layout.ignored.map(
      ({ header, index }): Diagnostic => ({
        code: 'ignored-column',
        at: at(index),
        data: { column: header, suggestion: suggestionFor(header, layout) },
      }),
    ),
    ...layout.repeated.map((repeated) => repeatedHeader(at(repeated.index), repeated)),
  ];
}

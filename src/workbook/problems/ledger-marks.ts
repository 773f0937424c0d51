import { grouped } from '../../model/grouped.ts';
import { type CellRange, columnLetters } from '../../model/sheet.ts';
import type { Language } from '../../model/words.ts';
import type { Tone } from '../package/look.ts';
import { placeOf } from '../pages/sheet-name.ts';
import type { Finding, FindingsColumn, Note, SheetMarks } from '../register/sheet-marks.ts';
import { type Problem, worstTone } from './problem.ts';
import { headed, toneWords } from './problem-words.ts';
import { problemRow } from './problems-page.ts';
import { type CellAt, shownCells } from './shown-cells.ts';

/** Where the column of findings of a sheet goes. */
export interface FindingsPlace {
  readonly index: number;
  readonly headerRow: number;
  readonly lastRow: number;
  /** True where an earlier run has put one there. */
  readonly isFormer: boolean;
  readonly header: string;
}

export interface MarksContext {
  readonly language: Language;
  /** The name of the sheet that lists the problems. */
  readonly problemsSheet: string;
  /** The places of the columns of findings, by the number of the sheet; only registers have one. */
  readonly places: ReadonlyMap<number, FindingsPlace>;
  /** The merged ranges of each sheet, by its number. */
  readonly merges: ReadonlyMap<number, readonly CellRange[]>;
}

/** The marks of every sheet of a ledger that has any, by its number. */
export function ledgerMarks(problems: readonly Problem[], context: MarksContext): ReadonlyMap<number, SheetMarks> {
  const numbers = new Set([
    ...context.places.keys(),
    ...problems.flatMap(({ at }) => (at.sheet === null ? [] : [at.sheet])),
  ]);
  const numbered = problems.map((problem, index) => ({ problem, index }));
  return new Map(
    [...numbers]
      .sort((a, b) => a - b)
      .map((sheet): [number, SheetMarks] => {
        const own = numbered.filter(({ problem }) => problem.at.sheet === sheet);
        const place = context.places.get(sheet);
        const told = cellsOf(own, context.merges.get(sheet) ?? []);
        return [
          sheet,
          {
            tones: tonesOf(told),
            notes: notesOf(told, context.language),
            findings: place === undefined ? null : findingsOf(own, place, context),
            formerColumn: place?.isFormer === true ? place.index : null,
          },
        ];
      })
      .filter(([, { tones, findings, formerColumn }]) => tones.size > 0 || findings !== null || formerColumn !== null),
  );
}

interface Numbered {
  readonly problem: Problem;
  /** Its number in the list of problems, from 0. */
  readonly index: number;
}

/** A problem with the cell that shows it. */
interface CellProblem {
  readonly problem: Problem;
  readonly at: CellAt;
}

function cellsOf(own: readonly Numbered[], merges: readonly CellRange[]): readonly CellProblem[] {
  const placed = own.flatMap(({ problem }) => {
    const { row, column } = problem.at;
    return row === null || column === null ? [] : [{ problem, at: { row, column } }];
  });
  const shown = shownCells(
    placed.map(({ at }) => at),
    merges,
  );
  return placed.map(({ problem, at }) => ({ problem, at: shown(at) }));
}

function tonesOf(own: readonly CellProblem[]): SheetMarks['tones'] {
  const tones = new Map<number, Map<number, Tone>>();
  for (const { problem, at } of own) {
    const { row, column } = at;
    const cells = tones.get(row) ?? new Map<number, Tone>();
    tones.set(row, cells);
    const other = cells.get(column);
    cells.set(column, other === undefined ? problem.tone : worstTone([other, problem.tone]));
  }
  return tones;
}

function notesOf(own: readonly CellProblem[], language: Language): readonly Note[] {
  const notes = new Map<string, Note>();
  for (const { problem, at } of own) {
    const { row, column } = at;
    const key = columnLetters(column) + row;
    const said = headed(toneWords[problem.tone], problem.report.messages)[language];
    const mend = headed({ zh: '改法', en: 'Mend' }, problem.mend)[language];
    notes.set(key, { row, column, paragraphs: [...(notes.get(key)?.paragraphs ?? []), said, mend] });
  }
  return [...notes.values()];
}

/** What the column beside the register says: of every row all its messages, worst first. */
function findingsOf(
  own: readonly Numbered[],
  { index, header, headerRow, lastRow }: FindingsPlace,
  { language, problemsSheet }: MarksContext,
): FindingsColumn {
  const rowOf = ({ problem }: Numbered) => problem.at.row ?? 0;
  const cells = new Map<number, Finding>();
  for (const [row, found] of grouped(
    own.filter((numbered) => rowOf(numbered) > headerRow),
    rowOf,
  )) {
    const [first] = found;
    const text = found
      .map(({ problem }) => headed(toneWords[problem.tone], problem.report.messages)[language])
      .join(' ');
    cells.set(row, {
      text,
      target: placeOf(problemsSheet, `A${problemRow(first.index)}`),
    });
  }
  const last = [...cells.keys()].reduce((most, row) => Math.max(most, row), lastRow);
  return { index, header, headerRow, lastRow: last, cells };
}

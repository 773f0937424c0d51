import type { CellFormulaValue, CellValue } from 'exceljs';
import type { Unit } from '../../model/report.ts';
import { columnLetters } from '../../model/sheet.ts';
import { PER } from '../../model/unit.ts';
import type { Words } from '../../model/words.ts';
import { statusWords } from '../../reporters/labels.ts';
import { type Amount, type Change, factors } from '../difference.ts';
import { factorHeads } from '../wording.ts';

const KINDS: readonly (readonly ['numerator' | 'denominator' | 'value', Words])[] = [
  ['numerator', { zh: '分子', en: 'Numerator' }],
  ['denominator', { zh: '分母', en: 'Denominator' }],
  ['value', { zh: '数值', en: 'Value' }],
];

/** The heads of the columns that `changeCells` fills. */
export const changeHeads: readonly Words[] = [
  ...(['此前', '现在', '变化'] as const).flatMap((zh, index) =>
    KINDS.map(([, kind]) => joined({ zh, en: ['Before', 'After', 'Change'][index] ?? '' }, kind)),
  ),
  ...KINDS.flatMap(([, kind]) => [
    ...factors.map((factor) => joined(kind, factorHeads[factor])),
    joined(kind, { zh: '合计', en: 'Sum' }),
  ]),
  { zh: '此前结论', en: 'Status before' },
  { zh: '现在结论', en: 'Status after' },
];

/** Which of these columns hold values, or parts of one. */
export const valueColumns: readonly number[] = [
  2,
  5,
  8,
  ...factors.map((_, index) => valueParts() + index),
  valueParts() + factors.length,
];

/** Where the cells of a change stand. */
export interface Spot {
  readonly row: number;
  /** The number of the first column, from 0. */
  readonly column: number;
  readonly unit: Unit;
  readonly language: 'zh' | 'en';
}

/** The cells of a change: counts as they are, and what is derived from them as formulas over them. */
export function changeCells(change: Change, { row, column, unit, language }: Spot): readonly CellValue[] {
  const at = (offset: number) => columnLetters(column + offset) + row;
  const { before, after } = change;
  const values = [
    ...sideCells(before, unit, at(0), at(1)),
    ...sideCells(after, unit, at(3), at(4)),
    ...KINDS.map(([kind], index) => lessCell(change.change[kind], at(3 + index), at(index))),
  ];
  const parts = KINDS.flatMap(([kind], index) => {
    const first = firstPart(index);
    const cells = factors.map((factor): CellValue => numberCell(change.parts[factor][kind]));
    const isSplit = change.parts.entered[kind] !== null;
    const sum = formula(`SUM(${at(first)}:${at(first + factors.length - 1)})`, change.change[kind]?.number ?? 0);
    return [...cells, isSplit ? sum : null];
  });
  return [...values, ...parts, statusWords[before.status][language], statusWords[after.status][language]];
}

/** The column in which the parts of one kind begin. */
function firstPart(kind: number): number {
  return KINDS.length * 3 + kind * (factors.length + 1);
}

function valueParts(): number {
  return firstPart(KINDS.findIndex(([kind]) => kind === 'value'));
}

function sideCells(side: Change['before'], unit: Unit, above: string, below: string): readonly CellValue[] {
  const quotient = side.denominator === null ? `${above}` : `IF(${below}=0,"",${above}/${below}*${PER[unit]})`;
  const value = side.numerator === null ? null : formula(quotient, side.value?.number ?? '');
  return [numberCell(side.numerator), numberCell(side.denominator), value];
}

function lessCell(change: Amount | null, after: string, before: string): CellValue {
  return change === null ? null : formula(`${after}-${before}`, change.number);
}

function numberCell(amount: Amount | null): CellValue {
  return amount?.number ?? null;
}

function formula(text: string, result: number | string): CellFormulaValue {
  return { formula: text, result, date1904: false };
}

function joined(first: Words, second: Words): Words {
  return { zh: `${first.zh}·${second.zh}`, en: `${first.en}, ${second.en.toLowerCase()}` };
}

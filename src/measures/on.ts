import { calendarDate, type Day, type DayRange } from '../model/day.ts';
import type { Words } from '../model/words.ts';
import { type Cell, EMPTY, isKnown } from '../records/cell.ts';
import { type CodeListName, codeWords } from '../records/code-lists.ts';
import type { Column, ColumnKind } from '../records/column.ts';
import type { RegisterRecord } from '../records/record.ts';
import { columnsOf, type Fields, positionOf, type RegisterName, type registers } from '../records/registers.ts';
import { birthdaysOf, isWithin } from './age.ts';
import type { Condition, Moment, Truth } from './condition.ts';

type Columns<K extends RegisterName> = (typeof registers)[K]['columns'];

/** The fields of a register whose column is of one of some kinds: the compiler refuses all others. */
export type FieldOf<K extends RegisterName, T extends ColumnKind> = {
  [F in keyof Columns<K> & string]: Columns<K>[F] extends Column<infer Kind> ? (Kind extends T ? F : never) : never;
}[keyof Columns<K> & string];

/** The codes that a field can hold. */
export type CodeIn<K extends RegisterName, F> = F extends keyof Fields<K> ? Extract<Fields<K>[F], string> : never;

/** The conditions that can be put on the records of one register. Each reads no more than the columns it names. */
export function on<const K extends RegisterName>(register: K) {
  const columns = columnsOf(register);
  return {
    /** Every record. */
    any: condition(register, [], { zh: '全部记录', en: 'all records' }, () => true),
    is: <F extends FieldOf<K, CodeListName>>(field: F, ...codes: readonly CodeIn<K, F>[]) =>
      codeIs(register, field, codes, true),
    isNot: <F extends FieldOf<K, CodeListName>>(field: F, ...codes: readonly CodeIn<K, F>[]) =>
      codeIs(register, field, codes, false),
    /** The cell is not empty: the question was asked. An answer that is not known is an answer. */
    answered: (field: FieldOf<K, CodeListName>) => {
      const cellIn = cellReader(register, field);
      return condition(
        register,
        [field],
        phrase(columns, field, '已填', 'is answered'),
        (record) => cellIn(record) !== EMPTY,
      );
    },
    /** The day lies in the measure's window. */
    within: (field: FieldOf<K, 'date'>) => within(register, field),
    /** The day lies on or before the end of the period. */
    doneByEnd: (field: FieldOf<K, 'date'>) =>
      dateTest(
        register,
        [field],
        phrase(columns, field, '不晚于期末', 'is not after the end of the period'),
        (done, _, { end }) => isBefore(done, { first: end, last: end }),
      ),
    notAfter: (earlier: FieldOf<K, 'date'>, later: FieldOf<K, 'date'>) =>
      dateTest(
        register,
        [earlier, later],
        phrase(columns, earlier, `不晚于${header(columns, later)}`, `is not after ${plain(later)}`),
        isBefore,
      ),
    aged: (field: FieldOf<K, 'date'>, years: readonly [number, number]) => aged(register, field, years),
    atLeast: (field: FieldOf<K, 'parity' | 'int'>, least: number) =>
      numberTest(
        register,
        [field],
        phrase(columns, field, `≥ ${least}`, `is at least ${least}`),
        ([value]) => value >= least,
      ),
    /** One amount reaches the other. */
    reaches: (field: FieldOf<K, 'money' | 'int'>, other: FieldOf<K, 'money' | 'int'>) =>
      numberTest(
        register,
        [field, other],
        phrase(columns, field, `≥ ${header(columns, other)}`, `reaches ${plain(other)}`),
        ([value, goal]) => value >= goal,
      ),
    exceeds: (field: FieldOf<K, 'money' | 'int'>, other: FieldOf<K, 'money' | 'int'>) =>
      numberTest(
        register,
        [field, other],
        phrase(columns, field, `> ${header(columns, other)}`, `exceeds ${plain(other)}`),
        ([value, goal]) => value > goal,
      ),
    /** A year is the calendar year of the end of the period, whenever the counting year begins. */
    inYearOfEnd: (field: FieldOf<K, 'int'>) => inYearOfEnd(register, field),
  };
}

function condition<K extends RegisterName>(
  register: K,
  reads: readonly string[],
  words: Words,
  test: Condition<K>['test'],
): Condition<K> {
  return { register, reads, words, parts: [], test };
}

function codeIs<K extends RegisterName>(
  register: K,
  field: string,
  codes: readonly string[],
  wanted: boolean,
): Condition<K> {
  const column = columnsOf(register)[field];
  const list = column?.kind as CodeListName; // FieldOf admits code columns alone
  const spoken = codes.map((code) => codeWords(list, code));
  const sign = wanted
    ? { zh: spoken.length > 1 ? '属于' : '= ', en: spoken.length > 1 ? 'is one of' : 'is' }
    : { zh: '≠ ', en: 'is not' };
  const words = phrase(
    columnsOf(register),
    field,
    `${sign.zh}${spoken.map(({ zh }) => zh).join('、')}`,
    `${sign.en} ${spoken.map(({ en }) => en).join(', ')}`,
  );
  const ofEmpty: Truth = column?.empty === 'no' ? codes.includes('no') === wanted : null;
  const cellIn = cellReader(register, field);
  return condition(register, [field], words, (record) => {
    const cell = cellIn(record);
    if (typeof cell === 'string') return codes.includes(cell) === wanted;
    return cell === EMPTY ? ofEmpty : null;
  });
}

function within<K extends RegisterName>(register: K, field: string): Condition<K> {
  const words = phrase(columnsOf(register), field, '在窗口内', 'is in the window');
  return dateTest(register, [field], words, (date, _, { window }) => {
    if (window === null) throw new Error(`A measure by ${register}.${field} needs a window.`);
    return date === null ? null : isWithin(date, window);
  });
}

function aged<K extends RegisterName>(register: K, field: string, years: readonly [number, number]): Condition<K> {
  const words = { zh: `期末年龄 ${years.join('–')} 岁`, en: `aged ${years.join('–')} at the end of the period` };
  // Of the last two ends asked for: a check has one, and a comparison asks for two of them by turns.
  let births: { readonly end: Day; readonly days: DayRange } | undefined;
  let others: typeof births;
  return dateTest(register, [field], words, (birth, _, { end }) => {
    if (births?.end !== end)
      [births, others] = [others?.end === end ? others : { end, days: birthdaysOf(years, end) }, births];
    return birth === null ? null : isWithin(birth, births.days);
  });
}

type DateTest = (date: DayRange | null, other: DayRange | null, at: Moment) => Truth;

/** A test of days. A day that has not come yet, where the register leaves the cell empty, fails every test. */
function dateTest<K extends RegisterName>(
  register: K,
  reads: readonly string[],
  words: Words,
  test: DateTest,
): Condition<K> {
  const [first = '', second] = reads;
  const neverWhenEmpty = columnsOf(register)[first]?.empty === 'never';
  const firstIn = cellReader(register, first);
  const secondIn = second === undefined ? () => EMPTY : cellReader(register, second);
  return condition(register, reads, words, (record, at) => {
    const cell = firstIn(record);
    if (cell === EMPTY && neverWhenEmpty) return false;
    return test(dateOf(cell), dateOf(secondIn(record)), at);
  });
}

/** Whether a day is on or before another: unknown where it depends on the days that a vague date covers. */
function isBefore(earlier: DayRange | null, later: DayRange | null): Truth {
  if (earlier === null || later === null) return null;
  if (earlier.last <= later.first) return true;
  return earlier.first > later.last ? false : null;
}

function numberTest<K extends RegisterName>(
  register: K,
  reads: readonly string[],
  words: Words,
  test: (values: readonly [number, number]) => boolean,
): Condition<K> {
  const [first = '', second = first] = reads;
  const [firstIn, secondIn] = [cellReader(register, first), cellReader(register, second)];
  return condition(register, reads, words, (record) => {
    const [value, other] = [firstIn(record), secondIn(record)];
    return typeof value === 'number' && typeof other === 'number' ? test([value, other]) : null;
  });
}

function inYearOfEnd<K extends RegisterName>(register: K, field: string): Condition<K> {
  const words = phrase(columnsOf(register), field, '是期末所在年', 'is the year of the end of the period');
  const cellIn = cellReader(register, field);
  return condition(register, [field], words, (record, { end }) => {
    const year = cellIn(record);
    return typeof year === 'number' ? year === calendarDate(end).year : null;
  });
}

/** Reads the cell of a field known by name only. A column that the ledger lacks leaves every cell empty. */
function cellReader(register: RegisterName, field: string): (record: RegisterRecord) => Cell<unknown> {
  const position = positionOf(register, field);
  return ({ cells }) => cells[position] ?? EMPTY;
}

function dateOf(cell: Cell<unknown>): DayRange | null {
  return isKnown(cell) ? (cell as DayRange) : null; // FieldOf admits date columns alone
}

function phrase(columns: Readonly<Record<string, Column>>, field: string, zh: string, en: string): Words {
  const gap = /^\p{Script=Han}/u.test(zh) ? '' : ' '; // Chinese words need none between them
  return { zh: `${header(columns, field)}${gap}${zh}`, en: `${plain(field)} ${en}` };
}

function header(columns: Readonly<Record<string, Column>>, field: string): string {
  return columns[field]?.header ?? field;
}

function plain(field: string): string {
  return field.replaceAll('_', ' ');
}

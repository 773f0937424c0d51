import type { ListedMeasure } from '../indicators/catalogue.ts';
import type { Side } from '../measures/reads.ts';
import type { Words } from '../model/words.ts';
import type { Column } from '../records/column.ts';
import { columnsOf, type RegisterName, registers } from '../records/registers.ts';
import { registersRead } from './registers-read.ts';

/** What counts as unknown in a measure, and what that does to its value: built from the columns that it reads. */
export function unknownWords(measure: ListedMeasure): readonly Words[] {
  const sides = registersRead(measure);
  return [
    ...sides.flatMap(ofSide),
    ...(sides.some(readsDate) ? [VAGUE_DATE] : []),
    ...personWords(measure),
    ...totalWords(measure),
    ...contradictionWords(measure),
    measure.type === 'sum' ? LEFT_OUT : RANGE,
  ];
}

/** Columns of one register, named as its header names them and as its key does. */
export function columnList(register: RegisterName, keys: readonly string[]): Words {
  const headers = keys.map((key) => `“${columnsOf(register)[key]?.header ?? key}”`);
  return { zh: `“${registers[register].title.zh}”的${headers.join('')}`, en: `${keys.join(', ')} of ${register}` };
}

const emptyCells: Readonly<Record<Column['empty'], (columns: Words) => Words>> = {
  unknown: ({ zh, en }) => ({
    zh: `${zh}：空着、读不成或写“不详”的，按不详计`,
    en: `${en}: an empty or unreadable cell, or the word 不详, is unknown`,
  }),
  never: ({ zh, en }) => ({
    zh: `${zh}：空着表示还没有做，不是不详；读不成或写“不详”的，按不详计`,
    en: `${en}: an empty cell says "not done yet" and is not unknown; an unreadable one, or 不详, is`,
  }),
  'not-asked': ({ zh, en }) => ({
    zh: `${zh}：空着表示没有问到，不在分母里；读不成或写“不详”的，按不详计`,
    en: `${en}: an empty cell says "not asked" and is outside the measure; an unreadable one, or 不详, is unknown`,
  }),
  no: ({ zh, en }) => ({
    zh: `${zh}：空着表示没有，不是不详；读不成或写“不详”的，按不详计`,
    en: `${en}: an empty cell says "no" and is not unknown; an unreadable one, or 不详, is`,
  }),
};

const VAGUE_DATE: Words = {
  zh: '只写到月或年的日期：其中每一天结论都相同才算清楚，否则按不详计',
  en: 'a date known only to the month or year is unknown unless each of its days leads to the same answer',
};
const LEFT_OUT: Words = {
  zh: '有一处不详的记录整条不计，只要有这样的记录，结论就是“无法判定”',
  en: 'a record with anything unknown is left out, and any such record leaves the measure undetermined',
};
const RANGE: Words = {
  zh: '有不详时，给出数值可能的最低到最高；两头的结论相同才下结论，否则“无法判定”',
  en: 'with anything unknown the value is a range from the lowest to the highest possible; unless all of it leads to one verdict, the measure is undetermined',
};

function ofSide({ register, reads }: Side): readonly Words[] {
  const columns = columnsOf(register);
  return (['unknown', 'never', 'not-asked', 'no'] as const).flatMap((empty) => {
    const keys = reads.filter((key) => columns[key]?.empty === empty);
    return keys.length === 0 ? [] : [emptyCells[empty](columnList(register, keys))];
  });
}

function readsDate({ register, reads }: Side): boolean {
  return reads.some((key) => columnsOf(register)[key]?.kind === 'date');
}

function personWords(measure: ListedMeasure): readonly Words[] {
  if (measure.type !== 'proportion' || measure.per === null) return [];
  const { zh, en } = columnList(measure.among.register, [measure.per]);
  return [
    {
      zh: `${zh}：同一村编号相同的记录是一个人；没有编号的，一条记录算一人`,
      en: `${en}: records of one village with the same id are one person; one without an id is a person of its own`,
    },
  ];
}

function totalWords(measure: ListedMeasure): readonly Words[] {
  if (measure.type !== 'ratio' || !('total' in measure.to)) return [];
  const { zh, en } = columnList('villages', [measure.to.total]);
  return [
    {
      zh: `没有填${zh}的村，分子分母都不计，只作可能数`,
      en: `a village without ${en} is left out of both sides; its records can only count as possible`,
    },
  ];
}

function contradictionWords(measure: ListedMeasure): readonly Words[] {
  if (measure.type !== 'sum' || measure.except === null) return [];
  const { zh, en } = measure.except.words;
  return [
    {
      zh: `${zh}的记录自相矛盾，整条不计，按不详计`,
      en: `a record where ${en} contradicts itself: it is left out, and counts as unknown`,
    },
  ];
}

import { between, type Words } from '../../model/words.ts';
import { sheetText } from '../../reporters/places.ts';
import type { Difference } from '../difference.ts';
import type { RecordGroup } from '../record-difference.ts';
import { areaNamer, placesText } from './place-text.ts';
import { type Cell, left, right, type TopicMaker } from './topic.ts';

/** Late reports, and what was done to records of closed months: what a statistician must ask about. */
export const closedTopic: TopicMaker = (difference, { isVerbose }) => {
  const { closed } = difference;
  const areaText = areaNamer(difference);
  const kinds = [
    [{ zh: '补报', en: 'late' }, closed.late],
    [{ zh: '修改', en: 'edited' }, closed.edited],
    [{ zh: '消失', en: 'vanished' }, closed.vanished],
  ] as const;
  return {
    title: {
      zh: `已结账月份（到 ${closed.until} 为止）的记录`,
      en: `Records of months that were closed (up to ${closed.until})`,
    },
    columns: [
      left('', ''),
      left('登记册', 'Register'),
      left('月份', 'Month'),
      left('村', 'Village'),
      right('条数', 'Records'),
      left('位置', 'Where'),
    ],
    rows: kinds.flatMap(([kind, groups]) =>
      groups.map((group): readonly Cell[] => [
        kind,
        group.registers,
        group.month,
        areaText(group.area),
        group.count,
        placesText(group, isVerbose ? group.addresses.length : undefined),
      ]),
    ),
    remarks: [],
  };
};

/** How many records came, left and were edited, register by register; with villages and places where all is told. */
export const recordsTopic: TopicMaker = (difference, { isVerbose }) => {
  const { records } = difference;
  if (isVerbose) return villageRecords(difference);
  const registers = [
    ...new Set([...records.entered, ...records.left, ...records.edited].map(({ register }) => register)),
  ];
  const sum = (groups: readonly RecordGroup[], register: string) =>
    groups.filter((group) => group.register === register).reduce((total, { count }) => total + count, 0);
  const words = new Map(
    [...records.entered, ...records.left, ...records.edited].map((group) => [group.register, group.registers]),
  );
  return {
    title: TITLE,
    columns: [
      left('登记册', 'Register'),
      right('新增', 'Entered'),
      right('消失', 'Left'),
      right('修改', 'Edited'),
      left('修改的列', 'Columns edited'),
    ],
    rows: registers.map((register) => [
      words.get(register) ?? register,
      sum(records.entered, register),
      sum(records.left, register),
      sum(records.edited, register),
      columnsText(records, register),
    ]),
    remarks: [],
  };
};

const TITLE = { zh: '记录的变化', en: 'Records' };

function villageRecords(difference: Difference) {
  const { records } = difference;
  const areaText = areaNamer(difference);
  const kinds = [
    [{ zh: '新增', en: 'entered' }, records.entered],
    [{ zh: '消失', en: 'left' }, records.left],
    [{ zh: '修改', en: 'edited' }, records.edited],
  ] as const;
  return {
    title: TITLE,
    columns: [
      left('', ''),
      left('登记册', 'Register'),
      left('村', 'Village'),
      right('条数', 'Records'),
      left('位置', 'Where'),
    ],
    rows: kinds.flatMap(([kind, groups]) =>
      groups.map((group): readonly Cell[] => [
        kind,
        group.registers,
        areaText(group.area),
        group.count,
        placesText(group),
      ]),
    ),
    remarks: [],
  };
}

function columnsText({ edited }: Difference['records'], register: string): Words {
  const counts = new Map<string, number>();
  for (const group of edited) {
    if (group.register !== register) continue;
    for (const { column, count } of group.columns) counts.set(column, (counts.get(column) ?? 0) + count);
  }
  const listed = [...counts].map(([column, count]) => `${column} ${count}`);
  return { zh: listed.join(between.zh), en: listed.join(between.en) };
}

/** Every record that was edited, column by column; with values where the user asked for them. */
export const editsTopic: TopicMaker = (difference) => {
  const { records, showsValues } = difference;
  const areaText = areaNamer(difference);
  const values = showsValues ? [left('此前', 'Before'), left('现在', 'After')] : [];
  const rows = records.edited.flatMap((group) =>
    group.edits.flatMap(({ after, columns }) =>
      columns.map((column): readonly Cell[] => [
        group.registers,
        areaText(group.area),
        sheetText(after),
        after.row,
        column.column,
        ...(showsValues ? [column.values?.before ?? '', column.values?.after ?? ''] : []),
      ]),
    ),
  );
  const hidden = records.edited.reduce((sum, { count, edits }) => sum + count - edits.length, 0);
  return {
    title: { zh: '修改的内容', en: 'Edits' },
    columns: [
      left('登记册', 'Register'),
      left('村', 'Village'),
      left('工作表', 'Sheet'),
      right('行', 'Row'),
      left('列', 'Column'),
      ...values,
    ],
    rows,
    remarks:
      hidden === 0
        ? []
        : [
            {
              zh: `另有 ${hidden} 条修改没有逐条列出。`,
              en: `${hidden} more edited records are not listed one by one.`,
            },
          ],
  };
};

/** Ids that stand twice: set apart, and never matched. */
export const duplicatesTopic: TopicMaker = (difference) => ({
  title: { zh: '重复编号（不计入，也不参加比对）', en: 'Repeated ids (neither counted nor compared)' },
  columns: [
    left('登记册', 'Register'),
    left('村', 'Village'),
    right('此前', 'Before'),
    right('现在', 'After'),
    left('位置', 'Where'),
  ],
  rows: difference.duplicates.map((group) => [
    group.registers,
    areaNamer(difference)(group.area),
    group.before,
    group.after,
    placesText({ addresses: group.addresses, count: Math.max(group.after || group.before, group.addresses.length) }),
  ]),
  remarks: [],
});

/** Registers and columns that came, went or were renamed. */
export const schemaTopic: TopicMaker = ({ schemaChanges }) => ({
  title: { zh: '表的结构', en: 'Sheets and columns' },
  columns: [left('', '')],
  rows: schemaChanges.map(({ messages }) => [messages]),
  remarks: [],
});

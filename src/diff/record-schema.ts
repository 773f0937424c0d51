import { z } from 'zod';
import { day, described, text, whole, words } from '../saved/schema-parts.ts';

const namedArea = z.object({ code: text, name: z.string() });
const address = z.object({ file: z.string(), sheet: z.string(), row: whole });
const group = {
  register: z.string(),
  registers: words,
  area: namedArea,
  count: whole.describe(described('全部条数', 'All of them')),
  addresses: z.array(address).describe(described('前若干条的位置', 'Where the first of them stand')),
};
const closedGroup = z.object({
  ...group,
  month: z.string().describe(described('月份；只知道年份时为年份', 'The month, or the year where no more is known')),
});
const edit = z.object({
  before: address,
  after: address,
  columns: z.array(
    z.object({
      key: z.string(),
      column: z.string(),
      values: z
        .object({ before: z.string(), after: z.string() })
        .optional()
        .describe(described('只在要求写出内容时才有', 'Only where values were asked for')),
    }),
  ),
});
const schemaChange = z.intersection(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['register-added', 'register-removed']),
      register: z.string(),
      lacks: z.array(z.string()),
    }),
    z.object({
      kind: z.enum(['column-added', 'column-removed']),
      register: z.string(),
      column: z.string(),
      key: z.string(),
    }),
    z.object({
      kind: z.literal('column-renamed'),
      register: z.string(),
      from: z.string(),
      to: z.string(),
      isRead: z.boolean(),
    }),
    z.object({
      kind: z.enum(['unread-column-added', 'unread-column-removed']),
      register: z.string(),
      column: z.string(),
    }),
  ]),
  z.object({ message: z.string(), messages: words }),
);

/** What a difference tells of records and columns. */
export const recordFields = {
  closed: z.object({
    until: day.describe(described('到这一天为止的月份此前已经结账', 'The months up to this day were closed')),
    late: z.array(closedGroup),
    edited: z.array(closedGroup),
    vanished: z.array(closedGroup),
  }),
  records: z.object({
    entered: z.array(z.object(group)),
    left: z.array(z.object(group)),
    edited: z.array(
      z.object({
        ...group,
        columns: z.array(z.object({ key: z.string(), column: z.string(), count: whole })),
        edits: z.array(edit),
      }),
    ),
  }),
  duplicates: z.array(
    z.object({
      register: z.string(),
      registers: words,
      area: namedArea,
      before: whole,
      after: whole,
      addresses: z.array(address),
    }),
  ),
  schemaChanges: z.array(schemaChange),
};

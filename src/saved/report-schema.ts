import { z } from 'zod';
import { statuses, windowKinds } from '../model/report.ts';
import { type SubmissionsReport, submissionOddities, submissionStates } from '../model/submissions.ts';
import {
  code,
  day,
  described,
  diagnostic,
  measureType,
  period,
  profile,
  text,
  unit,
  whole,
  words,
} from './schema-parts.ts';

/** What a saved report holds. More keys may be added in later versions, so unknown ones are let through. */
const number = z.number().nullable();
const status = z
  .enum(statuses)
  .describe(
    described('结论；suppressed 只见于公布用的报告', 'The verdict; suppressed occurs in a report for publication only'),
  );
const figures = {
  status,
  numerator: number.describe(described('分子；计数则为例数', 'The numerator; of a count, the number')),
  denominator: number.describe(described('分母', 'The denominator')),
  unknown: number.describe(described('还可能改变结果的记录数', 'Records that could still change the figures')),
  value: number.describe(described('数值，按指标自己的单位', 'The value, in the unit of the measure')),
  low: number.describe(described('不详的记录可使数值低到此处', 'The lowest value that the unknown records allow')),
  high: number.describe(described('不详的记录可使数值高到此处', 'The highest value that the unknown records allow')),
};
const shown = z
  .object({ value: text, low: text, high: text })
  .describe(
    described('给人看的数值，位数足以不把未达标显示成达标', 'As a person reads them: no miss is rounded to a hit'),
  );

const measure = z.object({
  id: z.string(),
  name: z.string(),
  names: words,
  type: measureType,
  unit,
  ...figures,
  interval: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe(described('95% 置信区间', 'The 95 % confidence interval')),
  window: z.object({ kind: z.enum(windowKinds), from: day.nullable(), to: day }),
  threshold: text,
  shortfall: number.describe(
    described('还差或超出多少条记录', 'How many records it lacks to meet the threshold, or has too many'),
  ),
  shown,
  coverage: z.object({ ledgers: whole, of: whole }),
  definition: words,
  source: words,
});

const area = z.object({
  code: text,
  name: z.string(),
  town: text,
  measures: z
    .record(z.string(), z.object({ ...figures, shown }))
    .describe(described('按指标代号', 'By the id of the measure')),
});

const sheet = z.object({
  file: text,
  name: z.string(),
  register: text,
  encoding: text,
  headerRow: whole.nullable(),
  rows: whole,
  read: whole,
  skipped: z.object({ blank: whole, total: whole, note: whole, header: whole, duplicate: whole }),
  columns: z.array(z.object({ header: z.string(), column: z.string(), key: z.string() })),
  ignoredColumns: z.array(z.string()),
  suggestions: z.array(z.object({ header: z.string(), suggestion: z.string() })),
  hidden: z.object({ sheet: z.boolean(), rows: whole, columns: whole }),
});

// The list of statuses has each of them once.
const counts = Object.fromEntries(statuses.map((name) => [name, whole])) as Record<
  (typeof statuses)[number],
  typeof whole
>;

// Made of the two lists and two more numbers.
const submissionCounts = Object.fromEntries(
  [...submissionStates, ...submissionOddities, 'expected', 'strayFiles'].map((name) => [name, whole]),
) as Record<keyof SubmissionsReport['summary'], typeof whole>;

const submissions = z.object({
  due: day.nullable(),
  registers: z.array(z.string()),
  villages: z.array(
    z.object({
      code: text,
      name: z.string(),
      town: text,
      state: z.enum(submissionStates),
      received: day.nullable(),
      files: z.array(z.string()),
      oddities: z.array(z.enum(submissionOddities)),
      copyOf: text,
      rows: z.record(z.string(), whole).describe(described('各登记册的行数', 'Rows by register')),
    }),
  ),
  unreadable: z.array(z.object({ file: z.string(), reason: words })),
  summary: z.object(submissionCounts),
});

/** A report as `fp-check -f json` writes it. The JSON Schema and the check of a saved report both come from here. */
export const reportSchema = z.object({
  schema: z.literal('fp-check/report/1'),
  tool: z.object({ name: z.literal('fp-check'), version: z.string() }),
  notice: z.string(),
  notices: words,
  period,
  profile,
  showsValues: z.boolean().describe(described('说明里是否写出单元格内容', 'Whether messages show what cells hold')),
  only: z.array(z.string()).nullable(),
  published: z
    .object({ least: whole })
    .nullable()
    .describe(
      described('公布用的报告：小于 least 的数已隐去', 'Of a report for publication: numbers below it are suppressed'),
    ),
  submissions: submissions.nullable().describe(described('按名单收到的台账', 'What came of the villages on a list')),
  ledgers: z.array(z.object({ file: z.string(), sha256: z.string(), sheets: z.array(sheet) })),
  indicators: z.array(z.object({ id: z.string(), name: z.string(), names: words, status, measures: z.array(measure) })),
  areas: z.array(area).describe(described('各村', 'The villages')),
  towns: z.array(area).describe(described('各乡镇', 'The towns')),
  diagnostics: z.array(diagnostic),
  diagnosticTotals: z.partialRecord(code, whole),
  explained: z
    .array(diagnostic)
    .describe(described('已由填报人说明的警告，不算作问题', 'Warnings that the user has explained: no findings')),
  summary: z.object({
    ...counts,
    errors: whole.nullable(),
    warnings: whole.nullable(),
    notices: whole.nullable(),
  }),
});

import { z } from 'zod';
import { type DiagnosticCode, diagnosticKinds } from '../model/diagnostic.ts';
import { statuses } from '../model/report.ts';
import { type SubmissionsReport, submissionOddities, submissionStates } from '../model/submissions.ts';

/** What a saved report holds. More keys may be added in later versions, so unknown ones are let through. */
const words = z.object({ zh: z.string(), en: z.string() });
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const number = z.number().nullable();
const whole = z.int().min(0);
const text = z.string().nullable();
const status = z
  .enum(statuses)
  .describe(
    both('结论；suppressed 只见于公布用的报告', 'The verdict; suppressed occurs in a report for publication only'),
  );
// The keys of the table are the codes.
const codes = Object.keys(diagnosticKinds) as [DiagnosticCode, ...DiagnosticCode[]];

const figures = {
  status,
  numerator: number.describe(both('分子；计数则为例数', 'The numerator; of a count, the number')),
  denominator: number.describe(both('分母', 'The denominator')),
  unknown: number.describe(both('还可能改变结果的记录数', 'Records that could still change the figures')),
  value: number.describe(both('数值，按指标自己的单位', 'The value, in the unit of the measure')),
  low: number.describe(both('不详的记录可使数值低到此处', 'The lowest value that the unknown records allow')),
  high: number.describe(both('不详的记录可使数值高到此处', 'The highest value that the unknown records allow')),
};
const shown = z
  .object({ value: text, low: text, high: text })
  .describe(both('给人看的数值，位数足以不把未达标显示成达标', 'As a person reads them: no miss is rounded to a hit'));

const measure = z.object({
  id: z.string(),
  name: z.string(),
  names: words,
  type: z.enum(['proportion', 'ratio', 'sum', 'count']),
  unit: z.enum(['%', '‰', 'per100', 'ratio', 'count']),
  ...figures,
  interval: z.tuple([z.number(), z.number()]).nullable().describe(both('95% 置信区间', 'The 95 % confidence interval')),
  window: z.object({ kind: z.enum(['year', '3y', 'stock']), from: day.nullable(), to: day }),
  threshold: text,
  shortfall: number.describe(
    both('还差或超出多少条记录', 'How many records it lacks to meet the threshold, or has too many'),
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
    .describe(both('按指标代号', 'By the id of the measure')),
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

const diagnostic = z.object({
  code: z.enum(codes),
  severity: z.enum(['error', 'warning', 'notice']),
  file: text,
  sheet: text,
  cell: text,
  row: whole.nullable(),
  column: text,
  message: z.string(),
  messages: words,
  decides: z.array(z.string()),
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
      rows: z.record(z.string(), whole).describe(both('各登记册的行数', 'Rows by register')),
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
  period: z.object({
    from: day,
    to: day,
    origin: z.enum(['option', 'configuration', 'file-name', 'folder-name', 'title']),
  }),
  profile: z.object({ name: z.string(), digest: z.string() }),
  showsValues: z.boolean().describe(both('说明里是否写出单元格内容', 'Whether messages show what cells hold')),
  only: z.array(z.string()).nullable(),
  published: z
    .object({ least: whole })
    .nullable()
    .describe(
      both('公布用的报告：小于 least 的数已隐去', 'Of a report for publication: numbers below it are suppressed'),
    ),
  submissions: submissions.nullable().describe(both('按名单收到的台账', 'What came of the villages on a list')),
  ledgers: z.array(z.object({ file: z.string(), sha256: z.string(), sheets: z.array(sheet) })),
  indicators: z.array(z.object({ id: z.string(), name: z.string(), names: words, status, measures: z.array(measure) })),
  areas: z.array(area).describe(both('各村', 'The villages')),
  towns: z.array(area).describe(both('各乡镇', 'The towns')),
  diagnostics: z.array(diagnostic),
  diagnosticTotals: z.partialRecord(z.enum(codes), whole),
  explained: z
    .array(diagnostic)
    .describe(both('已由填报人说明的警告，不算作问题', 'Warnings that the user has explained: no findings')),
  summary: z.object({
    ...counts,
    errors: whole.nullable(),
    warnings: whole.nullable(),
    notices: whole.nullable(),
  }),
});

function both(zh: string, en: string): string {
  return `${zh} · ${en}`;
}

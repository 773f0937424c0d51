import { z } from 'zod';
import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import type { MeasureId } from '../indicators/indicators.ts';
import { dayOf, FIRST_YEAR, LAST_YEAR } from '../model/day.ts';
import type { Words } from '../model/words.ts';
import { type CodeList, codeLists } from '../records/code-lists.ts';
import { columnsOf, registerNames } from '../records/registers.ts';
import { builtInNames, builtInProfile, DEFAULT_PROFILE } from './built-in-profiles.ts';
import { parseThreshold, printThreshold } from './threshold.ts';

export const datedMeasures = measures.filter(({ window }) => window !== 'stock');
export const basedMeasures = measures.filter(({ minN }) => minN !== null);

/** The names of code lists, and the codes that a word of one's own may stand for. */
const codes = Object.entries(codeLists).map(
  ([name, list]: [string, CodeList]) => [name, Object.keys(list).filter((code) => code !== 'unknown')] as const,
);
const columns = registerNames.map((name) => [name, Object.keys(columnsOf(name))] as const);

const defaults = builtInProfile(DEFAULT_PROFILE);
const PERIOD = /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?|-[Qq][1-4]|-[Hh][12])?$/u;
const MONTH_AND_DATE = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u;
const LIMIT = /^\d+ ?[kKmMgG]?[bB]?$/u;

/** What a configuration may hold. The JSON Schema, the checks and the suggestions in errors all come from here. */
export const configurationSchema = z.strictObject({
  name: text('标准的名称（自写的标准文件用）', 'The name of a profile that is a file'),
  extends: text('在哪个标准之上修改：内置名称或文件', 'The profile that it changes: a built-in name or a file'),
  profile: text(
    `用哪个标准：${builtInNames.join('、')}，或文件`,
    `The profile to use: ${builtInNames.join(', ')}, or a file`,
  ).meta({ default: DEFAULT_PROFILE }),
  period: z
    .union([z.string().regex(PERIOD), z.int().min(FIRST_YEAR).max(LAST_YEAR)])
    .optional()
    .describe(both('报告期：2025-06、2025-Q2、2025-H1、2025 或 2025-06-30', 'The period; its last day is the end')),
  year_start: z
    .string()
    .regex(MONTH_AND_DATE, { abort: true }) // one fault of one text is told once
    .refine(isDayOfEveryYear)
    .optional()
    .describe(both('统计年度的第一天，月-日', 'The first day of the counting year, month-day'))
    .meta({ examples: ['01-01', '10-01'] }),
  thresholds: section(measures, threshold).describe(
    both('对指标的要求，带单位；off 为不考核', 'Thresholds with their units, or off'),
  ),
  windows: section(datedMeasures, (measure) => z.enum(['year', '3y']).meta({ default: measure.window })).describe(
    both('统计窗口：年度或三年', 'Windows: the counting year, or three years'),
  ),
  min_n: section(basedMeasures, (measure) =>
    z.int().min(0).max(1_000_000_000).meta({ default: measure.minN }),
  ).describe(both('下结论所需的最小基数', 'The least base for a verdict')),
  columns: meanings(columns, '自己的表头：表头，和它是哪一列', 'Own headers: the header, and the column that it is'),
  words: meanings(codes, '自己的代码词：词，和它的代码', 'Own code words: the word, and the code that it means'),
  limits: z
    .record(z.string(), z.union([z.string().regex(LIMIT), z.int().positive()]))
    .optional()
    .describe(both('读取的上限，同 --limit', 'Limits on what is read, as for --limit')),
});

export type Configuration = z.infer<typeof configurationSchema>;

function text(zh: string, en: string) {
  return z.string().min(1).optional().describe(both(zh, en));
}

function section<T extends z.ZodType>(listed: readonly ListedMeasure[], of: (measure: ListedMeasure) => T) {
  const shape = listed.map((measure) => [measure.id, of(measure).optional().describe(title(measure.name))]);
  // fromEntries forgets the keys. They are ids of measures; those left out are optional like the others, and never given.
  return z.strictObject(Object.fromEntries(shape) as Record<MeasureId, z.ZodOptional<T>>).optional();
}

/** The reason why a text is no threshold travels with the issue, in both languages. */
function threshold({ id, unit }: ListedMeasure) {
  const usual = defaults.measures[id].threshold;
  return z
    .string()
    .superRefine((given, context) => {
      const parsed = parseThreshold(given, unit);
      if (parsed !== 'off' && parsed.kind === 'problem') context.addIssue({ code: 'custom', params: { ...parsed } });
    })
    .meta({ examples: [...(usual === null ? [] : [printThreshold(usual, unit)]), 'off'] });
}

function meanings(names: readonly (readonly [string, readonly string[]])[], zh: string, en: string) {
  const shape = names.map(([name, known]) => [name, z.record(z.string().min(1), z.enum(known)).optional()] as const);
  return z.strictObject(Object.fromEntries(shape)).optional().describe(both(zh, en));
}

function isDayOfEveryYear(monthAndDate: string): boolean {
  const [month = 0, date = 0] = monthAndDate.split('-').map(Number);
  return dayOf(2001, month, date) !== undefined; // a common year: 29 February begins no counting year
}

function title({ zh, en }: Words): string {
  return both(zh, en);
}

function both(zh: string, en: string): string {
  return `${zh} · ${en}`;
}

import { z } from 'zod';
import { type DiagnosticCode, diagnosticKinds } from '../model/diagnostic.ts';
import { measureTypes, periodOrigins, units } from '../model/report.ts';

/** What the schemas of reports and of differences are both made of. */
export const words = z.object({ zh: z.string(), en: z.string() });
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const whole = z.int().min(0);
export const text = z.string().nullable();
export const measureType = z.enum(measureTypes);
export const unit = z.enum(units);
export const period = z.object({ from: day, to: day, origin: z.enum(periodOrigins) });
export const profile = z.object({ name: z.string(), digest: z.string() });
// The keys of the table are the codes.
export const code = z.enum(Object.keys(diagnosticKinds) as [DiagnosticCode, ...DiagnosticCode[]]);

export const diagnostic = z.object({
  code,
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

/** A description in both languages: a schema has room for one text. */
export function described(zh: string, en: string): string {
  return `${zh} · ${en}`;
}

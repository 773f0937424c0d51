import { type Diagnostic, describe, severityOf } from '../model/diagnostic.ts';
import { columnLetters } from '../model/sheet.ts';
import { checkCode, keyOf } from './check-code.ts';
import type { OpenedRun } from './opened-run.ts';

/** What the user has said to a warning; `undefined` where nothing, or where its cell has changed since. */
export type ExplanationOf = (diagnostic: Diagnostic) => string | undefined;

/** Looks up what the users of returned workbooks have said. */
export function explanationsIn({ returned, plans }: Pick<OpenedRun, 'returned' | 'plans'>): ExplanationOf {
  if (returned.size === 0) return () => undefined;
  const names = new Map(plans.map(({ ledger, index, sheet }) => [`${ledger}.${index}`, sheet.name]));
  return (diagnostic) => {
    const { code, at } = diagnostic;
    const explanations = severityOf(code) === 'warning' ? (returned.get(at.ledger ?? 0)?.explanations ?? []) : [];
    if (explanations.length === 0) return undefined;
    const sheet = names.get(`${at.ledger}.${at.sheet}`) ?? null;
    const cell = cellOf(diagnostic);
    const found = explanations.find((own) => {
      if (own.code !== code || own.sheet !== sheet || own.cell !== cell) return false;
      const content = describe(diagnostic).zh;
      return cell !== null || checkCode(keyOf(own.checkCode) ?? '', { code, sheet, cell, content }) === own.checkCode;
    });
    return found?.text;
  };
}

/** The address of the cell that a diagnostic is at; `null` where it is at none. */
export function cellOf({ at: { row, column } }: Diagnostic): string | null {
  return row === null || column === null ? null : columnLetters(column) + row;
}

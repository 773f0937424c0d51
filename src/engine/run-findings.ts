import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import type { Area } from '../model/area.ts';
import { certain } from '../model/certain.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { compare, exact } from '../model/exact.ts';
import { columnsOf } from '../records/registers.ts';
import { placeOfField } from '../records/sheet-plan.ts';
import { type MissingReference, usesGiven } from './assembly.ts';
import type { CountedRun } from './counted-run.ts';
import { lackInWords } from './coverage.ts';
import type { ExactFigures } from './figures.ts';

const NOWHERE = { ledger: null, sheet: null, row: null, column: null };

/** What is to be said of a run as a whole, once it is counted. */
export function findingsOn(counted: CountedRun, hasData: (measure: ListedMeasure) => boolean): readonly Diagnostic[] {
  const all = measures.filter(hasData);
  const judged = all.filter(({ sameAs }) => !all.some(({ id }) => id === sameAs)); // two names of one measure are told once
  return [...absences(counted, judged), ...references(counted, judged)];
}

/** Where a value is above what it can be: more women on the register than the village says it has. */
export function aboveMost(measure: ListedMeasure, { value }: ExactFigures, area: Area | null): readonly Diagnostic[] {
  const most = measure.type === 'ratio' ? measure.most : null;
  if (most === null || value === null || compare(value, exact(most)) <= 0) return [];
  return [{ code: 'over-100', at: NOWHERE, data: { measure: measure.id, village: area?.name ?? null } }];
}

/** Registers and columns that some ledgers lack and others have. */
function absences({ tallied, run }: CountedRun, judged: readonly ListedMeasure[]): readonly Diagnostic[] {
  return run.ledgers.flatMap((_, ledger) => {
    const missing = new Map<string, { readonly words: ReturnType<typeof lackInWords>; readonly measures: string[] }>();
    for (const measure of judged) {
      if (usesGiven(tallied, ledger, measure)) continue;
      for (const lack of tallied.coverage.lacks(ledger, measure)) {
        const key = `${lack.register}.${lack.column}`;
        const known = missing.get(key) ?? { words: lackInWords(lack), measures: [] };
        // Both sides of a ratio may lack one and the same register.
        missing.set(key, { ...known, measures: [...new Set([...known.measures, measure.id])] });
      }
    }
    return [...missing.values()].map(
      ({ words, measures: ids }): Diagnostic => ({
        code: 'absent-in-some',
        at: { ...NOWHERE, ledger },
        data: { missing: words, measures: ids },
      }),
    );
  });
}

/** Villages whose records have nothing to be set against. */
function references({ assembled, tallied }: CountedRun, judged: readonly ListedMeasure[]): readonly Diagnostic[] {
  const placeOf = ({ village, field }: MissingReference) => {
    if (village === undefined) return NOWHERE;
    return placeOfField(village.record, field);
  };
  return assembled.missing
    .filter(({ measure }) => judged.includes(measure))
    .map((missing): Diagnostic => {
      const village = certain(tallied.villages.areas[missing.area], `area ${missing.area}`).name;
      const column = certain(columnsOf('villages')[missing.field], `column ${missing.field}`).header;
      return { code: 'no-reference', at: placeOf(missing), data: { measure: missing.measure.id, village, column } };
    });
}

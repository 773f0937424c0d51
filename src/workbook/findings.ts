import type { CheckedRun } from '../engine/checked-run.ts';
import type { Language } from '../model/words.ts';
import { addedPages } from './page-set.ts';
import { problemsOf } from './problems/problem.ts';
import type { RunObservation } from './run-observation.ts';
import { WorkbookPatch } from './workbook-patch.ts';

export interface FindingsOptions {
  readonly language: Language;
  /** What was gathered while the run was checked. */
  readonly observation: RunObservation;
  /** The most rows of a sheet: fewer than a program has, where a test asks for it. */
  readonly mostRows?: number;
}

/**
 * A workbook of the results alone: the same sheets that an annotated copy has in front. For ledgers that are no .xlsx,
 * and for those that cannot be marked.
 */
export async function* findingsWorkbook(
  checked: CheckedRun,
  { language, observation, mostRows }: FindingsOptions,
): AsyncGenerator<Uint8Array> {
  const { counted, report } = checked;
  const patch = await WorkbookPatch.blank();
  const { trail } = observation;
  const pages = addedPages(
    { counted, trail, report, isBeside: false, problems: problemsOf(checked, null, null) },
    {
      styles: patch.styles,
      namespace: patch.namespace,
      freeName: patch.freeName,
      language,
      ...(mostRows === undefined ? {} : { mostRows }),
    },
  );
  patch.putInFront(pages);
  yield* patch.result();
}

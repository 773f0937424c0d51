import { measureOf, measures } from '../indicators/catalogue.ts';
import type { MeasureId } from '../indicators/indicators.ts';

/** The other number under which the same measure is listed, as 8b is 9a. Both show the same figures, so they share a window. */
export function twinOf(id: MeasureId): MeasureId | undefined {
  return measureOf(id).sameAs ?? measures.find(({ sameAs }) => sameAs === id)?.id;
}

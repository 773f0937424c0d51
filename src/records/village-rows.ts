import type { Row } from '../model/sheet.ts';
import type { ReadingContext } from './reading-context.ts';
import type { DecodedRow } from './row-decoder.ts';
import { placeIn, placeOfField, type RegisterPlan } from './sheet-plan.ts';
import type { VillageRow } from './village.ts';
import type { RepeatedVillage } from './villages.ts';

/** Takes the rows of a register of villages. Answers false for a row that repeats a village. */
export function villageTaker(plan: RegisterPlan, context: ReadingContext) {
  return ({ cells, findings }: DecodedRow, row: Row): boolean => {
    const repeated = context.villages.add({ plan, row: row.number, cells });
    // A row that repeats a village still fills its gaps: what is wrong in it counts.
    findings.forEach(context.report);
    if (repeated !== undefined) reportRepeated(repeated, { plan, row: row.number }, context);
    return repeated === undefined;
  };
}

/** Says of a row which village it repeats, and in what it says otherwise. */
export function reportRepeated(
  { first, conflicts }: RepeatedVillage,
  { plan, row }: Pick<VillageRow, 'plan' | 'row'>,
  context: ReadingContext,
): void {
  const { columns } = plan.recognition.layout;
  const where = { firstSheet: context.labelOf(first.record.plan.serial), firstRow: first.record.row };
  if (conflicts.length === 0) {
    context.report({ code: 'village-repeated', at: placeOfField({ plan, row }, 'code'), data: where });
  }
  for (const { header, index } of columns.filter(({ key }) => conflicts.includes(key))) {
    context.report({
      code: 'village-conflict',
      at: placeIn(plan, row, index),
      data: { column: header, ...where },
    });
  }
}

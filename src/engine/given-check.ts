import { type ListedMeasure, measures } from '../indicators/catalogue.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { add, compare, ZERO } from '../model/exact.ts';
import type { Words } from '../model/words.ts';
import { placeIn } from '../records/sheet-plan.ts';
import { type Counted, canonical, ofLedger, usesGiven } from './assembly.ts';
import { figuresOf } from './figures.ts';
import { type CountsRow, type GivenFigures, givenBy } from './given-figures.ts';

/** The usable rows of the registers of counts; what is wrong with the others is reported. */
export function acceptGiven(
  rows: readonly CountsRow[],
  report: (diagnostic: Diagnostic) => void,
): readonly GivenFigures[] {
  const read = rows.flatMap((row) => {
    const given = givenBy(row);
    if (given === undefined) return [];
    if (!('problem' in given)) return [given];
    report({ code: 'counts-invalid', at: at(row, 'measure'), data: given });
    return [];
  });
  return read.filter((figures) => {
    // 8b and 9a are one measure: where a ledger gives both, the row of 9a holds.
    const isShadowed =
      figures.measure.sameAs !== undefined &&
      read.some((other) => other.measure.id === figures.measure.sameAs && other.plan.ledger === figures.plan.ledger);
    if (isShadowed)
      report(
        differs(figures, {
          zh: `与 ${figures.measure.sameAs} 是同一指标，用 ${figures.measure.sameAs} 的数`,
          en: `it is the same measure as ${figures.measure.sameAs}, whose figures are used`,
        }),
      );
    return !isShadowed;
  });
}

/** Warns of given figures that differ from what the records of their own ledger come to. */
export function compareGiven(counted: Counted, report: (diagnostic: Diagnostic) => void): void {
  const seen = new Set<string>();
  for (const figures of counted.given) {
    const { plan, record, measure } = figures;
    const key = [plan.ledger, record.area, canonical(measure)].join(' ');
    if (seen.has(key) || usesGiven(counted, plan.ledger, measure)) continue;
    seen.add(key);
    const problem = difference(counted, figures);
    if (problem !== undefined) report(differs(figures, problem));
  }
}

function difference(counted: Counted, { plan, record, measure }: GivenFigures): Words | undefined {
  const index = measures.findIndex(({ id }) => id === canonical(measure));
  const target: ListedMeasure = measures[index] ?? measure;
  const counting = counted.ledgers[plan.ledger];
  const { numerator, denominator, unknown } = figuresOf(
    target,
    ofLedger(counted, plan.ledger, { area: record.area, measure: target, index }),
  );
  const isEmpty =
    compare(numerator, ZERO) === 0 && (denominator === null || compare(denominator, ZERO) === 0) && unknown === 0;
  if (counting === undefined || isEmpty)
    return { zh: '登记册里没有这个村的记录', en: 'the registers have no record of this village' };
  const given = counted.given
    .filter(
      (other) =>
        other.plan.ledger === plan.ledger &&
        other.record.area === record.area &&
        canonical(other.measure) === canonical(measure),
    )
    .reduce(
      (sum, other) => ({
        numerator: add(sum.numerator, other.given.numerator),
        denominator: add(sum.denominator, other.given.denominator),
      }),
      {
        numerator: ZERO,
        denominator: ZERO,
      },
    );
  const isSame =
    compare(given.numerator, numerator) === 0 &&
    (denominator === null || compare(given.denominator, denominator) === 0);
  return isSame ? undefined : { zh: '与登记册的记录不一致', en: 'it differs from the records of the registers' };
}

function differs(figures: GivenFigures, reason: Words): Diagnostic {
  return { code: 'counts-differ', at: at(figures, 'numerator'), data: { measure: figures.measure.id, reason } };
}

function at({ plan, record }: CountsRow, key: string) {
  const column = plan.recognition.layout.columns.find((matched) => matched.key === key);
  return placeIn(plan, record.row, column?.index ?? null);
}

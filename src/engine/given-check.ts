import { canonical, type ListedMeasure, measures } from '../indicators/catalogue.ts';
import { certain } from '../model/certain.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { add, compare, isZero, ZERO } from '../model/exact.ts';
import { grouped } from '../model/grouped.ts';
import type { Words } from '../model/words.ts';
import type { RegisterRecord } from '../records/record.ts';
import { placeOfField } from '../records/sheet-plan.ts';
import { ofLedger, type Tallied, usesGiven } from './assembly.ts';
import { figuresOf } from './figures.ts';
import { type GivenFigures, givenBy } from './given-figures.ts';
import type { Given } from './tally.ts';

/** The usable rows of the registers of counts. What is wrong with the others is reported, unless a cell of theirs has been. */
export function acceptGiven(
  rows: readonly RegisterRecord<'counts'>[],
  isReported: (row: RegisterRecord<'counts'>) => boolean,
  report: (diagnostic: Diagnostic) => void,
): readonly GivenFigures[] {
  const read = rows.flatMap((row) => {
    const given = givenBy(row);
    if (given !== undefined && !('problem' in given)) return [given];
    if (given !== undefined && !isReported(row))
      report({ code: 'counts-invalid', at: placeOfField(row, 'measure'), data: given });
    return [];
  });
  const told = new Set(read.map((figures) => cellKey(figures, figures.measure.id)));
  return read.filter((figures) => {
    const { sameAs } = figures.measure;
    const isShadowed = sameAs !== undefined && told.has(cellKey(figures, sameAs));
    if (isShadowed)
      report(
        differs(figures, {
          zh: `与 ${sameAs} 是同一指标，${sameAs} 自有一行，这一行不用`,
          en: `it is the same measure as ${sameAs}, which has a row of its own: this one is not used`,
        }),
      );
    return !isShadowed;
  });
}

/** Warns of given figures that differ from what the records of their own ledger come to. */
export function compareGiven(tallied: Tallied, report: (diagnostic: Diagnostic) => void): void {
  const groups = grouped(tallied.given, (figures) => cellKey(figures, canonical(figures.measure)));
  for (const group of groups.values()) {
    const [first] = group;
    if (usesGiven(tallied, first.record.plan.ledger, first.measure)) continue;
    const problem = difference(tallied, first, sum(group));
    if (problem !== undefined) report(differs(first, problem));
  }
}

function difference(tallied: Tallied, { record, measure }: GivenFigures, given: Given): Words | undefined {
  const index = measures.findIndex(({ id }) => id === canonical(measure));
  const target: ListedMeasure = certain(measures[index], `measure ${measure.id}`);
  const own = ofLedger(tallied, record.plan.ledger, { area: record.area, measure: target, index });
  const { numerator, denominator, unknown } = figuresOf(target, own);
  const below = denominator ?? given.denominator; // a number of events has none
  if (compare(given.numerator, numerator) === 0 && compare(given.denominator, below) === 0) return undefined;
  if (isZero(numerator) && (denominator === null || isZero(denominator)) && unknown === 0)
    return {
      zh: '登记册里没有这个村的记录，不用这个数',
      en: 'the registers have no record of this village, so it is not used',
    };
  return {
    zh: '与登记册的记录不一致，按登记册的记录计算',
    en: 'it differs from the records of the registers, which are used',
  };
}

function sum(figures: readonly GivenFigures[]): Given {
  return figures.reduce(
    (total, { given }) => ({
      numerator: add(total.numerator, given.numerator),
      denominator: add(total.denominator, given.denominator),
    }),
    { numerator: ZERO, denominator: ZERO },
  );
}

/** A ledger, a village and a measure. */
function cellKey({ record }: GivenFigures, measure: string): string {
  return [record.plan.ledger, record.area, measure].join(' ');
}

function differs(figures: GivenFigures, reason: Words): Diagnostic {
  return {
    code: 'counts-differ',
    at: placeOfField(figures.record, 'numerator'),
    data: { measure: figures.measure.id, reason },
  };
}

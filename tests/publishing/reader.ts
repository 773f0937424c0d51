import type { MeasureReport, Report, ShownFigures } from '../../src/model/report.ts';
import { type Equation, extremes } from './linear-program.ts';

/**
 * One who has the published report and knows what its measures are, but not a single record: writes down every equation
 * that holds, and solves them. Shares no code with what suppresses. What is `known` besides is taken for certain.
 */
export function deductions(
  report: Report,
  family: readonly string[],
  known: readonly Known[] = [],
): readonly Deduction[] {
  const book = new Book();
  const areas = areasOf(report);
  const measures = report.indicators.flatMap((indicator) => indicator.measures).filter(({ id }) => family.includes(id));
  for (const area of areas) for (const measure of measures) writeFigures(book, area, measure);
  for (const area of areas) writeRelations(book, area, measures);
  for (const { name, parts } of areas) {
    if (parts.length === 0) continue;
    for (const { id } of measures)
      for (const side of sides)
        book.equal([[`${name} ${id} ${side}`, 1], ...parts.map((part) => [`${part} ${id} ${side}`, -1] as const)], 0);
  }
  for (const { area, measure: id, cell, value } of known) {
    const measure = measures.find((candidate) => candidate.id === id);
    if (measure !== undefined) book.equal(cellTerms(`${area} ${id}`, cell, measure), value);
  }
  const asked = areas.flatMap(({ name, figures }) =>
    measures.flatMap(({ id, type }) => {
      const own = figures[id];
      return own === undefined ? [] : hiddenOf(own, type).map((cell) => ({ area: name, measure: id, cell }));
    }),
  );
  const variables = asked.map(({ area, measure, cell }) => {
    const variable = `asked ${area} ${measure} ${cell}`;
    const terms = cellTerms(
      `${area} ${measure}`,
      cell,
      measures.find(({ id }) => id === measure),
    );
    book.equal([[variable, 1], ...terms.map(([term, factor]) => [term, -factor] as const)], 0);
    return variable;
  });
  return book
    .solve(variables)
    .map((range, index) => ({ ...(asked[index] ?? { area: '', measure: '', cell: 'unknown' }), ...range }));
}

export interface Deduction {
  readonly area: string;
  readonly measure: string;
  readonly cell: Cell;
  readonly least: number;
  readonly most: number;
}

export interface Known extends Pick<Deduction, 'area' | 'measure' | 'cell'> {
  readonly value: number;
}

/** Every number of a report by its place; `null` where it is suppressed. */
export function cellsOf(report: Report): ReadonlyMap<string, Known | null> {
  const all = areasOf(report).flatMap(({ name: area, figures }) =>
    Object.entries(figures).flatMap(([measure, own]) => {
      if (own.numerator === null && own.status !== 'suppressed') return [];
      return (['numerator', 'denominator'] as const).map((cell) => {
        const value = own[cell];
        return [`${area} ${measure} ${cell}`, value === null ? null : { area, measure, cell, value }] as const;
      });
    }),
  );
  return new Map(all);
}

type Cell = 'numerator' | 'denominator' | 'unknown';

const sides = ['in', 'out', 'open'] as const; // of a share: those that meet it, those that do not, those that may

type Term = readonly [variable: string, factor: number];

class Book {
  readonly #variables = new Map<string, number>();
  readonly #equations: Equation[] = [];

  equal(terms: readonly Term[], value: number): void {
    this.#equations.push({ terms: terms.map(([name, factor]) => [this.#number(name), factor]), value });
  }

  /** The terms come to no more than 0. */
  notAbove(terms: readonly Term[]): void {
    this.equal([...terms, [`room ${this.#variables.size}`, 1]], 0);
  }

  solve(asked: readonly string[]) {
    const numbers = asked.map((name) => this.#number(name));
    return extremes(this.#variables.size, this.#equations, numbers);
  }

  #number(name: string): number {
    const known = this.#variables.get(name) ?? this.#variables.size;
    this.#variables.set(name, known);
    return known;
  }
}

interface Area {
  readonly name: string;
  readonly parts: readonly string[];
  readonly figures: Readonly<Record<string, ShownFigures>>;
}

function areasOf({ indicators, towns, areas }: Report): readonly Area[] {
  const whole = Object.fromEntries(
    indicators.flatMap(({ measures }) => measures.map((measure) => [measure.id, measure])),
  );
  const villageName = (code: string | null, name: string) => `village ${code ?? name}`;
  return [
    { name: 'whole', parts: towns.map(({ town }) => `town ${town}`), figures: whole },
    ...towns.map(({ town, measures }) => ({
      name: `town ${town}`,
      parts: areas.filter((village) => village.town === town).map(({ code, name }) => villageName(code, name)),
      figures: measures,
    })),
    ...areas.map(({ code, name, measures }) => ({ name: villageName(code, name), parts: [], figures: measures })),
  ];
}

/** What a cell is made of. The denominator of a share is all that is known; a ratio's is its other side. */
function cellTerms(at: string, cell: Cell, measure: MeasureReport | undefined): readonly Term[] {
  if (cell === 'numerator') return [[`${at} in`, 1]];
  if (cell === 'unknown') return [[`${at} open`, 1]];
  const isPart = measure?.type === 'proportion' || measure?.id === '3b';
  return isPart
    ? [
        [`${at} in`, 1],
        [`${at} out`, 1],
      ]
    : [[`${at} out`, 1]];
}

function writeFigures(book: Book, { name, figures }: Area, measure: MeasureReport): void {
  const own = figures[measure.id];
  if (own === undefined) return;
  for (const cell of ['numerator', 'denominator', 'unknown'] as const) {
    const value = own[cell];
    if (value !== null) book.equal(cellTerms(`${name} ${measure.id}`, cell, measure), value);
  }
}

function hiddenOf(figures: ShownFigures, type: string): readonly Cell[] {
  const { status, numerator, denominator, unknown } = figures;
  if (status === 'no-data') return [];
  return [
    ...(numerator === null ? (['numerator'] as const) : []),
    ...(denominator === null && type !== 'count' ? (['denominator'] as const) : []),
    ...(unknown === null ? (['unknown'] as const) : []),
  ];
}

/** What the definitions of the measures say of each other, in one area. */
function writeRelations(book: Book, { name }: Area, measures: readonly MeasureReport[]): void {
  const has = (...ids: string[]) => ids.every((id) => measures.some((measure) => measure.id === id));
  const all = (id: string) => sides.map((side) => [`${name} ${id} ${side}`, 1] as const);
  const only = (id: string, ...own: (typeof sides)[number][]) =>
    own.map((side) => [`${name} ${id} ${side}`, 1] as const);
  const minus = (terms: readonly Term[]) => terms.map(([term, factor]) => [term, -factor] as const);
  // Births of three years, each known or unknown in its own way.
  for (const id of ['1c', '7a']) if (has('1b', id)) book.equal([...all('1b'), ...minus(all(id))], 0);
  if (has('1b', '1c')) book.notAbove([...only('1c', 'in'), ...minus(only('1b', 'out'))]);
  if (has('1a', '8c')) {
    const hidden = `${name} births of unknown day`;
    book.equal([...only('1a', 'in', 'open'), ...minus(only('8c', 'out')), [hidden, -1]], 0);
    book.notAbove([[hidden, 1], ...minus(only('8c', 'open'))]);
    book.notAbove([...only('1a', 'in'), ...minus(only('8c', 'out'))]);
  }
  if (has('1a', '1b')) book.notAbove([...only('1a', 'in'), ...minus(all('1b'))]);
  if (has('8c', '9e')) book.notAbove([...only('8c', 'in'), ...minus(all('9e'))]);
  // Married women of reproductive age, among all of that age.
  if (has('8a', '15c')) book.equal([...all('8a'), ...minus(only('15c', 'in', 'open'))], 0);
  if (has('8a', '10a')) book.notAbove([...only('8a', 'in', 'out'), ...minus(all('10a'))]);
  if (has('8b', '9a')) for (const side of sides) book.equal([...only('8b', side), ...minus(only('9a', side))], 0);
  if (has('14a', '14b')) book.notAbove([...only('14a', 'in', 'out'), ...minus(all('14b'))]);
  if (has('13b', '13d')) book.notAbove([...only('13b', 'in', 'out'), ...minus(all('13d'))]);
}

import type { MeasureReport } from '../model/report.ts';
import type { Part } from './part.ts';

/**
 * Parts that give each other away, and so are suppressed in the same areas: a share's two sides, or one population that
 * several measures count.
 */
export interface Bundle {
  readonly id: string;
  readonly parts: readonly Part[];
  /** The bundle whose areas are suppressed here too, as a part cannot be shown where its whole is not. */
  readonly under: string | null;
  /** True where nothing tells how many records stand behind the numbers. */
  readonly isBlind: boolean;
}

/** In which bundles the two sides of a measure's figures are. */
export interface Sides {
  readonly numerator: string;
  readonly denominator: string;
  /** Measures of one population: their unknown tell of each other. */
  readonly population: string;
}

/** The bundles of some measures; a bundle stands after the one that it is under. */
export function bundlesOf(measures: readonly MeasureReport[]): readonly Bundle[] {
  const bundles = new Map<string, Bundle>();
  const add = (id: string, parts: readonly Part[], more: Partial<Bundle> = {}) => {
    const { parts: known = [] } = bundles.get(id) ?? {};
    bundles.set(id, { id, under: null, isBlind: false, ...more, parts: [...known, ...parts] });
  };
  const ids = new Set(measures.map(({ id }) => id));
  for (const measure of measures) {
    const part = populationPart(measure);
    if (part !== undefined) add(familyOf(measure), [part]);
  }
  for (const measure of measures) addSides(measure, add, ids);
  return [...bundles.values()];
}

/** The bundles that the numerator, the denominator and the population of a measure belong to: each is hidden with its bundle. */
export function sidesOf(measure: MeasureReport): Sides {
  const { id, type } = measure;
  const population = inWindow(measure, populations[id]?.population);
  const [split, family] = [splitOf(id), familyOf(measure)];
  const [numerator, denominator] = [`${id} numerator`, `${id} denominator`];
  if (id === SEX_RATIO) return { numerator: split, denominator: split, population };
  switch (type) {
    case 'proportion':
      return { numerator: split, denominator: family, population };
    case 'ratio': {
      const whole = populations[id]?.part;
      return {
        numerator: whole === 'numerator' ? family : numerator,
        denominator: whole === 'denominator' ? family : denominator,
        population,
      };
    }
    case 'sum':
      return { numerator: split, denominator: split, population };
    case 'count':
      return { numerator, denominator: numerator, population };
  }
}

/** Boys and girls are the two sides of all births: a ratio to look at, a share to those who want to find something out. */
const SEX_RATIO = '7a';

interface Population {
  readonly population: string;
  /** Populations that lie within each other are suppressed together. */
  readonly family: string;
  /** The part that is the number of the population. */
  readonly part: Part['name'];
}

/** Measures that count one population, or a part of another's. Their windows may differ by the profile. */
const populations: Readonly<Record<string, Population>> = {
  '1a': { population: 'births', family: 'births', part: 'numerator' },
  '1b': { population: 'births', family: 'births', part: 'denominator' },
  '1c': { population: 'births', family: 'births', part: 'denominator' },
  '7a': { population: 'births', family: 'births', part: 'both' },
  '8c': { population: 'births', family: 'births', part: 'denominator' },
  '8a': { population: 'married women', family: 'women', part: 'denominator' },
  '15c': { population: 'married women', family: 'women', part: 'numerator' },
  '10a': { population: 'women', family: 'women', part: 'denominator' },
  '8b': { population: 'methods', family: 'methods', part: 'denominator' },
  '9a': { population: 'methods', family: 'methods', part: 'denominator' },
  '13b': { population: 'first petitions', family: 'petitions', part: 'denominator' },
  '13d': { population: 'petitions', family: 'petitions', part: 'denominator' },
  '14a': { population: 'migrants who left', family: 'migrants', part: 'denominator' },
  '14b': { population: 'migrants', family: 'migrants', part: 'denominator' },
  '5': { population: 'villages', family: 'villages', part: 'denominator' },
  '6': { population: 'villages', family: 'villages', part: 'denominator' },
};

/** Ratios to a number that a village may lack: that it does tells that none of its records is in the numerator. */
const TO_REFERENCES = ['1a', '15c'];

/** Sums of amounts, by the share that counts the records behind them. */
const recordsBehind: Readonly<Record<string, string>> = { '3b': '3a', '17b': '17a' };

/** Sums whose numerator is a part of the denominator: what is left of it tells as much. */
const PARTIAL_SUMS = ['3b', '15b'];

function inWindow({ id, window }: MeasureReport, name: string | undefined): string {
  return name === undefined ? `${id} population` : `${name} ${window.kind}`;
}

/** The bundle of a measure's population. */
function familyOf(measure: MeasureReport): string {
  return inWindow(measure, populations[measure.id]?.family);
}

/** The part of a measure that is the number of its population; `undefined` where it counts none. */
function populationPart({ id, type }: MeasureReport): Part | undefined {
  const name = populations[id]?.part ?? (type === 'proportion' ? 'denominator' : undefined);
  return name === undefined ? undefined : { measure: id, name };
}

type Add = (id: string, parts: readonly Part[], more?: Partial<Bundle>) => void;

function addSides(measure: MeasureReport, add: Add, ids: ReadonlySet<string>): void {
  const { id: measureId, type } = measure;
  const part = (name: Part['name']): Part => ({ measure: measureId, name });
  const { numerator, denominator } = sidesOf(measure);
  const family = familyOf(measure);
  if (measureId === SEX_RATIO) add(numerator, [part('numerator'), part('denominator')], { under: family });
  else if (type === 'proportion') add(numerator, [part('numerator'), part('rest')], { under: family });
  else if (type === 'sum') {
    const records = recordsBehind[measureId];
    const parts = PARTIAL_SUMS.includes(measureId) ? [part('rest')] : [];
    add(numerator, [part('numerator'), part('denominator'), ...parts], {
      under: records === undefined ? null : splitOf(records),
      isBlind: records !== undefined && !ids.has(records),
    });
  } else {
    if (numerator !== family) add(numerator, [part('numerator')]);
    const unset = TO_REFERENCES.includes(measureId) ? [part('unset')] : [];
    if (type === 'ratio' && denominator !== family) add(denominator, [part('denominator'), ...unset]);
  }
}

/** One measure shown twice is split once. */
function splitOf(id: string): string {
  return `${id === '8b' ? '9a' : id} split`;
}

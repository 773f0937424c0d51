import type { Report } from '../../src/model/report.ts';

type Field = number | string | null | readonly (number | null)[];
type Fields = Readonly<Record<string, Field>>;

/** Figures that a report must have. What is not named here is free. */
export interface ExpectedFigures {
  readonly period: { readonly from: string; readonly to: string };
  readonly summary?: Readonly<Record<string, number>>;
  readonly indicators: readonly {
    readonly id: string;
    readonly status: string;
    readonly measures: readonly Fields[];
  }[];
  /** By code, or by name where there is none. */
  readonly areas: Readonly<Record<string, FieldsByMeasure>> | readonly ExpectedArea[];
}

type FieldsByMeasure = Readonly<Record<string, Fields>>;

interface ExpectedArea {
  readonly code: string | null;
  readonly name: string;
  readonly measures: FieldsByMeasure;
}

/** Everything in which a report is not as expected, in words; nothing where it agrees whole. */
export function differences(report: Report, expected: ExpectedFigures): readonly string[] {
  return [
    ...compared('period', report.period, expected.period),
    ...compared('summary', report.summary, expected.summary ?? {}),
    ...expected.indicators.flatMap(({ id, status, measures }) => {
      const indicator = report.indicators.find((other) => other.id === id);
      return [
        ...compared(`indicator ${id}`, indicator, { status }),
        ...measures.flatMap((measure) =>
          compared(
            `measure ${measure['id']}`,
            indicator?.measures.find((other) => other.id === measure['id']),
            measure,
          ),
        ),
      ];
    }),
    ...inAreas(report, expected.areas),
  ];
}

function inAreas({ areas }: Report, expected: ExpectedFigures['areas']): readonly string[] {
  const named: readonly (readonly [string, FieldsByMeasure])[] = isList(expected)
    ? expected.map(({ code, name, measures }) => [code ?? name, measures])
    : Object.entries(expected);
  const surplus = areas.filter(({ code, name }) => !named.some(([key]) => key === (code ?? name)));
  return [
    ...surplus.map(({ name }) => `area ${name}: not expected`),
    ...named.flatMap(([key, measures]) => {
      const area = areas.find(({ code, name }) => (code ?? name) === key);
      if (area === undefined) return [`area ${key}: not there`];
      return Object.entries(measures).flatMap(([id, fields]) =>
        compared(`area ${key}, measure ${id}`, area.measures[id], fields),
      );
    }),
  ];
}

function isList(areas: ExpectedFigures['areas']): areas is readonly ExpectedArea[] {
  return Array.isArray(areas);
}

function compared(what: string, found: object | undefined, expected: Fields): readonly string[] {
  const fields = new Map<string, unknown>(Object.entries(found ?? {}));
  return Object.entries(expected)
    .filter(([key, value]) => !agree(fields.get(key), value))
    .map(([key, value]) => `${what}: ${key} is ${JSON.stringify(fields.get(key))}, expected ${JSON.stringify(value)}`);
}

/** Numbers agree within 1e-9, absolute or relative; nothing else gives way. */
function agree(found: unknown, expected: unknown): boolean {
  if (Array.isArray(expected))
    return (
      Array.isArray(found) &&
      found.length === expected.length &&
      expected.every((value, index) => agree(found[index], value))
    );
  if (typeof found !== 'number' || typeof expected !== 'number') return found === expected;
  return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(found), Math.abs(expected));
}

import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { publish } from '../../src/publishing/publish.ts';
import { sampleReport } from '../reporters/sample-report.ts';
import { reportOn, told } from './small-report.ts';

const options = { least: 10, earlier: null, down: 'village' } as const;

test('no problem is published, and none that was explained', () => {
  const explained = sampleReport.diagnostics.slice(0, 3);
  const { diagnostics, explained: left } = publish({ ...sampleReport, explained }, options);
  expect(explained).toHaveLength(3);
  expect([diagnostics, left]).toEqual([[], []]);
});

describe('of numbers below ten', () => {
  test('a numerator is suppressed, and so is a sister that would tell it', () => {
    const report = reportOn({ a: ['T', 9, 40], b: ['T', 30, 60], c: ['T', 50, 80] });
    expect(told(publish(report, options))).toEqual({
      whole: '89/180?0',
      T: '89/180?0',
      a: '#/40?0',
      b: '#/60?0',
      c: '50/80?0',
    });
  });

  test('ten is shown, and so is nought', () => {
    const report = reportOn({ a: ['T', 10, 40], b: ['T', 0, 60], c: ['T', 0, 0] });
    expect(told(publish(report, options))).toEqual(told(report));
  });

  test('those that are left of the denominator count too', () => {
    const report = reportOn({ a: ['T', 31, 40], b: ['T', 30, 60], c: ['T', 50, 80] });
    expect(told(publish(report, options))).toMatchObject({ a: '#/40?0', b: '#/60?0', c: '50/80?0' });
  });

  test('a denominator takes its numerator along', () => {
    const report = reportOn({ a: ['T', 0, 9], b: ['T', 30, 60], c: ['T', 50, 80] });
    expect(told(publish(report, options))).toMatchObject({ a: '#/#?0', b: '#/#?0', c: '50/80?0' });
  });

  test('the sum is suppressed where no sister is left to hide behind', () => {
    const report = reportOn({ a: ['T', 9, 40], b: ['T', 0, 60], c: ['U', 50, 90], d: ['U', 50, 90] });
    const { whole, T, U } = told(publish(report, options));
    expect({ whole, T, U }).toEqual({ whole: '109/280?0', T: '#/100?0', U: '#/180?0' });
  });

  test('a lone village takes the town and the whole along', () => {
    expect(told(publish(reportOn({ a: ['T', 9, 40] }), options))).toEqual({
      whole: '#/40?0',
      T: '#/40?0',
      a: '#/40?0',
    });
  });

  test('where all of them meet it everywhere, the whole would tell that of the smallest village', () => {
    const report = reportOn({ a: ['T', 3, 3], b: ['T', 40, 40], c: ['T', 40, 40] });
    expect(told(publish(report, options))).toMatchObject({ whole: '#/83?0', T: '#/83?0', a: '#/#?0' });
  });

  test('another least number is taken at its word', () => {
    const report = reportOn({ a: ['T', 9, 40], b: ['T', 30, 60], c: ['T', 50, 80] });
    expect(told(publish(report, { ...options, least: 9 }))).toEqual(told(report));
    expect(told(publish(report, { ...options, least: 31 }))).toMatchObject({ a: '#/40?0', b: '#/60?0', c: '#/80?0' });
  });
});

describe('what is computed from a suppressed number', () => {
  const report = reportOn({ a: ['T', 9, 40], b: ['T', 30, 60], c: ['T', 50, 80] });
  const [a] = publish(report, options).areas;
  const [whole] = publish(reportOn({ a: ['T', 9, 40] }), options).indicators[0]?.measures ?? [];

  test('is suppressed, the verdict too', () => {
    const nothing = { value: null, low: null, high: null };
    expect(a?.measures['16']).toEqual({
      status: 'suppressed',
      numerator: null,
      denominator: 40,
      unknown: 0,
      ...nothing,
      shown: nothing,
    });
  });

  test('of the whole also the interval and the shortfall, and the indicator with it', () => {
    expect(whole).toMatchObject({ status: 'suppressed', value: null, interval: null, shortfall: null });
    expect(publish(reportOn({ a: ['T', 9, 40] }), options)).toMatchObject({
      indicators: [{ status: 'suppressed' }],
      summary: { suppressed: 1, fail: 0 },
    });
  });
});

describe('the unknown', () => {
  test('are never counted out, nor are the bounds that tell them; none is none', () => {
    const report = reportOn({ a: ['T', 20, 40, 12], b: ['T', 30, 60], c: ['T', 50, 80] });
    const published = publish(report, options);
    expect(told(published)).toEqual({ whole: '100/180?#', T: '100/180?#', a: '20/40?#', b: '30/60?0', c: '50/80?0' });
    expect(published.areas[0]?.measures['16']).toMatchObject({ value: 50, low: null, high: null });
    expect(published.indicators[0]?.measures[0]).toMatchObject({ interval: [1, 99], shortfall: null });
  });

  test.each([
    [290, 300, 2, 'suppressed'], // 95.4 % at the least, but 92.9 % with ten more
    [990, 1000, 2, 'pass'],
    [500, 1000, 2, 'fail'],
    [950, 1000, 2, 'undetermined'],
  ])('%i of %i with %i unknown is published as %s: a verdict must not tell how few they are', (n, d, u, status) => {
    const [whole] = publish(reportOn({ a: ['T', n, d, u] }), options).indicators[0]?.measures ?? [];
    expect(whole).toMatchObject({ status, value: (100 * n) / d });
  });
});

describe('a published report', () => {
  const published = publish({ ...sampleReport, showsValues: true }, options);

  test('says that it is one, and leaves out what counts and places the rows of registers', () => {
    expect(published).toMatchObject({
      published: { least: 10 },
      showsValues: false,
      ledgers: [],
      diagnostics: [],
      diagnosticTotals: {},
    });
    expect(published.summary).toMatchObject({ errors: null, warnings: null, notices: null }); // 9, 4 and 4
    expect(
      publish({ ...sampleReport, summary: { ...sampleReport.summary, errors: 0, warnings: 10 } }, options).summary,
    ).toMatchObject({ errors: 0, warnings: 10 });
  });

  test('keeps what measures have no data for as it was', () => {
    const absent = (report: Report) =>
      report.indicators.flatMap(({ measures }) => measures.filter(({ status }) => status === 'no-data'));
    expect(absent(published)).toEqual(absent(sampleReport));
    expect(absent(published)).not.toEqual([]);
  });

  test('goes as far down as it is wanted, and what is not published gives nothing away', () => {
    const report = reportOn({ a: ['T', 3, 3], b: ['T', 40, 40], c: ['U', 40, 40] });
    expect(told(publish(report, { ...options, down: 'total' }))).toEqual({ whole: '83/83?0' });
    expect(told(publish(report, { ...options, down: 'town' }))).toEqual({
      whole: '83/83?0',
      T: '43/43?0',
      U: '40/40?0',
    });
  });
});

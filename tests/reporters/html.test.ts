import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { bulletChart, thresholdRange } from '../../src/reporters/html/chart.ts';
import { html } from '../../src/reporters/html/html.ts';
import { both, markup } from '../../src/reporters/html/markup.ts';
import { measure, proportion } from './sample-measures.ts';
import { hostileReport, sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';
import { sampleSubmissions } from './sample-submissions.ts';

const page = html(sampleReport, screen());

describe('markup', () => {
  test('escapes what is filled in, but for markup', () => {
    expect(markup`<p title="${`"'`}">${'<b> & </b>'}${markup`<i>${1}</i>`}${[markup`a`, markup`b`]}</p>`.html).toBe(
      '<p title="&quot;&#39;">&lt;b&gt; &amp; &lt;/b&gt;<i>1</i>ab</p>',
    );
  });

  test('has words in both languages, once where they are the same', () => {
    expect(both({ zh: '村', en: 'Village' }).html).toBe('<span lang="zh-CN">村</span><span lang="en">Village</span>');
    expect(both({ zh: '100%', en: '100%' }).html).toBe('100%');
  });
});

test('the page loads nothing and allows no script or style but its own', () => {
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  const digest = (tag: string) => {
    const [, text = ''] = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(page) ?? [];
    return `&#39;sha256-${createHash('sha256').update(text).digest('base64')}&#39;`;
  };
  expect(policy).toContain('default-src &#39;none&#39;');
  expect(policy).toContain(`script-src ${digest('script')}`);
  expect(policy).toContain(`style-src ${digest('style')}`);
  expect(page).not.toMatch(/https?:|<iframe|<object|<img|\sstyle=|\son[a-z]+=/);
});

test('nothing that a ledger says becomes an element', () => {
  const hostile = html(hostileReport, screen());
  const tags = (text: string) => new Set([...text.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name));
  expect(tags(hostile)).toEqual(tags(page));
  expect(hostile.match(/<script|<\/script/g)).toEqual(['<script', '</script']);
  expect(hostile).toContain('&lt;b&gt;村&lt;/b&gt; &amp; &quot;|@all `x` #12');
});

test('every measure, village and kind of problem is there in both languages', () => {
  for (const { measures, names } of sampleReport.indicators) {
    for (const words of [...measures.map((each) => each.names), ...(measures.length > 1 ? [names] : [])]) {
      expect(page).toContain(both(words).html);
    }
  }
  for (const { name } of sampleReport.areas) expect(page).toContain(name);
  for (const { messages } of sampleReport.diagnostics) expect(page).toContain(both(messages).html);
  expect(page).toContain(both(sampleReport.notices).html);
});

test('a month held against its list shows first who is to be followed up, and then all', () => {
  const month = html({ ...sampleReport, submissions: sampleSubmissions }, screen());
  const [open = '', all = ''] = (/<section id="submissions">.*?<.section>/s.exec(month)?.[0] ?? '').split('<details');
  expect(open.match(/<tr><th scope="row">/g)).toHaveLength(3);
  expect(open).not.toContain('东风村 990110\n');
  expect(all.match(/<tr><th scope="row">/g)).toHaveLength(4);
  expect(all).toContain('<td>12<td>300\n');
  expect(all).toContain('<td>—<td>—\n');
});

test('many ledgers wait to be opened; one is simply there', () => {
  const [ledger] = sampleReport.ledgers;
  const many = {
    ...sampleReport,
    ledgers: Array.from({ length: 60 }, () => ledger ?? { file: '', sha256: '', sheets: [] }),
  };
  const reading = (text: string) => /<section id="reading">.*?<.section>/s.exec(text)?.[0] ?? '';
  expect(reading(page)).not.toContain('<details');
  expect(reading(html(many, screen()))).toContain('<details');
  expect(reading(html(many, screen())).match(/<tbody>/g)).toHaveLength(60);
});

test('the language of the screen is the first language of the page', () => {
  expect(page).toContain('<html lang="zh-CN">');
  expect(html(sampleReport, screen({ language: 'en' }))).toContain('<html lang="en">');
});

test('a report without areas and problems has no empty parts', () => {
  const anchors = (text: string) => [...text.matchAll(/<a href="#([a-z]+)"/g)].map(([, id]) => id);
  const sections = (text: string) => [...text.matchAll(/<section id="([a-z]+)"/g)].map(([, id]) => id);
  expect(anchors(page)).toEqual(sections(page).filter((id) => id !== 'summary'));
  const empty = html({ ...sampleReport, areas: [], towns: [], diagnostics: [], ledgers: [] }, screen());
  expect(sections(empty)).toEqual(['summary', 'indicators', 'definitions']);
  expect(anchors(empty)).toEqual(['indicators', 'definitions']);
});

describe('a chart', () => {
  const position = (chart: string, part: RegExp) => Number(part.exec(chart)?.[1]);

  test.each([
    ['>= 97%', [97, Number.POSITIVE_INFINITY]],
    ['<= 0.1%', [Number.NEGATIVE_INFINITY, 0.1]],
    ['= 0', [0, 0]],
    ['103..107', [103, 107]],
    [null, undefined],
  ])('shades what meets %s', (threshold, range) => {
    expect(thresholdRange(threshold)).toEqual(range);
  });

  test.each([
    [96, 'left'],
    [98, 'right'],
  ])('has %i %s of the limit 97', (n, side) => {
    const chart = bulletChart(proportion('1b', ['率', 'rate'], [n, 100], { status: 'fail', threshold: '>= 97%' })).html;
    const [value, limit] = [position(chart, /cx="([\d.]+)"/), position(chart, /class="limit" x1="([\d.]+)"/)];
    expect(value < limit ? 'left' : 'right').toBe(side);
  });

  test('is left out where there is no value', () => {
    expect(bulletChart(measure('12a', ['率', 'rate'], { status: 'no-data' })).html).toBe('');
  });

  test('never leaves its frame', () => {
    const extreme = proportion('1b', ['率', 'rate'], [1, 2, 900], { status: 'undetermined', threshold: '= 100%' });
    const numbers = [...bulletChart(extreme).html.matchAll(/ (?:x|x1|x2|cx)="(-?[\d.]+)"/g)].map(([, x]) => Number(x));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(4);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(216);
  });
});

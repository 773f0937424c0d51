import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../src/reporters/html/html.ts';
import { openPage, type Page, type PageOptions } from './chromium.ts';
import { hostileReport, sampleReport } from './sample-report.ts';
import { screen } from './sample-screen.ts';

const program = process.env['FP_CHECK_CHROMIUM'];
const name =
  program === undefined ? 'the page in Chromium: SKIPPED, set FP_CHECK_CHROMIUM to its path' : 'the page in Chromium';

describe.skipIf(program === undefined)(name, () => {
  const folder = mkdtempSync(join(tmpdir(), 'fp-check-page-'));
  let page: Page;

  const open = async (file: string, text: string, options?: PageOptions) => {
    writeFileSync(join(folder, file), text);
    return openPage(program ?? '', pathToFileURL(join(folder, file)).href, options);
  };

  beforeAll(async () => {
    page = await open('report.html', html(sampleReport, screen()));
  }, 60_000);

  afterAll(async () => {
    await page.close();
    rmSync(folder, { recursive: true });
  });

  const filled = (section: string) =>
    page.evaluate(
      `document.querySelector('#${section} details').open = true; new Promise(done => { const look = () => document.querySelector('#${section} noscript') === null ? done() : setTimeout(look, 10); look(); })`,
    );
  const visible = (selector: string) =>
    page.evaluate(
      `[...document.querySelectorAll('${selector}')].filter(e => e.checkVisibility()).map(e => e.textContent)`,
    );
  const villages = '#villages tbody tr';
  const firstCells = () =>
    page.evaluate(
      `[...document.querySelectorAll('${villages}')].filter(r => !r.hidden).map(r => r.cells[0].firstChild.data.trim())`,
    );

  test('loads nothing and complains of nothing', () => {
    expect(page.requests.filter((address) => !address.startsWith('data:'))).toHaveLength(1);
    expect(page.complaints).toEqual([]);
  });

  test('shows one language, and the other at a click', async () => {
    expect(await visible('h1 span')).toEqual(['计划生育优质服务指标核查']);
    await page.evaluate(`document.querySelector('[data-language=en]').click()`);
    expect(await visible('h1 span')).toEqual(['Family-planning service indicators']);
    expect(await page.evaluate('document.title')).toBe('Family-planning service indicators');
    await page.evaluate(`document.querySelector('[data-language=zh-CN]').click()`);
    expect(await visible('h1 span')).toEqual(['计划生育优质服务指标核查']);
  });

  test('sorts the villages by a measure, up and then down, and by name in the order of the report', async () => {
    await filled('villages');
    const values = () =>
      page.evaluate(
        `[...document.querySelectorAll('${villages}')].map(r => Number.parseFloat(r.cells[2].textContent))`,
      );
    const head = (column: number) =>
      page.evaluate(`document.querySelectorAll('#villages thead button')[${column}].click()`);
    await head(2);
    const up = (await values()) as number[];
    expect(up).toEqual([...up].sort((a, b) => a - b));
    expect(up[0]).toBeLessThan(up.at(-1) ?? 0);
    await head(2);
    expect(await values()).toEqual([...up].reverse());
    expect(await page.evaluate(`document.querySelectorAll('#villages thead th')[2].ariaSort`)).toBe('descending');
    await head(0);
    expect((await firstCells()) as string[]).toHaveProperty('1', '红旗村');
  });

  test('filters the villages by name and by failing', async () => {
    await filled('villages');
    const search = (text: string) =>
      page.evaluate(
        `{ const i = document.querySelector('#villages input[type=search]'); i.value = '${text}'; i.dispatchEvent(new Event('input')); }`,
      );
    await search('东风');
    expect(await firstCells()).toEqual(['东风村 990110', '东风村 990121']);
    expect(await visible('#villages output')).toEqual(['2 / 12']);
    await page.evaluate(`document.querySelector('#villages input[type=checkbox]').click()`);
    expect(await firstCells()).toEqual(['东风村 990110']); // the other is undetermined, never failing
    await search('');
    await page.evaluate(`document.querySelector('#villages input[type=checkbox]').click()`);
    expect(await firstCells()).toHaveLength(12);
  });

  test('builds long parts before someone searches the page for them, and complains of nothing', async () => {
    const idle = await open('idle.html', html(sampleReport, screen()));
    await idle.evaluate(
      `new Promise(done => { const look = () => document.querySelector('noscript') === null ? done() : setTimeout(look, 10); look(); })`,
    );
    expect(await idle.evaluate(`document.querySelectorAll('#villages tbody tr').length`)).toBe(12);
    expect(await idle.evaluate(`document.querySelectorAll('#definitions dt').length`)).toBe(37);
    expect(await idle.evaluate(`document.querySelectorAll('.waiting').length`)).toBe(0);
    expect(idle.complaints).toEqual([]);
    await idle.close();
  }, 60_000);

  test('opens all of it for the printer', async () => {
    const printed = await open('printed.html', html(sampleReport, screen()));
    await printed.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await printed.evaluate(`[...document.querySelectorAll('details')].map(each => each.open)`)).toEqual(
      Array(3).fill(true),
    );
    expect(await printed.evaluate(`document.querySelector('#villages tbody tr').checkVisibility()`)).toBe(true);
    await printed.close();
  }, 60_000);

  test('a browser that runs no script shows all of it as it stands', async () => {
    const still = await open('still.html', html(sampleReport, screen()), { scripts: false });
    const shown = (selector: string) =>
      still.evaluate(`[...document.querySelectorAll('${selector}')].filter(e => e.checkVisibility()).length`);
    expect(await shown('#villages tbody tr')).toBe(12);
    expect(await shown('#definitions dt')).toBe(37);
    expect(await shown('.waiting, .controls')).toBe(0);
    await still.close();
  }, 60_000);

  test('runs nothing that a ledger brought in', async () => {
    const hostile = await open('hostile.html', html(hostileReport, screen()));
    await hostile.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(hostile.requests.filter((address) => !address.startsWith('data:'))).toHaveLength(1);
    expect(hostile.complaints).toEqual([]);
    await hostile.close();
  }, 60_000);
});

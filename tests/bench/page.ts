import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Report } from '../../src/model/report.ts';
import type { SubmissionsReport } from '../../src/model/submissions.ts';
import { html } from '../../src/reporters/html/html.ts';
import { type Browser, openBrowser } from '../reporters/chromium.ts';
import { WORK } from './ledgers.ts';

const CHROMIUM = process.env['FP_CHECK_CHROMIUM'] ?? '/usr/bin/chromium';
const ROOT = join(import.meta.dirname, '../..');
const VILLAGES = 300;
const ROUNDS = 21;
const TIMES = 3;

/** How long a browser takes to open the page of a district of 300 villages, and an empty page: in turn, in one browser. */
export async function benchPage(): Promise<void> {
  console.log(`\nThe page of a district of ${VILLAGES} villages  (median of ${ROUNDS})`);
  if (!existsSync(CHROMIUM)) return console.log(`  NOT TRIED  no Chromium at ${CHROMIUM} (FP_CHECK_CHROMIUM)`);
  const pages = madePages();
  const browser = openBrowser(CHROMIUM);
  const times = new Map(pages.map(({ name }) => [name, [] as Times[]]));
  for (let round = 0; round <= ROUNDS; round++)
    for (const { name, url } of pages) {
      const timed = await timeOf(browser, url);
      if (round > 0) times.get(name)?.push(timed); // the first is a warm-up
    }
  await browser.close();
  const [empty = { loaded: 0, painted: 0 }, ...others] = [...times].map(([name, all]) => told(name, all));
  for (const { name, loaded, painted } of others) {
    const ratios = [loaded / empty.loaded, painted / empty.painted];
    const isKept = ratios.every((ratio) => ratio <= TIMES);
    const text = ratios.map((ratio) => ratio.toFixed(2)).join(' and ');
    console.log(
      `  ${isKept ? 'kept    ' : 'NOT KEPT'}   within ${TIMES} × an empty page: ${name} loaded and painted in ${text} ×`,
    );
  }
}

interface Times {
  /** Milliseconds from the beginning of the navigation to the end of the load event. */
  readonly loaded: number;
  /** The same, to the second frame after it: by then what is in sight has been painted. */
  readonly painted: number;
}

async function timeOf(browser: Browser, url: string): Promise<Times> {
  const page = await browser.open(url);
  const [loaded, painted] =
    (await page.evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
    done([performance.getEntriesByType('navigation')[0].loadEventEnd, performance.now()]))))`)) as [number, number]; // as written there
  await page.close();
  return { loaded, painted };
}

function told(name: string, all: readonly Times[]) {
  const middle = (key: keyof Times) =>
    all.map((times) => times[key]).sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
  const [loaded, painted] = [middle('loaded'), middle('painted')];
  console.log(
    `  ${name.padEnd(44)}${loaded.toFixed(1).padStart(8)} ms loaded${painted.toFixed(1).padStart(8)} ms painted`,
  );
  return { name, loaded, painted };
}

function madePages() {
  const screen = {
    language: 'zh',
    columns: 100,
    colour: false,
    by: 'total',
    verbosity: 'normal',
    configuration: null,
  } as const;
  const district = districtReport();
  const texts = [
    ['an empty page', '<!doctype html><title>empty</title>\n'],
    ['one ledger of all villages', html(district, screen)],
    ['a ledger of each village, and their list', html(ofManyLedgers(district), screen)],
  ] as const;
  mkdirSync(WORK, { recursive: true });
  return texts.map(([name, text], index) => {
    const path = join(WORK, `page-${index}.html`);
    writeFileSync(path, text);
    return { name, url: pathToFileURL(path).href };
  });
}

/** The shipped district, its villages many times over. */
function districtReport(): Report {
  const args = [join(ROOT, 'bin/fp-check.js'), join(ROOT, 'fixtures/2025-06.xlsx'), '-f', 'json'];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const report: Report = JSON.parse(stdout);
  const areas = Array.from({ length: VILLAGES }, (_, index) => {
    const area = report.areas[index % report.areas.length];
    return {
      code: `${991000 + index}`,
      name: `${area?.name}${index}`,
      town: area?.town ?? null,
      measures: area?.measures ?? {},
    };
  });
  return { ...report, areas };
}

function ofManyLedgers(report: Report): Report {
  const rows = { women: 240, births: 12, procedures: 9, followups: 8, services: 30, benefits: 4 };
  const fileOf = (code: string | null) => `2025-06/${code}.xlsx`;
  const villages = report.areas.map(({ code, name, town }, index) => {
    const state = index % 17 === 0 ? ('late' as const) : ('received' as const);
    const files = [fileOf(code)];
    return { code, name, town, state, received: '2025-07-01', files, oddities: [], copyOf: null, rows };
  });
  const late = villages.filter(({ state }) => state === 'late').length;
  const odd = { missing: 0, empty: 0, unreadable: 0, unexpected: 0, unchanged: 0, copied: 0, twice: 0, strayFiles: 0 };
  const summary = { expected: VILLAGES, received: VILLAGES - late, late, ...odd };
  const submissions: SubmissionsReport = {
    due: '2025-07-03',
    registers: Object.keys(rows),
    villages,
    unreadable: [],
    summary,
  };
  const [ledger] = report.ledgers;
  const ledgers = report.areas.map(({ code }) => ({ sha256: '', sheets: [], ...ledger, file: fileOf(code) }));
  return { ...report, ledgers, submissions };
}

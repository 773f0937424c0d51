import ExcelJS from 'exceljs';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Difference } from '../../src/diff/difference.ts';
import { type DiffFormatName, diffReporters } from '../../src/diff/reporters/index.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import type { Screen } from '../../src/reporters/reporter.ts';
import type { Tables } from '../ledger-of.ts';
import { compared } from './compared.ts';
import { shipped } from './shipped-months.ts';

const screen: Screen = {
  language: 'zh',
  columns: 100,
  colour: false,
  by: 'total',
  verbosity: 'normal',
  configuration: null,
};

let difference: Difference;
beforeAll(async () => {
  difference = await compared({ of: [shipped('2025-05.xlsx')] }, { of: [shipped('2025-06.xlsx')] });
});

afterEach(() => {
  vi.useRealTimers();
});

async function rendered(format: Exclude<DiffFormatName, 'xlsx'>, options: Partial<Screen> = {}, of = difference) {
  const report = await diffReporters[format].load();
  return report(of, { ...screen, ...options });
}

async function workbookOf(of: Difference, language: Screen['language'] = 'zh'): Promise<Uint8Array> {
  const report = await diffReporters.xlsx.load();
  return report(of, { language });
}

describe('the table', () => {
  test.each(['zh', 'en'] as const)('in %s is as it was read and approved', async (language) => {
    await expect(await rendered('table', { language })).toMatchFileSnapshot(`screens/table-${language}.txt`);
  });

  test.each([60, 80, 100, 160])('fits a screen of %i columns', async (columns) => {
    for (const by of ['total', 'village'] as const) {
      const lines = (await rendered('table', { columns, by, verbosity: 'verbose' })).split('\n');
      expect(Math.max(...lines.map(displayWidth))).toBeLessThan(columns);
    }
  });

  test('is short where that is asked for', async () => {
    const text = await rendered('table', { verbosity: 'quiet', language: 'en' });
    expect(text).toContain('Statuses that changed');
    expect(text).not.toContain('What moved');
  });

  test('says so where nothing has changed', async () => {
    const tables: Tables = { births: [{ village: '东风村', id: 'B1', birth_date: '2025-01-01' }] };
    const same = await compared({ of: tables, period: '2025-05' }, { of: tables, period: '2025-05' });
    expect(await rendered('table', { language: 'en' }, same)).toContain('Nothing has changed.');
    expect(await rendered('markdown', { language: 'zh' }, same)).toContain('没有任何变化。');
  });
});

describe('the page', () => {
  test.each(['zh', 'en'] as const)('in %s is as it was read and approved', async (language) => {
    await expect(await rendered('markdown', { language, by: 'village' })).toMatchFileSnapshot(
      `screens/page-${language}.txt`,
    );
  });

  test('lets no name of a village become markup, nor steer a terminal', async () => {
    const village = '<b>|村\u001b[31m';
    const tables = (policy: string): Tables => ({ births: [{ village, id: 'B1', birth_date: '2025-01-01', policy }] });
    const odd = await compared({ of: tables('政策内') }, { of: tables('政策外') });
    const [page, table] = [
      await rendered('markdown', { by: 'village' }, odd),
      await rendered('table', { by: 'village' }, odd),
    ];
    expect(page).toContain('\\<b>\\|村');
    expect(`${page}${table}`).not.toContain('\u001b');
  });
});

test('no format shows an id or what a cell holds', async () => {
  const texts = [
    await rendered('json'),
    await rendered('table', { verbosity: 'verbose' }),
    await rendered('markdown', { verbosity: 'verbose' }),
  ];
  expect(texts.filter((text) => /[A-Z]9901\d{4,}|见附件|1990-02-30/.test(text))).toEqual([]);
});

test('the JSON is the difference itself', async () => {
  expect(JSON.parse(await rendered('json'))).toEqual(difference);
});

describe('the workbook', () => {
  let book: ExcelJS.Workbook;
  beforeAll(async () => {
    book = new ExcelJS.Workbook();
    const bytes = await workbookOf(difference);
    await book.xlsx.load(bytes.buffer as ArrayBuffer); // the bytes were just made, over a buffer of their own
  });

  test('has a sheet for each topic', () => {
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      '摘要',
      '结论变化',
      '指标变化',
      '各村变化',
      '已结账月份',
      '记录变化',
      '修改内容',
      '重复编号',
      '表的结构',
      '数据问题',
    ]);
  });

  test.each(['指标变化', '各村变化'])('derives in %s what follows from other cells, and rightly', (name) => {
    const sheet = book.getWorksheet(name);
    let formulas = 0;
    sheet?.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type !== ExcelJS.ValueType.Formula) return;
        formulas++;
        const value = calculated(cell.formula, (address) => sheet.getCell(address));
        if (typeof value === 'string') expect(cell.result ?? '').toBe(value);
        else expect(cell.result).toBeCloseTo(value, 9);
      });
    });
    expect(formulas).toBeGreaterThan(100);
  });

  test('is the same bytes whenever it is written', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-02-03T04:05:06Z') });
    const later = await workbookOf(difference);
    vi.setSystemTime(new Date('2032-03-04T05:06:07Z'));
    expect(Buffer.compare(later, await workbookOf(difference))).toBe(0);
  });
});

/** The three kinds of formula that the workbook has. */
function calculated(formula: string, cellAt: (address: string) => ExcelJS.Cell): number | string {
  const number = (address: string): number => {
    const { value, result, type } = cellAt(address);
    return Number(type === ExcelJS.ValueType.Formula ? result : (value ?? 0));
  };
  const [, after, before] = /^([A-Z]+\d+)-([A-Z]+\d+)$/.exec(formula) ?? [];
  if (after !== undefined && before !== undefined) return number(after) - number(before);
  const [, above, below, per] = /^IF\([A-Z]+\d+=0,"",([A-Z]+\d+)\/([A-Z]+\d+)\*(\d+)\)$/.exec(formula) ?? [];
  if (above !== undefined && below !== undefined)
    return number(below) === 0 ? '' : (number(above) / number(below)) * Number(per);
  const [, from, to] = /^SUM\(([A-Z]+\d+):([A-Z]+\d+)\)$/.exec(formula) ?? [];
  if (from === undefined || to === undefined) return number(formula);
  const { row, col } = cellAt(from).fullAddress;
  const last = cellAt(to).fullAddress.col;
  let sum = 0;
  for (let column = col; column <= last; column++) sum += number(cellAt(from).worksheet.getCell(row, column).address);
  return sum;
}

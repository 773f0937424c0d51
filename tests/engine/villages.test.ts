import { describe, expect, test } from 'vitest';
import { diagnosed, inVillage, ledgerOf, measured, measureIn, type Row, reported, type Tables } from '../ledger-of.ts';

const day = '2025-03-01';
const east = { code: '990101', name: '东村', town: '青镇' };
const west = { code: '990102', name: '西村', town: '青镇' };
const north = { code: '990203', name: '北村', town: '柳镇' };

function staff(...villages: readonly string[]): readonly Row[] {
  return villages.map((village) => ({ village, pay_due: 1, pay_paid: 1 }));
}

/** The areas of a report with how many staff each has. */
async function counted(tables: Tables | Parameters<typeof reported>[0]) {
  const { areas } = await reported(tables);
  return areas.map(({ code, name, measures }) => [code, name, measures['16']?.denominator]);
}

describe('a row belongs to the village that it names', () => {
  test('by code or by name', async () => {
    expect(await counted({ villages: [east, west], staff: staff('990101', '东村', '西村') })).toEqual([
      ['990101', '东村', 2],
      ['990102', '西村', 1],
    ]);
  });

  test('or to the name as it stands, with a warning', async () => {
    const tables = { villages: [east], staff: staff('东 村', '南村') };
    expect(await counted(tables)).toEqual([
      ['990101', '东村', 0],
      [null, '东 村', 1],
      [null, '南村', 1],
    ]);
    expect(diagnosed(await reported(tables), 'unknown-village')).toHaveLength(2);
  });

  test('or, naming none, to the only village of its ledger', async () => {
    const tables = { villages: [east], staff: staff('') };
    expect(await counted(tables)).toEqual([['990101', '东村', 1]]);
    expect(diagnosed(await reported(tables), 'unknown-village')).toEqual([]);
    const withoutColumn = ledgerOf({ villages: [east], staff: staff('') }, { without: ['staff.village'] });
    expect(await counted([withoutColumn])).toEqual([['990101', '东村', 1]]);
  });

  test.each([
    ['of two villages', [east, west]],
    ['of none', []],
  ])('else, %s, to “(未注明)”, with a warning', async (_, villages) => {
    const tables = { villages, staff: staff('', '待查') };
    expect((await counted(tables)).at(-1)).toEqual([null, '(未注明)', 2]);
    expect(diagnosed(await reported(tables), 'unknown-village')).toHaveLength(2);
  });

  test('without the column there is one warning for all rows', async () => {
    const ledger = ledgerOf({ villages: [east, west], staff: staff('', '') }, { without: ['staff.village'] });
    expect(await counted([ledger])).toContainEqual([null, '(未注明)', 2]);
    expect(diagnosed(await reported([ledger]), 'unknown-village').map(({ row }) => row)).toEqual([null]);
  });

  test('though it lies outside every window', async () => {
    const tables = { villages: [east], services: [{ village: '南村', date: '2019-01-01', item: '药具' }] };
    expect((await reported(tables)).areas.map(({ name }) => name)).toEqual(['东村', '南村']);
  });
});

describe('in several ledgers', () => {
  test('a village is that of any register of the run', async () => {
    const ledgers = [ledgerOf({ staff: staff('东村', '990102') }), ledgerOf({ villages: [east, west] })];
    expect(await counted(ledgers)).toEqual([
      ['990101', '东村', 1],
      ['990102', '西村', 1],
    ]);
  });

  test('only its own ledger’s single village is meant by an empty cell', async () => {
    const ledgers = [ledgerOf({ villages: [east] }), ledgerOf({ villages: [west, north], staff: staff('') })];
    expect(await counted(ledgers)).toContainEqual([null, '(未注明)', 1]);
  });

  const namesake = { ...north, name: '东村' };

  test('a name that two villages bear is ambiguous: an error, and “(未注明)”', async () => {
    const tables = { villages: [east, namesake], staff: staff('东村', '990203') };
    expect(await counted(tables)).toEqual([
      ['990101', '东村', 0],
      ['990203', '东村', 1],
      [null, '(未注明)', 1],
    ]);
    expect(diagnosed(await reported(tables), 'ambiguous-village')).toMatchObject([{ severity: 'error', row: 2 }]);
  });

  test('but in a ledger that lists one of the two it is that one', async () => {
    const ledgers = [
      ledgerOf({ villages: [east], staff: staff('东村') }),
      ledgerOf({ villages: [namesake] }),
      ledgerOf({ staff: staff('东村') }),
    ];
    const report = await reported(ledgers);
    expect(report.areas.map(({ code, measures }) => [code, measures['16']?.denominator])).toEqual([
      ['990101', 1],
      ['990203', 0],
      [null, 1],
    ]);
    expect(diagnosed(report, 'ambiguous-village')).toHaveLength(1);
  });

  test('two rows of one code are one village, the gaps of the first filled from the later', async () => {
    const villages = [
      { ...east, town: '', informed_choice: '是', planned_births: '' },
      { ...east, informed_choice: '', planned_births: 10 },
    ];
    const births = [{ village: '东村', birth_date: day, sex: '男', parity: 1, policy: '政策内' }];
    for (const ledgers of [
      [ledgerOf({ villages, births })],
      [...villages.map((each) => ledgerOf({ villages: [each] })), ledgerOf({ births })],
    ]) {
      const report = await reported(ledgers);
      expect(report.areas.map(({ code, town }) => [code, town])).toEqual([['990101', '青镇']]);
      expect(measureIn(report, '5')).toMatchObject({ numerator: 1, denominator: 1, unknown: 0 });
      expect(measureIn(report, '1a')).toMatchObject({ numerator: 1, denominator: 10, unknown: 0 });
      expect(diagnosed(report, 'village-repeated')).toHaveLength(1);
    }
  });

  test.each(['planned_births', 'married_women', 'informed_choice', 'self_governance'])(
    'that they differ in %s is an error: the first holds',
    async (key) => {
      const [one, other] = key.includes('_births') || key.includes('_women') ? [10, 20] : ['是', '否'];
      const report = await reported({
        villages: [
          { ...east, [key]: one },
          { ...east, [key]: other },
        ],
      });
      expect(diagnosed(report, 'village-conflict')).toMatchObject([{ row: 3, column: key, severity: 'error' }]);
      expect(diagnosed(report, 'village-repeated')).toEqual([]);
    },
  );

  test('that they differ in name or population is a warning', async () => {
    const report = await reported({
      villages: [
        { ...east, population: 1 },
        { ...east, name: '东庄', population: 2 },
      ],
    });
    expect(diagnosed(report, 'village-repeated')).toHaveLength(1);
    expect(report.areas.map(({ name }) => name)).toEqual(['东村']);
  });

  describe('a village that one ledger lists by its name and another with its code is one', () => {
    const named = { name: '东村', planned_births: 5 };
    const coded = { ...east, planned_births: 5 };
    const birth = { id: 'B1', birth_date: day, sex: '男', parity: 1, policy: '政策内' };
    const byName = ledgerOf({ villages: [named], births: [{ ...birth, village: '东村' }] });
    const byCode = ledgerOf({ villages: [coded], births: [{ ...birth, village: '990101' }] });

    test.each([
      { order: 'name first', ledgers: [byName, byCode] },
      { order: 'code first', ledgers: [byCode, byName] },
    ])('$order', async ({ ledgers }) => {
      const report = await reported(ledgers);
      expect(report.areas).toMatchObject([{ code: '990101', name: '东村', town: '青镇' }]);
      expect(measureIn(report, '1a')).toMatchObject({ numerator: 1, denominator: 5, unknown: 0 });
      expect(diagnosed(report, 'village-repeated')).toMatchObject([{ row: 2, severity: 'warning' }]);
      expect(diagnosed(report, 'duplicate-record')).toHaveLength(1);
    });

    test('also where only rows name it', async () => {
      const rows = ledgerOf({ births: [{ ...birth, id: 'B2', village: '东村' }] });
      const report = await reported([byName, rows, byCode]);
      expect(measureIn(report, '1a')).toMatchObject({ numerator: 2, denominator: 5 });
    });

    test('and what the two say otherwise is an error', async () => {
      const other = ledgerOf({ villages: [{ ...east, planned_births: 6 }] });
      const report = await reported([byName, other]);
      expect(measureIn(report, '1a')).toMatchObject({ numerator: 1, denominator: 5 });
      expect(diagnosed(report, 'village-conflict')).toMatchObject([{ column: 'planned_births', severity: 'error' }]);
    });

    test('but not where two have the name, or one ledger lists both', async () => {
      const another = ledgerOf({ villages: [{ ...east, code: '990199' }] });
      expect((await reported([byName, byCode, another])).areas).toHaveLength(3);
      expect((await reported({ villages: [named, coded] })).areas).toHaveLength(2);
    });
  });

  test('a village that two ledgers list counts once, in whichever has the column', async () => {
    const without = ledgerOf({ villages: [east, west] }, { without: ['villages.informed_choice'] });
    const other = ledgerOf({ villages: [{ ...east, informed_choice: '是' }] });
    for (const ledgers of [
      [without, other],
      [other, without],
    ]) {
      const report = await reported(ledgers);
      expect(measureIn(report, '5')).toMatchObject({
        numerator: 1,
        denominator: 1,
        unknown: 0,
        coverage: { ledgers: 1, of: 2 },
      });
      expect(inVillage(report, '西村', '5')).toMatchObject({ status: 'not-applicable' });
    }
    expect(await measured('6', [other, other])).toMatchObject({ denominator: 0, unknown: 1 });
  });
});

import { district, type Register } from './district.ts';
import type { Month, Row } from './entry.ts';
import { workbookOf } from './workbook.ts';

type Files = readonly (readonly [path: string, bytes: Uint8Array])[];

const REGISTERS: readonly string[] = ['villages', 'births', 'petitions', 'reports'];

/** What seven villages sent in two months, and the list of those that should have: one came in order, the others did not. */
export async function monthlySubmissions(seed: number): Promise<Files> {
  const [may, june] = [district(seed, '2025-05'), district(seed, '2025-06')];
  const villages = june.find(({ form }) => form.key === 'villages')?.rows.slice(0, 7) ?? [];
  const [inOrder, late, unchanged, empty, missing, original, copy] = villages;
  if (!inOrder || !late || !unchanged || !empty || !missing || !original || !copy) throw new Error('Too few villages.');
  const ledger = async (month: Month, of: Row, registers: readonly Register[]) =>
    [`submissions/${month}/${of['code']}.xlsx`, await workbookOf(registers, month)] as const;
  const received = new Map([
    [inOrder, '2025-07-01'],
    [late, '2025-07-04'],
    [unchanged, '2025-07-02'],
    [empty, '2025-07-02'],
    [original, '2025-07-01'],
    [copy, '2025-07-03'],
  ]);
  const list = villages.map((row) => [row['code'], row['name'], row['town'], received.get(row) ?? ''].join(','));
  return [
    ['submissions/villages.csv', Buffer.from(`\ufeff村代码,村名,乡镇,收到日期\r\n${list.join('\r\n')}\r\n`)],
    await ledger('2025-05', inOrder, ownOf(may, inOrder)),
    await ledger('2025-05', unchanged, ownOf(may, unchanged)),
    await ledger('2025-06', inOrder, ownOf(june, inOrder)),
    await ledger('2025-06', late, ownOf(june, late)),
    await ledger('2025-06', unchanged, ownOf(may, unchanged)),
    await ledger('2025-06', empty, withoutRecords(ownOf(june, empty))),
    await ledger('2025-06', original, ownOf(june, original)),
    await ledger('2025-06', copy, renamed(ownOf(june, original), copy)),
  ];
}

/** A village's own part of a few registers. */
function ownOf(registers: readonly Register[], { code, name }: Row): readonly Register[] {
  return registers
    .filter(({ form }) => REGISTERS.includes(form.key))
    .map(({ form, rows }) => ({
      form,
      rows: rows.filter((row) => (form.key === 'villages' ? row['code'] === code : row['village'] === name)),
    }));
}

function withoutRecords(registers: readonly Register[]): readonly Register[] {
  return registers.map(({ form, rows }) => ({ form, rows: form.key === 'villages' ? rows : [] }));
}

/** The same records under another village's name. */
function renamed(registers: readonly Register[], village: Row): readonly Register[] {
  return registers.map(({ form, rows }) => ({
    form,
    rows: form.key === 'villages' ? [village] : rows.map((row) => ({ ...row, village: village['name'] ?? null })),
  }));
}

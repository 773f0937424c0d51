import { district } from './district.ts';
import { monthlySubmissions } from './submissions.ts';
import { tablesOf } from './tables.ts';
import { workbookOf } from './workbook.ts';

const SEED = 20250630;

/** The ledgers under `fixtures/`: path and bytes, always the same. */
export async function shipped(): Promise<readonly (readonly [string, Uint8Array])[]> {
  const [may, june] = [district(SEED, '2025-05'), district(SEED, '2025-06')];
  return [
    ['2025-05.xlsx', await workbookOf(may, '2025-05')],
    ['2025-06.xlsx', await workbookOf(june, '2025-06')],
    ...tablesOf(june).map(({ name, bytes }) => [`2025-06-csv/${name}`, bytes] as const),
    ...(await monthlySubmissions(SEED)),
  ];
}

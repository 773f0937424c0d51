import { grouped } from '../../model/grouped.ts';
import type { Words } from '../../model/words.ts';
import { sheetText } from '../../reporters/places.ts';
import type { Difference } from '../difference.ts';
import type { RecordGroup } from '../record-difference.ts';

const NAMED = 5;

/** The first places of some records, the rows of one sheet together, and how many more there are. */
export function placesText(
  { addresses, count }: Pick<RecordGroup, 'addresses' | 'count'>,
  most: number = NAMED,
): Words {
  const bySheet = [...grouped(addresses.slice(0, most), sheetText)].map(
    ([sheet, at]) => [sheet, at.map(({ row }) => row)] as const,
  );
  const more = count - Math.min(most, addresses.length);
  const zh = bySheet.map(([sheet, rows]) => `${sheet} 第 ${rows.join('、')} 行`).join('；');
  const en = bySheet.map(([sheet, rows]) => `${sheet} row${rows.length > 1 ? 's' : ''} ${rows.join(', ')}`).join('; ');
  return more > 0 ? { zh: `${zh} 等 ${count} 条`, en: `${en} and ${more} more` } : { zh, en };
}

/** How areas are called: by name, and by code too where two of them share a name. */
export function areaNamer({ areas, records, duplicates }: Difference): (area: NamedArea) => string {
  const groups = [...records.entered, ...records.left, ...records.edited, ...duplicates];
  const codes = new Map<string, Set<string | null>>();
  for (const { name, code } of [...areas, ...groups.map(({ area }) => area)])
    codes.set(name, (codes.get(name) ?? new Set()).add(code));
  return ({ name, code }) => (code !== null && (codes.get(name)?.size ?? 0) > 1 ? `${name} ${code}` : name);
}

type NamedArea = RecordGroup['area'];

import { type Day, isSingleDay } from '../model/day.ts';
import type { LedgerFile, RawCell, Row } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';
import type { Limits } from '../parsers/limits.ts';
import { openSheets } from '../parsers/open.ts';
import { dateOfNumber, dateOfSerial, dateOfText } from '../records/date-cell.ts';
import { cleanText, normaliseWord } from '../records/normalise.ts';
import { rawText } from '../records/raw-text.ts';

/** A village that should send its ledger. */
export interface ExpectedVillage {
  readonly code: string | null;
  readonly name: string;
  readonly town: string | null;
  /** The base name of its file or folder, where the list tells it. */
  readonly file: string | null;
  readonly received: Day | null;
}

export interface ExpectedList {
  readonly villages: readonly ExpectedVillage[];
  /** Whether the list has a column for the day on which a ledger came. */
  readonly tellsDays: boolean;
}

/** Reads the list of villages: CSV or a workbook's first sheet. Throws a UsageError that names the row at fault. */
export async function readExpected(file: LedgerFile, limits: Limits): Promise<ExpectedList> {
  const sheets = await openSheets(file, { limits, scoreHeader: (fields) => columnsIn(fields).size });
  const sheet = sheets.find(({ isRowless }) => isRowless !== true);
  const rows: Row[] = [];
  if (sheet !== undefined) for await (const batch of sheet.rows()) rows.push(...batch.rows);
  const used = rows.filter(({ cells }) => cells.some((cell) => rawText(cell) !== ''));
  const [header, ...others] = used;
  const columns = columnsIn((header?.cells ?? []).map(rawText));
  if (!columns.has('name') && !columns.has('code')) throw refusal(file.name, NO_VILLAGE);
  const villages = others.map((row) =>
    villageIn(row, columns, { file: file.name, date1904: sheet?.date1904 ?? false }),
  );
  refuseRepeated(villages, others, file.name);
  if (villages.length === 0) throw refusal(file.name, NO_ROW);
  return { villages, tellsDays: columns.has('received') };
}

const headers = {
  code: ['村代码', '代码', 'code'],
  name: ['村名', '村名称', '村', '行政村', 'name', 'village'],
  town: ['乡镇', '镇', '乡', 'town'],
  file: ['文件', '文件名', '台账', 'file'],
  received: ['收到日期', '报送日期', '上报日期', 'received'],
} as const;
type Key = keyof typeof headers;
const keys = Object.keys(headers) as readonly Key[]; // keyof is exact: the object is a literal

function columnsIn(fields: readonly string[]): ReadonlyMap<Key, number> {
  const words = fields.map(normaliseWord);
  return new Map(
    keys.flatMap((key) => {
      const accepted = headers[key].map(normaliseWord);
      const index = words.findIndex((word) => accepted.includes(word));
      return index < 0 ? [] : [[key, index] as const];
    }),
  );
}

interface Source {
  readonly file: string;
  readonly date1904: boolean;
}

function villageIn({ cells, number }: Row, columns: ReadonlyMap<Key, number>, source: Source): ExpectedVillage {
  const cellOf = (key: Key): RawCell | undefined => cells[columns.get(key) ?? -1];
  const textOf = (key: Key) => cleanText(rawText(cellOf(key))) || null;
  const [code, name] = [textOf('code'), textOf('name')];
  const known = name ?? code;
  if (known === null) throw refusal(source.file, inRow(number, NAMELESS));
  const raw = cellOf('received');
  const received = dayIn(raw, source.date1904);
  if (received === undefined) throw refusal(source.file, inRow(number, NO_DAY));
  return { code, name: known, town: textOf('town'), file: textOf('file'), received };
}

/** `null` for an empty cell, `undefined` for one that holds no day. */
function dayIn(raw: RawCell | undefined, date1904: boolean): Day | null | undefined {
  const context = { date1904, year: 2099 };
  if (typeof raw === 'object' && raw !== null && 'serial' in raw) return dayOrNone(dateOfSerial(raw.serial, context));
  if (typeof raw === 'number') return dayOrNone(dateOfNumber(raw, context));
  const text = cleanText(rawText(raw));
  return text === '' ? null : dayOrNone(dateOfText(text, context));
}

function dayOrNone(reading: ReturnType<typeof dateOfText>): Day | undefined {
  return typeof reading === 'object' && isSingleDay(reading) ? reading.first : undefined;
}

function refuseRepeated(villages: readonly ExpectedVillage[], rows: readonly Row[], file: string): void {
  const keysMet = new Set<string>();
  for (const [index, { code, name, town }] of villages.entries()) {
    const key = code ?? `${town} ${name}`;
    if (keysMet.has(key)) throw refusal(file, inRow(rows[index]?.number ?? 0, REPEATED));
    keysMet.add(key);
  }
}

const NO_VILLAGE: Words = {
  zh: '第一行应是表头，至少有“村名”或“村代码”；还可以有“乡镇”“文件”“收到日期”',
  en: 'its first row should be the header, with 村名 (name) or 村代码 (code) at the least; 乡镇 (town), 文件 (file) and 收到日期 (received) may follow',
};
const NO_ROW: Words = { zh: '表头下面没有村', en: 'there is no village below the header' };
const NAMELESS: Words = { zh: '没有村名，也没有村代码', en: 'there is neither a name nor a code' };
const NO_DAY: Words = { zh: '“收到日期”应写作 2025-07-03', en: 'the day received should be written as 2025-07-03' };
const REPEATED: Words = { zh: '这个村前面已经列过', en: 'the village is listed above already' };

function inRow(row: number, { zh, en }: Words): Words {
  return { zh: `第 ${row} 行：${zh}`, en: `row ${row}: ${en}` };
}

function refusal(file: string, { zh, en }: Words): UsageError {
  return new UsageError({ zh: `应交名单“${file}”：${zh}。`, en: `The list of villages “${file}”: ${en}.` });
}

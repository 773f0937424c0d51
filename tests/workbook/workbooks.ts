import ExcelJS from 'exceljs';
import { type CheckRequest, checkRun } from '../../src/check.ts';
import type { CheckedRun } from '../../src/engine/checked-run.ts';
import { countRun } from '../../src/engine/counted-run.ts';
import { periodNamed } from '../../src/engine/run-period.ts';
import type { Ledger, LedgerFile } from '../../src/model/sheet.ts';
import type { Language } from '../../src/model/words.ts';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { openZip } from '../../src/parsers/zip.ts';
import { rawChunks, readEntry } from '../../src/parsers/zip-entry.ts';
import { defaultSettings } from '../../src/profiles/settings.ts';
import { annotate } from '../../src/workbook/annotate.ts';
import { type FindingsOptions, findingsWorkbook } from '../../src/workbook/findings.ts';
import { PackageParts } from '../../src/workbook/package/package-parts.ts';
import type { PackedPart } from '../../src/workbook/package/packed-part.ts';
import { zipOf } from '../../src/workbook/package/zip-writing.ts';
import { RunObservation } from '../../src/workbook/run-observation.ts';

export type Cells = readonly (string | number | Date | null)[];

export function fileOf(bytes: Uint8Array, name = 'ledger.xlsx'): LedgerFile {
  return { name, source: { size: bytes.length, slice: async (start, end) => bytes.subarray(start, end) } };
}

export function ledgerOf(file: LedgerFile): Ledger {
  return { name: file.name, periodHints: [file.name], files: [file], isFolder: false };
}

export async function checkOf(ledgers: readonly Ledger[], options: Partial<CheckRequest> = {}): Promise<CheckedRun> {
  const settings = options.settings ?? defaultSettings('district-17');
  const command = (named: string) => `fp-check ledger --period ${named}`;
  return checkRun(ledgers, {
    settings,
    period: periodNamed({ settings, period: '2025-06', command }),
    limits: defaultLimits,
    only: null,
    showValues: false,
    version: '0',
    ...options,
  });
}

/** What is gathered of a run that nobody has observed while it was checked: it is read once more. */
export async function observed({ counted, report }: CheckedRun): Promise<RunObservation> {
  const observation = new RunObservation(report.only);
  await countRun(counted.run, { ...counted, report: () => {}, observer: observation });
  return observation;
}

/** A workbook of the results of a run. */
export async function findingsOf(checked: CheckedRun, options: Partial<FindingsOptions> = {}): Promise<Buffer> {
  return bytesOf(findingsWorkbook(checked, { language: 'zh', observation: await observed(checked), ...options }));
}

/** A workbook checked, and its annotated copy. */
export async function annotated(bytes: Uint8Array, language: Language = 'zh') {
  const file = fileOf(bytes);
  const observation = new RunObservation(null);
  const checked = await checkOf([ledgerOf(file)], { observer: observation });
  const copy = await bytesOf(annotate(file, checked, { ledger: 0, limits: defaultLimits, language, observation }));
  return { checked, copy };
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** A workbook with the given rows, sheet by sheet. */
export async function workbookOf(
  sheets: Readonly<Record<string, readonly Cells[]>>,
  change: (book: ExcelJS.Workbook) => void = () => {},
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows.map((row) => [...row]));
  change(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

export async function openBook(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer); // exceljs asks for an older kind of Buffer
  return book;
}

/** A part as text. */
export async function partOf(bytes: Uint8Array, name: string): Promise<string> {
  const archive = await openZip(fileOf(bytes), defaultLimits);
  const entry = archive.entry(name);
  if (entry === undefined)
    throw new Error(`There is no part ${name}: ${archive.entries.map((each) => each.name).join(' ')}`);
  return (await readEntry(archive, entry)).toString('utf8');
}

/** The compressed bytes of every part, by its name. */
export async function rawParts(bytes: Uint8Array): Promise<ReadonlyMap<string, Buffer>> {
  const archive = await openZip(fileOf(bytes), defaultLimits);
  const parts = new Map<string, Buffer>();
  for (const entry of archive.entries) parts.set(entry.name, await bytesOf(rawChunks(archive, entry)));
  return parts;
}

/** The same package with some parts written anew; `null` takes one out. */
export async function withParts(
  bytes: Uint8Array,
  parts: Readonly<Record<string, string | PackedPart | null>>,
): Promise<Buffer> {
  const archive = await openZip(fileOf(bytes), defaultLimits);
  const changed = new PackageParts(archive);
  for (const [name, contents] of Object.entries(parts)) {
    if (contents === null) changed.remove(name);
    else await changed.write(name, contents);
  }
  return bytesOf(zipOf(changed.items(), archive));
}

/** A ledger with one fault of each severity: an impossible date, a birth after the month, a cell left empty. */
export function faultyLedger(change?: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  return workbookOf(
    {
      村情: [
        ['村代码', '村名', '乡镇', '已婚育龄妇女人数', '人口计划出生数', '规范开展知情选择', '实行村民自治'],
        ['990101', '东风村', '青溪镇', 40, 3, '是', '是'],
      ],
      出生: [
        ['青溪镇出生登记册'],
        ['村名', '出生编号', '出生日期', '性别', '孩次', '政策属性'],
        ['东风村', 'B1', '2025-02-30', '男', 1, '政策内'],
        ['东风村', 'B2', new Date(Date.UTC(2025, 6, 2)), '女', 1, '政策内'],
        ['东风村', 'B3', '2025-03-01', '女', 2, null],
        ['东风村', 'B4', '2025-04-01', '男', 1, '政策内'],
      ],
      图表: [['不是登记册']],
    },
    change,
  );
}

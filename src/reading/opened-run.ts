import type { Ledger, LedgerFile, Sheet } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Words } from '../model/words.ts';
import { Keeping } from '../parsers/keeping.ts';
import { openSheets, type ParseOptions } from '../parsers/open.ts';
import { type Recognition, recognise } from '../records/recognition.ts';
import type { RegisterName } from '../records/registers.ts';
import { isRegister, type RegisterPlan, type SheetPlan } from '../records/sheet-plan.ts';
import type { Vocabulary } from '../records/vocabulary.ts';
import { headRows } from './head-rows.ts';
import { type ReturnedWorkbook, returnedWorkbook, withoutColumn } from './returned-workbook.ts';

type Opening = Omit<ParseOptions, 'scoreHeader' | 'keeping'>;

/** The ledgers of a run, opened: every sheet recognised, no record read yet. */
export interface OpenedRun {
  readonly ledgers: readonly Ledger[];
  readonly plans: readonly SheetPlan[];
  readonly vocabulary: Vocabulary;
  /** The workbooks that an earlier run has annotated, by the number of their ledger. What it added is no part of the run. */
  readonly returned: ReadonlyMap<number, ReturnedWorkbook>;
}

/** Opens every ledger. Throws a UsageError for a file that cannot be read, and for one that is no ledger. */
export async function openRun(
  ledgers: readonly Ledger[],
  vocabulary: Vocabulary,
  options: Opening,
): Promise<OpenedRun> {
  return ofLedgers(await openAnything(ledgers, vocabulary, options));
}

/** The same run. Throws a UsageError for a file that is no ledger. */
export function ofLedgers(run: OpenedRun): OpenedRun {
  for (const [ledger, { name }] of run.ledgers.entries()) {
    if (isLedger(run, ledger)) continue;
    const isGuessed = run.plans.some((plan) => plan.ledger === ledger && plan.sheet.encoding === 'GB18030');
    throw noLedger(name, isGuessed ? otherEncoding : { zh: '', en: '' });
  }
  return run;
}

/** Opens every file, whatever it holds: to see why it is no ledger. */
export async function openAnything(
  ledgers: readonly Ledger[],
  vocabulary: Vocabulary,
  options: Opening,
): Promise<OpenedRun> {
  const keeping = new Keeping();
  const plans: SheetPlan[] = [];
  const returned = new Map<number, ReturnedWorkbook>();
  const parsing = { ...options, scoreHeader: vocabulary.score, keeping };
  const all = ledgers.flatMap(({ files, isFolder }, ledger) => files.map((file) => ({ ledger, file, isFolder })));
  const indices = ledgers.map(() => 0);
  for await (const { ledger, file, isFolder, sheets } of openedAhead(all, parsing)) {
    const earlier = await returnedWorkbook(sheets);
    if (earlier !== null) returned.set(ledger, earlier);
    for (const [number, opened] of sheets.entries()) {
      const index = indices[ledger] ?? 0;
      indices[ledger] = index + 1;
      if (earlier?.added.has(number)) continue;
      const findings = earlier?.columns.get(number);
      const sheet = findings === undefined ? opened : withoutColumn(await whole(opened), findings);
      const place = { ledger, index, serial: plans.length, file: isFolder ? file.name : null };
      plans.push({ ...place, ...(await recognised(sheet, vocabulary)) });
    }
  }
  return { ledgers, plans, vocabulary, returned };
}

/** Whether any sheet is a register, or is called like one, or nearly one. */
function isLedger({ plans }: OpenedRun, ledger: number): boolean {
  return plans.some(
    ({ ledger: own, recognition }) => own === ledger && (recognition.kind !== 'unknown' || recognition.nearly !== null),
  );
}

/** No text proves that it is in GB18030, and traditional characters often come in another. */
const otherEncoding: Words = {
  zh: '文字是按 GB18030 编码读的；如果是别的编码（如 Big5），请用 --encoding big5 指明。',
  en: ' Its text was read as GB18030; if it has another encoding, such as Big5, name that with --encoding big5.',
};

function noLedger(name: string, more: Words): UsageError {
  return new UsageError({
    zh: `“${name}”里没有一张表是登记册，不是台账。登记册按表名或表头认出，fp-check template 写一份标准的；fp-check read ${name} 看读到了什么，自己的表头可写进配置的 columns。${more.zh}`,
    en: `“${name}” holds no register, so it is no ledger. A register is known by its sheet's name or by its headers, as in what fp-check template writes; fp-check read ${name} shows what was read, and headers of your own go under “columns” in the configuration.${more.en}`,
  });
}

/** Opens files in order, some ahead: while one is looked at, other threads read and inflate the next. */
async function* openedAhead<F extends { readonly file: LedgerFile }>(files: readonly F[], options: ParseOptions) {
  const begun: (() => Promise<F & { readonly sheets: readonly Sheet[] }>)[] = [];
  for (const given of files) {
    begun.push(begin(given, options));
    const first = begun.length > AHEAD ? begun.shift() : undefined;
    if (first !== undefined) yield await first();
  }
  for (const rest of begun) yield await rest();
}

/** Begins to open a file; what is returned says that its turn has come, and waits for it. */
function begin<F extends { readonly file: LedgerFile }>(given: F, options: ParseOptions) {
  let come = () => {};
  const turn = new Promise<void>((resolve) => {
    come = resolve;
  });
  const opening = openSheets(given.file, { ...options, turn });
  opening.catch(() => {}); // told when its turn comes, if one before it does not end the run
  return async () => {
    come();
    return { ...given, sheets: await opening };
  };
}

const AHEAD = 2; // files

/** What a sheet is. One that is no register by what stands before its rows may be one by what stands behind them. */
async function recognised(sheet: Sheet, vocabulary: Vocabulary): Promise<Pick<SheetPlan, 'sheet' | 'recognition'>> {
  const recognition = await recogniseSheet(sheet, vocabulary);
  if (recognition.kind === 'register' || sheet.whenRead === undefined) return { sheet, recognition };
  return recognised(await whole(sheet), vocabulary);
}

async function whole(sheet: Sheet): Promise<Sheet> {
  return sheet.whenRead === undefined ? sheet : (await sheet.whenRead()).sheet;
}

/** Reads as much of a sheet as it takes to see what it is. */
export async function recogniseSheet(sheet: Sheet, vocabulary: Vocabulary): Promise<Recognition> {
  if (sheet.isRowless === true) return { kind: 'unknown', nearly: null, titles: [] };
  return recognise({ name: sheet.name, rows: await headRows(sheet), merges: sheet.merges }, vocabulary);
}

export function registersOf({ plans }: OpenedRun): readonly RegisterPlan[] {
  return plans.filter(isRegister);
}

/** The sheets of one ledger that are one register. */
export function plansOf(run: OpenedRun, ledger: number, register: RegisterName): readonly RegisterPlan[] {
  return registersOf(run).filter((plan) => plan.ledger === ledger && plan.recognition.layout.register === register);
}

/** How a sheet is called in words: by its name, with its ledger before it where there are several. */
export function labelOf({ ledgers, plans }: OpenedRun, serial: number): string {
  const plan = plans[serial];
  if (plan === undefined) throw new Error(`The run has no sheet ${serial}.`);
  const own = plan.sheet.name;
  return ledgers.length > 1 ? `${ledgers[plan.ledger]?.name} › ${own}` : own;
}

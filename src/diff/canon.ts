import { createHmac } from 'node:crypto';
import { isPeriod } from '../engine/period-choice.ts';
import { toldPeriod } from '../engine/run-period.ts';
import type { Area } from '../model/area.ts';
import { byCodePoints } from '../model/code-points.ts';
import type { Ledger } from '../model/sheet.ts';
import { UsageError } from '../model/usage-error.ts';
import type { Limits } from '../parsers/limits.ts';
import type { Settings } from '../profiles/settings.ts';
import { FAR } from '../reading/latest-day.ts';
import { type OpenedRun, openRun } from '../reading/opened-run.ts';
import { readRun } from '../reading/read-run.ts';
import { EMPTY, isKnown } from '../records/cell.ts';
import { cellAt, type RegisterRecord } from '../records/record.ts';
import { columnsOf, registerNames } from '../records/registers.ts';
import { isRegister } from '../records/sheet-plan.ts';
import { vocabulary } from '../records/vocabulary.ts';
import { comparedKeys, plainCell } from './record-text.ts';

export interface CanonOptions {
  readonly settings: Settings;
  /** The period as the user typed it; `null` to find it out. Where nothing tells one, the text is made without. */
  readonly period: string | null;
  readonly encoding?: string | undefined;
  readonly limits: Limits;
}

/**
 * Ledgers as one text that does not depend on the order of sheets, rows and columns, nor on how a day or a word is
 * written: a line a record, sorted. Ids are replaced by their HMAC-SHA-256 under the key, so that the text can be
 * reviewed and compared by others, and nobody without the key can find out whose record it is by trying ids.
 */
export async function canon(
  ledgers: readonly Ledger[],
  key: string | Uint8Array,
  options: CanonOptions,
): Promise<string> {
  if (key.length === 0) throw noKey();
  const run = await openRun(ledgers, vocabulary(options.settings.own), options);
  const choice = toldPeriod(run, options);
  const found: RegisterRecord[] = [];
  const take = (record: RegisterRecord) => {
    found.push(record);
  };
  const { villages } = await readRun(
    run,
    {
      end: isPeriod(choice) ? choice.end : FAR,
      counts: () => false,
      report: () => {},
      seeRepeated: take,
    },
    take,
  );
  for (const { record } of villages.listed) take(record);
  const digest = digesting(key);
  const lines = found.map((record) => ({
    register: record.register,
    text: recordLine(record, { area: villages.areas[record.area], digest }),
  }));
  const sorted = lines.sort(
    (a, b) => registerNames.indexOf(a.register) - registerNames.indexOf(b.register) || byCodePoints(a.text, b.text),
  );
  return [...formLines(run), ...sorted.map(({ text }) => text), ''].join('\n');
}

/** The form of the ledger: which registers and columns it has, and what is not read. */
function formLines({ plans }: OpenedRun): readonly string[] {
  const lines = plans.map((plan) => {
    if (!isRegister(plan)) return `# not read: ${escaped(plan.sheet.name)}`;
    const { register, columns, ignored } = plan.recognition.layout;
    const keys = columns.map(({ key }) => key).sort(byCodePoints);
    const unread = ignored.map(({ header }) => escaped(header)).sort(byCodePoints);
    return `# ${register}: ${keys.join(' ')}${unread.length === 0 ? '' : ` (not read: ${unread.join(', ')})`}`;
  });
  return [...new Set(lines)].sort(byCodePoints);
}

interface Setting {
  readonly area: Area | undefined;
  readonly digest: (id: string) => string;
}

function recordLine(record: RegisterRecord, { area, digest }: Setting): string {
  const { register } = record;
  const columns = columnsOf(register);
  const fields = comparedKeys(register).flatMap((key) => {
    const cell = cellAt(record, key);
    if (cell === EMPTY) return [];
    const kind = columns[key]?.kind;
    const text = kind === 'id' && isKnown(cell) ? digest(String(cell)) : escaped(plainCell(cell, kind));
    return [`${key}=${text}`];
  });
  return [register, escaped(area?.code ?? area?.name ?? ''), ...fields].join('\t');
}

/** Ids repeat: a woman stands in many registers. */
function digesting(key: string | Uint8Array): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const digest = known.get(id) ?? createHmac('sha256', key).update(id).digest('hex');
    known.set(id, digest);
    return digest;
  };
}

/** What would break a line, or steer a terminal, as an escape. */
function escaped(text: string): string {
  return text.replace(/[\\\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    character === '\\' ? '\\\\' : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

function noKey(): UsageError {
  return new UsageError({
    zh: '没有密钥：请用 --key-file 指明密钥文件，或设置环境变量 FP_CHECK_KEY。没有密钥的编号摘要可以被逐个试出来。',
    en: 'There is no key: name a file with --key-file, or set FP_CHECK_KEY. Without a key, ids could be found out by trying them.',
  });
}

import { plansOf, registersOf } from '../reading/opened-run.ts';
import { columnsOf, type RegisterName, registerNames } from '../records/registers.ts';
import type { RegisterPlan } from '../records/sheet-plan.ts';
import type { Reading } from './reading.ts';
import type { SchemaChange } from './record-difference.ts';

/** The columns of a register by key: those of both months, and those of one alone. */
export interface ColumnChange {
  readonly common: ReadonlySet<string>;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function changedColumns(register: RegisterName, before: Reading, after: Reading): ColumnChange {
  const [earlier, later] = [headersOf(register, before), headersOf(register, after)];
  const all = Object.keys(columnsOf(register));
  // A register that one month lacks has no columns to compare there.
  if (earlier === undefined || later === undefined) return { common: new Set(all), added: [], removed: [] };
  return {
    common: new Set(all.filter((key) => earlier.read.has(key) === later.read.has(key))),
    added: all.filter((key) => !earlier.read.has(key) && later.read.has(key)),
    removed: all.filter((key) => earlier.read.has(key) && !later.read.has(key)),
  };
}

/** What changed in the form of the ledgers: a line each, however many rows stand under it. */
export function schemaChanges(before: Reading, after: Reading): readonly SchemaChange[] {
  return registerNames.flatMap((register): readonly SchemaChange[] => {
    const [earlier, later] = [headersOf(register, before), headersOf(register, after)];
    if (earlier === undefined && later === undefined) return [];
    if (earlier === undefined) return [{ kind: 'register-added', register, lacks: lacksOf(register, before) }];
    if (later === undefined) return [{ kind: 'register-removed', register, lacks: lacksOf(register, after) }];
    return columnChanges(register, earlier, later);
  });
}

/** The headers of a register in one month. */
interface Headers {
  /** By key, as the sheets have them. */
  readonly read: ReadonlyMap<string, ReadonlySet<string>>;
  readonly ignored: ReadonlySet<string>;
}

function headersOf(register: RegisterName, { counted: { run } }: Reading): Headers | undefined {
  const plans: readonly RegisterPlan[] = registersOf(run).filter(
    ({ recognition }) => recognition.layout.register === register,
  );
  if (plans.length === 0) return undefined;
  const read = new Map<string, Set<string>>();
  for (const { recognition } of plans) {
    for (const { key, header } of recognition.layout.columns) read.set(key, (read.get(key) ?? new Set()).add(header));
  }
  return {
    read,
    ignored: new Set(plans.flatMap((plan) => plan.recognition.layout.ignored.map(({ header }) => header))),
  };
}

/** The required columns that a sheet of the register is without, where that is why it cannot be read. */
export function lacksOf(register: RegisterName, { counted: { run } }: Reading): readonly string[] {
  if (run.ledgers.some((_, ledger) => plansOf(run, ledger, register).length > 0)) return [];
  return run.plans.flatMap(({ recognition }) =>
    recognition.kind === 'incomplete' && recognition.register === register ? recognition.missing : [],
  );
}

function columnChanges(register: RegisterName, earlier: Headers, later: Headers): readonly SchemaChange[] {
  const keys = Object.keys(columnsOf(register));
  const unread = {
    gone: [...earlier.ignored].filter((header) => !later.ignored.has(header)),
    come: [...later.ignored].filter((header) => !earlier.ignored.has(header)),
  };
  const changes = keys.flatMap((key): readonly SchemaChange[] => {
    const [from, to] = [earlier.read.get(key), later.read.get(key)];
    if (from === undefined && to === undefined) return [];
    if (from !== undefined && to !== undefined)
      return renamed(from, to).map((names) => ({ kind: 'column-renamed', register, ...names, isRead: true }));
    return [{ kind: to === undefined ? 'column-removed' : 'column-added', register, column: firstOf(to ?? from), key }];
  });
  return withUnread(register, changes, unread);
}

function renamed(from: ReadonlySet<string>, to: ReadonlySet<string>) {
  const gone = [...from].filter((header) => !to.has(header));
  const come = [...to].filter((header) => !from.has(header));
  const [one, other] = [gone[0], come[0]];
  return one === undefined || other === undefined ? [] : [{ from: one, to: other }];
}

/** A column that is no longer read, and one unread header more in its place: it was renamed to what is not understood. */
function withUnread(
  register: RegisterName,
  changes: readonly SchemaChange[],
  { gone, come }: { readonly gone: readonly string[]; readonly come: readonly string[] },
): readonly SchemaChange[] {
  const removed = changes.filter(({ kind }) => kind === 'column-removed');
  const added = changes.filter(({ kind }) => kind === 'column-added');
  const [lost, found] = [removed[0], added[0]];
  const [newcomer, leaver] = [come[0], gone[0]];
  const isLost = removed.length === 1 && come.length === 1 && newcomer !== undefined && lost?.kind === 'column-removed';
  const isFound = added.length === 1 && gone.length === 1 && leaver !== undefined && found?.kind === 'column-added';
  const others = changes.filter((change) => !(isLost && change === lost) && !(isFound && change === found));
  return [
    ...others,
    ...(isLost ? [{ kind: 'column-renamed', register, from: lost.column, to: newcomer, isRead: false } as const] : []),
    ...(isFound ? [{ kind: 'column-renamed', register, from: leaver, to: found.column, isRead: true } as const] : []),
    ...(isLost ? [] : come).map((column) => ({ kind: 'unread-column-added', register, column }) as const),
    ...(isFound ? [] : gone).map((column) => ({ kind: 'unread-column-removed', register, column }) as const),
  ];
}

function firstOf(headers: ReadonlySet<string> | undefined): string {
  return [...(headers ?? [])][0] ?? '';
}

import type { Area } from '../model/area.ts';
import { type Cell, EMPTY, isKnown } from './cell.ts';
import { positionIn } from './registers.ts';
import { TextKeys } from './text-keys.ts';
import {
  conflictsOf,
  GatheredVillage,
  textIn,
  type Village,
  type VillageRecord,
  type VillageRow,
  type VillageRows,
} from './village.ts';

/** The area of rows that name no village. */
export const UNSTATED: Area = { code: null, name: '(未注明)', town: null };

export type ResolvedBy = 'register' | 'only-village' | 'as-written' | 'unstated' | 'ambiguous';

export interface Resolution {
  readonly area: number;
  readonly by: ResolvedBy;
}

/** The number of a village that its records are set against; `undefined` where no ledger lists the village. */
export type Reference = Cell<unknown> | undefined;

/** What a further row of a village says against the first: the columns that differ. */
export interface RepeatedVillage {
  readonly first: Village;
  readonly conflicts: readonly string[];
}

/** What a ledger's own registers of villages list: names are looked up there first. */
interface OwnVillages {
  readonly areas: Set<number>;
  readonly byName: Map<string, Set<number>>;
}

/** The areas of a run: the villages of its registers, and names that no register lists. */
export class Villages {
  readonly areas: Area[] = [];
  /** By area, in order. */
  readonly #villages = new Map<number, GatheredVillage>();
  #listed: readonly Village[] | undefined;
  readonly #byCode = new Map<string, number>();
  readonly #byName = new Map<string, Set<number>>();
  readonly #own = new Map<number, OwnVillages>();
  readonly #keys = new TextKeys();
  #rows = 0;
  #characters = 0;
  /** Areas that are known by their name alone. */
  readonly #written = new Map<string, number>();

  /** Takes a row of a register of villages. Tells what it repeats, if the village was listed before. */
  add({ plan, row, cells }: Pick<VillageRecord, 'plan' | 'row' | 'cells'>): RepeatedVillage | undefined {
    this.#listed = undefined;
    const [code, name] = [textIn(cells, 'code'), textIn(cells, 'name')];
    const area = code === undefined ? this.#asWritten(name ?? UNSTATED.name) : this.#asCoded(code, name);
    this.#list(area, name, plan.ledger);
    const first = this.#villages.get(area);
    const conflicts = first === undefined ? [] : conflictsOf(first, cells);
    const added = { plan, row, cells, order: this.#rows++ };
    if (first === undefined) this.#villages.set(area, new GatheredVillage(area, [added]));
    else first.add(added);
    this.#describe(area);
    return first === undefined ? undefined : { first, conflicts };
  }

  /**
   * Takes a village that some ledgers list by its name alone for the only one of that name that others list with its code.
   * Asked when all registers of villages are read. Answers which rows turn out to repeat a village.
   */
  unite(): readonly (RepeatedVillage & { readonly row: VillageRow })[] {
    return [...this.#written].flatMap(([name, named]) => {
      const village = this.#villages.get(named);
      const [coded, ...others] = [...(this.#byName.get(name) ?? [])].filter((area) => area !== named);
      const other = coded === undefined ? undefined : this.#villages.get(coded);
      if (village === undefined || coded === undefined || other === undefined || others.length > 0) return [];
      if (village.ledgers.some((ledger) => other.ledgers.includes(ledger))) return []; // which says that they are two
      return this.#uniteTwo({ village, named, name }, { village: other, coded });
    });
  }

  #uniteTwo(
    { village, named, name }: { readonly village: Village; readonly named: number; readonly name: string },
    { village: other, coded }: { readonly village: Village; readonly coded: number },
  ) {
    const [first, later] = [village, other].sort((a, b) => orderOf(a) - orderOf(b)) as [Village, Village]; // of two
    const rows = [...first.rows, ...later.rows].sort((a, b) => a.order - b.order);
    const united = new GatheredVillage(coded, rows as VillageRows); // of two
    this.#villages.delete(named);
    this.#villages.set(coded, united);
    this.#written.delete(name);
    for (const ledger of village.ledgers) {
      const own = this.#own.get(ledger);
      own?.areas.delete(named);
      own?.areas.add(coded);
      own?.byName.set(name, new Set([coded]));
    }
    this.#byName.set(name, new Set([coded]));
    this.#listed = undefined;
    this.#describe(coded);
    return later.rows.map((row) => ({ first, row, conflicts: conflictsOf(first, row.cells) }));
  }

  /** The villages that registers of the run list, each once. */
  get listed(): readonly Village[] {
    this.#listed ??= [...this.#villages.values()];
    return this.#listed;
  }

  /** How many characters the names of all areas have, with their codes and towns: a report holds each of them several times. */
  get characters(): number {
    return this.#characters;
  }

  /** The village of an area, where a register lists it. */
  at(area: number): Village | undefined {
    return this.#villages.get(area);
  }

  /**
   * A cell of a village by the rows of some ledgers alone: the first that is not empty. `undefined` where none of them lists
   * it. Rows that name no village are none, and have nothing that the records of one could be set against.
   */
  cellIn(area: number, field: string, isOf: (ledger: number) => boolean): Reference {
    const rows = this.#villages.get(area)?.rows.filter(({ plan }) => isOf(plan.ledger)) ?? [];
    if (rows.length === 0) return undefined;
    if (area === this.#written.get(UNSTATED.name)) return EMPTY;
    const position = positionIn('villages', field);
    const cells = rows.map((row) => (position === undefined ? undefined : row.cells[position]) ?? EMPTY);
    return cells.find((cell) => cell !== EMPTY) ?? EMPTY;
  }

  /** The area of a row of some ledger, by what its village cell says. */
  resolve(cell: Cell<string>, ledger: number): Resolution {
    const own = this.#own.get(ledger);
    if (!isKnown(cell)) {
      const [only, ...others] = own?.areas ?? [];
      if (only !== undefined && others.length === 0) return { area: only, by: 'only-village' };
      return { area: this.#asWritten(UNSTATED.name), by: 'unstated' };
    }
    const key = this.#keys.keyOf(cell);
    const byCode = this.#byCode.get(key);
    const byOwnName = own?.byName.get(key);
    // A name of the ledger's own goes before a code of another ledger.
    const isCode = byCode !== undefined && (byOwnName === undefined || own?.areas.has(byCode) === true);
    if (isCode) return { area: byCode, by: 'register' };
    const [only, another] = byOwnName ?? this.#byName.get(key) ?? [];
    if (another !== undefined) return { area: this.#asWritten(UNSTATED.name), by: 'ambiguous' };
    return only === undefined ? { area: this.#asWritten(cell), by: 'as-written' } : { area: only, by: 'register' };
  }

  #list(area: number, name: string | undefined, ledger: number): void {
    const own = this.#own.get(ledger) ?? { areas: new Set(), byName: new Map<string, Set<number>>() };
    this.#own.set(ledger, own);
    own.areas.add(area);
    if (name === undefined) return;
    const key = this.#keys.keyOf(name);
    for (const index of [own.byName, this.#byName]) index.set(key, (index.get(key) ?? new Set()).add(area));
  }

  /** Lets an area be called by what the rows of its village say by now. */
  #describe(index: number): void {
    const [area, cells] = [this.areas[index], this.#villages.get(index)?.record.cells];
    if (area === undefined || cells === undefined) return;
    const name = area.name === area.code ? (textIn(cells, 'name') ?? area.name) : area.name;
    const described = { ...area, name, town: area.town ?? textIn(cells, 'town') ?? null };
    this.#characters += charactersOf(described) - charactersOf(area);
    this.areas[index] = described;
  }

  #asCoded(code: string, name: string | undefined): number {
    const key = this.#keys.keyOf(code);
    const area = this.#byCode.get(key) ?? this.#newArea({ code, name: name ?? code, town: null });
    this.#byCode.set(key, area);
    return area;
  }

  #asWritten(name: string): number {
    const key = this.#keys.keyOf(name);
    const area = this.#written.get(key) ?? this.#newArea({ ...UNSTATED, name });
    this.#written.set(key, area);
    return area;
  }

  #newArea(area: Area): number {
    this.#characters += charactersOf(area);
    return this.areas.push(area) - 1;
  }
}

function orderOf({ rows }: Village): number {
  return rows[0]?.order ?? 0;
}

function charactersOf({ code, name, town }: Area): number {
  return name.length + (code?.length ?? 0) + (town?.length ?? 0);
}

import { type Cell, EMPTY, isKnown } from './cell.ts';
import { cellsOf, type Records } from './registers.ts';

/** A village, or a name that stands for one. */
export interface Area {
  readonly code: string | null;
  readonly name: string;
  readonly town: string | null;
}

/** The area of rows that name no village. */
export const UNSTATED: Area = { code: null, name: '(未注明)', town: null };

export type VillageRecord = Records['villages'];
export type ResolvedBy = 'register' | 'only-village' | 'as-written' | 'unstated' | 'ambiguous';

export interface Resolution {
  readonly area: number;
  readonly by: ResolvedBy;
}

/** A village as its rows give it, in whichever ledgers: the first row's cells, gaps filled from the later ones. */
export interface Village {
  readonly record: VillageRecord;
  /** The ledger of its first row, and the number of its sheet in the run. */
  readonly ledger: number;
  readonly serial: number;
  /** All ledgers that list it, in order. */
  readonly ledgers: readonly number[];
}

/** What a further row of a village says against the first: the columns that differ. */
export interface RepeatedVillage {
  readonly first: Village;
  readonly conflicts: readonly string[];
}

const JUDGED = ['planned_births', 'married_women', 'informed_choice', 'self_governance'] as const;

/** The areas of a run: the villages of its registers, and names that no register lists. */
export class Villages {
  readonly areas: Area[] = [];
  readonly #villages: Village[] = [];
  readonly #byCode = new Map<string, number>();
  readonly #byName = new Map<string, number[]>();
  /** Per ledger: the areas that its own register of villages lists, by name, and in order. */
  readonly #own = new Map<number, { readonly byName: Map<string, number[]>; readonly areas: number[] }>();
  readonly #written = new Map<string, number>();

  /** Takes a row of a register of villages. Tells what it repeats, if its code was seen before. */
  add(
    cells: Omit<VillageRecord, 'area'>,
    { ledger, serial }: Pick<Village, 'ledger' | 'serial'>,
  ): RepeatedVillage | undefined {
    const code = textOf(cells.code);
    const known = code === undefined ? undefined : this.#byCode.get(code);
    const own = this.#own.get(ledger) ?? { byName: new Map<string, number[]>(), areas: [] };
    this.#own.set(ledger, own);
    const first = known === undefined ? undefined : this.#villages.find(({ record }) => record.area === known);
    if (known === undefined || first === undefined) {
      const area = this.#newArea({
        code: code ?? null,
        name: textOf(cells.name) ?? code ?? UNSTATED.name,
        town: textOf(cells.town) ?? null,
      });
      this.#villages.push({ record: { ...cells, area }, ledger, serial, ledgers: [ledger] });
      if (code !== undefined) this.#byCode.set(code, area);
      this.#list(own, area, textOf(cells.name));
      return undefined;
    }
    this.#list(own, known, textOf(cells.name));
    this.#fill(first, cells, ledger);
    return { first, conflicts: JUDGED.filter((key) => differ(first.record[key], cells[key])) };
  }

  /** The villages that registers of the run list, each once. */
  get listed(): readonly Village[] {
    return this.#villages;
  }

  /** The area of a row of some ledger, by what its village cell says. */
  resolve(cell: Cell<string>, ledger: number): Resolution {
    const own = this.#own.get(ledger);
    if (!isKnown(cell)) {
      const only = own?.areas.length === 1 ? own.areas[0] : undefined;
      return only === undefined ? { area: this.#unstated(), by: 'unstated' } : { area: only, by: 'only-village' };
    }
    const byCode = this.#byCode.get(cell);
    if (byCode !== undefined) return { area: byCode, by: 'register' };
    const named = own?.byName.get(cell) ?? this.#byName.get(cell) ?? [];
    const [only] = named;
    if (named.length > 1) return { area: this.#unstated(), by: 'ambiguous' };
    return only === undefined ? { area: this.#asWritten(cell), by: 'as-written' } : { area: only, by: 'register' };
  }

  #list(
    own: { readonly byName: Map<string, number[]>; readonly areas: number[] },
    area: number,
    name: string | undefined,
  ): void {
    if (!own.areas.includes(area)) own.areas.push(area);
    if (name === undefined) return;
    for (const index of [own.byName, this.#byName]) {
      const areas = index.get(name) ?? [];
      if (!areas.includes(area)) index.set(name, [...areas, area]);
    }
  }

  #fill(first: Village, cells: Omit<VillageRecord, 'area'>, ledger: number): void {
    const gaps = Object.entries(cells).filter(([key]) => (cellsOf(first.record)[key] ?? EMPTY) === EMPTY);
    const record = { ...first.record, ...Object.fromEntries(gaps) };
    const ledgers = [...new Set([...first.ledgers, ledger])];
    this.#villages[this.#villages.indexOf(first)] = { ...first, record, ledgers };
    const area = this.areas[record.area];
    if (area !== undefined) {
      const name = area.name === area.code ? (textOf(record.name) ?? area.name) : area.name;
      this.areas[record.area] = { ...area, name, town: area.town ?? textOf(record.town) ?? null };
    }
  }

  #unstated(): number {
    return this.#asWritten(UNSTATED.name);
  }

  #asWritten(name: string): number {
    const area = this.#written.get(name) ?? this.#newArea({ ...UNSTATED, name });
    this.#written.set(name, area);
    return area;
  }

  #newArea(area: Area): number {
    return this.areas.push(area) - 1;
  }
}

/** Whether two cells of a village say different things. A column that a ledger lacks says nothing. */
function differ(one: Cell<unknown> | undefined, other: Cell<unknown> | undefined): boolean {
  return isKnown(one ?? EMPTY) && isKnown(other ?? EMPTY) && one !== other;
}

function textOf(cell: Cell<string>): string | undefined {
  return isKnown(cell) ? cell : undefined;
}

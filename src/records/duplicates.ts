/** Where a record stands: the number of its sheet in the run, and its row. */
export interface RecordPlace {
  readonly sheet: number;
  readonly row: number;
}

const ROW_LIMIT = 2 ** 21; // above the 1,048,576 rows of a sheet; a place then fits a double, and 500,000 of them little memory

/** The ids already met, by register and area. Of two records with one id the first counts. */
export class RecordIds {
  readonly #seen = new Map<string, Map<string, number>[]>();

  /** Where the id was met before, or `undefined` and from now on it is known. Ids are compared as they stand. */
  firstOf(register: string, area: number, id: string, at: RecordPlace): RecordPlace | undefined {
    const areas = this.#seen.get(register) ?? [];
    this.#seen.set(register, areas);
    const ids = areas[area] ?? new Map<string, number>();
    areas[area] = ids;
    const known = ids.get(id);
    if (known !== undefined) return { sheet: Math.floor(known / ROW_LIMIT), row: known % ROW_LIMIT };
    ids.set(id, at.sheet * ROW_LIMIT + at.row);
    return undefined;
  }
}

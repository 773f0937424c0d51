interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Edits at one place are made in the order in which they were asked for. */
  readonly order: number;
}

/** Changes to a text at places of the text as it was. All else keeps its characters. */
export class TextEdits {
  readonly #source: string;
  readonly #edits: Edit[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  get isEmpty(): boolean {
    return this.#edits.length === 0;
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  remove({ start, end }: { readonly start: number; readonly end: number }): void {
    this.replace(start, end, '');
  }

  replace(start: number, end: number, text: string): void {
    if (this.#source.slice(start, end) === text) return;
    this.#edits.push({ start, end, text, order: this.#edits.length });
  }

  result(): string {
    const pieces: string[] = [];
    let at = 0;
    for (const { start, end, text } of [...this.#edits].sort(inOrder)) {
      if (start < at) throw new Error('Two edits of one part overlap.');
      pieces.push(this.#source.slice(at, start), text);
      at = end;
    }
    return pieces.join('') + this.#source.slice(at);
  }
}

/** By place; what is inserted at a place comes before what is replaced from there on. */
function inOrder(a: Edit, b: Edit): number {
  return a.start - b.start || Number(a.end > a.start) - Number(b.end > b.start) || a.order - b.order;
}

import type { Limits } from '../limits.ts';
import { beyondLimit, type Refusal } from '../refusal.ts';

/** Counts the lines and fields of a CSV file, however they are read, and keeps them within limits. */
export class CsvCount {
  /** Of the line counted last. */
  number = 0;
  readonly limits: Limits;
  readonly refuse: Refusal;
  private cells = 0;

  constructor(limits: Limits, refuse: Refusal) {
    this.limits = limits;
    this.refuse = refuse;
  }

  /** Counts a line of so many fields; returns its number. */
  line(fields: number): number {
    this.number += 1;
    this.cells += fields;
    if (this.number > this.limits.rows) throw this.refuse(beyondLimit(this.limits, 'rows'));
    if (fields > this.limits.columns) throw this.refuse(beyondLimit(this.limits, 'columns'));
    if (this.cells > this.limits.cells) throw this.refuse(beyondLimit(this.limits, 'cells'));
    return this.number;
  }
}

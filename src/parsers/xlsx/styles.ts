import type { Limits } from '../limits.ts';
import type { Refusal } from '../refusal.ts';
import { isDateFormat } from './number-format.ts';
import { type Tag, TagWalk } from './tag-walk.ts';

/** Of each cell format of a workbook, in order, whether it shows numbers as days. */
export type DateStyles = readonly boolean[];

/** Reads which cell formats are dates as the chunks of styles.xml are pushed. */
export class Styles {
  private readonly codes = new Map<number, string>();
  private readonly formats: number[] = [];
  private readonly walk: TagWalk;
  private isInCellFormats = false;

  constructor(limits: Limits, refuse: Refusal) {
    this.walk = new TagWalk((tag) => this.visit(tag), limits, refuse);
  }

  push(chunk: Buffer): void {
    this.walk.push(chunk);
  }

  end(): void {
    this.walk.end();
  }

  dateStyles(): DateStyles {
    const known = new Map<number, boolean>();
    for (const id of this.formats) if (!known.has(id)) known.set(id, isDateFormat(id, this.codes.get(id)));
    return this.formats.map((id) => known.get(id) === true);
  }

  private visit(tag: Tag): undefined {
    if (tag.name === 'cellXfs') this.isInCellFormats = tag.hasContents;
    else if (tag.isClose) return;
    else if (tag.name === 'xf' && this.isInCellFormats) this.formats.push(Number(tag.attribute('numFmtId') ?? 0));
    else if (tag.name === 'numFmt')
      this.codes.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '');
  }
}

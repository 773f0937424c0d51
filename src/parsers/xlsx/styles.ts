import { damaged, type Refusal } from '../refusal.ts';
import type { ChunkReader } from '../xml/parts.ts';
import { type Tag, TagWalk, type TagWalking } from '../xml/tag-walk.ts';
import { isDateFormat } from './number-format.ts';

/** Of each cell format of a workbook, in order, whether it shows numbers as days. */
export type DateStyles = readonly boolean[];

/** Reads which cell formats are dates as the chunks of styles.xml are pushed. */
export class Styles implements ChunkReader {
  private readonly codes = new Map<number, string>();
  private readonly formats: number[] = [];
  private readonly walk: TagWalk;
  private readonly refuse: Refusal;
  private isInCellFormats = false;

  constructor(context: TagWalking) {
    this.refuse = context.refuse;
    this.walk = new TagWalk(['cellXfs', 'xf', 'numFmt'], (tag) => this.visit(tag), context);
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
    // Not those of conditional formats, which number theirs as they like.
    else if (tag.name === 'numFmt' && tag.depth === DEPTH)
      this.codes.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '');
    if (Math.max(this.formats.length, this.codes.size) > MOST_FORMATS) throw this.refuse(tooManyFormats);
  }
}

const DEPTH = 2; // within numFmts within styleSheet
const MOST_FORMATS = 1_000_000; // Excel has 65,490, others more; beyond that a file was made to do harm

const tooManyFormats = damaged(
  `样式里有一百万以上的单元格格式`,
  `its styles have more than a million formats of cells`,
);

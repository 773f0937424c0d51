import type { RawCell, Row } from '../model/sheet.ts';
import type { Layout, MatchedColumn } from './layout.ts';
import { normaliseWord } from './normalise.ts';
import { decimal } from './number-cell.ts';
import { isBlank, rawText } from './raw-text.ts';

/** What a row under the header is. All but records are skipped. A `part` is a total row that says "among which". */
export type RowKind = 'record' | 'blank' | 'total' | 'part' | 'note' | 'header';

const TOTAL = /(?:合[计計]|[总總][计計]|小[计計]|累[计計])$/;
const PART = /^其中/;
const EXAMPLE = /^示例/;
const NOTE =
  /^(?:(?:[注註]|[备備][注註])[::]|[说說]明|填表人|填[报報]人|填[报報][单單]位|填[报報]日期|[报報]出日期|[审審]核人|[单單]位[负負][责責]人|[统統][计計][负負][责責]人|[负負][责責]人|[制製]表|[联聯][系繫]?[电電][话話]|聯絡電話)/;
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const PRE_FILLED: ReadonlySet<string> = new Set(['village', 'id', 'remark']); // what a form may hold before anyone writes in it

/** Tells the rows under a header apart. `covered` says that a cell is hidden by a merged one and holds nothing of its own. */
export function rowKinds({ columns, headerRow }: Layout, covered: (row: number, column: MatchedColumn) => boolean) {
  const telling = columns.filter(({ key }) => !PRE_FILLED.has(key));
  const required = columns.filter(({ column }) => column.required);
  const headerTexts = new Set(columns.flatMap(({ texts }) => [...texts]));
  const holds = (row: Row, column: MatchedColumn) => !isBlank(row.cells[column.index]) && !covered(row.number, column);

  const isHeader = (row: Row, text: string) => {
    if (row.number === headerRow + 1 && isColumnNumbers(row.cells)) return true;
    if (text.length > 40 || /\d/.test(text) || !headerTexts.has(normaliseWord(text))) return false;
    const filled = columns.filter((column) => holds(row, column));
    return (
      filled.length >= 2 && filled.every(({ index, texts }) => texts.has(normaliseWord(rawText(row.cells[index]))))
    );
  };
  const holdsNoText = (row: Row, first: number) =>
    columns.every((column) => column.index === first || !holds(row, column) || isNumber(row.cells[column.index]));
  const isNote = (row: Row, first: number, text: string) =>
    EXAMPLE.test(text) ||
    (NOTE.test(text.normalize('NFKC').replace(/\s/g, '')) &&
      required.every((column) => column.index === first || !holds(row, column)));

  return (row: Row): RowKind => {
    const first = row.cells.findIndex((cell) => !isBlank(cell));
    if (first < 0) return 'blank';
    const cell = row.cells[first];
    const text = rawText(cell);
    if (isHeader(row, text)) return 'header';
    if (typeof cell === 'string') {
      if (isNote(row, first, text)) return 'note';
      const bare = text.normalize('NFKC').replace(/[\p{P}\p{S}\s]/gu, '');
      if ((TOTAL.test(bare) || PART.test(bare)) && holdsNoText(row, first)) return PART.test(bare) ? 'part' : 'total';
    }
    return telling.some((column) => holds(row, column)) ? 'record' : 'blank';
  };
}

/** 甲 乙 丙 … and then 1 2 3 …, in order: the row of column numbers that forms print under their header. */
function isColumnNumbers(cells: readonly (RawCell | undefined)[]): boolean {
  const texts = cells.map((cell) => rawText(cell).normalize('NFKC').replace(/[()]/g, '')).filter((text) => text !== '');
  const stems = texts.findIndex((text, index) => text !== STEMS[index]);
  const numbers = stems < 0 ? [] : texts.slice(stems);
  return texts.length >= 2 && numbers.every((text, index) => text === String(index + 1));
}

function isNumber(cell: RawCell | undefined): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && decimal(cell.normalize('NFKC')) !== undefined);
}

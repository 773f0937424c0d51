import type { Workbook, Worksheet } from 'exceljs';
import { columnLetters } from '../../model/sheet.ts';
import type { Language, Words } from '../../model/words.ts';
import { displayWidth } from '../../reporters/display-width.ts';

/** How a sheet is begun. */
export interface SheetForm {
  readonly name: Words;
  readonly heads: readonly Words[];
  readonly language: Language;
  /** How many columns say what a row is of: they stay in view, and stand on every page of print. */
  readonly fixed: number;
}

/** Without a name a program takes any font: the one that the other cells have. */
export const FONT = { name: 'Calibri', family: 2, size: 11 } as const;

const NARROWEST = 9;
const WIDEST = 60;
const MARGIN = 2;
const LINE = 15; // points
const LINE_COLOUR = { argb: 'FFC5CCD3' };
const THIN = { style: 'thin', color: LINE_COLOUR } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF3B4A5A' } } as const;
const WIDE_SHEET = 12; // columns beyond which one page would be too small to be read

/** Begins a sheet with its header. */
export function startSheet(book: Workbook, { name, heads, language, fixed }: SheetForm): Worksheet {
  const sheet = book.addWorksheet(name[language], {
    views: [{ state: 'frozen', xSplit: fixed, ySplit: 1, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: heads.length > WIDE_SHEET ? Math.ceil(heads.length / WIDE_SHEET) : 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      ...(fixed > 0 ? { printTitlesColumn: `A:${columnLetters(fixed - 1)}` } : {}),
    },
  });
  const row = sheet.addRow(heads.map((words) => words[language]));
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = HEAD_FILL;
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = BORDER;
  });
  if (heads.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: heads.length } };
  return sheet;
}

/** Ends a sheet: columns as wide as what is in them, up to a width at which texts are wrapped. */
export function endSheet(sheet: Worksheet): void {
  const widths = columnWidths(sheet);
  for (const [index, width] of widths.entries()) sheet.getColumn(index + 1).width = width;
  sheet.eachRow((row, number) => {
    if (number > 1)
      row.eachCell({ includeEmpty: true }, (cell) => {
        cell.border = BORDER;
        cell.alignment = { vertical: 'top', wrapText: typeof cell.value === 'string' };
      });
    const lines = widths.map((width, index) => linesOf(row.getCell(index + 1).value, width));
    const most = Math.max(1, ...lines);
    if (most > 1) row.height = most * LINE + MARGIN;
  });
}

function columnWidths(sheet: Worksheet): readonly number[] {
  return Array.from({ length: sheet.columnCount }, (_, index) => {
    let width = NARROWEST;
    sheet.getColumn(index + 1).eachCell((cell, number) => {
      const text = typeof cell.value === 'string' ? cell.value : '';
      width = Math.max(width, (number === 1 ? headWidth(text) : displayWidth(text)) + MARGIN);
    });
    return Math.min(width, WIDEST);
  });
}

/** A header takes two lines where it is long, but breaks no word. */
function headWidth(text: string): number {
  const words = text.split(/\s|(?=\p{Script=Han})/u).map(displayWidth);
  return Math.max(Math.ceil(displayWidth(text) / 2) + 1, ...words);
}

function linesOf(value: unknown, width: number): number {
  return typeof value === 'string' ? Math.ceil(displayWidth(value) / Math.max(1, width - 1)) : 1;
}

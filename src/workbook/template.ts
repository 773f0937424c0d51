import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import { columnLetters } from '../model/sheet.ts';
import type { Language } from '../model/words.ts';
import type { Column, ColumnKind } from '../records/column.ts';
import { columnsOf, type RegisterName, registerNames, registers } from '../records/registers.ts';
import { choicesOf, columnNote } from './template/column-notes.ts';
import { withFixedForm } from './template/fixed-form.ts';

/**
 * An empty ledger in the standard form: a sheet a register, with drop-downs, ids as text, dates as dates, a note on each
 * header, and an example row that is skipped when the ledger is read.
 */
export async function templateWorkbook(language: Language): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const made = new Date(Date.UTC(1980, 0, 1)); // no clock: the same form is the same bytes
  Object.assign(book, { creator: 'fp-check', lastModifiedBy: 'fp-check', created: made, modified: made });
  for (const register of registerNames) addRegister(book, register, language);
  return withFixedForm(new Uint8Array(await book.xlsx.writeBuffer()));
}

const TITLE_ROW = 1;
const HEADER_ROW = 2;
const EXAMPLE_ROW = 3;
/** Without a name a program takes any font: the one that the other cells have. */
const FONT = { name: 'Calibri', family: 2, size: 11 } as const;
const LAST_ROW = 5_000; // drop-downs go as far as any village's register

const formats: Readonly<Partial<Record<ColumnKind, string>>> = {
  text: '@',
  id: '@',
  date: 'yyyy-mm-dd',
  int: '0',
  money: '0.00',
};

function addRegister(book: Workbook, register: RegisterName, language: Language): void {
  const { title } = registers[register];
  const columns = Object.entries(columnsOf(register));
  const sheet = book.addWorksheet(language === 'zh' ? title.zh : register, {
    views: [{ state: 'frozen', ySplit: HEADER_ROW }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
    },
  });
  sheet.columns = columns.map(([key, column]) => ({
    width: widthOf(headerOf(key, column, language), column),
    style: { numFmt: formats[column.kind] ?? 'General' },
  }));
  addTitle(sheet, title[language], columns.length);
  for (const [index, [key, column]] of columns.entries()) {
    addHeader(sheet, index, { key, column, language });
    addExample(sheet, index, { key, column, language });
    addChoices(sheet, index, column, language);
  }
}

interface Headed {
  readonly key: string;
  readonly column: Column;
  readonly language: Language;
}

function headerOf(key: string, { header }: Column, language: Language): string {
  return language === 'zh' ? header : key;
}

function widthOf(header: string, { kind }: Column): number {
  const wide = [...header].reduce((sum, character) => sum + (character.charCodeAt(0) > 255 ? 2 : 1), 0);
  return Math.max(kind === 'id' || kind === 'date' ? 14 : 10, wide + 3);
}

function addTitle(sheet: Worksheet, title: string, width: number): void {
  const cell = sheet.getCell(TITLE_ROW, 1);
  cell.value = title;
  cell.font = { ...FONT, bold: true, size: 14 };
  sheet.mergeCells(TITLE_ROW, 1, TITLE_ROW, width);
}

function addHeader(sheet: Worksheet, index: number, { key, column, language }: Headed): void {
  const cell = sheet.getCell(HEADER_ROW, index + 1);
  cell.value = headerOf(key, column, language);
  cell.numFmt = '@';
  cell.font = { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } };
  cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: column.required ? 'FF3B4A5A' : 'FF8793A0' } };
  cell.alignment = { horizontal: 'center' };
  cell.note = { texts: [{ text: columnNote(key, column)[language] }] };
}

function addExample(sheet: Worksheet, index: number, { key, column, language }: Headed): void {
  const cell = sheet.getCell(EXAMPLE_ROW, index + 1);
  // The first cell says what the row is: a row that begins so is never counted.
  cell.value = index === 0 ? `示例${language === 'zh' ? '' : ' (example)'}` : exampleOf(key, column, language);
  cell.numFmt = index === 0 ? '@' : (formats[column.kind] ?? 'General');
  cell.font = { ...FONT, italic: true, color: { argb: 'FF8793A0' } };
}

function exampleOf(key: string, { kind }: Column, language: Language): string | number | Date | null {
  if (key === 'remark') return null;
  if (key === 'measure') return '12a';
  if (key === 'year') return 2025;
  const [choice] = choicesOf(kind)?.[language].split(',') ?? [];
  if (choice !== undefined) return kind === 'parity' ? Number(choice) : choice;
  switch (kind) {
    case 'date':
      return new Date(Date.UTC(2025, 0, 15));
    case 'int':
      return 12;
    case 'decimal':
      return 90;
    case 'money':
      return 600;
    case 'id':
      return 'A0001';
    default:
      return language === 'zh' ? '（文字）' : '(text)';
  }
}

function addChoices(sheet: Worksheet, index: number, { kind, header }: Column, language: Language): void {
  const choices = choicesOf(kind);
  if (choices === undefined) return;
  const letters = columnLetters(index);
  validationsOf(sheet).add(`${letters}${EXAMPLE_ROW + 1}:${letters}${LAST_ROW}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${choices[language]}"`],
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: header,
    error: language === 'zh' ? '请从下拉列表中选择。' : 'Choose from the list.',
  });
}

/** The validations of a whole range, which exceljs keeps but does not declare. */
function validationsOf(sheet: Worksheet): { add(range: string, validation: DataValidation): void } {
  return (sheet as Worksheet & { readonly dataValidations: ReturnType<typeof validationsOf> }).dataValidations; // doc/worksheet.js sets it
}

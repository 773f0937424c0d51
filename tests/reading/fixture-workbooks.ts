import ExcelJS from 'exceljs';
import { withFixedTimes } from '../ledgers/zip-times.ts';

type Value =
  | string
  | number
  | boolean
  | Date
  | null
  | { readonly formula: string; readonly result?: number }
  | { readonly error: '#N/A' | '#REF!' };

const BIRTHS = ['村名', '出生编号', '出生日期', '性别', '孩次', '政策属性'] as const;
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** True dates under the formats that ledgers use, and texts and numbers that mean dates. */
export function dates(): Promise<Uint8Array> {
  return written((book) => births(book, DATES));
}

/** The same in the date system of 1904. Numbers without a format are other days there. */
export function dates1904(): Promise<Uint8Array> {
  return written((book) => {
    book.properties.date1904 = true;
    births(book, DATES);
  });
}

/** Titles, a header of two rows, a village over several rows, dates and codes merged, a block, totals and notes. */
export function merged(): Promise<Uint8Array> {
  return written((book) => {
    const sheet = book.addWorksheet('节育措施落实登记册');
    for (const row of MERGED) sheet.addRow(row.map(exceljs));
    for (const range of ['A1:G1', 'A2:D2', 'E2:G2', 'A3:A4', 'B3:C3', 'D3:D4', 'E3:F3', 'G3:G4'])
      sheet.mergeCells(range);
    for (const range of ['A5:A7', 'A9:A10', 'E5:E6', 'D9:D10', 'E9:F9', 'A12:G12']) sheet.mergeCells(range);
  });
}

/** A hidden sheet, hidden rows and columns, errors and formulas with and without a value. */
export function hidden(): Promise<Uint8Array> {
  return written((book) => {
    const sheet = births(book, HIDDEN);
    sheet.getRow(3).hidden = true;
    sheet.getRow(5).hidden = true;
    sheet.getColumn(4).hidden = true;
    sheet.getColumn(7).hidden = true;
    const incidents = book.addWorksheet('事件', { state: 'hidden' });
    incidents.addRow(['村名', '发生日期', '事件类别']);
    incidents.addRow(['东风村', '2025-03-07', '技术服务事故']);
    book.addWorksheet('字典', { state: 'veryHidden' }).addRow(['是', '否']);
  });
}

const DATES: readonly (readonly [Value, string?])[] = [
  [day('2025-03-07'), 'yyyy-mm-dd'],
  [day('2025-03-07'), 'yyyy"年"m"月"d"日"'],
  [day('2025-03-07'), 'yyyy"年"m"月"'],
  [day('2025-03-07'), '[$-804]yyyy/m/d h:mm'],
  [day('2025-03-07'), 'm/d'],
  [new Date('2025-03-07T23:59:00Z'), 'yyyy-mm-dd hh:mm'],
  [45_723],
  [45_723, '0'],
  [20_250_307],
  [202_503],
  [2025],
  [2025.1],
  ['2025年3月7日'],
  ['25.3.7'],
  ['2025-03'],
  ['45723', '@'],
  ['1900-01-00'],
  ['2025-02-30'],
  ['不详'],
];

const HIDDEN: readonly (readonly [Value, string?])[] = [
  ['2025-03-07'],
  ['2025-03-08'],
  [{ formula: 'DATE(2025,3,9)', result: 45_725 }, 'yyyy-mm-dd'],
  [{ formula: 'DATE(2025,3,10)' }, 'yyyy-mm-dd'],
  [{ error: '#N/A' }],
];

const MERGED: readonly (readonly Value[])[] = [
  ['柳岗镇节育措施落实登记册'],
  ['填报单位：柳岗镇', null, null, null, '2025年6月'],
  ['村名', '妇女', null, '项目', '避孕措施落实', null, '并发症'],
  [null, '编号', '姓名', null, '应落实日期', '落实日期', null],
  ['东风村', 'A1', '甲某', '放环', '2025-03-07', '2025-03-01', '无'],
  [null, 'A2', '乙某', '女扎', null, '2025-03-02', '无'],
  [null, 'A3', '丙某', '药具', '2025-03-09', '2025-03-03', null],
  ['小计', 3],
  ['西风村', 'A4', '丁某', '放环', '2025-04-07', null, '无'],
  [null, 'A5', '戊某', null, '2025-04-08', '2025-04-01', '有'],
  ['合　计', 5],
  ['说明：一式两份。'],
];

function births(book: ExcelJS.Workbook, dates: readonly (readonly [Value, string?])[]): ExcelJS.Worksheet {
  const sheet = book.addWorksheet('出生');
  sheet.addRow([...BIRTHS]);
  for (const [index, [value, format]] of dates.entries()) {
    const row = sheet.addRow(['东风村', `B${index + 1}`, null, '女', 1, '政策内']);
    row.getCell(3).value = exceljs(value);
    if (format !== undefined) row.getCell(3).numFmt = format;
  }
  return sheet;
}

function exceljs(value: Value): ExcelJS.CellValue {
  return value;
}

async function written(fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = day('2025-06-28');
  book.modified = day('2025-06-28');
  fill(book);
  return withFixedTimes(new Uint8Array(await book.xlsx.writeBuffer()));
}

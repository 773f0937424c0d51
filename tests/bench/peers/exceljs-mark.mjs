// What one would write with exceljs: load the workbook, mark one row in a hundred, save it.
import ExcelJS from 'exceljs';

const [, , path, out] = process.argv;
const book = new ExcelJS.Workbook();
await book.xlsx.readFile(path);
const women = book.getWorksheet('育龄妇女');
for (let row = 2; row <= women.rowCount; row += 100) {
  const cell = women.getCell(row, 3);
  cell.style = { ...cell.style, fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFC9CA' } } };
  cell.note = '错误：“出生日期”里的内容读不成日期，或没有这一天。';
}
await book.xlsx.writeFile(out);

// A register of women read whole with exceljs and counted by hand: as most programs in Node do it.
import exceljs from 'exceljs';
import { columns, tally } from './tally.mjs';

const workbook = new exceljs.Workbook();
await workbook.xlsx.readFile(process.argv[2]);
const counted = tally();
workbook.getWorksheet('育龄妇女').eachRow((row, number) => {
  if (number === 1) return;
  counted.add(Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, row.getCell(column).value])));
});
counted.print();

import exceljs from 'exceljs';
import { columnsOf, type RegisterName, registers } from '../../src/records/registers.ts';

/** What no output may hold. Every cell that is not a village's or a town's holds one of these. */
const MARKS =
  /ZQX|110101199003|2025-02-17|2025\.2\.17|2月17日|45705|98765|輸卵管|输卵管结扎|有配偶|男婴|计内|育妇|查环查孕/g;

/** The marks in a text, with what stands around them. */
export function marksIn(text: string): readonly string[] {
  return [...text.matchAll(MARKS)].map(({ index }) => text.slice(Math.max(0, index - 40), index + 40));
}

type Row = Readonly<Record<string, string>>;

/** A CSV ledger whose cells are all unmistakable: some unreadable, some good, one id twice; and columns of names besides. */
export function markedTables(month: '05' | '06'): Readonly<Record<string, string>> {
  const names = Object.keys(registers) as RegisterName[]; // the keys of the table are the names
  return Object.fromEntries(
    names.map((name) => {
      const keys = Object.keys(columnsOf(name));
      const headers = [...keys.map((key) => columnsOf(name)[key]?.header ?? key), '姓名', '身份证号', '联系电话'];
      const rows = rowsOf(name, keys, month).map((row) =>
        [...keys.map((key) => row[key] ?? ''), 'ZQX张三', '110101199003071234', 'ZQX13800138000'].join(','),
      );
      return [`2025-${month}/${name}.csv`, `${headers.join(',')}\n${rows.join('\n')}\n`];
    }),
  );
}

/** The same as a workbook, with notes, names in the margin, a hidden row and ids that have lost their digits. */
export async function markedWorkbook(): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.creator = 'ZQX作者';
  for (const [file, text] of Object.entries(markedTables('06'))) {
    const sheet = book.addWorksheet(file.replace(/^.*\/|\.csv$/g, ''));
    for (const line of text.trimEnd().split('\n')) sheet.addRow(line.split(','));
    sheet.getCell('A3').note = 'ZQX批注';
    sheet.getRow(4).hidden = true;
    sheet.addRow(['填表人：ZQX李四']);
    if (sheet.name === 'villages') continue; // its cells are villages and towns
    sheet.getCell(`B${sheet.rowCount - 1}`).value = 110101199003071200; // as a number: digits are lost
    sheet.getCell('C3').value = { formula: '"ZQX"&1', result: 'ZQX公式' };
  }
  book.addWorksheet('封面').addRow(['ZQX秘密', 'ZQX王五']);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function rowsOf(name: RegisterName, keys: readonly string[], month: string): readonly Row[] {
  if (name === 'villages') return [village('990101', '东风村'), village('990102', '红星村')];
  const marked = Object.fromEntries(keys.map((key) => [key, `ZQX${name}${key}`]));
  const good = (serial: number) => Object.fromEntries(keys.map((key) => [key, goodCell(name, key, `ZQXID${serial}`)]));
  const changed = month === '06' ? { ...good(3), date: '2025.2.17', sex: '男婴' } : good(3);
  return [marked, good(1), good(2), good(2), changed].map((row) => ({ ...row, village: '东风村' }));
}

function village(code: string, name: string): Row {
  return {
    code,
    name,
    town: '青溪镇',
    population: 'ZQX人口',
    married_women: '21',
    planned_births: 'ZQX计划',
    informed_choice: 'ZQX',
    self_governance: '有',
    remark: 'ZQX备注',
  };
}

/** A cell that can be read, in a word that no message of ours has. */
function goodCell(name: RegisterName, key: string, id: string): string {
  const words: Readonly<Record<string, string>> = {
    id: '2025-02-17',
    marital: '有配偶',
    method: '输卵管结扎',
    sex: '男婴',
    policy: '计内',
    group: '育妇',
    item: '查环查孕',
    parity: '第3孩',
  };
  if (key === 'id' || key.endsWith('_id')) return id;
  const kind = columnsOf(name)[key]?.kind;
  if (kind === 'date') return '2025-02-17';
  if (kind === 'money' || kind === 'int' || kind === 'decimal') return key === 'year' ? '2025' : '98765';
  return words[key] ?? (kind === 'yesno' ? '有' : 'ZQX文字');
}

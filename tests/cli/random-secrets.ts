import exceljs from 'exceljs';
import fc from 'fast-check';
import { columnsOf, type RegisterName, registers } from '../../src/records/registers.ts';

/** A month of registers in which every cell of a record is a secret: a word made up for it, or made of digits that no figure has. */
export interface SecretLedger {
  readonly tables: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly secrets: readonly string[];
}

const word = fc.stringMatching(/^[G-Z][g-z]{7}[G-Z]$/); // no digest has such letters
const digits = fc.stringMatching(/^7[1-9]{9}$/); // an id or an amount; sums of a few are other numbers
const secret = fc.oneof(
  word,
  digits,
  word.map((text) => `${text}村民`),
  digits.map((text) => `${text}X`),
  word.map((text) => `=${text}`),
);

/** Registers with random headers left out, random rows, and columns besides that are not read. */
export const secretLedger: fc.Arbitrary<SecretLedger> = fc
  .record(Object.fromEntries((Object.keys(registers) as RegisterName[]).map((name) => [name, tableOf(name)]))) // the keys are the names
  .map((tables) => ({
    tables,
    secrets: Object.entries(tables).flatMap(([name, [, ...rows]]) =>
      rows.flatMap((cells) => cells.slice(name === 'villages' ? 3 : 1)),
    ),
  }));

/** The ledger as a folder of CSV. */
export function secretFiles({ tables }: SecretLedger, folder: string): Readonly<Record<string, string>> {
  const lines = (rows: readonly (readonly string[])[]) => `${rows.map((cells) => cells.join(',')).join('\n')}\n`;
  return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [`${folder}/${name}.csv`, lines(rows)]));
}

/** The ledger as a workbook. */
export async function secretWorkbook({ tables }: SecretLedger): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(tables)) book.addWorksheet(name).addRows(rows.map((cells) => [...cells]));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function tableOf(name: RegisterName): fc.Arbitrary<string[][]> {
  const keys = Object.keys(columnsOf(name)).filter((key) => key !== 'village');
  const headers = keys.map((key) => columnsOf(name)[key]?.header ?? key);
  if (name === 'villages') {
    const own = (code: string, title: string) =>
      fc.tuple(...keys.slice(3).map(() => word)).map((cells) => [code, title, '青溪镇', ...cells]);
    return fc.tuple(own('990101', '东风村'), own('990102', '红星村')).map((rows) => [headers, ...rows]);
  }
  // A number that can be read adds to a total, and the total of one record is that number: a figure, and no cell shown.
  const cells = keys.map((key) => (/^(?:money|int|decimal)$/.test(columnsOf(name)[key]?.kind ?? '') ? word : secret));
  const row = fc.tuple(fc.constantFrom('东风村', '红星村'), ...cells, secret, secret);
  return fc
    .array(row, { minLength: 1, maxLength: 4 })
    .map((rows) => [['村名', ...headers, '姓名', '家庭住址'], ...rows]);
}

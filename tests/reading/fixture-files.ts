import { gb18030 } from '../ledgers/gb18030.ts';
import { dates, dates1904, hidden, merged } from './fixture-workbooks.ts';

const HEADER = '村名,出生编号,出生日期,性别,孩次,政策属性';
const ROWS = ['东风村,B1,2025-03-07,女,1,政策内', '东风村,B2,2025年4月,男,二孩,计划外', '东风村,B3,45723,女,第2孩,√'];
const TABLE = [HEADER, ...ROWS];

/** The small ledgers under `fixtures/reading`: name and bytes, always the same. */
export async function fixtureFiles(): Promise<ReadonlyMap<string, Uint8Array>> {
  return new Map([
    ['dates.xlsx', await dates()],
    ['dates-1904.xlsx', await dates1904()],
    ['merged.xlsx', await merged()],
    ['hidden.xlsx', await hidden()],
    ['utf-8.csv', utf8(TABLE)],
    ['utf-8-mark.csv', utf8(TABLE.with(0, `\uFEFF${HEADER}`))],
    ['utf-16le-tabs.csv', utf16(separated('\t'), true)],
    ['utf-16be.csv', utf16(TABLE, false)],
    ['gb18030.csv', gb18030(lines(TABLE))],
    ['semicolons.csv', utf8(separated(';'))],
    ['carriage-returns.csv', new TextEncoder().encode(TABLE.join('\r'))],
    [
      'traditional.csv',
      utf8([
        '村名,出生編號,出生日期,性別,孩次,政策屬性',
        '東風村,B1,2025-03-07,女,頭孩,計劃內',
        '東風村,B2,2025-03-08,男嬰,1,計畫外',
      ]),
    ],
    ['short-and-long-rows.csv', utf8([HEADER, '东风村,B1,2025-03-07', `${ROWS[1]},`, `${ROWS[2]},一,二`])],
    [
      'quoted.csv',
      utf8([
        `"村名","出生\n编号",出生日期,性别,孩次,"政策属性"`,
        '"东风村","B,1",2025-03-07,女,1,"政策内"',
        ...ROWS.slice(1),
      ]),
    ],
    ['unclosed-quote.csv', utf8([HEADER, ROWS[0] ?? '', '"东风村,B2,2025-04-07,男,二孩,计划外', ROWS[2] ?? ''])],
    [
      'bad-bytes.csv',
      Uint8Array.of(
        ...utf8([`\uFEFF${HEADER}`, ROWS[0] ?? '']),
        ...utf8(['东风村,B2,2025-03-08,']).slice(0, -2),
        0xff,
        ...utf8([',1,政策内', ROWS[2] ?? '']),
      ),
    ],
    [
      'titles-and-notes.csv',
      utf8([
        '柳岗镇出生登记册,,,,,',
        '2025年6月,,,,,',
        HEADER,
        '甲,乙,1,2,3,4',
        ...ROWS,
        ',,,,,',
        '东风村,B4,,,,',
        HEADER,
        '东风村,B5,2025-05-07,女,1,政策内',
        '合计,4,,,,',
        '填表人：某某,,,,,',
      ]),
    ],
  ]);
}

function separated(separator: string): readonly string[] {
  return TABLE.map((line) => line.replaceAll(',', separator));
}

function lines(rows: readonly string[]): string {
  return rows.map((row) => `${row}\r\n`).join('');
}

function utf8(rows: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines(rows));
}

function utf16(rows: readonly string[], isLittle: boolean): Uint8Array {
  const text = `\uFEFF${lines(rows)}`;
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index++) bytes.setUint16(index * 2, text.charCodeAt(index), isLittle);
  return new Uint8Array(bytes.buffer);
}

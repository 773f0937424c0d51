import { calendarDate, type Day, isoDate } from '../../src/model/day.ts';
import type { RawCell } from '../../src/model/sheet.ts';
import { EMPTY } from '../../src/records/cell.ts';
import { type CodeList, type CodeListName, codeLists } from '../../src/records/code-lists.ts';
import type { ColumnKind } from '../../src/records/column.ts';
import { vocabulary } from '../../src/records/vocabulary.ts';
import type { Cell } from '../ledgers/entry.ts';
import type { Random } from '../ledgers/random.ts';
import { fullWidth, traditional } from './spelling.ts';

/** The cell as a program writes it that has never met a clerk. */
export function cleanCell(cell: Cell): RawCell {
  return typeof cell === 'object' && cell !== null ? { serial: cell.day + EPOCH } : cell;
}

/** The same cell as one of many clerks writes it. */
export function messyCell(cell: Cell, kind: ColumnKind, numbers: Random): RawCell {
  if (cell === null) return emptyCell(kind, numbers);
  if (cell === '不详') return numbers.pick(['不详', '未知', '待查', '不詳', '不 详']);
  if (typeof cell === 'object') return numbers.pick(spellingsOf(cell.day));
  if (kind === 'date') return numbers.pick([cell, ...vagueSpellings(String(cell))]);
  if (kind === 'text' || kind === 'id') return textCell(String(cell), numbers);
  if (kind === 'int' || kind === 'money' || kind === 'decimal') return numberCell(cell, kind, numbers);
  return kind === 'parity' ? parityCell(String(cell), numbers) : codeCell(cell, kind, numbers);
}

const EPOCH = 25_569; // 1970-01-01 in the system of 1900
const words = vocabulary();

function emptyCell(kind: ColumnKind, numbers: Random): RawCell {
  const has无 = kind in codeLists && words.codeOf(kind as CodeListName, '无') !== EMPTY; // asked of code lists alone
  return numbers.pick([
    null,
    null,
    null,
    '',
    ' ',
    '-',
    '—',
    '——',
    '/',
    'N/A',
    '空',
    '暂无',
    '　',
    ...(has无 ? [] : ['无', '無']),
  ]);
}

function spellingsOf(on: Day): readonly RawCell[] {
  const iso = isoDate(on);
  const { year, month, date } = calendarDate(on);
  const serial = on + EPOCH;
  const padded = iso.replaceAll('-', '');
  const short =
    year > 1925 && year <= 2025 ? [`${iso.slice(2, 4)}.${month}.${date}`, `${iso.slice(2, 4)}-${month}-${date}`] : [];
  const serials = serial >= 10_000 && serial <= 60_000 ? [serial, serial + 0.5, String(serial), `${serial}.25`] : [];
  return [
    { serial },
    { serial: serial + 0.75 },
    ...serials,
    ...short,
    iso,
    `${year}/${month}/${date}`,
    `${year}.${month}.${date}`,
    padded,
    Number(padded),
    `${year}年${month}月${date}日`,
    `${iso} 00:00:00`,
    `${year}/${month}/${date} 8:30`,
    ` ${iso} `,
    fullWidth(iso),
    fullWidth(`${year}年${month}月${date}日`),
  ];
}

/** A month or year in its other spellings; nothing for what is no date. */
function vagueSpellings(text: string): readonly RawCell[] {
  const [, year, month] = /^(\d{4})(?:年|-)(?:(\d{1,2})月?)?$/.exec(text) ?? [];
  if (year === undefined) return [];
  if (month === undefined) return [`${year}年`, year, Number(year)];
  const padded = month.padStart(2, '0');
  return [
    `${year}年${padded}月`,
    `${year}.${padded}`,
    `${year}-${Number(month)}`,
    `${year}/${padded}`,
    `${year}${padded}`,
    Number(year + padded),
  ];
}

function textCell(text: string, numbers: Random): RawCell {
  return numbers.pick([text, text, text, ` ${text}`, `${text}　`, fullWidth(text)]);
}

function numberCell(cell: string | number, kind: ColumnKind, numbers: Random): RawCell {
  const text = String(cell);
  if (!/^\d+(\.\d+)?$/.test(text)) return cell;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  const units = kind === 'money' ? ['元'] : ['人', '例', '次', '名', '户', ' 人'];
  const spelled = [text, grouped, fullWidth(grouped), ` ${text} `, `${text}${numbers.pick(units)}`];
  return numbers.pick([Number(text), Number(text), ...spelled]);
}

function parityCell(text: string, numbers: Random): RawCell {
  const order = Number(text);
  if (!(order >= 1 && order <= 9)) return numbers.pick([text, ` ${text} `, traditional(text)]);
  const word = '一二三四五六七八九'[order - 1] ?? '';
  return numbers.pick([
    order,
    text,
    word,
    `${word}孩`,
    `${order}孩`,
    `第${order}孩`,
    `第${word}胎`,
    `${word}孩及以上`,
    fullWidth(text),
    `${word} 孩（补报）`,
  ]);
}

function codeCell(cell: string | number, kind: CodeListName, numbers: Random): RawCell {
  const list: CodeList = codeLists[kind];
  const code = words.codeOf(kind, String(cell));
  const same = Object.entries(list).flatMap(([name, own]) =>
    name === code || (typeof code === 'symbol' && name === 'unknown')
      ? [...own, ...(name === 'unknown' ? [] : [name])]
      : [],
  );
  if (typeof code === 'symbol' || same.length === 0) return cell;
  const word = numbers.pick(same);
  const flags = kind === 'yesno' ? [code === 'yes'] : [];
  return numbers.pick([
    word,
    ` ${word}`,
    `${word}（已核）`,
    fullWidth(word),
    traditional(word),
    word.toLowerCase(),
    /^\d+$/.test(word) ? Number(word) : word,
    ...flags,
  ]);
}

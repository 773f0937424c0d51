import { certain } from '../../model/certain.ts';
import type { Words } from '../../model/words.ts';
import { type CodeList, type CodeListName, codeLists } from '../../records/code-lists.ts';
import type { Column, ColumnKind } from '../../records/column.ts';

/** What the header of a column says of how it is filled in. */
export function columnNote(key: string, column: Column): Words {
  const parts = [...(column.required ? [REQUIRED] : []), wayOf(key, column), ofEmpty(key, column)].filter(
    ({ zh }) => zh !== '',
  );
  return { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join(' ') };
}

/** The words that a drop-down offers: the first of each code, and what says that it is not known. */
export function choicesOf(kind: ColumnKind): Words | undefined {
  const own = listedWords(kind);
  if (own === undefined) return undefined;
  return { zh: [...own.zh, UNKNOWN_WORD].join(','), en: [...own.en, UNKNOWN_WORD].join(',') };
}

const REQUIRED: Words = { zh: '这一列不可缺。', en: 'The column must be there.' };
const UNKNOWN_WORD = '不详';
const ORDERS: readonly string[] = ['1', '2', '3', '4', '5'];

const ways: Readonly<Partial<Record<ColumnKind, Words>>> = {
  text: words('填文字。', 'Text.'),
  id: words('填编号，文本格式，长编号不会变样。', 'An id, kept as text, so that long ones stay whole.'),
  int: words('填不带小数的数字，不带单位。', 'A whole number without a unit.'),
  decimal: words('填数字。', 'A number.'),
  money: words('填金额，单位元，最多两位小数。', 'An amount in yuan, at most 2 decimals.'),
  date: words(
    '填日期，如 2025-06-30；只知道月份的填 2025-06。',
    'A date as 2025-06-30; 2025-06 where only the month is known.',
  ),
};

function wayOf(key: string, { kind }: Column): Words {
  if (key === 'village')
    return words('填村名或村代码，与“村情”表一致。', 'The village’s name or code, as in the register of villages.');
  if (key === 'remark') return words('可不填，不参与计算。', 'Optional; never counted.');
  if (key === 'id')
    return words('填编号，文本格式；同一个村不得重号。', 'An id, kept as text; not twice in one village.');
  if (key === 'measure') return words('填指标代号，如 12a。', 'The id of a measure, such as 12a.');
  const list = listedWords(kind);
  if (list === undefined) return certain(ways[kind], `way to fill in a column of kind ${kind}`);
  return words(`从下拉中选：${list.zh.join('、')}。`, `Choose one of: ${list.en.join(', ')}.`);
}

function ofEmpty(key: string, { empty, kind }: Column): Words {
  if (key === 'remark' || key === 'village' || kind === 'text' || kind === 'id') return words('', '');
  switch (empty) {
    case 'never':
      return words('还没有的留空。', 'Leave it empty until it has happened.');
    case 'not-asked':
      return words('没有问到的留空。', 'Leave it empty where it was not asked.');
    case 'no':
      return words('没有的留空。', 'Leave it empty where there was none.');
    case 'unknown':
      return words(`不清楚的填“${UNKNOWN_WORD}”。`, `Write ${UNKNOWN_WORD} where it is not known.`);
  }
}

function listedWords(kind: ColumnKind): { readonly zh: readonly string[]; readonly en: readonly string[] } | undefined {
  if (kind === 'parity') return { zh: ORDERS, en: ORDERS };
  if (!(kind in codeLists)) return undefined;
  const list: CodeList = codeLists[kind as CodeListName]; // just looked up
  const codes = Object.entries(list).filter(([code]) => code !== 'unknown');
  return { zh: codes.map(([code, [first]]) => certain(first, `word for ${code}`)), en: codes.map(([code]) => code) };
}

function words(zh: string, en: string): Words {
  return { zh, en };
}

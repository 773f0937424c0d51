import { mayBeTraditional, simplify } from './traditional.ts';

/** What the first cell of a total row ends with, once spaces and punctuation are gone. */
export const totalWords = ['合计', '总计', '小计', '累计'] as const;
/** What the first cell of a row begins with that states a part of a total. */
export const partWords = ['其中'] as const;
/** What the first cell of the template's example row begins with. */
export const exampleWords = ['示例'] as const;
/** What the first cell of a note begins with: some words only with a colon after them. */
export const noteWords = [
  ...['注:', '备注:', '说明', '填表人', '填报人', '填报单位', '填报日期', '报出日期', '审核人', '负责人'],
  ...['单位负责人', '统计负责人', '制表', '联系电话'],
] as const;

/** What the first cell of a row says of the row: it may say more than one thing. */
export interface RowWords {
  readonly isExample: boolean;
  readonly isNote: boolean;
  readonly isTotal: boolean;
  readonly isPart: boolean;
}

/** Reads the first cell of a row; `undefined` for nearly all: those that say nothing of the row. */
export function rowWordsIn(text: string): RowWords | undefined {
  if (isWordless(text) || !(TELLING.test(text) || mayBeTraditional(text))) return undefined;
  const words = normalised(text);
  const bare = words.replace(/[\p{P}\p{S}]/gu, '');
  return {
    isExample: exampleWords.some((word) => words.startsWith(word)),
    isNote: noteWords.some((word) => words.startsWith(word)),
    isTotal: totalWords.some((word) => bare.endsWith(word)),
    isPart: partWords.some((word) => bare.startsWith(word)),
  };
}

/** Whether a text is a running number or the like, as most first cells are: none of the words. */
export function isWordless(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false; // asked of every row: a pattern takes longer
  return true;
}

/** One character that each of the words holds where it counts: a quick look before the close one. */
const TELLING = new RegExp(
  `[${[...totalWords.map((word) => word.at(-1)), ...[...partWords, ...exampleWords, ...noteWords].map(([first]) => first)].join('')}]`,
);

/** Spaces and full width dropped, but no remarks: “(合计)” is a total. */
function normalised(text: string): string {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return mayBeTraditional(plain) ? simplify(plain) : plain;
}

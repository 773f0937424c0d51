import { UsageError } from '../../model/usage-error.ts';
import type { Words } from '../../model/words.ts';

/** The error for a workbook that cannot be marked without losing something: what that is, and the way round it. */
export function unpatchable(file: string, why: Words): UsageError {
  return new UsageError({
    zh: `不能在“${file}”的副本上标注：${why.zh}。没有写出任何文件。请改用 --findings 结果.xlsx，把同样的结果写成单独的工作簿。`,
    en: `A copy of “${file}” cannot be marked: ${why.en}. Nothing was written. Use --findings out.xlsx, which writes the same sheets as a workbook of their own.`,
  });
}

/** What a package may hold that no change survives: the beginning of the names of its parts, and what would be lost. */
const FRAGILE: readonly { readonly parts: RegExp; readonly why: Words }[] = [
  {
    parts: /^_xmlsignatures\//i,
    why: {
      zh: '工作簿有数字签名，任何改动都会使签名失效',
      en: 'it is digitally signed, and any change would make the signature invalid',
    },
  },
  {
    parts: /^xl\/revisions\//i,
    why: {
      zh: '它是共享工作簿，带有修订记录，加入工作表会使记录失效',
      en: 'it is a shared workbook with a history of revisions, which added sheets would make invalid',
    },
  },
];

/** Why a package cannot be patched, by the names of its parts; `undefined` where nothing speaks against it. */
export function whyFragile(names: readonly string[]): Words | undefined {
  return FRAGILE.find(({ parts }) => names.some((name) => parts.test(name)))?.why;
}

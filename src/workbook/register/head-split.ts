import { rootOf } from '../xml/xml-tree.ts';

/** A sheet cut where its rows begin. */
export interface SplitSheet {
  /** All above the rows. */
  readonly head: string;
  /** The tag that opens the rows, and the prefix of its name. */
  readonly tag: string;
  readonly prefix: string;
  /** What follows the tag. */
  readonly rest: Buffer;
}

/** Cuts the beginning of a sheet where its rows begin; `undefined` where they do not begin in it. */
export function splitHead(bytes: Buffer): SplitSheet | undefined {
  const found = SHEET_DATA.exec(bytes.toString('latin1'));
  if (found === null) return undefined;
  const [tag, prefix = ''] = found;
  const head = bytes.toString('utf8', 0, found.index);
  if (rootOf(head) === undefined) return undefined; // rows that stand in no sheet
  return {
    head,
    tag,
    prefix,
    rest: bytes.subarray(found.index + tag.length),
  };
}

/** True for a part in UTF-16, or in another encoding that it names itself. */
export function isForeign(bytes: Buffer): boolean {
  if (/^(?:\xFF\xFE|\xFE\xFF|<\0|\0<)/.test(bytes.toString('latin1', 0, 2))) return true;
  const [, encoding = 'utf-8'] =
    /^[^<]*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(bytes.toString('latin1', 0, 200)) ?? [];
  return !/^(?:utf-?8|us-ascii|ascii)$/i.test(encoding);
}

const SHEET_DATA = /<((?:[^\s<>/!?:]+:)?)sheetData(?=[\s/>])[^>]*>/;

import { attributeOf } from '../xml/tag-attributes.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { childrenOf, rootOf, tagOf } from '../xml/xml-tree.ts';
import { quoted } from '../xml/xml-writing.ts';
import type { PackageParts } from './package-parts.ts';

const PART = '[Content_Types].xml';

export const contentTypes = {
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
  comments: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  vmlDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
} as const;

/** Tells a package of what type its new parts are, and forgets those of parts that are gone. */
export async function declareTypes(
  parts: PackageParts,
  {
    added,
    removed,
  }: {
    readonly added: readonly { readonly name: string; readonly type: string }[];
    readonly removed: readonly string[];
  },
): Promise<void> {
  const text = await parts.text(PART);
  const root = rootOf(text ?? '');
  if (text === undefined || root === undefined) throw parts.refuse(noTypes);
  const edits = new TextEdits(text);
  // A type may be left over from a part that is long gone: what is added has none but ours.
  const ours = new Set([...removed, ...added.map(({ name }) => name)].map((name) => `/${name}`.toLowerCase()));
  for (const override of childrenOf(root, 'Override')) {
    const name = attributeOf(tagOf(text, override), 'PartName')?.toLowerCase();
    if (name !== undefined && ours.has(name)) edits.remove(override);
  }
  for (const { name, type } of added) {
    edits.insert(
      root.closeStart,
      `<${root.prefix}Override PartName=${quoted(`/${name}`)} ContentType=${quoted(type)}/>`,
    );
  }
  await parts.write(PART, edits.result());
}

const noTypes = { zh: '包里没有内容类型表', en: 'its package does not say of what types its parts are' };

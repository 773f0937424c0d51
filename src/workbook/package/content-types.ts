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
  const root = text === undefined ? undefined : rootOf(text);
  if (text === undefined || root === undefined) throw new Error('The package names no content types.');
  const edits = new TextEdits(text);
  const gone = new Set(removed.map((name) => `/${name}`.toLowerCase()));
  const known = new Set<string>();
  for (const override of childrenOf(root, 'Override')) {
    const name = attributeOf(tagOf(text, override), 'PartName')?.toLowerCase() ?? '';
    if (gone.has(name)) edits.remove(override);
    else known.add(name);
  }
  for (const { name, type } of added) {
    if (known.has(`/${name}`.toLowerCase())) continue;
    edits.insert(
      root.closeStart,
      `<${root.prefix}Override PartName=${quoted(`/${name}`)} ContentType=${quoted(type)}/>`,
    );
  }
  await parts.write(PART, edits.result());
}

import { relationshipsName } from '../../parsers/xlsx/relationships.ts';
import { attributeOf } from '../xml/tag-attributes.ts';
import { elementsOf, tagOf } from '../xml/xml-tree.ts';
import type { PackageParts } from './package-parts.ts';
import type { RelationshipsPart } from './relationships-part.ts';
import { relationshipsOf, type WorkbookFile, type Worksheet } from './workbook-file.ts';

/** Takes out the sheets that an earlier run put in front, with all that belongs to them alone. Answers the parts that are gone. */
export async function removeFormer(
  parts: PackageParts,
  { workbook, relationships }: { readonly workbook: WorkbookFile; readonly relationships: RelationshipsPart },
  former: readonly Worksheet[],
): Promise<readonly string[]> {
  const removed: string[] = [];
  const remove = (name: string) => {
    parts.remove(name);
    removed.push(name);
  };
  for (const { part, relationship } of former) {
    for (const { target } of await relationshipsOf(parts, part)) if (parts.has(target)) remove(target);
    if (parts.has(relationshipsName(part))) remove(relationshipsName(part));
    remove(part);
    relationships.remove(relationship);
  }
  const chain = workbook.partOfType('calcChain');
  const text = chain === undefined ? undefined : await parts.text(chain.name);
  if (chain === undefined || text === undefined || !isAbout(text, former)) return removed;
  // The chain names cells of sheets that are gone. Programs make a new one where it is missing, and stumble where it is wrong.
  remove(chain.name);
  relationships.remove(chain.id);
  return removed;
}

function isAbout(chain: string, former: readonly Worksheet[]): boolean {
  const ids = new Set(former.map(({ sheetId }) => String(sheetId)));
  return elementsOf(chain)
    .flatMap(({ children }) => children)
    .some((cell) => ids.has(attributeOf(tagOf(chain, cell), 'i') ?? ''));
}

import { childOf, type XmlElement } from '../xml/xml-tree.ts';
import { cellText, plainText } from '../xml/xml-writing.ts';

/** What our part of a note begins with, in every language: how it is known when the workbook comes back. */
const MARKER = '【核查】';

/** The runs of a note: a bold heading, then the paragraphs. */
export function noteRuns(paragraphs: readonly string[], prefix: string, isBehindOther: boolean): string {
  return run(`${isBehindOther ? '\n' : ''}${MARKER}`, '<p:b/>', prefix) + run(`\n${paragraphs.join('\n')}`, '', prefix);
}

/** Where our part of a note begins among its runs; `undefined` where it has none. */
export function ourRuns(
  text: string,
  content: XmlElement,
): { readonly start: number; readonly isAll: boolean } | undefined {
  const runs = content.children.filter(({ name }) => name === 'r' || name === 't');
  const index = runs.findIndex((element) => plainOf(text, element).trimStart().startsWith(MARKER));
  const found = runs[index];
  return found === undefined ? undefined : { start: found.start, isAll: index === 0 };
}

/** The text of a note as people read it. */
export function plainNote(text: string, content: XmlElement): string {
  return content.children.map((element) => plainOf(text, element)).join('');
}

function plainOf(text: string, element: XmlElement): string {
  const holder = element.name === 't' ? element : childOf(element, 't');
  return holder === undefined ? '' : plainText(text.slice(holder.openEnd, holder.closeStart));
}

function run(text: string, weight: string, prefix: string): string {
  const properties = `<p:rPr>${weight}<p:sz val="9"/><p:color indexed="81"/><p:rFont val="宋体"/><p:charset val="134"/></p:rPr>`;
  return `<p:r>${properties}<p:t xml:space="preserve">${cellText(text)}</p:t></p:r>`.replace(
    /<(\/?)p:/g,
    `<$1${prefix}`,
  );
}

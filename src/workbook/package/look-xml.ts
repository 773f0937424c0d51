import { quoted } from '../xml/xml-writing.ts';
import type { Look } from './look.ts';

const FONT = '微软雅黑';
const USUAL_SIZE = 10;
const LINK_COLOUR = '1F5FBF';
const TEXT_COLOUR = '222222';
const LINE_COLOUR = 'C9CDD2';

/** The entries of styles.xml that a look is made of, with the prefix that the part gives its names. */
export function fontXml({ size = USUAL_SIZE, bold = false, isLink = false, colour }: Look, prefix: string): string {
  const rgb = colour ?? (isLink ? LINK_COLOUR : TEXT_COLOUR);
  return element(prefix, 'font', [
    ...(bold ? [`<${prefix}b/>`] : []),
    ...(isLink ? [`<${prefix}u/>`] : []),
    `<${prefix}sz val="${size}"/>`,
    `<${prefix}color rgb="FF${rgb}"/>`,
    `<${prefix}name val="${FONT}"/>`,
  ]);
}

export function solidFillXml(colour: string, behind: string, prefix: string): string {
  const pattern = `<${prefix}patternFill patternType="solid"><${prefix}fgColor ${colour}/><${prefix}bgColor ${behind}/></${prefix}patternFill>`;
  return element(prefix, 'fill', [pattern]);
}

export function noFillXml(pattern: 'none' | 'gray125', prefix: string): string {
  return element(prefix, 'fill', [`<${prefix}patternFill patternType="${pattern}"/>`]);
}

export function borderXml(hasBorder: boolean, prefix: string): string {
  const line = (side: string) =>
    hasBorder
      ? `<${prefix}${side} style="thin"><${prefix}color rgb="FF${LINE_COLOUR}"/></${prefix}${side}>`
      : `<${prefix}${side}/>`;
  return element(prefix, 'border', [...['left', 'right', 'top', 'bottom'].map(line), `<${prefix}diagonal/>`]);
}

export function formatXml(id: number, code: string, prefix: string): string {
  return `<${prefix}numFmt numFmtId="${id}" formatCode=${quoted(code)}/>`;
}

/** The numbers of a look's parts in their lists. */
export interface LookNumbers {
  readonly format: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
}

export function cellFormatXml(
  { align = 'left', wraps = false, isOpen = false }: Look,
  { format, font, fill, border }: LookNumbers,
  prefix: string,
): string {
  const numbers = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  const alignment = `<${prefix}alignment horizontal="${align}" vertical="center"${wraps ? ' wrapText="1"' : ''}/>`;
  const protection = isOpen ? `<${prefix}protection locked="0"/>` : '';
  const guarded = isOpen ? ' applyProtection="1"' : '';
  return `<${prefix}xf ${numbers} ${applied}${guarded}>${alignment}${protection}</${prefix}xf>`;
}

function element(prefix: string, name: string, children: readonly string[]): string {
  return `<${prefix}${name}>${children.join('')}</${prefix}${name}>`;
}

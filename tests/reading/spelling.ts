import { Converter } from 'opencc-js/cn2t';
import { simplify } from '../../src/records/traditional.ts';

/** Half-width signs and letters in full width. A space or bracket is left: what it does, its own tests show. */
export function fullWidth(text: string): string {
  return text.replace(/[!-'*-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

const toTraditional = Converter({ from: 'cn', to: 't' });

/** A word in traditional characters, if OpenCC leads back from there. */
export function traditional(word: string): string {
  const other = toTraditional(word);
  return simplify(other) === word ? other : word;
}

import { createRequire } from 'node:module';
import { traditionalCharacters } from './traditional-characters.ts';

/** A word in simplified characters, by OpenCC (t → cn). The dictionary takes a while to load: it waits for the first word that needs it. */
export function simplify(text: string): string {
  fold ??= load();
  return fold(text);
}

/** Whether a text can be the traditional form of one of our words: only then is it worth folding. */
export function mayBeTraditional(text: string): boolean {
  return OURS.test(text);
}

type Fold = (text: string) => string;

let fold: Fold | undefined;

const OURS = new RegExp(`[${traditionalCharacters}]`, 'u');

function load(): Fold {
  // `require`, because the rows that need it are read by plain functions, which cannot await an import.
  const openCC = createRequire(import.meta.url)('opencc-js/t2cn') as {
    Converter(options: { from: string; to: string }): Fold;
  };
  return openCC.Converter({ from: 't', to: 'cn' });
}

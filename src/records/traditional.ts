import { createRequire } from 'node:module';

type Fold = (text: string) => string;

let fold: Fold | undefined;

/**
 * A word in simplified characters, by OpenCC (t → cn). The dictionary takes a while to load, and most ledgers never
 * need it: it is loaded, in one go, at the first word that matches nothing as it stands.
 */
export function simplify(text: string): string {
  fold ??= load();
  return fold(text);
}

function load(): Fold {
  // `require`, because the rows that need it are read by plain functions, which cannot await an import.
  const openCC = createRequire(import.meta.url)('opencc-js/t2cn') as {
    Converter(options: { from: string; to: string }): Fold;
  };
  return openCC.Converter({ from: 't', to: 'cn' });
}

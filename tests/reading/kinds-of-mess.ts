/** What a messy ledger may have that a clean one has not. */
export const kindsOfMess = [
  'sheet names',
  'titles',
  'column order',
  'other columns',
  'header words',
  'traditional headers',
  'two header rows',
  'column numbers',
  'repeated headers',
  'example row',
  'cell spellings',
  'merged villages',
  'blank rows',
  'totals',
  'notes',
  'hidden parts',
] as const;
export type KindOfMess = (typeof kindsOfMess)[number];

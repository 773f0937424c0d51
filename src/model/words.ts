/** A text in the two languages that every user-facing text exists in. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type Language = keyof Words;

/** What stands between the words of a list. */
export const between: Words = { zh: '、', en: ', ' };

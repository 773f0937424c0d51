/** The words in the language of the run. */
export type Say = (zh: string, en: string) => string;

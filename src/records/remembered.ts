import { LONGEST_REMEMBERED } from './text-keys.ts';

/** Asks once about each text, for as long as the texts are few, and about long ones each time: no register repeats them. */
export function remembered<Answer>(ask: (text: string) => Answer, most: number): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return ask(text);
    const answer = known.get(text);
    if (answer !== undefined || known.has(text)) return answer as Answer; // what was put there
    const asked = ask(text);
    if (known.size < most) known.set(text, asked);
    return asked;
  };
}

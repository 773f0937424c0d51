/** The number that a text spells, as programs write it into XML; `undefined` for other texts, and beyond all numbers. */
export function numberIn(text: string): number | undefined {
  const number = Number(text);
  return NUMBER.test(text) && Number.isFinite(number) ? number : undefined;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

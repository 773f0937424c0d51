/**
 * True if numbers in this format show days: a year, a month or a day, not a time alone.
 * A workbook's own code counts before the built-in meaning of its id.
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id);
  return sectionsOf(code).some(showsDays);
}

// ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 as Chinese Excel and WPS have them, of which 32 to 35, 55 and 56
// are times, like 18 to 21 and 45 to 47 everywhere.
const builtInDates: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** What a stretch of a format code asks for; `m` may be months or minutes, digits may be fractions of a second. */
type Token = 'day' | 'm' | 'hour' | 'second' | 'digits';

/** The tokens of each section of a format code. */
function sectionsOf(code: string): readonly (readonly Token[])[] {
  const sections: Token[][] = [[]];
  for (const [piece] of code.slice(0, LONGEST_CODE).matchAll(PIECE)) {
    const token = tokenOf(piece);
    if (piece === ';') sections.push([]);
    else if (token !== undefined) sections.at(-1)?.push(token);
  }
  return sections;
}

function tokenOf(piece: string): Token | undefined {
  if (/^(?:am\/|a\/|E[+-]|General)/i.test(piece)) return undefined;
  if (/^[yedab]/i.test(piece)) return 'day';
  if (/^m/i.test(piece)) return 'm';
  if (/^\[?h|^\[m/i.test(piece)) return 'hour';
  if (/^\[?s+\]?$/i.test(piece)) return 'second';
  return /^[0#?]/.test(piece) ? 'digits' : undefined;
}

function showsDays(tokens: readonly Token[]): boolean {
  // Digits to fill in make it a number, perhaps with a unit (0.00 USD).
  if (tokens.some((token, i) => token === 'digits' && tokens[i - 1] !== 'second')) return false;
  return tokens.some((token, i) => token === 'day' || (token === 'm' && !isMinute(tokens[i - 1], tokens[i + 1])));
}

/** The letter m means minutes behind hours and before seconds, months elsewhere. */
function isMinute(before: Token | undefined, after: Token | undefined): boolean {
  return before === 'hour' || after === 'second';
}

const LONGEST_CODE = 255; // as in Excel

// Quoted text, escaped and padding characters, half days, times that run past their hour, colours and locales, the
// letters of dates (aaa and aaaa are weekdays), digits, the end of a section.
const PIECE =
  /"[^"]*"|\\.|_.|\*.|am\/pm|a\/p|E[+-]|\[(?:h+|m+|s+)\]|\[[^[\]]*\]|General|y+|m+|d+|h+|s+|e+|a{3,4}|b+|[0#?]+|;/gi;

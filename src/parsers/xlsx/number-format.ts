/**
 * True if numbers in this format show days: a year, a month or a day, not a time alone.
 * A workbook's own code counts before the built-in meaning of its id.
 */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtInDates.has(id);
  return withoutLiterals(code).split(';').some(showsDays);
}

// ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 as Chinese Excel and WPS have them, of which 32 to 35, 55 and 56
// are times, like 18 to 21 and 45 to 47 everywhere.
const builtInDates: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** Leaves what is no quoted text, escaped or padding character, colour, locale or mark of half days. */
function withoutLiterals(code: string): string {
  return code
    .replace(/"[^"]*"?|\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1:')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/am\/pm|a\/p|上午\/下午/gi, '');
}

function showsDays(section: string): boolean {
  if (/[#?0]/.test(section.replace(/s\.?0+/gi, 's'))) return false; // 0.0E+00, or a unit: 0.00 USD
  const tokens = section.match(/y+|m+|d+|h+|s+|e+|aaaa?|b+/gi) ?? [];
  return tokens.some((token, i) => !isTime(token, tokens[i - 1], tokens[i + 1]));
}

/** The letter m means minutes behind hours and before seconds, months elsewhere. */
function isTime(token: string, before: string | undefined, after: string | undefined): boolean {
  if (/^[hs]/i.test(token)) return true;
  return /^m/i.test(token) && (/^h/i.test(before ?? '') || /^s/i.test(after ?? ''));
}

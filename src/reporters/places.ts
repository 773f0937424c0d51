import { grouped } from '../model/grouped.ts';
import type { DiagnosticReport } from '../model/report.ts';
import type { Language } from '../model/words.ts';

/** `file › sheet › cell`, as far as there is one. */
export function placeText(diagnostic: DiagnosticReport, language: Language): string {
  return [sheetText(diagnostic), cellText(diagnostic, language)].filter((text) => text !== '').join(' › ');
}

/** The first places of some diagnostics, each once, the cells of one sheet together, and how many more there are. */
export function placesText(diagnostics: readonly DiagnosticReport[], most: number, language: Language): string {
  const zh = language === 'zh';
  const distinct = grouped(diagnostics, (diagnostic) => placeText(diagnostic, language));
  const places = [...distinct.values()].map(([first]) => first);
  const sheets = [...grouped(places.slice(0, most), sheetText)].map(([sheet, own]) => {
    const cells = own.map((place) => cellText(place, language)).filter((cell) => cell !== '');
    return [sheet, cells.join(zh ? '、' : ', ')].filter((text) => text !== '').join(' › ');
  });
  const text = sheets.filter((place) => place !== '').join(zh ? '；' : '; ');
  const more = places.length - most;
  if (more <= 0 || text === '') return text;
  return zh ? `${text} 等 ${places.length} 处` : `${text} and ${more} more`;
}

/** A CSV file is its own only sheet: it is named once. */
export function sheetText({ file, sheet }: { readonly file: string | null; readonly sheet: string | null }): string {
  const base = file?.split('/').at(-1) ?? '';
  const isSame = file === sheet || base.replace(/\.csv$/i, '') === sheet;
  return [file, isSame && file !== null ? null : sheet].filter((name) => name !== null && name !== '').join(' › ');
}

function cellText({ cell, row }: DiagnosticReport, language: Language): string {
  if (cell !== null) return cell;
  if (row === null) return '';
  return language === 'zh' ? `第 ${row} 行` : `row ${row}`;
}

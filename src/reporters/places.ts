import type { DiagnosticReport } from '../model/report.ts';
import type { Language } from '../model/words.ts';

/** `file › sheet › cell`, as far as there is one. */
export function placeText(diagnostic: DiagnosticReport, language: Language): string {
  return [sheetText(diagnostic), cellText(diagnostic, language)].filter((text) => text !== '').join(' › ');
}

/** The first places of some diagnostics, the cells of one sheet together, and how many more there are. */
export function placesText(diagnostics: readonly DiagnosticReport[], most: number, language: Language): string {
  const zh = language === 'zh';
  const bySheet = new Map<string, Set<string>>();
  for (const diagnostic of diagnostics.slice(0, most)) {
    const sheet = sheetText(diagnostic);
    const cells = bySheet.get(sheet) ?? new Set();
    bySheet.set(sheet, cells.add(cellText(diagnostic, language)));
  }
  const texts = [...bySheet].map(([sheet, cells]) => {
    const list = [...cells].filter((cell) => cell !== '').join(zh ? '、' : ', ');
    return [sheet, list].filter((text) => text !== '').join(' › ');
  });
  const text = texts.filter((place) => place !== '').join(zh ? '；' : '; ');
  const more = diagnostics.length - most;
  if (more <= 0 || text === '') return text;
  return zh ? `${text} 等 ${diagnostics.length} 处` : `${text} and ${more} more`;
}

/** A CSV ledger is its own only sheet: it is named once. */
function sheetText({ file, sheet }: DiagnosticReport): string {
  const names = [file, sheet].filter((name) => name !== null && name !== '');
  return [...new Set(names)].join(' › ');
}

function cellText({ cell, row }: DiagnosticReport, language: Language): string {
  if (cell !== null) return cell;
  if (row === null) return '';
  return language === 'zh' ? `第 ${row} 行` : `row ${row}`;
}

import { vi } from 'vitest';
import { defaultLimits } from '../../src/parsers/limits.ts';
import { refusalOf } from '../../src/parsers/refusal.ts';

/** The readers of sheets and of shared strings as they are where Node has no WebAssembly. */
export async function readersWithoutWebAssembly() {
  vi.resetModules();
  vi.stubGlobal('WebAssembly', undefined);
  try {
    const { SheetScanner } = await import('../../src/parsers/xlsx/sheet-scanner.ts');
    const { SharedStrings } = await import('../../src/parsers/xlsx/shared-strings.ts');
    // Each looks for it once, when the first is made.
    const refuse = refusalOf('a.xlsx');
    const context = { strings: { textOf: () => undefined }, dateStyles: [], date1904: false };
    new SheetScanner({ context, limits: defaultLimits, refuse });
    new SharedStrings(defaultLimits, refuse);
    return { SheetScanner, SharedStrings };
  } finally {
    vi.unstubAllGlobals();
    vi.resetModules();
  }
}

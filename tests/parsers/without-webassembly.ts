import { vi } from 'vitest';

/** The readers of sheets and of shared strings as they are where Node has no WebAssembly. */
export async function readersWithoutWebAssembly() {
  vi.resetModules();
  vi.stubGlobal('WebAssembly', undefined);
  try {
    const { plainCells } = await import('../../src/parsers/xlsx/plain-cells.ts');
    const { plainStrings } = await import('../../src/parsers/xlsx/plain-strings.ts');
    const { SheetScanner } = await import('../../src/parsers/xlsx/sheet-scanner.ts');
    const { SharedStrings } = await import('../../src/parsers/xlsx/shared-strings.ts');
    // Each looks for it once, when it is first asked.
    plainCells();
    plainStrings();
    return { SheetScanner, SharedStrings, plainCells, plainStrings };
  } finally {
    vi.unstubAllGlobals();
    vi.resetModules();
  }
}

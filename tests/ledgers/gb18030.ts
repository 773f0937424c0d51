/** Encodes text in GB18030, as far as its two-byte characters go: every common Chinese character and sign. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new RangeError('A character outside the two-byte part of GB18030.');
      return bytes;
    }),
  );
}

/** Node only decodes the encoding: its decoder, turned round, encodes. */
const table = new Map<string, readonly number[]>([...ascii(), ...doubles()]);

function ascii(): readonly (readonly [string, readonly number[]])[] {
  return Array.from({ length: 128 }, (_, byte) => [String.fromCharCode(byte), [byte]] as const);
}

function doubles(): readonly (readonly [string, readonly number[]])[] {
  const decoder = new TextDecoder('gb18030');
  return Array.from({ length: 0xfe - 0x81 + 1 }, (_, index) => 0x81 + index).flatMap((lead) =>
    Array.from({ length: 0xfe - 0x40 + 1 }, (_, index) => 0x40 + index)
      .filter((trail) => trail !== 0x7f)
      .map((trail) => [decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]] as const)
      .filter(([character]) => [...character].length === 1 && character !== '\ufffd'),
  );
}

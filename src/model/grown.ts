/** A larger array of numbers with all that is in an array, and room behind it. */
export function grown<T extends Int32Array | Uint32Array | Float64Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

// Bytes and hexadecimal digits.

/** Reads lower-case hexadecimal digits with 0x, and nothing else. */
export function hexToBytes(text: string): Uint8Array {
  if (!/^0x(?:[0-9a-f]{2})*$/.test(text)) throw new RangeError("not lower-case hexadecimal with 0x");
  return Uint8Array.from({ length: text.length / 2 - 1 }, (_, i) =>
    Number.parseInt(text.slice(2 * i + 2, 2 * i + 4), 16),
  );
}

/** Writes lower-case hexadecimal digits with 0x. */
export function bytesToHex(bytes: Uint8Array): string {
  return `0x${Array.from(bytes, (b) => b.toString(16).padStart(2, "0")).join("")}`;
}

/** The number that bytes are, big-endian. */
export function toNumber(bytes: Uint8Array): bigint {
  let n = 0n;
  for (const b of bytes) n = (n << 8n) | BigInt(b);
  return n;
}

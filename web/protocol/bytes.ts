// Bytes, hexadecimal digits and integers of fixed width (spec 1).

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

/** n(length): an integer, big-endian, in so many bytes. A number must be a safe integer. */
export function integer(n: number | bigint, length: number): Uint8Array {
  if (typeof n === "number" && !Number.isSafeInteger(n)) throw new RangeError(`${n} is no safe integer`);
  let rest = BigInt(n);
  if (rest < 0n || rest >> BigInt(8 * length) !== 0n) throw new RangeError(`integer does not fit ${length} bytes`);
  const bytes = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i--, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  return bytes;
}

/** a ‖ b ‖ … */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** a ⊕ b, of equal lengths. */
export function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length !== b.length) throw new RangeError(`xor of ${a.length} and ${b.length} bytes`);
  return a.map((byte, i) => byte ^ (b[i] ?? 0));
}

/** Whether bytes are the same. Not for secrets: it stops at the first difference. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** The ASCII bytes of a text, without an end mark. */
export function ascii(text: string): Uint8Array {
  if (!/^[\x00-\x7f]*$/.test(text)) throw new RangeError("text is not ASCII");
  return new TextEncoder().encode(text);
}

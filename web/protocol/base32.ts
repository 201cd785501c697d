// Base32 (RFC 4648), upper case, without padding, read strictly.

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Writes bytes. */
export function encodeBase32(bytes: Uint8Array): string {
  let out = "";
  let [held, bits] = [0, 0];
  for (const b of bytes) {
    held = ((held << 8) | b) & 0xfff;
    for (bits += 8; bits >= 5; bits -= 5) out += alphabet[(held >> (bits - 5)) & 31]!;
  }
  return bits === 0 ? out : out + alphabet[(held << (5 - bits)) & 31]!;
}

/**
 * Reads bytes.
 * @throws RangeError for other characters, and for what follows the last byte
 */
export function decodeBase32(text: string): Uint8Array {
  const out = new Uint8Array(Math.floor((text.length * 5) / 8));
  let [held, bits, at] = [0, 0, 0];
  for (const c of text) {
    const digit = alphabet.indexOf(c);
    if (digit < 0) throw new RangeError(`base32 has the character ${JSON.stringify(c)}`);
    held = ((held << 5) | digit) & 0xfff;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    out[at++] = (held >> bits) & 0xff;
  }
  if (bits >= 5 || (held & ((1 << bits) - 1)) !== 0) throw new RangeError("base32 has bits after its last byte");
  return out;
}

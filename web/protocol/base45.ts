// Base45 (RFC 9285), read strictly: two bytes are three characters, the least
// significant first, and a last byte is two.

const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** Writes bytes. */
export function encodeBase45(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i + 1 < bytes.length; i += 2) out += group(bytes[i]! * 256 + bytes[i + 1]!, 3);
  return bytes.length % 2 === 0 ? out : out + group(bytes.at(-1)!, 2);
}

/**
 * Reads bytes.
 * @throws RangeError for other characters, one that is left over, and groups that are too large
 */
export function decodeBase45(text: string): Uint8Array {
  if (text.length % 3 === 1) throw new RangeError("base45 has a character left over");
  const out: number[] = [];
  for (let i = 0; i < text.length; i += 3) {
    const n = value(text.slice(i, i + 3));
    if (i + 2 < text.length) {
      if (n > 0xffff) throw new RangeError(`base45 group at ${i} stands for ${n}, more than two bytes`);
      out.push(n >> 8, n & 0xff);
    } else {
      if (n > 0xff) throw new RangeError(`base45 group at ${i} stands for ${n}, more than a byte`);
      out.push(n);
    }
  }
  return Uint8Array.from(out);
}

function group(n: number, length: number): string {
  let out = "";
  for (; length > 0; length--, n = Math.floor(n / 45)) out += alphabet[n % 45]!;
  return out;
}

function value(characters: string): number {
  return [...characters].reduceRight((n, c) => {
    const digit = alphabet.indexOf(c);
    if (digit < 0) throw new RangeError(`base45 has the character ${JSON.stringify(c)}`);
    return n * 45 + digit;
  }, 0);
}

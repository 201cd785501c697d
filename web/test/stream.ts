// Bytes that a vector names instead of having them.

import { createCipheriv, createHash } from "node:crypto";

/** The first `size` bytes of SHA-256(label ‖ n(8)) for n = 0, 1, 2 …. */
export function stream(label: string, size: number): Uint8Array {
  const out = new Uint8Array(size);
  for (let n = 0; 32 * n < size; n++) {
    const number = Buffer.alloc(8);
    number.writeBigUInt64BE(BigInt(n));
    out.set(
      createHash("sha256")
        .update(label)
        .update(number)
        .digest()
        .subarray(0, size - 32 * n),
      32 * n,
    );
  }
  return out;
}

/** Many bytes that do not compress, always the same. */
export function noise(size: number): Uint8Array {
  return createCipheriv("aes-128-ctr", Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(size));
}

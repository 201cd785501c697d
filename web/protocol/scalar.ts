// Scalars of BLS12-381, numbers below the order r of its groups (spec 1.1).

import { bls12_381 } from "@noble/curves/bls12-381.js";
import { integer, toNumber } from "./bytes.ts";
import { hkdf } from "./hashing.ts";

/** The order of G1 and G2. */
export const order: bigint = bls12_381.fields.Fr.ORDER;

/** Reads a scalar: 32 bytes, a number below r. The error does not tell the number, which may be a secret. */
export function parseScalar(bytes: Uint8Array): bigint {
  if (bytes.length !== 32) throw new RangeError(`scalar has ${bytes.length} bytes, want 32`);
  const n = toNumber(bytes);
  if (n >= order) throw new RangeError("scalar is not below r");
  return n;
}

/** Reads a scalar that is not 0: what a secret key is. */
export function parseSecret(bytes: Uint8Array): bigint {
  const n = parseScalar(bytes);
  if (n === 0n) throw new RangeError("secret scalar is 0");
  return n;
}

/** Writes a scalar: 32 bytes. */
export function scalarBytes(n: bigint): Uint8Array {
  if (n >= order) throw new RangeError("scalar is not below r");
  return integer(n, 32);
}

/** The rest of bytes, a big-endian number, by r. */
export function modOrder(bytes: Uint8Array): bigint {
  return toNumber(bytes) % order;
}

/** scalar(ikm, info) = HKDF(ikm, info, 48) mod r, refused if zero. */
export function deriveScalar(ikm: Uint8Array, info: Uint8Array): bigint {
  return nonZero(modOrder(hkdf(ikm, info, 48)));
}

/** A scalar of 48 uniformly random bytes, too many for their rest by r to be biased; refused if zero. */
export function scalarOfRandom(random: Uint8Array): bigint {
  if (random.length !== 48) throw new RangeError(`random has ${random.length} bytes, want 48`);
  return nonZero(modOrder(random));
}

function nonZero(n: bigint): bigint {
  if (n === 0n) throw new RangeError("scalar is 0");
  return n;
}

// Scalars of BLS12-381, numbers below the order r of its groups (spec 1.1).

import { bls12_381 } from "@noble/curves/bls12-381.js";
import { toNumber } from "./bytes.ts";

/** The order of G1 and G2. */
export const order: bigint = bls12_381.fields.Fr.ORDER;

/** Reads a scalar: 32 bytes, a number below r. */
export function parseScalar(bytes: Uint8Array): bigint {
  if (bytes.length !== 32) throw new RangeError(`scalar has ${bytes.length} bytes, want 32`);
  const n = toNumber(bytes);
  if (n >= order) throw new RangeError("scalar is not below r");
  return n;
}

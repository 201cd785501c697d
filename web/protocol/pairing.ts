// The optimal ate pairing e: G1 × G2 → GT (spec 1.1).

import { bls12_381 } from "@noble/curves/bls12-381.js";
import type { G1, G2 } from "./point.ts";

/**
 * The encoding of e(p, q)^k for k = 1: twelve coordinates in the order c0.c0.c0 ‖
 * c0.c0.c1 ‖ c0.c1.c0 ‖ … ‖ c1.c2.c1, 48 bytes each, 576 in all. For another k
 * multiply a point: e(k·p, q) is e(p, q)^k.
 */
export function gt(p: G1, q: G2): Uint8Array {
  return bls12_381.fields.Fp12.toBytes(bls12_381.pairing(p, q));
}

/** Whether e(a, b) = e(c, d), by one final exponentiation of e(a, b)·e(−c, d). No point may be the identity. */
export function pairingsAgree(a: G1, b: G2, c: G1, d: G2): boolean {
  const { Fp12 } = bls12_381.fields;
  const pairs = [
    { g1: a, g2: b },
    { g1: c.negate(), g2: d },
  ];
  return Fp12.eql(bls12_381.pairingBatch(pairs), Fp12.ONE);
}

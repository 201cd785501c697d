// The optimal ate pairing e: G1 × G2 → GT (spec 1.1).
//
// The library checks both points of each pair and computes the lines of the one of
// G2 anew every time. Here that is done once for a point: most pairings are with h
// and with a committee's Q.

import { bls12_381 } from "@noble/curves/bls12-381.js";
import { checkPoint, type G1, type G2 } from "./point.ts";

type Lines = ReturnType<typeof bls12_381.utils.calcPairingPrecomputes>;

const { Fp, Fp12 } = bls12_381.fields;

/** The lines of points that were checked. */
const lines = new WeakMap<G2, Lines>();

/**
 * The encoding of e(p, q)^k for k = 1: twelve coordinates in the order c0.c0.c0 ‖
 * c0.c0.c1 ‖ c0.c1.c0 ‖ … ‖ c1.c2.c1, 48 bytes each, 576 in all. For another k
 * multiply a point: e(k·p, q) is e(p, q)^k.
 */
export function gt(p: G1, q: G2): Uint8Array {
  return Fp12.toBytes(product([linesOf(q), ...coordinates(p)]));
}

/** Whether e(a, b) = e(c, d), by one final exponentiation of e(a, b)·e(−c, d). No point may be the identity. */
export function pairingsAgree(a: G1, b: G2, c: G1, d: G2): boolean {
  const [x, y] = coordinates(c);
  return Fp12.eql(product([linesOf(b), ...coordinates(a)], [linesOf(d), x, Fp.neg(y)]), Fp12.ONE);
}

function product(...pairs: [Lines, bigint, bigint][]): ReturnType<typeof Fp12.finalExponentiate> {
  return Fp12.finalExponentiate(bls12_381.millerLoopBatch(pairs));
}

function coordinates(point: G1): [bigint, bigint] {
  const { x, y } = checkPoint("G1", point).toAffine();
  return [x, y];
}

function linesOf(point: G2): Lines {
  const known = lines.get(point);
  if (known) return known;
  const made = bls12_381.utils.calcPairingPrecomputes(checkPoint("G2", point));
  lines.set(point, made);
  return made;
}

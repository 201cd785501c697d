// Committees and their keys (spec 2): P = s·g, Q = s·h, V_i = s_i·h, where the s_i
// lie on a polynomial of degree t − 1 with value s at 0.
//
//   groupKey = keccak(P affine(96) ‖ Q affine(192))

import { keccak } from "./hashing.ts";
import { checkCount, maxNodes } from "./interpolation.ts";
import { pairingsAgree } from "./pairing.ts";
import { affineG1, affineG2, g, type G1, type G2, h } from "./point.ts";
import type { Hash } from "./word.ts";

/** The public side of a committee. */
export interface Committee {
  /** t: so many nodes act together. */
  readonly threshold: number;
  readonly P: G1;
  readonly Q: G2;
  /** V_1 … V_n, from node 1 on. */
  readonly V: readonly G2[];
}

/** The name of a pair (P, Q), which is not checked here: {@link checkPair}. */
export function groupKey(P: G1, Q: G2): Hash {
  return keccak(affineG1(P), affineG2(Q));
}

/**
 * Checks e(P, h) = e(g, Q), before anything relies on the pair: what was sealed to
 * a P of another logarithm is paid for and does not open.
 */
export function checkPair(P: G1, Q: G2): void {
  if (!pairingsAgree(P, h, g, Q)) throw new Error("P and Q are not of one secret");
}

/** Checks the numbers of a committee: 1 to 32 nodes, any 1 to all of which act. */
export function checkSize(threshold: number, nodes: number): void {
  checkCount("number of nodes", nodes, maxNodes);
  checkCount("threshold", threshold, nodes);
}

/** Checks that all keys of a committee belong together, so that any t nodes act for s and fewer cannot. */
export function checkCommittee({ threshold, P, Q, V }: Committee): void {
  checkSize(threshold, V.length);
  checkPair(P, Q);
  checkDegree([Q, ...V], threshold - 1);
}

/**
 * Checks that the values of a polynomial at 0, 1, 2 … are of one of exactly this
 * degree: its differences of that order are all the same and not 0, so that those
 * of the next order are 0. Of n values, n > degree.
 */
function checkDegree(values: readonly G2[], degree: number): void {
  let differences = values;
  for (let d = 0; d < degree; d++) {
    differences = differences.slice(1).map((value, i) => value.subtract(differences[i] as G2));
  }
  const [first, ...others] = differences as [G2, ...G2[]];
  if (first.is0()) throw new Error(`fewer nodes than ${degree + 1} act for these keys`);
  if (!others.every((other) => other.equals(first))) throw new Error("keys of nodes do not belong together");
}

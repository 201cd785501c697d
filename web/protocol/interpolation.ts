// Interpolation of multiples that nodes made (spec 2): from s_i·X of t different
// nodes, s·X = Σ λ_i·(s_i·X) with λ_i = ∏ j / (j − i) over the other nodes j.

import { bls12_381 } from "@noble/curves/bls12-381.js";
import { g, type G1, notIdentity } from "./point.ts";

/** At most so many nodes has a committee. */
export const maxNodes = 32;

/** What node number `node` made, s_node·X. */
export interface Part {
  /** From 1 to 32. */
  readonly node: number;
  readonly point: G1;
}

/**
 * s·X, from the parts of at least `threshold` different nodes. Further ones are
 * not looked at. The parts are taken to be verified: a false one gives another
 * point.
 */
export function combine(threshold: number, parts: readonly Part[]): G1 {
  checkParts(threshold, parts);
  const used = parts.slice(0, threshold);
  const terms = used.map(({ node, point }) => point.multiplyUnsafe(coefficient(node, used)));
  return notIdentity(
    "combined",
    terms.reduce((sum, term) => sum.add(term), g.subtract(g)),
  );
}

/** Refuses what cannot be combined, whatever the points are. */
export function checkParts(threshold: number, parts: readonly Part[]): void {
  checkCount("threshold", threshold, maxNodes);
  for (const { node } of parts) checkCount("node", node, maxNodes);
  if (new Set(parts.map(({ node }) => node)).size !== parts.length) throw new RangeError("a node comes twice");
  if (parts.length < threshold) throw new RangeError(`${parts.length} parts, want ${threshold}`);
}

/** Refuses a number that is not from 1 to most. */
export function checkCount(name: string, n: number, most: number): void {
  if (!Number.isInteger(n) || n < 1 || n > most) throw new RangeError(`${name} ${n} is not from 1 to ${most}`);
}

function coefficient(node: number, used: readonly Part[]): bigint {
  const { Fr } = bls12_381.fields;
  let numerator = 1n;
  let denominator = 1n;
  for (const { node: other } of used) {
    if (other === node) continue;
    numerator *= BigInt(other);
    denominator *= BigInt(other - node);
  }
  return Fr.div(Fr.create(numerator), Fr.create(denominator));
}

// A committee whose secret one dealer knew: for tests alone.

import type { Committee } from "../protocol/committee.ts";
import { g, h } from "../protocol/point.ts";
import { order, scalarOfRandom } from "../protocol/scalar.ts";
import { stream } from "./stream.ts";

/** A committee, the secret s, and the shares s_1 … s_n. */
export interface Dealt extends Committee {
  readonly secret: bigint;
  readonly shares: readonly bigint[];
}

/** Deals shares of a polynomial of degree t − 1 whose coefficients the label gives. */
export function deal(threshold: number, nodes: number, label: string): Dealt {
  const random = stream(label, 48 * threshold);
  const coefficients = Array.from({ length: threshold }, (_, i) => scalarOfRandom(random.slice(48 * i, 48 * i + 48)));
  const shares = Array.from({ length: nodes }, (_, i) => value(coefficients, BigInt(i + 1)));
  const secret = value(coefficients, 0n);
  return {
    threshold,
    P: g.multiply(secret),
    Q: h.multiply(secret),
    V: shares.map((s) => h.multiply(s)),
    secret,
    shares,
  };
}

function value(coefficients: readonly bigint[], at: bigint): bigint {
  return coefficients.reduceRight((sum, coefficient) => (sum * at + coefficient) % order, 0n);
}

// Shares and releases (spec 4.4): U_i = s_i·(id_k + B) of node i, U = s·(id_k + B)
// from t of them, D_k = U − b·P of whoever has b.

import type { ReleaseKey } from "./key.ts";
import { pairingsAgree } from "./pairing.ts";
import { type Place, tierPoint } from "./place.ts";
import { type G1, type G2, h, notIdentity } from "./point.ts";

/** id_k + B, what nodes multiply. Refused where B is −id_k, which nobody knows b of. */
export function blindedPoint(place: Place, B: G1): G1 {
  return notIdentity("id_k + B", tierPoint(place).add(B));
}

/** Verifies the share of the node whose key is V: e(U_i, h) = e(id_k + B, V_i). */
export function verifyShare(place: Place, B: G1, V: G2, share: G1): void {
  if (!pairingsAgree(share, h, blindedPoint(place, B), V)) throw new Error("share is not the node's for this place");
}

/** Verifies a release: e(U, h) = e(id_k + B, Q). It proves nothing to third parties. */
export function verifyRelease(place: Place, B: G1, Q: G2, release: G1): void {
  if (!pairingsAgree(release, h, blindedPoint(place, B), Q))
    throw new Error("release is not the committee's for this place");
}

/** D_k = U − b·P, of a release that was verified. */
export function unblind(release: G1, key: ReleaseKey, P: G1): G1 {
  return notIdentity("D_k", release.subtract(P.multiply(key.b)));
}

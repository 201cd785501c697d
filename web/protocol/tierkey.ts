// Tier keys, sealed under a committee's key (spec 3).
//
//   R    = r·h
//   info = "SHRINKWRAP-V1-TIER-KEY" ‖ R compressed(96) ‖ k(1)
//   mask = HKDF(GT encoding of e(id_k, Q)^r, info, 32)
//   E_k  = a_k(32) ⊕ mask
//
// Who has D_k = s·id_k opens it: e(D_k, R) = e(id_k, Q)^r.

import { ascii, concat, integer, xor } from "./bytes.ts";
import { hkdf } from "./hashing.ts";
import { gt } from "./pairing.ts";
import { type Place, tierPoint } from "./place.ts";
import { compressG2, type G1, type G2, h } from "./point.ts";
import { scalarOfRandom } from "./scalar.ts";

/** A product has at most so many tiers. */
export const maxTiers = 64;

/** What a header has of its tiers' keys. */
export interface Binding {
  /** A secret, which nobody needs any more. */
  readonly r: bigint;
  readonly R: G2;
  /** E_0, E_1 …, 32 bytes each. */
  readonly E: readonly Uint8Array[];
}

/** A tier's key that was opened, and what opened it. */
export interface TierKey {
  /** a_k, an X25519 secret of age: 32 bytes. */
  readonly key: Uint8Array;
  /** 576 bytes. */
  readonly gt: Uint8Array;
  /** 32 bytes. */
  readonly mask: Uint8Array;
}

/** Refuses keys that cannot be bound: 1 to 64, 32 bytes each. */
export function checkKeys(keys: readonly Uint8Array[]): void {
  if (keys.length < 1 || keys.length > maxTiers) throw new RangeError(`${keys.length} tiers, want 1 to ${maxTiers}`);
  keys.forEach(checkTierKey);
}

/**
 * Binds the keys a_0, a_1 … of a product's tiers to the committee of Q. random is
 * 48 bytes, fresh for every header unless a test fixes them.
 */
export function bind(
  product: Omit<Place, "tier">,
  Q: G2,
  keys: readonly Uint8Array[],
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(48)),
): Binding {
  checkKeys(keys);
  const r = scalarOfRandom(random);
  const R = h.multiply(r);
  const E = keys.map((key, tier) => {
    const pair = gt(tierPoint({ ...product, tier }).multiply(r), Q);
    return xor(key, tierMask(pair, R, tier));
  });
  return { r, R, E };
}

/** Opens E_k with D_k. Another D_k, R, k or E gives another key, which opens nothing. */
export function openTierKey(tier: number, R: G2, E: Uint8Array, D: G1): TierKey {
  checkTierKey(E);
  const pair = gt(D, R);
  const mask = tierMask(pair, R, tier);
  return { key: xor(E, mask), gt: pair, mask };
}

function tierMask(pair: Uint8Array, R: G2, tier: number): Uint8Array {
  return hkdf(pair, concat(ascii("SHRINKWRAP-V1-TIER-KEY"), compressG2(R), integer(tier, 1)), 32);
}

/** Refuses what is no tier key, sealed or not. */
export function checkTierKey(key: Uint8Array): void {
  if (key.length !== 32) throw new RangeError(`tier key has ${key.length} bytes, want 32`);
}

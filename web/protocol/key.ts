// Release keys (spec 4.1).
//
//   info = "SHRINKWRAP-V1-RELEASE-KEY" ‖ place(73) ‖ attempt(4)
//   b    = scalar(seed(32), info)          B = b·g

import { ascii, concat, integer } from "./bytes.ts";
import { type Place, placeBytes } from "./place.ts";
import { g, type G1 } from "./point.ts";
import { deriveScalar } from "./scalar.ts";

/** A buyer's key pair for one place and attempt. */
export interface ReleaseKey {
  /** The secret, from 1 to r − 1: who has it and the release has the tier's key. */
  readonly b: bigint;
  readonly B: G1;
}

/**
 * The release key of a seed, which is uniformly random, secret and durable before
 * anything is paid. The attempt is 0 until a purchase was refunded.
 */
export function releaseKey(seed: Uint8Array, place: Place, attempt: number): ReleaseKey {
  if (seed.length !== 32) throw new RangeError(`seed has ${seed.length} bytes, want 32`);
  const info = concat(ascii("SHRINKWRAP-V1-RELEASE-KEY"), placeBytes(place), integer(attempt, 4));
  return releaseKeyOf(deriveScalar(seed, info));
}

/** The release key of a secret b, from 1 to r − 1. */
export function releaseKeyOf(b: bigint): ReleaseKey {
  return { b, B: g.multiply(b) }; // multiply is the library's way for secret scalars
}

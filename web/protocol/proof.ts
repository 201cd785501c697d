// Proofs of knowledge of a release key (spec 4.2).
//
//   nonce = scalar(b(32) ‖ random(32), "SHRINKWRAP-V1-POK-NONCE" ‖ place(73))
//   c     = keccak(keccak("SHRINKWRAP-V1-POK") ‖ place(73) ‖ B affine(96) ‖ R' affine(96)) mod r

import { ascii, concat } from "./bytes.ts";
import { keccak } from "./hashing.ts";
import type { ReleaseKey } from "./key.ts";
import { type Place, placeBytes } from "./place.ts";
import { affineG1, type G1 } from "./point.ts";
import { deriveScalar, modOrder, scalarBytes } from "./scalar.ts";
import {
  type Challenge,
  type Committed,
  freshRandom,
  respond,
  type SchnorrResponse,
  verifyResponse,
} from "./schnorr.ts";

/**
 * Proves that one knows b, at a place that one has chosen oneself. random is 32
 * bytes, fresh unless a test fixes them.
 */
export function prove(key: ReleaseKey, place: Place, random: Uint8Array = freshRandom()): Committed {
  if (random.length !== 32) throw new RangeError(`random has ${random.length} bytes, want 32`);
  const info = concat(ascii("SHRINKWRAP-V1-POK-NONCE"), placeBytes(place));
  const nonce = deriveScalar(concat(scalarBytes(key.b), random), info);
  return respond(key, nonce, challenge(place, key.B));
}

/** Verifies a proof for B at a place, and returns R'. Any valid proof serves, wherever it comes from. */
export function verifyProof(place: Place, B: G1, proof: SchnorrResponse): G1 {
  return verifyResponse(B, proof, challenge(place, B));
}

function challenge(place: Place, B: G1): Challenge {
  const domain = keccak(ascii("SHRINKWRAP-V1-POK"));
  return (commitment) => modOrder(keccak(domain, placeBytes(place), affineG1(B), affineG1(commitment)));
}

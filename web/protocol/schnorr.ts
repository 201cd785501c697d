// The arithmetic that proofs (spec 4.2) and signatures (4.3) share.
//
//   R' = nonce·g        z = nonce + c·b mod r        c(32) ‖ z(32), 64 bytes
//
// A verifier computes R' = z·g − c·B, refuses the identity, and compares c.

import { concat } from "./bytes.ts";
import type { ReleaseKey } from "./key.ts";
import { g, type G1, notIdentity } from "./point.ts";
import { order, parseScalar, scalarBytes } from "./scalar.ts";

/** A challenge and the response to it, scalars. */
export interface SchnorrResponse {
  readonly c: bigint;
  readonly z: bigint;
}

/** A response that was made or verified, and the commitment R' that it is about. */
export interface Committed extends SchnorrResponse {
  readonly commitment: G1;
}

/** Makes the challenge of a commitment. */
export type Challenge = (commitment: G1) => bigint;

/**
 * Answers the challenge. The nonce must never serve two challenges: their
 * responses would give away b.
 */
export function respond(key: ReleaseKey, nonce: bigint, challenge: Challenge): Committed {
  const commitment = g.multiply(nonce);
  const c = challenge(commitment);
  return { c, z: (nonce + c * key.b) % order, commitment };
}

/** Verifies a response, and returns the commitment. */
export function verifyResponse(B: G1, { c, z }: SchnorrResponse, challenge: Challenge): G1 {
  const commitment = g.multiplyUnsafe(z).subtract(B.multiplyUnsafe(c)); // nothing here is secret
  notIdentity("commitment", commitment);
  if (challenge(commitment) !== c) throw new Error("response is not to this challenge");
  return commitment;
}

/** Reads c ‖ z. */
export function parseResponse(bytes: Uint8Array): SchnorrResponse {
  if (bytes.length !== 64) throw new RangeError(`c and z have ${bytes.length} bytes, want 64`);
  return { c: parseScalar(bytes.slice(0, 32)), z: parseScalar(bytes.slice(32)) };
}

/** Writes c ‖ z. */
export function responseBytes({ c, z }: SchnorrResponse): Uint8Array {
  return concat(scalarBytes(c), scalarBytes(z));
}

/** A nonce's random half: 32 bytes. */
export function freshRandom(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(32));
}

// Signatures under a release key (spec 4.3).
//
//   nonce = scalar(b(32) ‖ random(32), "SHRINKWRAP-V1-SIGN-NONCE" ‖ keccak(purpose) ‖ keccak(message))
//   c     = keccak(keccak("SHRINKWRAP-V1-SIGN") ‖ keccak(purpose) ‖ keccak(message) ‖ B affine(96) ‖ R' affine(96)) mod r
//
// Every message begins with the order's place, 84 bytes.

import { ascii, concat } from "./bytes.ts";
import { keccak } from "./hashing.ts";
import type { ReleaseKey } from "./key.ts";
import { type OrderPlace, orderPlaceBytes, orderPlaceLength } from "./place.ts";
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

/** What may be signed; there are no others. */
export const purposes = ["tag", "gate", "minute", "transfer", "hand-over"] as const;

/** One of {@link purposes}. */
export type Purpose = (typeof purposes)[number];

/** Takes a text for a purpose, byte for byte. */
export function parsePurpose(text: string): Purpose {
  const purpose = purposes.find((known) => known === text);
  if (purpose === undefined) throw new RangeError(`purpose ${JSON.stringify(text)} is none of ${purposes.join(", ")}`);
  return purpose;
}

/** Refuses a message that cannot begin with an order's place. */
export function checkMessage(message: Uint8Array): void {
  if (message.length >= orderPlaceLength) return;
  throw new RangeError(`message has ${message.length} bytes, less than the place of its order, ${orderPlaceLength}`);
}

/**
 * Signs a message. random is 32 bytes, fresh unless a test fixes them; a tag does
 * not look at them, so that it is the same each time.
 */
export function sign(key: ReleaseKey, purpose: Purpose, message: Uint8Array, random = freshRandom()): Committed {
  checkMessage(message);
  if (random.length !== 32) throw new RangeError(`random has ${random.length} bytes, want 32`);
  const secret = concat(scalarBytes(key.b), purpose === "tag" ? new Uint8Array(32) : random);
  const info = concat(ascii("SHRINKWRAP-V1-SIGN-NONCE"), keccak(ascii(purpose)), keccak(message));
  return respond(key, deriveScalar(secret, info), challenge(key.B, purpose, message));
}

/** The tag of an order: the signature of its place, which depends on nothing else. */
export function tag(key: ReleaseKey, place: OrderPlace): Committed {
  return sign(key, "tag", orderPlaceBytes(place));
}

/** Verifies a signature under B, and returns R'. */
export function verifySignature(B: G1, purpose: Purpose, message: Uint8Array, signature: SchnorrResponse): G1 {
  checkMessage(message);
  return verifyResponse(B, signature, challenge(B, purpose, message));
}

function challenge(B: G1, purpose: Purpose, message: Uint8Array): Challenge {
  const what = concat(keccak(ascii("SHRINKWRAP-V1-SIGN")), keccak(ascii(purpose)), keccak(message), affineG1(B));
  return (commitment) => modOrder(keccak(what, affineG1(commitment)));
}

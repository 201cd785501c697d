// The hashes of the protocol (spec 1): keccak-256, HKDF-SHA-256, hash_to_curve.

import { bls12_381 } from "@noble/curves/bls12-381.js";
import { hkdf as nobleHkdf } from "@noble/hashes/hkdf.js";
import { sha256 as nobleSha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import { concat } from "./bytes.ts";
import type { G1 } from "./point.ts";
import { type Hash, toHash } from "./word.ts";

/** keccak-256 of parts, one after another. */
export function keccak(...parts: readonly Uint8Array[]): Hash {
  return toHash(keccak_256(concat(...parts)));
}

/** SHA-256 of many bytes, by the platform, whose is several times as fast; pages that came without TLS have none. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  const { subtle } = crypto as Partial<Crypto>;
  if (!subtle) return nobleSha256(bytes);
  return new Uint8Array(await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}

/** HKDF-SHA-256 (RFC 5869) with an empty salt. */
export function hkdf(ikm: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  return nobleHkdf(nobleSha256, ikm, undefined, info, length);
}

/**
 * hash_to_curve of RFC 9380, suite BLS12381G1_XMD:SHA-256_SSWU_RO_, to G1. The
 * result is in the subgroup; that it is the identity happens to nobody.
 */
export function hashToCurve(message: Uint8Array, dst: string): G1 {
  return bls12_381.G1.hashToCurve(message, { DST: dst }) as G1;
}

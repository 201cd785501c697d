// How age writes X25519 keys (age-encryption.org/v1): Bech32 (BIP 173) of their 32
// bytes, an identity, which is secret, in upper case.

import { x25519 } from "@noble/curves/ed25519.js";
import { bech32 } from "@scure/base";
import { checkTierKey } from "./tierkey.ts";

/** The identity of a tier's key: AGE-SECRET-KEY-1… */
export function identity(key: Uint8Array): string {
  checkTierKey(key);
  return bech32.encodeFromBytes("AGE-SECRET-KEY-", key).toUpperCase();
}

/** The recipient of a tier's key: age1… */
export function recipient(key: Uint8Array): string {
  checkTierKey(key);
  return bech32.encodeFromBytes("age", x25519.getPublicKey(key));
}

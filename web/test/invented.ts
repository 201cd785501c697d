// The confirmation of a payment that nobody made, by which the command's
// `program run` tries programs: internal/program/invented.go says how it is made.

import { sha256 } from "@noble/hashes/sha2.js";
import { ascii } from "../protocol/bytes.ts";
import type { Purchase } from "../protocol/environment.ts";
import { keccak } from "../protocol/hashing.ts";
import { releaseKey } from "../protocol/key.ts";
import { receiptPoint } from "../protocol/place.ts";
import { deriveScalar } from "../protocol/scalar.ts";
import { tag } from "../protocol/signature.ts";
import { toAddress } from "../protocol/word.ts";

/** The confirmation of a buyer's name. */
export function invented(buyer: string): Purchase {
  const address = (first: number): ReturnType<typeof toAddress> =>
    toAddress(Uint8Array.of(first, ...Array(19).fill(0)));
  const place = { chainId: 1337, escrow: address(0xe5), product: address(0xb0), tier: 1 };
  const order = keccak(ascii(`an order of ${buyer}`));
  const where = { chainId: place.chainId, escrow: place.escrow, order };
  const key = releaseKey(sha256(ascii(`a seed of ${buyer}`)), place, 0);
  const committee = deriveScalar(ascii("a committee that keeps no secret"), new Uint8Array());
  const paid = { amount: 2_000_000_000_000_000n, paidAt: 1_767_225_600 };
  const receipt = receiptPoint(where).multiply(committee);
  return { place, order, ...paid, releaseKey: key.B, receipt, tag: tag(key, where) };
}

// An order as the escrow logs it (spec 4.6): sixteen words of abi.encode, 512 bytes.
//
//   product, tier(8), index(32), time(40), payer, refundTo, publisher, token, committee,
//   feeBps(16), confirmations(8), groupKey, amount(96), releaseKey: three words
//
//   order = keccak(abi.encode(Leaf))

import { word, Words } from "./abi.ts";
import { concat } from "./bytes.ts";
import { keccak } from "./hashing.ts";
import type { Offer } from "./offer.ts";
import { type Address, type Hash, toHash } from "./word.ts";

/** How many words a leaf has. */
export const leafWords = 16;

/** An order. */
export interface Leaf extends Offer {
  readonly product: Address;
  /** From 0 to 255. */
  readonly tier: number;
  /** How many orders the account had before it, below 2^32. */
  readonly index: number;
  /** Unix seconds, below 2^40. */
  readonly time: number;
  readonly payer: Address;
  readonly refundTo: Address;
  /** In the token's smallest unit, below 2^96. */
  readonly amount: bigint;
  /** B affine, 96 bytes, as the payer gave it: the escrow does not ask whether it is a point. */
  readonly releaseKey: Uint8Array;
}

/** Reads a leaf; a word that is out of its member's range is refused. */
export function parseLeaf(bytes: Uint8Array): Leaf {
  const words = new Words("leaf", bytes, leafWords);
  return {
    product: words.address("product"),
    tier: words.number("tier", 8),
    index: words.number("index", 32),
    time: words.number("time", 40),
    payer: words.address("payer"),
    refundTo: words.address("refundTo"),
    publisher: words.address("publisher"),
    token: words.address("token"),
    committee: words.address("committee"),
    feeBps: words.number("feeBps", 16),
    confirmations: words.number("confirmations", 8),
    groupKey: toHash(words.take(1)),
    amount: words.amount("amount", 96),
    releaseKey: words.take(3),
  };
}

/** Writes a leaf. */
export function leafBytes(leaf: Leaf): Uint8Array {
  return concat(
    word(leaf.product),
    word(leaf.tier, 8),
    word(leaf.index, 32),
    word(leaf.time, 40),
    word(leaf.payer),
    word(leaf.refundTo),
    word(leaf.publisher),
    word(leaf.token),
    word(leaf.committee),
    word(leaf.feeBps, 16),
    word(leaf.confirmations, 8),
    leaf.groupKey,
    word(leaf.amount, 96),
    leaf.releaseKey,
  );
}

/** The name of an order. */
export function orderOf(leaf: Leaf): Hash {
  return keccak(leafBytes(leaf));
}

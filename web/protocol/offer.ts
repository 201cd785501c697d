// What is agreed to when an order is paid, and the account that it is counted in
// (spec 4.6).
//
//   account   = keccak(abi.encode(publisher, token, committee, feeBps))
//   offerHash = keccak(abi.encode(publisher, token, committee, groupKey, feeBps, confirmations))

import { word } from "./abi.ts";
import { keccak } from "./hashing.ts";
import type { Address, Hash } from "./word.ts";

/** The conditions of a tier. */
export interface Offer {
  /** Who is paid. */
  readonly publisher: Address;
  /** 0 is the chain's coin. */
  readonly token: Address;
  /** Who is paid the fee. */
  readonly committee: Address;
  readonly groupKey: Hash;
  /** The committee's fee, in parts of ten thousand: below 2^16. */
  readonly feeBps: number;
  /** From 0 to 255: 0 means 1, 255 a finalised block. */
  readonly confirmations: number;
}

/** The account that an offer's orders are counted in. */
export function account({ publisher, token, committee, feeBps }: Omit<Offer, "groupKey" | "confirmations">): Hash {
  return keccak(word(publisher), word(token), word(committee), word(feeBps, 16));
}

/** The name of an offer, which a buyer gives with his payment. */
export function offerHash(offer: Offer): Hash {
  return keccak(...offerWords(offer));
}

/** The members of an offer, a word each, in the order of the hash. */
export function offerWords(offer: Offer): Uint8Array[] {
  const { publisher, token, committee, groupKey, feeBps, confirmations } = offer;
  return [word(publisher), word(token), word(committee), groupKey, word(feeBps, 16), word(confirmations, 8)];
}

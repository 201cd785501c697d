// The escrow's event of a payment (spec 4.6).
//
//   PaymentConfirmed(bytes32 indexed account, address indexed product, bytes32 indexed key, Leaf leaf, uint256 c, uint256 z)
//
//   topics   the event's, account, product(32), key = releaseKey[0]
//   data     leaf, 16 words ‖ c ‖ z                                                         18 words

import { word, Words } from "./abi.ts";
import { ascii, bytesToHex, equal } from "./bytes.ts";
import { keccak } from "./hashing.ts";
import { type Leaf, leafWords, parseLeaf } from "./leaf.ts";
import { account } from "./offer.ts";
import type { Hash } from "./word.ts";

/** A payment, as the chain's log tells it. */
export interface Payment {
  readonly leaf: Leaf;
  /** Whatever the payer gave for a proof of knowledge, 32 bytes each: neither checked nor below r. */
  readonly c: Uint8Array;
  readonly z: Uint8Array;
}

const leafType =
  "(address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3])";

/** The first topic of every payment. */
export const paymentTopic: Hash = keccak(
  ascii(`PaymentConfirmed(bytes32,address,bytes32,${leafType},uint256,uint256)`),
);

/** Reads a payment from a log of the escrow; whether it is the escrow's the caller knows. */
export function parsePayment(topics: readonly Uint8Array[], data: Uint8Array): Payment {
  const words = new Words("payment", data, leafWords + 2);
  const leaf = parseLeaf(words.take(leafWords));
  checkTopics(topics, [paymentTopic, account(leaf), word(leaf.product), leaf.releaseKey.slice(0, 32)]);
  return { leaf, c: words.take(1), z: words.take(1) };
}

function checkTopics(topics: readonly Uint8Array[], expected: readonly Uint8Array[]): void {
  if (topics.length !== expected.length) throw new RangeError(`${topics.length} topics, want ${expected.length}`);
  expected.forEach((want, i) => {
    const got = topics[i] as Uint8Array;
    if (!equal(got, want)) throw new RangeError(`topic ${i} is ${bytesToHex(got)}, its leaf says ${bytesToHex(want)}`);
  });
}

// What a release program is told of the order that it makes its product for
// (spec 6.7): eight variables, in this order, digits in lower case, numbers decimal.

import { bytesToHex } from "./bytes.ts";
import { type OrderPlace, orderPlaceBytes, type Place } from "./place.ts";
import { compressG1, type G1 } from "./point.ts";
import { type SchnorrResponse, responseBytes } from "./schnorr.ts";
import { verifySignature } from "./signature.ts";

/** An order that was paid and released, and what proves that it is the buyer's. */
export interface Purchase {
  readonly place: Place;
  readonly order: OrderPlace["order"];
  /** In the token's smallest unit. */
  readonly amount: bigint;
  /** The leaf's time, Unix seconds. */
  readonly paidAt: number;
  /** B */
  readonly releaseKey: G1;
  /** σ */
  readonly receipt: G1;
  /** The buyer's signature of the order's place, purpose tag. */
  readonly tag: SchnorrResponse;
}

/** The environment of a program, NAME=value each. Refused where the tag is not the buyer's for this order. */
export function environment(purchase: Purchase): string[] {
  const { place, order, amount, paidAt, releaseKey, receipt, tag } = purchase;
  const { chainId, escrow } = place;
  verifySignature(releaseKey, "tag", orderPlaceBytes({ chainId, escrow, order }), tag);
  return [
    `SHRINKWRAP_PRODUCT=${bytesToHex(place.product)}`,
    `SHRINKWRAP_ORDER=${bytesToHex(order)}`,
    `SHRINKWRAP_TIER=${place.tier}`,
    `SHRINKWRAP_AMOUNT=${amount}`,
    `SHRINKWRAP_PAID_AT=${paidAt}`,
    `SHRINKWRAP_BUYER=${bytesToHex(compressG1(releaseKey))}`,
    `SHRINKWRAP_RECEIPT=${bytesToHex(compressG1(receipt))}`,
    `SHRINKWRAP_TAG=${bytesToHex(responseBytes(tag))}`,
  ];
}

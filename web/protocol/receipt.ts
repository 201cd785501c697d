// Receipts (spec 4.5): σ = s·(receipt point), 48 bytes compressed.

import { pairingsAgree } from "./pairing.ts";
import { holderPoint, type OrderPlace, receiptPoint } from "./place.ts";
import { type G1, type G2, h } from "./point.ts";

/** The point of an order's receipt; of a ticket that was transferred, the one of its holder's key. */
export function pointOf(place: OrderPlace, holder?: G1): G1 {
  return holder === undefined ? receiptPoint(place) : holderPoint(place, holder);
}

/**
 * Verifies a receipt: e(σ, h) = e(point, Q). Q is that of the header whose product
 * or signer the verifier expects, never of the order's leaf.
 */
export function verifyReceipt(place: OrderPlace, Q: G2, receipt: G1, holder?: G1): void {
  if (!pairingsAgree(receipt, h, pointOf(place, holder), Q))
    throw new Error("receipt is not the committee's for this order");
}

// Where something is sold, and where it was bought; the points that they hash to
// (spec 1.2).
//
//   place         chainId(32) ‖ escrow(20) ‖ product(20) ‖ tier(1)       73 bytes
//   order place   chainId(32) ‖ escrow(20) ‖ order(32)                   84 bytes

import { concat, integer } from "./bytes.ts";
import { hashToCurve, keccak } from "./hashing.ts";
import { affineG1, type G1 } from "./point.ts";
import type { Address, Hash } from "./word.ts";

declare const brand: unique symbol;

/** A tier of a product at an escrow of a chain. */
export interface Place {
  /** From 1 to 2^53 − 1. */
  readonly chainId: number;
  readonly escrow: Address;
  readonly product: Address;
  /** From 0 to 255. */
  readonly tier: number;
}

/** An order at an escrow of a chain. */
export interface OrderPlace {
  /** From 1 to 2^53 − 1. */
  readonly chainId: number;
  readonly escrow: Address;
  readonly order: Hash;
}

/** 73 bytes. */
export type PlaceBytes = Uint8Array & { readonly [brand]: "place" };

/** 84 bytes. */
export type OrderPlaceBytes = Uint8Array & { readonly [brand]: "order place" };

/** How long an order place is. */
export const orderPlaceLength = 84;

/** Writes a place. */
export function placeBytes(place: Place): PlaceBytes {
  return concat(chain(place.chainId), place.escrow, place.product, integer(place.tier, 1)) as PlaceBytes;
}

/** Writes an order's place. */
export function orderPlaceBytes(place: OrderPlace): OrderPlaceBytes {
  return concat(chain(place.chainId), place.escrow, place.order) as OrderPlaceBytes;
}

/** id_k, the identity of a tier: s times it is the secret D_k. */
export function tierPoint(place: Place): G1 {
  return hashToCurve(placeBytes(place), suite("TIER"));
}

/** The point whose multiple by s is the order's receipt. */
export function receiptPoint(place: OrderPlace): G1 {
  return hashToCurve(orderPlaceBytes(place), suite("RECEIPT"));
}

/** The point of the receipt of a ticket whose holder's key is now B. */
export function holderPoint(place: OrderPlace, B: G1): G1 {
  return hashToCurve(concat(orderPlaceBytes(place), keccak(affineG1(B))), suite("HOLDER"));
}

/** The point by which nodes seal shares for each other. Nothing else may be hashed under its DST. */
export function peerPoint(place: OrderPlace): G1 {
  return hashToCurve(orderPlaceBytes(place), suite("PEER"));
}

function suite(use: "TIER" | "RECEIPT" | "HOLDER" | "PEER"): string {
  return `SHRINKWRAP-V1-${use}_BLS12381G1_XMD:SHA-256_SSWU_RO_`;
}

function chain(id: number): Uint8Array {
  if (!Number.isSafeInteger(id) || id < 1) throw new RangeError(`chain id ${id} is not from 1 to 2^53 − 1`);
  return integer(id, 32);
}

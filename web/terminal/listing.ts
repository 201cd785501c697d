// What is for sale, as a tier's signed header tells it: all that a terminal knows
// when it decides what to pay, and to whom.

import { equal } from "../protocol/bytes.ts";
import { groupKey } from "../protocol/committee.ts";
import { contractsOf } from "../protocol/contracts.ts";
import type { Header } from "../protocol/header.ts";
import { account, type Offer, offerHash } from "../protocol/offer.ts";
import type { Leaf } from "../protocol/leaf.ts";
import type { Place } from "../protocol/place.ts";
import { affineG1, compressG1, compressG2, type G1, type G2 } from "../protocol/point.ts";
import { offerOf, productAddress, type Terms, termsBytes } from "../protocol/terms.ts";
import { type Address, type Hash, isZero } from "../protocol/word.ts";
import { Failure } from "./failure.ts";

/** A tier that was signed. */
export interface Listing {
  readonly title: string;
  readonly tierName: string;
  readonly place: Place;
  readonly terms: Terms;
  /** Whether the header names a product of the publisher's own, which no factory deploys. */
  readonly custom: boolean;
  /** The committee's keys. */
  readonly P: G1;
  readonly Q: G2;
}

/** A tier of a header, whose signature and keys the caller checked, at the escrow that this software trusts. */
export function listingOfHeader({ content, binding }: Header, escrow: Address, tier: number): Listing {
  const [named, { chainId, product, terms, P, Q }] = [content.tiers[tier], binding];
  if (named === undefined) throw new Failure("input", `tier ${tier} is none of ${content.tiers.length}`);
  const { factory, template } = contractsOf(escrow);
  const address = product ?? productAddress(factory, template, termsBytes(terms));
  const place = { chainId, escrow, product: address, tier };
  return { title: content.title, tierName: named.name, place, terms, custom: product !== undefined, P, Q };
}

/**
 * Refuses a listing whose parts do not belong together: its keys are those of the
 * terms, and the product's address follows from these.
 */
export function checkListing(listing: Listing): void {
  const { terms, custom, place, P, Q } = listing;
  if (!equal(groupKey(P, Q), terms.groupKey)) throw new Failure("danger", "P and Q are not the terms' group key");
  offerOfListing(listing);
  if (custom) return;
  const { factory, template } = contractsOf(place.escrow);
  if (!equal(productAddress(factory, template, termsBytes(terms)), place.product))
    throw new Failure("danger", "the product's address does not follow from its terms");
}

/** Whether two listings sell the same, at the same place, for the same and by the same committee. */
export function isSame(a: Listing, b: Listing): boolean {
  const same = a.place.chainId === b.place.chainId && a.place.tier === b.place.tier && a.custom === b.custom;
  const at = equal(a.place.escrow, b.place.escrow) && equal(a.place.product, b.place.product);
  return same && at && equal(termsBytes(a.terms), termsBytes(b.terms)) && hasKeysOf(a, b);
}

/** Whether two listings are of the same committee's keys: a release of the one opens the other's tier. */
export function hasKeysOf(a: Listing, b: Listing): boolean {
  return equal(compressG1(a.P), compressG1(b.P)) && equal(compressG2(a.Q), compressG2(b.Q));
}

/** What a buyer of the tier agrees to. */
export function offerOfListing({ terms, place }: Listing): Offer {
  return offerOf(terms, place.tier);
}

/** What the tier costs, in the token's smallest unit. */
export function priceOf({ terms, place }: Listing): bigint {
  return terms.tiers[place.tier]!.price;
}

/** Whether the tier is paid for in the chain's coin. */
export function inCoin({ terms }: Listing): boolean {
  return isZero(terms.token);
}

/** The account that the tier's orders are counted in. */
export function accountOf(listing: Listing): Hash {
  return account(offerOfListing(listing));
}

/**
 * Whether a leaf is an order of this tier under this release key and the signed
 * offer: the key alone is public before it is paid for, and anybody can pay for it
 * under an offer of his own.
 */
export function owns(listing: Listing, B: G1, leaf: Leaf): boolean {
  return underKey(listing, B, leaf) && equal(offerHash(leaf), offerHash(offerOfListing(listing)));
}

/** Whether a leaf is of this tier and release key, under whatever offer. */
export function underKey({ place }: Listing, B: G1, leaf: Leaf): boolean {
  return equal(leaf.product, place.product) && leaf.tier === place.tier && equal(leaf.releaseKey, affineG1(B));
}

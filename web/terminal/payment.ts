// Payment requests: the calls that pay for a tier (spec 8), which any wallet can
// make. Whom they pay follows from the signed header and the software's constants.
//
//   Escrow.buy                        coin, or a token that was approved
//   PaymentRouter.deployAndBuy        where the product is not on the chain yet
//   ERC20.approve                     before, of exactly the price, for whichever of the two takes it

import { affineG1, type G1 } from "../protocol/point.ts";
import { contractsOf } from "../protocol/contracts.ts";
import { offerHash } from "../protocol/offer.ts";
import type { SchnorrResponse } from "../protocol/schnorr.ts";
import { termsBytes } from "../protocol/terms.ts";
import type { Address } from "../protocol/word.ts";
import {
  addressArgument,
  type Argument,
  bytesArgument,
  type Call,
  checksummed,
  hashArgument,
  pointArgument,
  uintArgument,
} from "./calldata.ts";
import { inCoin, type Listing, offerOfListing } from "./listing.ts";
import { money } from "./money.ts";

/** A purchase's terms beyond what the header says. */
export interface PurchaseTerms {
  /** What the order may cost, in the token's smallest unit. */
  readonly maxPrice: bigint;
  /** Where the money goes if no release comes. */
  readonly refundTo: Address;
  /** What the product is given: a voucher, or nothing. */
  readonly data: Uint8Array;
}

/** The call that pays for a tier under a release key. The proof is one of the key at the listing's place. */
export function buyCall(listing: Listing, B: G1, proof: SchnorrResponse, terms: PurchaseTerms): Call {
  const { chainId, escrow, product } = listing.place;
  const args = [addressArgument(product), ...purchaseArguments(listing, B, proof, terms)];
  return { chainId, to: escrow, value: coinOf(listing, terms), name: "buy", args };
}

/** The same for a product that the router deploys first, at the address of its terms. */
export function deployAndBuyCall(listing: Listing, B: G1, proof: SchnorrResponse, terms: PurchaseTerms): Call {
  const { chainId, escrow } = listing.place;
  const args = [bytesArgument(termsBytes(listing.terms)), ...purchaseArguments(listing, B, proof, terms)];
  return { chainId, to: contractsOf(escrow).router, value: coinOf(listing, terms), name: "deployAndBuy", args };
}

/** The call that lets spender take exactly so much of the listing's token, once. */
export function approveCall({ place, terms }: Listing, spender: Address, amount: bigint): Call {
  const args = [addressArgument(spender), uintArgument(256, amount)];
  return { chainId: place.chainId, to: terms.token, value: 0n, name: "approve", args };
}

/** What a wallet is about to be asked for, for people. */
export function words(call: Call, listing: Listing, { maxPrice, refundTo }: PurchaseTerms): string {
  const { chainId } = listing.place;
  const price = money(chainId, listing.terms.token, maxPrice);
  if (call.name === "approve") return `lets ${checksummed(spenderOf(call))} take ${price}, once`;
  const what = `${price} for tier ${listing.tierName} of "${listing.title}"`;
  const more = call.name === "deployAndBuy" ? "; the product is put on the chain by the same transaction" : "";
  const back = `if no key comes, the money can be had back for ${checksummed(refundTo)}`;
  return `pays at most ${what} to the escrow ${checksummed(listing.place.escrow)}; ${back}${more}`;
}

function spenderOf(call: Call): Address {
  return call.args[0]!.words.slice(12) as Address;
}

function purchaseArguments(listing: Listing, B: G1, { c, z }: SchnorrResponse, terms: PurchaseTerms): Argument[] {
  return [
    uintArgument(8, listing.place.tier),
    pointArgument(affineG1(B)),
    uintArgument(256, c),
    uintArgument(256, z),
    hashArgument(offerHash(offerOfListing(listing))),
    uintArgument(96, terms.maxPrice),
    addressArgument(terms.refundTo),
    bytesArgument(terms.data),
  ];
}

function coinOf(listing: Listing, { maxPrice }: PurchaseTerms): bigint {
  return inCoin(listing) ? maxPrice : 0n;
}

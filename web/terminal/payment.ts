// Payment requests: the calls that pay for a tier (spec 8), which any wallet can
// make. Whom they pay follows from the signed header and the software's constants.
//
//   Escrow.buy                        coin, or a token that was approved
//   PaymentRouter.deployAndBuy        where the product is not on the chain yet
//   ERC20.approve                     before, of exactly the price, for whichever of the two takes it

import { equal, toNumber } from "../protocol/bytes.ts";
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

/** What a wallet is about to be asked to send, for people: read from the call itself. */
export function words(call: Call, listing: Listing): string {
  const { chainId, escrow } = listing.place;
  const { token } = listing.terms;
  switch (call.name) {
    case "approve": {
      const amount = money(chainId, call.to, amountAt(call, 1));
      return `lets ${contractName(addressAt(call, 0), escrow)} take ${amount}, once`;
    }
    case "buy":
    case "deployAndBuy": {
      const price = amountAt(call, 6);
      const more =
        call.name === "buy" ? "" : `, by ${contractName(call.to, escrow)}, which puts the product on the chain`;
      const what = `for tier ${listing.tierName} of "${listing.title}"`;
      const to = contractName(escrow, escrow);
      if (price === 0n) return `asks ${to} ${what}, which is free but for gas${more}`;
      const back = `if no key comes, the money can be had back for ${checksummed(addressAt(call, 7))}`;
      return `pays at most ${money(chainId, token, price)} ${what} to ${to}${more}; ${back}`;
    }
    case "buyWithPermit":
    case "buyWithAuthorization":
      return `sends what was signed to ${contractName(call.to, escrow)}, which pays by it; that costs gas`;
  }
  throw new RangeError(`there are no words for the call ${call.name}`);
}

/** The escrow or its router by name and address; any other contract as what it is. */
export function contractName(at: Address, escrow: Address): string {
  const name = equal(at, escrow) ? "the escrow" : equal(at, contractsOf(escrow).router) ? "the router" : "a contract";
  return `${name} ${checksummed(at)}`;
}

function addressAt(call: Call, at: number): Address {
  return call.args[at]!.words.slice(12) as Address;
}

function amountAt(call: Call, at: number): bigint {
  return toNumber(call.args[at]!.words);
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

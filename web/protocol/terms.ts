// A product's terms, and the address that follows from them (spec 5).
//
//   terms   publisher(20) ‖ signer(20) ‖ token(20) ‖ committee(20) ‖ groupKey(32) ‖ feeBps(2) ‖ contentHash(32) ‖ tiers
//   tier    price(12) ‖ supply(4) ‖ confirmations(1)                                          1 to 64 of 17 bytes

import { concat, hexToBytes, integer, toNumber } from "./bytes.ts";
import { created2 } from "./contracts.ts";
import type { Offer } from "./offer.ts";
import { maxTiers } from "./tierkey.ts";
import { type Address, type Hash, isZero, toAddress, toHash } from "./word.ts";

/** What a tier costs. */
export interface TierTerms {
  /** In the token's smallest unit, below 2^96. */
  readonly price: bigint;
  /** How many are sold; 0 is any number. */
  readonly supply: number;
  /** From 0 to 255: 0 means 1, 255 a finalised block. */
  readonly confirmations: number;
}

/** The confirmations of a tier whose release waits for a finalised block. */
export const finalised = 255;

/** On what a product is sold. */
export interface Terms extends Omit<Offer, "confirmations"> {
  /** Who signed the header. */
  readonly signer: Address;
  readonly contentHash: Hash;
  readonly tiers: readonly TierTerms[];
}

const headLength = 146;
const tierLength = 17;
const maxFeeBps = 1000;

/** Reads terms. */
export function parseTerms(bytes: Uint8Array): Terms {
  const rest = bytes.length - headLength;
  if (rest < 0 || rest % tierLength !== 0) {
    throw new RangeError(`terms have ${bytes.length} bytes, want ${headLength} and ${tierLength} a tier`);
  }
  const terms = {
    publisher: toAddress(bytes.slice(0, 20)),
    signer: toAddress(bytes.slice(20, 40)),
    token: toAddress(bytes.slice(40, 60)),
    committee: toAddress(bytes.slice(60, 80)),
    groupKey: toHash(bytes.slice(80, 112)),
    feeBps: Number(toNumber(bytes.slice(112, 114))),
    contentHash: toHash(bytes.slice(114, headLength)),
    tiers: Array.from({ length: rest / tierLength }, (_, i) => parseTier(bytes.slice(headLength + i * tierLength))),
  };
  checkTerms(terms);
  return terms;
}

/** Writes terms. */
export function termsBytes(terms: Terms): Uint8Array {
  checkTerms(terms);
  const { publisher, signer, token, committee, groupKey, feeBps, contentHash, tiers } = terms;
  const head = [publisher, signer, token, committee, groupKey, integer(feeBps, 2), contentHash];
  return concat(...head, ...tiers.map(tierBytes));
}

/** What a buyer of a tier agrees to. */
export function offerOf({ publisher, token, committee, groupKey, feeBps, tiers }: Terms, tier: number): Offer {
  const found = tiers[tier];
  if (found === undefined) throw new RangeError(`tier ${tier} is none of ${tiers.length}`);
  return { publisher, token, committee, groupKey, feeBps, confirmations: found.confirmations };
}

// The creation code returns what comes after its first ten bytes: a proxy that
// delegates to the template, of 45 bytes, and behind it the terms, as data.
//
//   61 n(2) 3d 81 60 0a 3d 39 f3 ‖ 36 3d 3d 37 3d 3d 3d 36 3d 73 template(20) 5a f4 3d 82 80 3e 90 3d 91 60 2b 57 fd 5b f3 ‖ terms

/** The address of a product, made by CREATE2 of the factory. */
export function productAddress(factory: Address, template: Address, terms: Uint8Array): Address {
  const loader = concat(hexToBytes("0x61"), integer(45 + terms.length, 2), hexToBytes("0x3d81600a3d39f3"));
  const proxy = concat(hexToBytes("0x363d3d373d3d3d363d73"), template, hexToBytes("0x5af43d82803e903d91602b57fd5bf3"));
  return created2(factory, concat(loader, proxy, terms));
}

function checkTerms({ publisher, signer, feeBps, tiers }: Terms): void {
  if (isZero(publisher)) throw new RangeError("publisher is 0: nobody would be paid");
  if (isZero(signer)) throw new RangeError("signer is 0: nobody would have signed");
  if (feeBps > maxFeeBps) throw new RangeError(`fee of ${feeBps} basis points is above ${maxFeeBps}`);
  if (tiers.length < 1 || tiers.length > maxTiers) throw new RangeError(`${tiers.length} tiers, want 1 to ${maxTiers}`);
}

function parseTier(bytes: Uint8Array): TierTerms {
  return {
    price: toNumber(bytes.slice(0, 12)),
    supply: Number(toNumber(bytes.slice(12, 16))),
    confirmations: Number(toNumber(bytes.slice(16, 17))),
  };
}

function tierBytes({ price, supply, confirmations }: TierTerms): Uint8Array {
  return concat(integer(price, 12), integer(supply, 4), integer(confirmations, 1));
}

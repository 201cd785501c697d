// Listings for tests: what a header would say.

import { contractsOf } from "../protocol/contracts.ts";
import { groupKey } from "../protocol/committee.ts";
import { g, h } from "../protocol/point.ts";
import { productAddress, type Terms, termsBytes } from "../protocol/terms.ts";
import { type Address, toAddress, toHash } from "../protocol/word.ts";
import type { Listing } from "../terminal/listing.ts";

/** The secret of the made-up committee of one. */
export const secret = 0x5eedn;

const address = (byte: number): Address => toAddress(new Uint8Array(20).fill(byte));

/** What may differ. */
export interface Made {
  readonly chainId?: number;
  readonly escrow?: Address;
  readonly token?: Address;
  readonly publisher?: Address;
  readonly price?: bigint;
  readonly confirmations?: number;
}

/** A listing of one tier, of the committee that has the secret. */
export function madeUp(made: Made): Listing {
  const [P, Q] = [g.multiply(secret), h.multiply(secret)];
  const terms: Terms = {
    publisher: made.publisher ?? address(1),
    signer: made.publisher ?? address(1),
    token: made.token ?? address(0),
    committee: address(4),
    groupKey: groupKey(P, Q),
    feeBps: 250,
    contentHash: toHash(new Uint8Array(32).fill(8)),
    tiers: [{ price: made.price ?? 1_000_000n, supply: 0, confirmations: made.confirmations ?? 1 }],
  };
  return listingOf(terms, made.escrow ?? address(0x5c), made.chainId ?? 1, 0, P, Q);
}

/** A tier of terms as a listing. */
export function listingOf(
  terms: Terms,
  escrow: Address,
  chainId: number,
  tier: number,
  P: Listing["P"],
  Q: Listing["Q"],
): Listing {
  const { factory, template } = contractsOf(escrow);
  const product = productAddress(factory, template, termsBytes(terms));
  return {
    title: "A tale",
    tierName: "text",
    place: { chainId, escrow, product, tier },
    terms,
    custom: false,
    P,
    Q,
  };
}

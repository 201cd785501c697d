// One tier of a product that was scanned and found safe: what is paid for, waited for and opened.

import { Failure } from "../terminal/failure.ts";
import { hasKeysOf, type Listing, listingOfHeader } from "../terminal/listing.ts";
import { current, listingOf, type Purchase, placeName, purchases, reached } from "../terminal/purchase.ts";
import type { Storage } from "../terminal/storage.ts";
import { bytesToHex } from "../protocol/bytes.ts";
import { deployment } from "./deployment.ts";
import { isPaid, shownOf } from "./purchased.ts";
import type { Scanned } from "./scan/scanned.ts";

/** What is bought. */
export interface Goods {
  readonly scanned: Scanned;
  readonly tier: number;
  readonly listing: Listing;
}

/** A tier of what was scanned, whose checks found no danger. @throws Failure "input" where it has no such tier */
export function goodsOf(scanned: Scanned, tier: number): Goods {
  return { scanned, tier, listing: listingOfHeader(scanned.header, deployment.escrow, tier) };
}

/** The purchase of a tier on this device that goes on. */
export async function lastPurchase(storage: Storage, goods: Goods): Promise<Purchase | undefined> {
  return checked(current(await attemptsAt(storage, goods)), goods);
}

/** The one that is shown: one that was paid, rather than one that was begun after it. */
export async function shownPurchase(storage: Storage, goods: Goods): Promise<Purchase | undefined> {
  const attempts = await attemptsAt(storage, goods);
  const last = current(attempts);
  return checked(last && isPaid(last) ? last : attempts.reduce<Purchase | undefined>(shownOf, undefined), goods);
}

function attemptsAt(storage: Storage, { listing }: Goods): Promise<Purchase[]> {
  const { chainId, escrow, product, tier } = listing.place;
  return purchases(storage, placeName({ chainId, escrow: bytesToHex(escrow), product: bytesToHex(product), tier }));
}

function checked(last: Purchase | undefined, { listing }: Goods): Purchase | undefined {
  if (last === undefined || !reached(last, "sent") || hasKeysOf(listingOf(last), listing)) return last;
  throw new Failure("refused", `"${listing.title}" was paid for before under the keys of another committee`, [
    "the code that was paid for opens it",
    "a copy of purchases that was changed by somebody says such a thing, too",
  ]);
}

// A new attempt at buying a tier, beside one that is over: it has a key of its own.

import { listingOf, newPurchase, placeName, type Purchase, purchases, termsOf } from "../terminal/purchase.ts";
import type { Storage } from "../terminal/storage.ts";

/** A new attempt after one that is over, with another key; the one that was begun before, if there is one. */
export async function nextAttempt(storage: Storage, p: Purchase): Promise<Purchase> {
  const place = placeName(p);
  return storage.alone(place, async () => {
    const last = (await purchases(storage, place)).at(-1);
    if (last && last.attempt > p.attempt) return last;
    return newPurchase(storage, listingOf(p), termsOf(p), p.attempt + 1);
  });
}

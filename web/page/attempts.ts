// A new attempt at buying a tier, beside one that is over: it has a key of its own.

import { listingOf, newPurchase, placeName, type Purchase, purchases, termsOf } from "../terminal/purchase.ts";
import type { Storage } from "../terminal/storage.ts";

/**
 * A new attempt beside one that is over, with another key; the one that was begun after
 * it, if that is not over, too. What follows one whose money went back is had, not bought anew.
 */
export async function nextAttempt(storage: Storage, p: Purchase): Promise<Purchase> {
  const place = placeName(p);
  return storage.alone(place, async () => {
    const last = (await purchases(storage, place)).at(-1);
    const isOver =
      last === undefined || last.step === "refunded" || (last.release !== undefined && p.release !== undefined);
    if (last && last.attempt > p.attempt && !isOver) return last;
    return newPurchase(storage, listingOf(p), termsOf(p), Math.max(p.attempt, last?.attempt ?? 0) + 1);
  });
}

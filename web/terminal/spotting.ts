// Waiting for a payment that a wallet elsewhere makes: the chain is looked at until
// it shows the order. Nothing is paid and nobody else is asked.

import { isUnreachable, said } from "./failure.ts";
import { pause } from "./pause.ts";
import { listingOf, nameOf, parsePurchase, placeName, type Purchase, reached } from "./purchase.ts";
import { keep, look } from "./sight.ts";
import { checkPlace, type Terminal } from "./terminal.ts";

/** Looks until the purchase was paid, here or elsewhere, and returns it as far as it has come. */
export async function spotPayment(terminal: Terminal, p: Purchase, signal?: AbortSignal): Promise<Purchase> {
  checkPlace(terminal, listingOf(p));
  for (;;) {
    try {
      const now = await lookOnce(terminal, p, signal);
      if (reached(now, "seen") || now.step === "refunded") return now;
    } catch (cause) {
      signal?.throwIfAborted();
      if (!isUnreachable(cause)) throw cause;
      terminal.tell("chain", said(cause));
    }
    await pause(terminal.pace.chain, signal);
  }
}

// Another tab may have taken the purchase further.
function lookOnce(terminal: Terminal, p: Purchase, signal?: AbortSignal): Promise<Purchase> {
  const { storage } = terminal;
  return storage.alone(placeName(p), async () => {
    const text = await storage.get(nameOf(p));
    const kept = text === undefined ? p : parsePurchase(text);
    if (reached(kept, "seen") || kept.step === "refunded") return kept;
    return keep(terminal, kept, await look(terminal, kept, signal));
  });
}

// What was begun here may have been paid elsewhere: by a wallet that read its code on
// another device, or by whoever has a copy of the keys. The chain tells.

import { pause } from "../../terminal/pause.ts";
import type { Purchase } from "../../terminal/purchase.ts";
import { spotPayment } from "../../terminal/spotting.ts";
import type { Storage } from "../../terminal/storage.ts";
import type { Goods } from "../goods.ts";
import { terminalFor } from "../terminals.ts";
import { providersOn } from "./walletchain.ts";

/** What is looked for. */
export interface Watched {
  readonly goods: Goods;
  readonly storage: Storage;
  readonly purchase: Purchase;
}

const retry = 3000; // milliseconds after nobody could be asked

/** Watches the chain until it shows a payment, and returns the purchase; nothing where that was stopped, or never begun. */
export async function paidElsewhere(
  { goods, storage, purchase }: Watched,
  signal: AbortSignal,
): Promise<Purchase | undefined> {
  // Before the chain was looked at once, no payment was ever offered to anybody.
  while (purchase.since > 0 && !signal.aborted) {
    try {
      const providers = await providersOn(goods.listing.place.chainId);
      const options = { providers, tell: () => undefined, signal };
      const terminal = await terminalFor(storage, goods, options);
      await terminal.chain.checkIds(signal);
      return await spotPayment(terminal, purchase, signal);
    } catch {
      await pause(retry, signal).catch(() => undefined); // the user may name somebody to ask meanwhile
    }
  }
  return undefined;
}

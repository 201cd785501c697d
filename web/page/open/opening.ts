// From a purchase that was released to what was bought: the receipt where it can be
// had, an opening that is counted, and a worker that opens.

import { bytesToHex, hexToBytes } from "../../protocol/bytes.ts";
import { scalarBytes } from "../../protocol/scalar.ts";
import type { Opened, OpenJob, Use } from "../../terminal/open.ts";
import { openInWorker, type OpenWorker } from "../../terminal/openclient.ts";
import type { Watcher } from "../../terminal/progress.ts";
import { type Purchase, nameOf, parsePurchase, secretOf } from "../../terminal/purchase.ts";
import type { Storage } from "../../terminal/storage.ts";
import { getReceipt, opened as markOpened } from "../../terminal/waiting.ts";
import type { Goods } from "../goods.ts";
import { discovered } from "../pay/wallets.ts";
import { terminalFor } from "../terminals.ts";
import { count } from "./uses.ts";

/** What is opened. */
export interface Opening {
  readonly goods: Goods;
  readonly storage: Storage;
  readonly purchase: Purchase;
  /** The wrap's file. */
  readonly wrap: Blob;
  /** Leaves what a release program makes as it is. */
  readonly raw?: boolean;
}

/**
 * Opens what was bought. A limited opening is durable before it begins; it is taken back
 * where it failed and left nothing, and a crash leaves it counted.
 * @throws Failure, OpenError: nothing of it is kept then
 */
export async function openGoods(opening: Opening, spawn: () => OpenWorker, watcher: Watcher): Promise<Opened> {
  const { goods, storage, purchase } = opening;
  const { header } = goods.scanned;
  const { rights } = header.content.tiers[goods.tier]!;
  const secret = await secretOf(storage, purchase);
  const now = (): number => Math.floor(Date.now() / 1000);
  const { use, undo } = await count({ storage, purchase, wrap: bytesToHex(header.id), rights, now });
  try {
    const made = await openInWorker(spawn, jobOf(opening, { b: scalarBytes(secret.b) }, use), watcher);
    if (!made.counts) await undo();
    return made;
  } catch (cause) {
    await undo();
    throw cause;
  }
}

function jobOf({ goods, purchase, wrap, raw }: Opening, secret: OpenJob["secret"], use: Use): OpenJob {
  const { header } = goods.scanned;
  const { order, receipt, release } = purchase;
  return {
    wrap,
    header: header.bare,
    escrow: hexToBytes(purchase.escrow),
    tier: goods.tier,
    secret,
    release: hexToBytes(release!),
    order: order && receipt ? { leaf: hexToBytes(order.leaf), receipt: hexToBytes(receipt) } : undefined,
    use,
    raw,
  };
}

/** Whether some part of the tier is made by a release program, which is given the receipt. */
export function needsReceipt({ scanned, tier }: Goods): boolean {
  return scanned.header.content.sections.some(({ program, tiers }) => program && ((tiers >> BigInt(tier)) & 1n) === 1n);
}

/** Asks for the receipt of a purchase, whose nodes may be away. @throws Failure with why there is none */
export async function askReceipt(storage: Storage, goods: Goods, purchase: Purchase, signal: AbortSignal) {
  const providers = discovered().map(({ provider }) => provider);
  const terminal = await terminalFor(storage, goods, { providers, tell: () => undefined, signal });
  return getReceipt(terminal, purchase, signal);
}

/** Writes down that a purchase was opened: as it is kept now, which another tab may have changed. */
export function keepOpened(storage: Storage, purchase: Purchase): Promise<Purchase> {
  const name = nameOf(purchase);
  return storage.alone(name, async () => {
    const kept = await storage.get(name);
    return markOpened({ storage }, kept === undefined ? purchase : parsePurchase(kept));
  });
}

// Products that were bought and released, without a chain: sealed for a committee whose
// key the test knows, with a purchase as the page keeps it.

import type { Page } from "playwright-core";
import { bytesToHex, hexToBytes } from "../../protocol/bytes.ts";
import { contractsOf } from "../../protocol/contracts.ts";
import { readHeader } from "../../protocol/header.ts";
import { orderOf, parseLeaf } from "../../protocol/leaf.ts";
import { toAddress } from "../../protocol/word.ts";
import { escrowAddress } from "../../terminal/constants.ts";
import { listingOfHeader } from "../../terminal/listing.ts";
import { nameOf, newPurchase, type Purchase } from "../../terminal/purchase.ts";
import { MemoryStorage } from "../../terminal/storage.ts";
import { type Product, seal, type SealedWrap, seed } from "../sealedwrap.ts";

const escrow = toAddress(hexToBytes(escrowAddress));

/** Something that was bought. */
export interface Bought {
  readonly sealed: SealedWrap;
  readonly id: string;
  readonly purchase: Purchase;
}

/** What may be different about it. */
export interface Purchasing {
  readonly tier?: number;
  /** Whether the receipt came with the release. */
  readonly receipt?: boolean;
  readonly step?: Purchase["step"];
}

/** Seals a product for the page's escrow, and buys a tier of it. */
export async function buy(product: Product, purchasing: Purchasing = {}): Promise<Bought> {
  const { tier = 0, receipt = true, step = "released" } = purchasing;
  const sealed = await seal({ ...product, escrow });
  const job = sealed.job(tier);
  const header = readHeader(sealed.header);
  const storage = new MemoryStorage();
  await storage.put("seed", bytesToHex(seed));
  const listing = listingOfHeader(header, escrow, tier);
  const terms = { maxPrice: 1000n, refundTo: escrow, data: new Uint8Array() };
  const { leaf } = job.order!;
  const block = { block: 7, blockHash: `0x${"11".repeat(32)}`, transaction: `0x${"22".repeat(32)}` };
  const purchase: Purchase = {
    ...(await newPurchase(storage, listing, terms, 0)),
    step,
    release: bytesToHex(job.release),
    source: "chain",
    ...(receipt && { receipt: bytesToHex(job.order!.receipt) }),
    order: { hash: bytesToHex(orderOf(parseLeaf(leaf))), leaf: bytesToHex(leaf), proof: "0x", ...block },
  };
  return { sealed, id: bytesToHex(header.id), purchase };
}

/** The deployment that products here are of. */
export const deployment = { escrow, ...contractsOf(escrow) };

/** What is to be kept of what was bought. */
export interface Keeping {
  /** Whether the wrap's file is kept, too. */
  readonly file?: boolean;
}

/** Puts what was bought into the page's store, and shows its purchase. The page was loaded before. */
export async function show(page: Page, url: string, bought: Bought, { file = true }: Keeping = {}): Promise<void> {
  const { sealed, id, purchase } = bought;
  const buffer = Buffer.from(sealed.wrap);
  await page.setInputFiles("#file", { name: "product.wrap", mimeType: "application/octet-stream", buffer });
  await page.getByText("Kept in your library").waitFor();
  const texts: [string, string][] = [
    ["seed", bytesToHex(seed)],
    [nameOf(purchase), JSON.stringify(purchase)],
  ];
  const wrap = file ? buffer.toString("base64") : undefined;
  await page.evaluate(keepInBrowser, { id, texts, wrap });
  await page.goto(`${url}#${id}/${purchase.tier}`);
  await page.reload();
}

/** Runs in the page. */
async function keepInBrowser(of: { id: string; texts: [string, string][]; wrap: string | undefined }): Promise<void> {
  const opening = indexedDB.open("shrinkwrap");
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const transaction = database.transaction(["texts", "wraps"], "readwrite");
  for (const [name, text] of of.texts) transaction.objectStore("texts").put(text, name);
  const wraps = transaction.objectStore("wraps");
  if (of.wrap === undefined) wraps.delete(of.id);
  else wraps.put(new Blob([Uint8Array.from(atob(of.wrap), (c) => c.charCodeAt(0))]), of.id);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

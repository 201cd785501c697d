// Products that were bought and released, without a chain: sealed for a committee whose
// key the test knows, with a purchase as the page keeps it.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { bytesToHex, hexToBytes } from "../../protocol/bytes.ts";
import { contractsOf } from "../../protocol/contracts.ts";
import { readHeader } from "../../protocol/header.ts";
import { orderOf, parseLeaf } from "../../protocol/leaf.ts";
import { toAddress } from "../../protocol/word.ts";
import { escrowAddress } from "../../terminal/constants.ts";
import { listingOfHeader, priceOf } from "../../terminal/listing.ts";
import { nameOf, newPurchase, type Purchase } from "../../terminal/purchase.ts";
import { MemoryStorage } from "../../terminal/storage.ts";
import type { OpenJob } from "../../terminal/open.ts";
import { type Product, seal, seed } from "../sealedwrap.ts";

const escrow = toAddress(hexToBytes(escrowAddress));

/** Something that was bought. */
export interface Bought {
  readonly wrap: Uint8Array;
  readonly seed: Uint8Array;
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
export async function buy(product: Product, { tier = 0, ...purchasing }: Purchasing = {}): Promise<Bought> {
  const sealed = await seal({ ...product, escrow });
  return asBought({ wrap: sealed.wrap, job: sealed.job(tier), seed, attempt: 0 }, purchasing);
}

/** What was bought, and the seed of its key. */
interface Owned {
  readonly wrap: Uint8Array;
  readonly job: OpenJob;
  readonly seed: Uint8Array;
  readonly attempt: number;
}

/** A purchase as the page keeps it, of what opens. */
export async function asBought(owned: Owned, purchasing: Omit<Purchasing, "tier"> = {}): Promise<Bought> {
  const { wrap, job, seed, attempt } = owned;
  const { receipt = true, step = "released" } = purchasing;
  const header = readHeader(job.header);
  const storage = new MemoryStorage();
  await storage.put("seed", bytesToHex(seed));
  const listing = listingOfHeader(header, escrow, job.tier);
  const terms = { maxPrice: priceOf(listing), refundTo: escrow, data: new Uint8Array() };
  const { leaf } = job.order!;
  const block = { block: 7, blockHash: `0x${"11".repeat(32)}`, transaction: `0x${"22".repeat(32)}` };
  const purchase: Purchase = {
    ...(await newPurchase(storage, listing, terms, attempt)),
    step,
    release: bytesToHex(job.release),
    source: "chain",
    ...(receipt && { receipt: bytesToHex(job.order!.receipt) }),
    order: { hash: bytesToHex(orderOf(parseLeaf(leaf))), leaf: bytesToHex(leaf), proof: "0x", ...block },
  };
  return { wrap, seed, id: bytesToHex(header.id), purchase };
}

/** The deployment that products here are of. */
export const deployment = { escrow, ...contractsOf(escrow) };

/** What is to be kept of what was bought. */
export interface Keeping {
  /** Whether the wrap's file is kept, too. */
  readonly file?: boolean;
  /** Other bytes in the file's place. */
  readonly wrap?: Uint8Array;
}

/** Puts what was bought into the page's store, and shows its purchase. The page was loaded before. */
export async function show(
  page: Page,
  url: string,
  bought: Bought,
  { file = true, wrap }: Keeping = {},
): Promise<void> {
  const { id, purchase } = bought;
  await give(page, "#file", bought.wrap);
  const texts: [string, string][] = [
    ["seed", bytesToHex(bought.seed)],
    [nameOf(purchase), JSON.stringify(purchase)],
  ];
  const other = wrap && Buffer.from(wrap).toString("base64");
  await page.evaluate(keepInBrowser, { id, texts, wrap: other, forget: !file });
  await page.goto(`${url}#${id}/${purchase.tier}`);
  await page.reload();
}

/** Gives the page a wrap, as a file on the disk: what goes to the browser as a message takes long. */
async function give(page: Page, input: string, wrap: Uint8Array): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "shrinkwrap-web-"));
  const file = join(folder, "product.wrap");
  page.once("close", () => void rm(folder, { recursive: true }));
  await writeFile(file, wrap);
  await page.setInputFiles(input, file);
  await page.getByText("Kept in your library").waitFor();
  await page.getByText("All of it is here").waitFor(); // the page has kept the file by itself
}

/** Runs in the page. */
async function keepInBrowser(of: {
  id: string;
  texts: [string, string][];
  wrap: string | undefined;
  forget: boolean;
}): Promise<void> {
  const opening = indexedDB.open("shrinkwrap");
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const transaction = database.transaction(["texts", "wraps"], "readwrite");
  for (const [name, text] of of.texts) transaction.objectStore("texts").put(text, name);
  const wraps = transaction.objectStore("wraps");
  if (of.forget) wraps.delete(of.id);
  if (of.wrap !== undefined) wraps.put(new Blob([Uint8Array.from(atob(of.wrap), (c) => c.charCodeAt(0))]), of.id);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
}

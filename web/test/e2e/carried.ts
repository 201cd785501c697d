// Purchases in pages: bought here with a customer's keys, and carried into a page as
// it keeps them, at any step, so that a test begins in the middle of one.

import type { Page } from "playwright-core";
import { bytesToHex } from "../../protocol/bytes.ts";
import { readCode } from "../../protocol/code.ts";
import { buy } from "../../terminal/buying.ts";
import { Chain } from "../../terminal/chain.ts";
import { httpEndpoint } from "../../terminal/endpoint.ts";
import { type Listing, listingOfHeader } from "../../terminal/listing.ts";
import { type Purchase, purchases } from "../../terminal/purchase.ts";
import { MemoryStorage, type Storage } from "../../terminal/storage.ts";
import { pace, type Terminal } from "../../terminal/terminal.ts";
import { codeHashes } from "../demo.ts";
import type { Product } from "./shop.ts";
import { type Customer, scanCode, type World } from "./world.ts";

/** What a customer bought, with the store that remembers it. */
export interface Bought {
  readonly storage: Storage;
  readonly product: Omit<Product, "prices">;
  readonly listing: Listing;
  /** The page's address of the purchase, behind #. */
  readonly address: string;
  readonly terminal: Terminal;
}

const tier = 1; // "text"

/** A purchase that nothing was done for yet. */
export function intended({ chain }: World, product: Bought["product"], customer: Customer): Bought {
  const { header } = readCode(product.text);
  const storage = new MemoryStorage();
  const terminal: Terminal = {
    storage,
    chain: new Chain(chain.chainId, [httpEndpoint(chain.rpc)]),
    nodes: [],
    wallet: customer.keys,
    escrow: chain.escrow,
    codeHashes: codeHashes(),
    pace,
    tell: () => undefined,
  };
  const listing = listingOfHeader(header, chain.escrow, tier);
  return { storage, product, listing, address: `${bytesToHex(header.id)}/${tier}`, terminal };
}

/** Pays; the transaction is sent, and in no block where none is made. */
export async function bought(world: World, product: Bought["product"], customer: Customer): Promise<Bought> {
  const made = intended(world, product, customer);
  const { listing, terminal } = made;
  await buy(terminal, { listing, refundTo: customer.keys.address });
  return made;
}

/** Gives a page the product and all that the store holds, and shows the purchase. */
export async function carry(page: Page, { site }: World, { product, storage, address }: Bought): Promise<void> {
  await page.goto(site.url);
  await scanCode(page, product.text);
  await page.getByRole("heading", { level: 1, name: product.title, exact: true }).waitFor();
  for (const name of await storage.names("")) await write(page, name, (await storage.get(name))!);
  await page.goto(`${site.url}#${address}`);
  await page.reload();
}

/** Writes a text into the page's store. */
export function write(page: Page, name: string, text: string): Promise<void> {
  return page.evaluate(
    ([name, text]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("shrinkwrap");
        opening.onsuccess = () => {
          const writing = opening.result.transaction("texts", "readwrite");
          writing.objectStore("texts").put(text, name);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onabort = () => reject(new Error("nothing was kept"));
        };
      }),
    [name, text] as const,
  );
}

/** The purchases that a page keeps, attempts in their order. */
export async function keptIn(page: Page): Promise<Purchase[]> {
  const texts = await page.evaluate(
    () =>
      new Promise<Record<string, string>>((resolve) => {
        const opening = indexedDB.open("shrinkwrap");
        opening.onsuccess = () => {
          const store = opening.result.transaction("texts").objectStore("texts");
          const [names, values] = [store.getAllKeys(), store.getAll()];
          values.onsuccess = () => {
            opening.result.close();
            resolve(Object.fromEntries(names.result.map((name, i) => [String(name), String(values.result[i])])));
          };
        };
      }),
  );
  const storage = new MemoryStorage();
  for (const [name, text] of Object.entries(texts)) await storage.put(name, text);
  return purchases(storage);
}

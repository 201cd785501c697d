// Getting to where a tier is paid for, and what the chain then shows.

import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { Chain } from "../../terminal/chain.ts";
import { httpEndpoint } from "../../terminal/endpoint.ts";
import { owns } from "../../terminal/listing.ts";
import { type Confirmed, findOrder } from "../../terminal/orders.ts";
import { paymentTopic, parsePayment } from "../../protocol/event.ts";
import { word } from "../../protocol/abi.ts";
import { keyOf, listingOf, parsePurchase, type Purchase } from "../../terminal/purchase.ts";
import { eventually } from "../eventually.ts";
import type { Product } from "./shop.ts";
import { scanCode, type World } from "./world.ts";

/** Scans a product, and leads to the purchase of a tier of it. */
export async function toPay(page: Page, world: World, product: Omit<Product, "prices">, tier: number): Promise<void> {
  await page.goto(world.site.url);
  await scanCode(page, product.picture);
  await page.getByRole("heading", { level: 1, name: product.title }).waitFor();
  await page.getByRole("radio").nth(tier).check();
  await page.locator("#buy").click();
  await page.getByRole("heading", { name: "What you pay" }).waitFor();
}

/** Connects the only wallet. */
export function connect(page: Page): Promise<void> {
  return page.getByRole("button", { name: /^Connect / }).click();
}

/** The button that pays. */
export const payButton = (page: Page) => page.getByRole("button", { name: /^(Pay [\d.]+ (ETH|base units)|Get it:)/ });

/** The button that opens what was released. */
export const openButton = (page: Page) => page.getByRole("button", { name: "Open", exact: true });

/** A wallet's refusal, as EIP-1193 numbers it. */
export const fault = (code: number, message: string): Error => Object.assign(new Error(message), { code });

/** What the page says of a trouble, under such a title. */
export const problem = (page: Page, title: string) => page.getByRole("alert").filter({ hasText: title });

/** Waits until the page went on from paying. */
export async function goesOn(page: Page): Promise<void> {
  await page.locator(".pay, div.elsewhere").first().waitFor({ state: "detached" });
}

/** What the page keeps under names that begin so. */
export function keptTexts(page: Page, prefix: string): Promise<Record<string, string>> {
  return page.evaluate(
    (prefix) =>
      new Promise<Record<string, string>>((resolve, reject) => {
        const opening = indexedDB.open("shrinkwrap");
        opening.onerror = () => reject(new Error("the page has no database"));
        opening.onsuccess = () => {
          const store = opening.result.transaction("texts").objectStore("texts");
          const [names, values] = [store.getAllKeys(), store.getAll()];
          store.transaction.oncomplete = () => {
            opening.result.close();
            const all = names.result.map((name, i) => [String(name), String(values.result[i])] as const);
            resolve(Object.fromEntries(all.filter(([name]) => name.startsWith(prefix))));
          };
        };
      }),
    prefix,
  );
}

/** Puts texts where the page keeps them. */
export function putTexts(page: Page, texts: Record<string, string>): Promise<void> {
  return page.evaluate(
    (texts) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("shrinkwrap");
        opening.onerror = () => reject(new Error("the page has no database"));
        opening.onsuccess = () => {
          const writing = opening.result.transaction("texts", "readwrite");
          for (const [name, text] of Object.entries(texts)) writing.objectStore("texts").put(text, name);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    texts,
  );
}

/** The only purchase that the page keeps. */
export async function keptPurchase(page: Page): Promise<Purchase> {
  const all = Object.values(await keptTexts(page, "purchase/"));
  assert.equal(all.length, 1, "there is one purchase");
  return parsePurchase(all[0]!);
}

/** All orders under a purchase's key, once there is one. */
export async function ordersOf(world: World, p: Purchase): Promise<Confirmed["leaf"][]> {
  const chain = new Chain(world.chain.chainId, [httpEndpoint(world.chain.rpc)]);
  const wanted = { listing: listingOf(p), B: keyOf(p), since: 0 };
  await eventually(async () => (await findOrder(chain, wanted, (await chain.head()).number)) !== undefined);
  return countOrders(world, p);
}

/** All orders under a purchase's key now. */
export async function countOrders(world: World, p: Purchase): Promise<Confirmed["leaf"][]> {
  const chain = new Chain(world.chain.chainId, [httpEndpoint(world.chain.rpc)]);
  const listing = listingOf(p);
  const topics = [paymentTopic, undefined, word(listing.place.product)];
  const { number: to } = await chain.head();
  const logs = await chain.logs({ address: listing.place.escrow, topics, from: 0, to });
  return logs.map((log) => parsePayment(log.topics, log.data).leaf).filter((leaf) => owns(listing, keyOf(p), leaf));
}

// Waiting for what was paid, in a browser: from every step on, with nodes that are
// dead or lie, until the key is here or the money is back.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { exportAll, importAll } from "../../terminal/backup.ts";
import { buy } from "../../terminal/buying.ts";
import { purchases } from "../../terminal/purchase.ts";
import { MemoryStorage } from "../../terminal/storage.ts";
import { eventually } from "../eventually.ts";
import { bought, intended } from "./carried.ts";
import { world } from "./onworld.ts";
import { blocks, checkLook, cutOff, desk, join, mine, phone, released, source, step, visiting } from "./waited.ts";

test("sent, seen, confirmed, released: the page goes on from each by itself, however often it is loaded", async () => {
  const customer = await world.customer();
  await blocks("by hand");
  const made = await bought(world, world.shop.coin, customer);
  const { page, end } = await visiting(made, customer, phone);
  await step(page, "Payment sent", "Done").waitFor();
  await step(page, "Seen on the chain", "Now").waitFor();
  await page.getByText("You may close this page").waitFor();
  await source(page, "The chain").filter({ hasText: "the payment is in none yet" }).waitFor();
  assert.equal(await page.title(), "Waiting… – The Lamplighter's Key");
  assert.equal(await page.locator('link[rel="icon"]').getAttribute("href"), "./icon-waiting.svg");
  await checkLook(page);
  await mine();
  await page.reload();
  await step(page, "Seen on the chain", "Done").waitFor();
  await step(page, "Confirmed", "Now").filter({ hasText: "1 of 2 confirmations" }).waitFor();
  await source(page, "Node").filter({ hasText: "1 of 2 confirmations" }).first().waitFor();
  await page.getByText("Any 2 of the committee's 3 nodes make the key").waitFor();
  const demand = page.locator("details.enforce");
  await demand.waitFor();
  assert.equal(await demand.getAttribute("open"), null, "folded while all is well");
  await checkLook(page);
  await cutOff(page);
  await page.reload(); // which ends what a node was asked before, and would answer
  await step(page, "Confirmed", "Now").filter({ hasText: "1 of 2 confirmations" }).waitFor();
  await mine();
  await step(page, "Confirmed", "Done").waitFor();
  await step(page, "The committee releases the key", "Now").waitFor();
  await checkLook(page);
  await join(page);
  await blocks("by themselves");
  await page.reload();
  const p = await released(page);
  assert.equal((await purchases(made.storage))[0]?.releaseKey, p.releaseKey);
  assert.match(p.source ?? "", /^127\.0\.0\.1:/);
  await page.locator(".journey").waitFor({ state: "detached" });
  await end();
});

test("a page that was closed before the wallet answered finds the payment, and offers to pay again only where it asks first", async () => {
  const customer = await world.customer();
  const made = intended(world, world.shop.coin, customer);
  await blocks("by hand");
  customer.keys.after = () => {
    throw new Error("the page was closed");
  };
  const { listing, terminal, storage } = made;
  await assert.rejects(buy(terminal, { listing, refundTo: customer.keys.address }), /page was closed/);
  customer.keys.after = () => undefined;
  assert.equal((await purchases(storage))[0]?.payment?.hash, undefined);
  customer.connected = true;
  await storage.put("wallet", customer.rdns);
  const { page, end } = await visiting(made, customer, desk);
  await page.getByRole("heading", { name: "Did your wallet pay?" }).waitFor();
  await checkLook(page);
  await page.getByRole("button", { name: "It did not pay: pay again" }).click();
  await page.getByText("If it did pay, you would pay twice").waitFor();
  await checkLook(page);
  await page.getByRole("button", { name: "Keep waiting" }).click();
  await blocks("by themselves");
  await released(page);
  assert.deepEqual(customer.keys.asked, ["eth_sendTransaction"]);
  await end();
});

test("a wallet that did not pay is asked again behind a confirmation", async () => {
  const customer = await world.customer();
  const made = intended(world, world.shop.coin, customer);
  const { listing, terminal, storage } = made;
  customer.keys.before = () => {
    throw new Error("the wallet crashed"); // which proves nothing
  };
  await assert.rejects(buy(terminal, { listing, refundTo: customer.keys.address }), /crashed/);
  customer.keys.before = () => undefined;
  assert.equal((await purchases(storage))[0]?.step, "sent");
  customer.connected = true;
  await storage.put("wallet", customer.rdns);
  const { page, end } = await visiting(made, customer, phone);
  await page.getByRole("button", { name: "It did not pay: pay again" }).click();
  await page.getByRole("button", { name: "Pay again", exact: true }).click();
  const p = await released(page);
  assert.equal(p.attempt, 0);
  assert.deepEqual(customer.keys.asked, ["eth_sendTransaction", "eth_sendTransaction"]);
  await end();
});

test("on another device, with the file that was exported, it goes on", async () => {
  const customer = await world.customer();
  const other = await world.customer(); // whose wallet is in that browser, and is asked nothing
  await blocks("by hand");
  const made = await bought(world, world.shop.coin, customer);
  await mine();
  const storage = new MemoryStorage();
  await importAll(storage, await exportAll(made.storage));
  const { page, end } = await visiting({ ...made, storage }, other);
  await step(page, "Confirmed", "Now").waitFor();
  const asked = await notifying(page);
  assert.equal(await asked(), "not asked for, told nothing");
  await page.getByRole("button", { name: "Tell me when it is ready" }).click();
  await page.getByText("You are told when it is ready").waitFor();
  assert.equal(await asked(), "asked for, told nothing");
  await blocks("by themselves");
  await eventually(async () => (await asked()) === "asked for, told Ready – The Lamplighter's Key");
  assert.equal((await released(page)).releaseKey, (await purchases(made.storage))[0]?.releaseKey);
  assert.deepEqual(other.keys.asked, []);
  await end();
});

/** Stands in for the system's notifications, of a page in the background. */
async function notifying(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    let [asked, told] = ["not asked for", "nothing"];
    class Standin {
      static readonly permission = "default";
      static requestPermission(): Promise<string> {
        asked = "asked for";
        return Promise.resolve("granted");
      }
      constructor(title: string) {
        told = title;
      }
    }
    Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
    Object.assign(window, { Notification: Standin, notified: () => `${asked}, told ${told}` });
  });
  return () => page.evaluate(() => (window as unknown as { notified(): string }).notified());
}

test("two tabs do no harm: the second says so, and takes over when the first is closed", async () => {
  const customer = await world.customer();
  await blocks("by hand");
  const made = await bought(world, world.shop.coin, customer);
  await mine();
  const { page, context, end } = await visiting(made, customer);
  await step(page, "Confirmed", "Now").waitFor();
  const second = await context.newPage();
  await second.goto(`${world.site.url}#${made.address}`);
  await second.getByText("Another tab of this page is waiting too").waitFor();
  await step(second, "Seen on the chain", "Done").waitFor();
  await checkLook(second);
  await page.close();
  await second.getByText("Another tab of this page is waiting too").waitFor({ state: "detached" });
  await blocks("by themselves");
  await released(second);
  assert.deepEqual(customer.keys.asked, ["eth_sendTransaction"]);
  await end();
});

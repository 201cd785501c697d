// Waiting where a payment failed, or where nodes are away, dead or lie: until the
// answer comes, or the money comes back.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { bytesToHex } from "../../protocol/bytes.ts";
import { compressG1, g } from "../../protocol/point.ts";
import { checksummed, hashesArgument, leafArgument } from "../../terminal/calldata.ts";
import { nothingKnown, provePath } from "../../terminal/orders.ts";
import { orderIn, purchases } from "../../terminal/purchase.ts";
import { keep, look } from "../../terminal/sight.ts";
import { send } from "../../terminal/terminal.ts";
import { richKey } from "../anvil.ts";
import { eventually } from "../eventually.ts";
import { walletOf } from "../wallets.ts";
import { bought, keptIn } from "./carried.ts";
import { world } from "./onworld.ts";
import { settle } from "./world.ts";
import {
  blocks,
  checkLook,
  day,
  desk,
  halfDay,
  mine,
  phone,
  released,
  source,
  step,
  until,
  visiting,
} from "./waited.ts";

test("a payment that failed leads back to paying, with what happened", async () => {
  const customer = await world.customer();
  customer.keys.before = ({ params }) => void Object.assign((params as [object])[0], { gas: "0xea60" }); // too little
  await blocks("by hand"); // no more of them than the page is to wait for
  const made = await bought(world, world.shop.coin, customer);
  customer.keys.before = () => undefined;
  const hash = (await purchases(made.storage))[0]!.payment!.hash;
  await mine();
  await eventually(async () => (await world.chain.call("eth_getTransactionReceipt", hash)) !== null);
  const { page, end } = await visiting(made, customer);
  await page.getByText("The payment failed on chain: nothing was taken but gas.").waitFor();
  await page.getByText("12 blocks deep").waitFor();
  await checkLook(page);
  await mine(12);
  await blocks("by themselves");
  await page.getByRole("heading", { name: "The payment did not go through" }).waitFor();
  await page.getByRole("alert").getByText("The payment failed on chain: nothing was taken but gas.").waitFor();
  await checkLook(page);
  await page.getByRole("button", { name: "Back to paying" }).click();
  await page.locator(".journey").waitFor({ state: "detached" });
  assert.equal((await keptIn(page))[0]?.step, "prepared");
  await end();
});

test("no node answers: it says so calmly, the wallet is asked at half time, and the money comes back", async () => {
  const customer = await world.customer();
  const made = await bought(world, world.shop.coin, customer);
  for (const node of world.nodes) await node.kill();
  customer.connected = true;
  await made.storage.put("wallet", customer.rdns);
  const { page, end } = await visiting(made, customer, phone);
  await settle(page, world.chain.chainId, { nodes: world.nodes.map(({ url }) => url) });
  await page.reload();
  await step(page, "Confirmed", "Done").waitFor();
  await page.getByRole("heading", { name: "No node answers now" }).waitFor();
  await page.getByText("Your money is safe: the escrow holds the 0.002 ETH").waitFor();
  await page.locator("details.enforce[open]").waitFor(); // it is folded while all is well (wait.test.ts)
  await nobodyAnswers(page);
  await page.getByText(/0\.000\d+ ETH: what the escrow does not ask for comes back at once/).waitFor();
  await page.getByText(checksummed(customer.keys.address)).first().waitFor();
  assert.equal(customer.keys.asked.length, 1, "not before half time");
  await checkLook(page);
  customer.keys.before = () => {
    throw Object.assign(new Error("User rejected the request."), { code: 4001 });
  };
  await world.chain.sleep(halfDay + 1);
  await page.getByText(/Not done: the wallet did not send the transaction.*not asked again/).waitFor();
  assert.equal(customer.keys.asked.length, 2);
  await checkLook(page);
  customer.keys.before = () => undefined;
  await page.reload();
  await source(page, "The chain").filter({ hasText: "the payment is in block" }).waitFor();
  await page.getByText("Demand the key or the money").waitFor();
  await nobodyAnswers(page);
  assert.equal(customer.keys.asked.length, 2, "a page that goes on does not ask again by itself");
  await page.getByRole("button", { name: "Demand the key or the money" }).click();
  await page.getByText("Demanded: the committee may answer for").waitFor();
  await checkLook(page);
  await world.chain.sleep(day + 1);
  await page.getByRole("heading", { name: "Your money went back" }).waitFor();
  await page.locator(".refunded").getByText("0.002 ETH").waitFor();
  await page.getByText("Nobody answered your demand in time, in transaction").waitFor();
  assert.equal(await page.title(), "Money back – The Lamplighter's Key");
  await checkLook(page);
  assert.equal(customer.keys.asked.length, 4);
  await page.getByRole("button", { name: "Buy again" }).click();
  const again = await until(page, (p) => p.attempt === 1);
  assert.equal(again.step, "prepared");
  assert.notEqual(again.releaseKey, (await keptIn(page))[0]?.releaseKey);
  for (const node of world.nodes) await node.start();
  await end();
});

/** Waits until every node is said to be silent. */
async function nobodyAnswers(page: Page): Promise<void> {
  for (const { url } of world.nodes)
    await source(page, new URL(url).host).filter({ hasText: "does not answer" }).waitFor();
}

test("no node can be reached: the answer on the chain opens it", async () => {
  const customer = await world.customer();
  const made = await bought(world, world.shop.coin, customer);
  customer.connected = true;
  await made.storage.put("wallet", customer.rdns);
  const { page, end } = await visiting(made, customer, { ...desk, cut: true });
  await step(page, "Confirmed", "Done").waitFor();
  await page.getByRole("button", { name: "Demand the key or the money" }).click();
  const p = await released(page);
  assert.equal(p.source, "chain");
  assert.deepEqual(customer.keys.asked, ["eth_sendTransaction", "eth_sendTransaction"]);
  await end();
});

test("a dead node is latency alone, and one that lies is named and not believed", async () => {
  const [liar, dead] = world.nodes;
  const customer = await world.customer();
  await blocks("by hand");
  const made = await bought(world, world.shop.coin, customer);
  await mine();
  const { page, context, end } = await visiting(made, customer);
  const headers = { "access-control-allow-origin": "*", "content-type": "application/json" };
  const confirmations = { had: 2, needed: 2 };
  const body = JSON.stringify({ state: "released", confirmations, release: bytesToHex(compressG1(g)) });
  await context.route(`${liar!.url}/v1/releases/**`, (route) => route.fulfill({ headers, body }));
  await context.route(`${dead!.url}/**`, (route) => route.abort());
  await settle(page, world.chain.chainId, { nodes: [dead!.url, liar!.url] });
  await page.reload();
  const hostOf = (node = liar): string => new URL(node!.url).host;
  await source(page, hostOf(liar)).filter({ hasText: "gave a false key" }).waitFor();
  await source(page, hostOf(dead)).filter({ hasText: "does not answer" }).waitFor();
  await page.getByText("2 nodes are of no help now: the others are asked").waitFor();
  await checkLook(page);
  await blocks("by themselves");
  const { source: from } = await released(page);
  assert.notEqual(from, hostOf(liar));
  assert.notEqual(from, hostOf(dead));
  await end();
});

test("what the publisher pays back is shown as that", async () => {
  const customer = await world.customer();
  await blocks("by hand");
  const made = await bought(world, world.shop.coin, customer);
  await mine();
  const { page, end } = await visiting(made, customer);
  await step(page, "Seen on the chain", "Done").waitFor();
  const { terminal, storage } = made;
  const p = (await purchases(storage))[0]!;
  const order = orderIn(await keep(terminal, p, await look(terminal, p)))!;
  const path = await provePath(terminal.chain, world.chain.escrow, order.leaf, nothingKnown);
  const args = [leafArgument(order.leaf), hashesArgument(path)];
  const to = { chainId: world.chain.chainId, to: world.chain.escrow, value: 0n };
  await send(walletOf(richKey, world.chain.rpc), { ...to, name: "refundByPublisher", args }, 400_000n);
  await mine();
  await page.getByRole("heading", { name: "Your money went back" }).waitFor();
  await page.getByText("The publisher paid it back, in transaction").waitFor();
  await blocks("by themselves");
  await end();
});

test("a reorganisation takes the payment away: it says so, and waits for it again", async () => {
  const customer = await world.customer();
  await blocks("by hand");
  const made = await bought(world, world.shop.coin, customer);
  const { hash } = (await purchases(made.storage))[0]!.payment!;
  const raw = await world.chain.call("eth_getRawTransactionByHash", hash);
  await mine();
  const { page, end } = await visiting(made, customer);
  await step(page, "Seen on the chain", "Done").waitFor();
  await world.chain.call("anvil_reorg", 1, []);
  await page.getByText("The chain took back its last blocks, and the payment with them.").waitFor();
  await checkLook(page);
  await until(page, (p) => p.step === "sent");
  await world.chain.call("eth_sendRawTransaction", raw);
  await blocks("by themselves");
  await released(page);
  assert.deepEqual(customer.keys.asked, ["eth_sendTransaction"]);
  await end();
});

test("by keyboard alone, and from another device: the demand is found, read and asked for", async () => {
  const customer = await world.customer();
  await blocks("by hand");
  const made = await bought(world, world.shop.coin, customer);
  await mine();
  const { page, end } = await visiting(made, customer, desk);
  await step(page, "Seen on the chain", "Done").waitFor();
  await tabTo(page, "If no key comes");
  await page.keyboard.press("Enter");
  await tabTo(page, "Do it from another device");
  await page.keyboard.press("Enter");
  await page.getByRole("img", { name: "The call as a code" }).waitFor();
  const link = await page.getByRole("link", { name: "Open in a wallet" }).getAttribute("href");
  const escrow = checksummed(world.chain.escrow);
  assert.match(link!, new RegExp(`^ethereum:${escrow}@1337/dispute\\?value=[0-9]+&`));
  await checkLook(page);
  await page.keyboard.press("Shift+Tab");
  assert.match(await focused(page), /^Connect Test Wallet/);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Demand the key or the money" }).waitFor();
  await tabTo(page, "Demand the key or the money");
  await page.keyboard.press("Enter");
  await eventually(async () => customer.keys.asked.length === 2);
  await page.getByText("Your demand is sent, in transaction").waitFor();
  await blocks("by themselves");
  assert.equal((await released(page)).attempt, 0); // by a node, or by the answer on the chain
  await end();
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

/** Presses Tab until the focus is on what has such a text. */
async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)).startsWith(text)) return;
  }
  assert.fail(`the keyboard does not get to ${text}`);
}

// Journeys to products that are sold otherwise: not on the chain yet, by a contract of
// their publisher's own, or no more.

import assert from "node:assert/strict";
import { test } from "node:test";
import { toHex } from "viem";
import { word } from "../../protocol/abi.ts";
import { bytesToHex, integer } from "../../protocol/bytes.ts";
import { readCode } from "../../protocol/code.ts";
import { listingOfHeader, offerOfListing } from "../../terminal/listing.ts";
import { purchases } from "../../terminal/purchase.ts";
import { bought } from "./carried.ts";
import { browser, world } from "./onworld.ts";
import { otherDevice, readShown } from "./otherdevice.ts";
import { connect, keptPurchase, openButton, ordersOf, payButton, problem, toPay } from "./paying.ts";
import { sell, type Sold } from "./stall.ts";
import { settle, visitWith } from "./world.ts";

const tiers = ["text:0.002"];

const codeAt = (address: string) => world.chain.call("eth_getCode", address, "latest");

/** Sells what is not on the chain yet; returns its address, too. */
async function undeployed(name: string, token?: string): Promise<Sold & { address: string }> {
  const how = ["--no-deploy", ...(token === undefined ? [] : ["--token", token])];
  const priced = [token === undefined ? "text:0.002" : "text:2000000"];
  const sold = await sell(world, { name, title: name, tiers: priced, parts: { [`${name}.txt`]: "New." }, how });
  const { header } = readCode(sold.text);
  const address = bytesToHex(listingOfHeader(header, world.chain.escrow, 0).place.product);
  assert.equal(await codeAt(address), "0x");
  return { ...sold, address };
}

for (const [name, paidIn, way] of [
  ["fresh-coin", undefined, undefined],
  ["fresh-authorization", "signed", "One signature"],
  ["fresh-permit", "signed", "Two signatures"],
  ["fresh-approval", "plain", undefined],
] as const) {
  test(`what is not on the chain yet is put there by the payment: ${name}`, async () => {
    const sold = await undeployed(name, paidIn && world.shop.tokens[paidIn]);
    const buyer = await world.customer();
    const { page, end } = await visitWith(browser, world, buyer);
    await toPay(page, world, sold, 0);
    await connect(page);
    if (way) await page.getByRole("radio", { name: way }).check();
    await payButton(page).click();
    await openButton(page).click();
    await page.getByText("New.").waitFor(); // the only file is shown
    assert.notEqual(await codeAt(sold.address), "0x");
    assert.equal((await ordersOf(world, await keptPurchase(page))).length, 1);
    await end();
  });
}

test("what is not on the chain yet is put there by a wallet on another device", async () => {
  const sold = await undeployed("fresh-elsewhere");
  const { page, end } = await visitWith(browser, world, []);
  await toPay(page, world, sold, 0);
  await settle(page, world.chain.chainId, { endpoints: [world.chain.rpc] });
  await page.getByRole("button", { name: "Pay with a wallet on another device" }).click();
  const { account, pay } = otherDevice(world.chain);
  await world.chain.call("anvil_setBalance", account.address, toHex(10n ** 18n));
  await page.getByLabel("The address that gets the money back").fill(account.address);
  await page.getByRole("button", { name: "Show the code" }).click();
  await page.locator("svg.qr").waitFor();
  const link = await readShown(page);
  assert.match(link, /\/deployAndBuy\?/);
  await page.reload(); // who comes back to the page before it is paid need not show the code again
  await page.getByText("No wallet was found in this browser").waitFor();
  await pay(link);
  await openButton(page).click();
  await page.getByText("New.").waitFor();
  assert.notEqual(await codeAt(sold.address), "0x");
  await end();
});

// A product of its publisher's own: it answers every call with the seven words that it stores.
const answering = `0x${[0, 1, 2, 3, 4, 5, 6].map((i) => `60${hex(i)}5460${hex(32 * i)}52`).join("")}60e06000f3`;

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

test("a contract of its own that asks more than was signed: refused before the wallet is asked; then it is paid", async () => {
  const address = "0x00000000000000000000000000000000000c0de5";
  const how = ["--product", address, "--offline"];
  const sold = await sell(world, { name: "own", title: "Own", tiers, parts: { "own.txt": "A thing apart." }, how });
  const { header } = readCode(sold.text);
  const listing = listingOfHeader(header, world.chain.escrow, 0);
  const { publisher, token, committee, groupKey, feeBps, confirmations } = offerOfListing(listing);
  const price = 2n * 10n ** 15n;
  const words = [word(publisher), word(token), word(committee), groupKey, integer(feeBps, 32), integer(price, 32)];
  await world.chain.call("anvil_setCode", address, answering);
  const store = (i: number, value: Uint8Array) =>
    world.chain.call("anvil_setStorageAt", address, toHex(i), bytesToHex(value));
  for (const [i, value] of [...words, integer(confirmations, 32)].entries()) await store(i, value);
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, sold, 0);
  await connect(page);
  await payButton(page).waitFor();
  await store(5, integer(2n * price, 32));
  await payButton(page).click();
  const card = problem(page, "Not paid");
  await card.getByText("costs 0.004 ETH now, more than the 0.002 ETH agreed to").waitFor();
  assert.match(await card.innerText(), /Nothing was paid\./);
  assert.deepEqual(buyer.keys.asked, []);
  await store(5, integer(price, 32));
  await card.getByRole("button", { name: "Look again" }).click();
  await payButton(page).click();
  await openButton(page).click();
  await page.getByText("A thing apart.").waitFor();
  await end();
});

test("a tier that is sold out says so, and takes nothing", async () => {
  const how = ["--supply", "text=1", "--supply", "more=1"];
  const two = ["text:0.002", "more:0.003"];
  const sold = await sell(world, { name: "few", title: "Few", tiers: two, parts: { "few.txt": "One." }, how });
  const late = await world.customer();
  const { page, end } = await visitWith(browser, world, late);
  await toPay(page, world, sold, 1);
  await connect(page);
  await payButton(page).waitFor();
  const first = await bought(world, sold, await world.customer()); // tier 1
  assert.equal((await ordersOf(world, (await purchases(first.storage))[0]!)).length, 1);
  await payButton(page).click();
  const card = problem(page, "Not paid");
  await card.getByText("Tier more is sold out").waitFor();
  assert.match(await card.innerText(), /Nothing was paid\.[^]*another tier may be left/i);
  assert.deepEqual(late.keys.asked, []);
  await page.getByRole("button", { name: "← Back to the product" }).click();
  await page.getByRole("radio").nth(0).check();
  await page.locator("#buy").click();
  await payButton(page).waitFor();
  await end();
});

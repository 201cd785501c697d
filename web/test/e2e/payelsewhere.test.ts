// Paying by a wallet on another device: the page shows codes, that wallet reads them
// and pays, and the page sees it on the chain.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { toHex } from "viem";
import { bytesToHex } from "../../protocol/bytes.ts";
import { browser, world } from "./onworld.ts";
import { otherDevice, readShown } from "./otherdevice.ts";
import { goesOn, keptPurchase, ordersOf, toPay } from "./paying.ts";
import { settle, visitWith } from "./world.ts";

const refund = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

async function ask(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Pay with a wallet on another device" }).click();
  const field = page.getByLabel("The address that gets the money back");
  await page.getByRole("button", { name: "Show the code" }).click();
  assert.ok(await field.evaluate((one) => one === document.activeElement), "an address is asked for first");
  await field.fill("somebody.eth");
  await page.getByText('"somebody.eth" is no address').waitFor();
  await field.fill(refund);
  await page.getByRole("button", { name: "Show the code" }).click();
}

for (const [product, tier, codes] of [
  ["coin", 1, 1],
  ["coin", 0, 1],
  ["plain", 1, 2],
  ["signed", 2, 2],
] as const) {
  test(`a wallet elsewhere pays for tier ${tier} in ${product}, by ${codes} code(s)`, async () => {
    const { page, context, end } = await visitWith(browser, world, []);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await toPay(page, world, world.shop[product], tier);
    await page.getByText("No wallet was found in this browser").waitFor();
    await settle(page, world.chain.chainId, { endpoints: [world.chain.rpc] });
    await ask(page);
    const { account, pay } = otherDevice(world.chain);
    await world.chain.call("anvil_setBalance", account.address, toHex(10n ** 18n));
    await world.shop.mint(account.address, 10_000_000n);
    for (let i = 0; i < codes; i++) {
      const view = page.locator(".request:not([hidden])");
      await view.waitFor();
      if (codes > 1) await view.getByRole("heading", { name: `${i + 1} of ${codes}` }).waitFor();
      const link = await readShown(page);
      assert.equal(await view.getByRole("link").getAttribute("href"), link);
      await view.getByRole("button", { name: "Copy the link" }).click();
      await view.getByText("Copied").waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
      const said = await view.innerText();
      const [to, name] = [link.slice(9, 51), /\/(\w+)\?/.exec(link)![1]];
      if (name === "buy") assert.ok(said.includes(`the escrow ${to}`), said);
      else assert.ok(said.includes("Lets the escrow") && said.includes(to), said);
      await pay(link);
      if (i + 1 < codes) await page.getByRole("button", { name: "Done: the next code" }).click();
    }
    await goesOn(page);
    const [leaf, ...more] = await ordersOf(world, await keptPurchase(page));
    assert.deepEqual(more, []);
    assert.equal(bytesToHex(leaf!.payer), account.address.toLowerCase());
    assert.equal(bytesToHex(leaf!.refundTo), refund.toLowerCase());
    assert.equal(leaf!.amount, world.shop[product].prices[tier]);
    await end();
  });
}

test("a wallet here that is not connected tells of the chain; without anybody the page says so", async () => {
  const alone = await visitWith(browser, world, []);
  await toPay(alone.page, world, world.shop.coin, 1);
  await ask(alone.page);
  await alone.page.getByRole("alert").getByText("Nobody to ask about the chain").waitFor();
  assert.match(await alone.page.getByRole("alert").innerText(), /Nothing was paid\.[^]*endpoint of the chain below/);
  await alone.page.locator("#settings[open]").waitFor(); // one may name it there, and look again
  await settle(alone.page, world.chain.chainId, { endpoints: [world.chain.rpc] });
  await alone.page.getByRole("button", { name: "Look again" }).click();
  await alone.page.locator("svg.qr").waitFor();
  await alone.end();
  const beside = await world.customer();
  const { page, end } = await visitWith(browser, world, beside);
  await toPay(page, world, world.shop.coin, 1);
  await ask(page);
  await page.locator("svg.qr").waitFor();
  assert.ok(!beside.methods.includes("eth_requestAccounts") && !beside.connected);
  // Going back to pay here as well would pay twice: that takes a second press.
  await page.getByRole("button", { name: "← Pay with a wallet in this browser" }).click();
  await page.getByText("paying here as well would pay twice").waitFor();
  await page.getByRole("button", { name: "Stay here" }).click();
  await page.locator("svg.qr").waitFor();
  await page.getByRole("button", { name: "← Pay with a wallet in this browser" }).click();
  await page.getByRole("button", { name: "It has not paid, go back" }).click();
  await page.getByRole("heading", { name: "What you pay" }).waitFor();
  await end();
});

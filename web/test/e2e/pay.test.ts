// Paying by a wallet of the browser: in coin and in tokens, by each of their ways.
// What the page says that the wallet will ask is what it is asked.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { bytesToHex } from "../../protocol/bytes.ts";
import { wordsOf } from "../../terminal/signingwords.ts";
import type { TypedData } from "../../terminal/signing.ts";
import type { Asked } from "../wallets.ts";
import { browser, world } from "./onworld.ts";
import { connect, goesOn, keptPurchase, ordersOf, payButton, toPay } from "./paying.ts";
import { type Customer, visitWith } from "./world.ts";

/** Follows what a wallet is asked to sign and send. */
function follow(buyer: Customer): Asked[] {
  const asked: Asked[] = [];
  buyer.before = (one) => {
    if (/^eth_(sign|send)/.test(one.method)) asked.push(one);
  };
  return asked;
}

async function steps(page: Page): Promise<string[]> {
  await payButton(page).waitFor();
  return page.locator(".steps .what").allTextContents();
}

/** What the page said beforehand of what the wallet was then asked. */
function checkSaid(said: readonly string[], asked: readonly Asked[]): void {
  assert.equal(said.length, asked.length);
  for (const [i, { method, params }] of asked.entries()) {
    if (method === "eth_signTypedData_v4") {
      const data = JSON.parse(String(params![1])) as TypedData;
      const deadline = Number(data.message["deadline"] ?? data.message["validBefore"]);
      const words = wordsOf(data, world.chain.escrow, deadline - 20 * 60);
      assert.equal(said[i]!.toLowerCase(), `${words}.`.toLowerCase());
    } else {
      const { to } = params![0] as { to: string };
      const spelt = said[i]!.toLowerCase();
      const isApproval = spelt.startsWith("lets the escrow");
      if (isApproval) assert.ok(spelt.includes(`units of ${to}`), spelt);
      else assert.ok(spelt.includes(to), `${spelt} does not name ${to}`);
    }
  }
}

for (const [tier, label] of ["Get it: free, but for gas", "Pay 0.002 ETH", "Pay 0.005 ETH"].entries()) {
  test(`in coin: "${label}"`, async () => {
    const buyer = await world.customer();
    const { page, end } = await visitWith(browser, world, buyer);
    await toPay(page, world, world.shop.coin, tier);
    await connect(page);
    const asked = follow(buyer);
    const said = await steps(page);
    assert.equal(await payButton(page).textContent(), label);
    assert.match(await page.locator(".terms").innerText(), /Gas fee\s+about 0\.000\d+ ETH/);
    assert.equal(/Demanding it/.test(await page.locator(".terms").innerText()), tier > 0);
    await payButton(page).click();
    await goesOn(page);
    checkSaid(said, asked);
    const leaves = await ordersOf(world, await keptPurchase(page));
    assert.deepEqual(
      leaves.map(({ amount, payer, refundTo }) => [amount, bytesToHex(payer), bytesToHex(refundTo)]),
      [[world.shop.coin.prices[tier]!, buyer.address.toLowerCase(), buyer.address.toLowerCase()]],
    );
    await end();
  });
}

const ways = {
  "One signature (best)": ["eth_signTypedData_v4", "eth_sendTransaction"],
  "Two signatures": ["eth_signTypedData_v4", "eth_signTypedData_v4", "eth_sendTransaction"],
  "Approve first": ["eth_sendTransaction", "eth_sendTransaction"],
};

for (const tier of [1, 2]) {
  for (const [name, methods] of Object.entries(ways)) {
    test(`in a token, tier ${tier}: ${name}`, async () => {
      const buyer = await world.customer();
      const { page, end } = await visitWith(browser, world, buyer);
      await toPay(page, world, world.shop.signed, tier);
      await connect(page);
      await payButton(page).waitFor();
      assert.ok(await page.getByRole("radio", { name: "One signature" }).isChecked(), "the best is chosen");
      await page.getByRole("radio", { name }).check();
      const asked = follow(buyer);
      await page
        .locator(".steps li")
        .nth(methods.length - 1)
        .waitFor();
      const said = await steps(page);
      await payButton(page).click();
      await goesOn(page);
      assert.deepEqual(
        asked.map(({ method }) => method),
        methods,
      );
      checkSaid(said, asked);
      const [leaf, ...more] = await ordersOf(world, await keptPurchase(page));
      assert.deepEqual(more, []);
      assert.equal(leaf!.amount, world.shop.signed.prices[tier]);
      assert.equal(bytesToHex(leaf!.token), world.shop.tokens.signed.toLowerCase());
      await end();
    });
  }
}

test("a token that takes no signatures is paid by approval, and for nothing by the call alone", async () => {
  for (const [tier, sent] of [
    [2, 2],
    [0, 1],
  ] as const) {
    const buyer = await world.customer();
    const { page, end } = await visitWith(browser, world, buyer);
    await toPay(page, world, world.shop.plain, tier);
    await connect(page);
    const said = await steps(page);
    assert.equal(await page.getByText("How to pay").count(), 0, "there is a choice of one");
    const asked = follow(buyer);
    await payButton(page).click();
    await goesOn(page);
    assert.equal(asked.length, sent);
    checkSaid(said, asked);
    assert.equal((await ordersOf(world, await keptPurchase(page))).length, 1);
    await end();
  }
});

test("the money goes back to another address, if it has no mistake", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, world.shop.coin, 1);
  await connect(page);
  await payButton(page).waitFor();
  await page.getByRole("button", { name: "Change it" }).click();
  const field = page.getByLabel("The address that gets the money back");
  await field.fill("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"); // one capital is wrong
  await page.getByText("The address has a mistake").waitFor();
  await payButton(page).waitFor({ state: "detached" });
  const other = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  await field.fill(other);
  await payButton(page).waitFor();
  assert.match(await page.locator(".steps").innerText(), new RegExp(`had back for\\s+${other}`));
  await payButton(page).click();
  await goesOn(page);
  const [leaf] = await ordersOf(world, await keptPurchase(page));
  assert.equal(bytesToHex(leaf!.refundTo), other.toLowerCase());
  await end();
});

test("of several wallets one is chosen, another can be, and a reload finds it again", async () => {
  const [one, two] = [
    await world.customer({ name: "One", rdns: "example.one" }),
    await world.customer({ name: "Two", rdns: "example.two" }),
  ];
  const { page, end } = await visitWith(browser, world, [one, two]);
  await toPay(page, world, world.shop.coin, 1);
  assert.deepEqual([...one.methods, ...two.methods], [], "a wallet is asked before it is chosen");
  await page.getByRole("button", { name: "Connect Two" }).click();
  await page.getByText(two.address).first().waitFor();
  await page.reload();
  await page.getByText(two.address).first().waitFor();
  assert.equal(two.methods.filter((method) => method === "eth_requestAccounts").length, 1);
  await page.getByRole("button", { name: "Use another wallet" }).click();
  await page.getByRole("button", { name: "Connect One" }).click();
  await payButton(page).click();
  await goesOn(page);
  const [leaf] = await ordersOf(world, await keptPurchase(page));
  assert.equal(bytesToHex(leaf!.payer), one.address.toLowerCase());
  assert.deepEqual(two.keys.asked, []);
  await end();
});

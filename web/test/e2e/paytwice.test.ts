// A purchase is paid once: what may be paid already is looked for, and paying again
// takes a confirmation.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser, world } from "./onworld.ts";
import {
  connect,
  countOrders,
  fault,
  goesOn,
  keptPurchase,
  keptTexts,
  ordersOf,
  payButton,
  problem,
  putTexts,
  toPay,
} from "./paying.ts";
import { settle, visitWith } from "./world.ts";

test("what was paid by another copy of the same seed is found, and not paid again", async () => {
  const buyer = await world.customer();
  const first = await visitWith(browser, world, buyer);
  await toPay(first.page, world, world.shop.coin, 1);
  await connect(first.page);
  await payButton(first.page).click();
  await goesOn(first.page);
  const p = await keptPurchase(first.page);
  await ordersOf(world, p);
  const seed = await keptTexts(first.page, "seed");
  assert.equal(Object.keys(seed).length, 1);
  const second = await visitWith(browser, world, buyer);
  await second.page.goto(world.site.url);
  await second.page.getByRole("heading", { level: 1 }).waitFor();
  await putTexts(second.page, seed);
  const asked = buyer.keys.asked.length;
  await toPay(second.page, world, world.shop.coin, 1);
  await connect(second.page);
  await goesOn(second.page);
  assert.equal((await keptPurchase(second.page)).releaseKey, p.releaseKey);
  assert.equal(buyer.keys.asked.length, asked, "the wallet was asked to pay again");
  assert.equal((await countOrders(world, p)).length, 1);
  await Promise.all([first.end(), second.end()]);
});

test("two tabs pay once", async () => {
  const buyer = await world.customer();
  const { page, context, end } = await visitWith(browser, world, buyer);
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await toPay(tab, world, world.shop.coin, 2);
    if (tab === page) await connect(tab);
    await payButton(tab).waitFor(); // the other one is connected by itself
  }
  await payButton(page).click();
  await goesOn(page);
  await payButton(other).click();
  await goesOn(other);
  const leaves = await ordersOf(world, await keptPurchase(page));
  assert.equal(leaves.length, 1);
  assert.deepEqual(buyer.keys.asked, ["eth_sendTransaction"]);
  await end();
});

test("a wallet that paid and did not say so is looked for, not asked again", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, world.shop.coin, 1);
  await connect(page);
  buyer.keys.after = () => {
    throw fault(-32603, "the connection was lost");
  };
  await payButton(page).click();
  const card = problem(page, "It may be paid already");
  await card.waitFor();
  assert.match(await card.innerText(), /not certain yet: do not pay again/);
  assert.ok(!(await page.getByRole("button", { name: "Pay anyway" }).isVisible()), "one press pays twice");
  const p = await keptPurchase(page);
  await ordersOf(world, p);
  await card.getByRole("button", { name: "Look again" }).click();
  await goesOn(page);
  assert.deepEqual(buyer.keys.asked, ["eth_sendTransaction"]);
  assert.equal((await countOrders(world, p)).length, 1);
  await end();
});

test("paying anyway takes a confirmation, and is only for what may be paid already", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, world.shop.coin, 1);
  await connect(page);
  buyer.before = ({ method }) => {
    if (method === "eth_sendTransaction") throw fault(-32603, "the wallet crashed");
  };
  await payButton(page).click();
  const card = problem(page, "It may be paid already");
  await card.waitFor();
  await card.getByRole("button", { name: "Look again" }).click();
  await card.getByText("Paying anyway is right where the wallet refused, or never asked.").first().waitFor();
  buyer.before = () => undefined;
  await card.locator("summary").click();
  const anyway = card.getByRole("button", { name: "Pay anyway" });
  assert.ok(await anyway.isDisabled());
  await card.getByLabel(/I know that I may pay twice/).check();
  await anyway.click();
  await goesOn(page);
  assert.equal((await ordersOf(world, await keptPurchase(page))).length, 1);
  await end();
});

test("while no node answers, paying takes a confirmation of what that means", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await page.goto(world.site.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await settle(page, world.chain.chainId, { nodes: world.nodes.map(({ url }) => url) });
  await Promise.all(world.nodes.map((node) => node.kill()));
  try {
    await toPay(page, world, world.shop.coin, 1);
    await connect(page);
    const card = problem(page, "Nobody may give the key");
    await card.getByText("Nothing was paid.").waitFor();
    assert.equal(await payButton(page).count(), 0);
    await card.locator("summary").click();
    assert.equal(await card.getByLabel(/pay twice/).count(), 0, "what is not in doubt is not confirmed");
    const anyway = card.getByRole("button", { name: "Pay anyway" });
    assert.ok(await anyway.isDisabled());
    await card.getByLabel(/the key may come late or never/).check();
    await anyway.click();
    await payButton(page).click();
    await goesOn(page);
    assert.equal((await ordersOf(world, await keptPurchase(page))).length, 1);
  } finally {
    await Promise.all(world.nodes.map((node) => node.start()));
  }
  await end();
});

// Whole journeys through the page, from a code to what it sells: with real nodes, a
// chain, and a wallet that signs.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Download, Page } from "playwright-core";
import { keptIn } from "./carried.ts";
import { browser, world } from "./onworld.ts";
import { connect, countOrders, goesOn, keptPurchase, openButton, payButton, toPay } from "./paying.ts";
import { tale } from "./shop.ts";
import { serve } from "./site.ts";
import { buyByCommand } from "./stall.ts";
import { visitWith } from "./world.ts";

const here = (page: Page) => page.getByRole("heading", { name: "Here it is" });
const firstLine = tale.split("\n", 1)[0]!;

/** Waits for the key, opens, and waits for what is in it. */
async function open(page: Page): Promise<void> {
  await openButton(page).click();
  await here(page).waitFor();
}

/** Reads a file where it is shown. */
async function read(page: Page, name: string): Promise<string> {
  await page.getByRole("button", { name: `Read ${name}` }).click();
  const reading = page.locator(".file .place").filter({ hasText: /\S/ });
  await reading.waitFor();
  // Not innerText: a text out of sight is not laid out, and has none.
  return (await reading.textContent())!;
}

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const downloading: Promise<Download> = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await downloading;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("a picture, one signature, the key, the files, the receipt: the same that the command has", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, world.shop.signed, 2);
  await connect(page);
  await payButton(page).waitFor();
  assert.ok(await page.getByRole("radio", { name: "One signature" }).isChecked());
  await payButton(page).click();
  await open(page);
  assert.deepEqual(buyer.keys.asked, ["eth_signTypedData_v4", "eth_sendTransaction"]);
  assert.ok((await read(page, "tale.txt")).includes(firstLine));
  const fileOf = await buyByCommand(world, await world.customer(), world.shop.signed.wrap, "letter");
  for (const name of ["sample.txt", "tale.txt"])
    assert.deepEqual(await saved(page, `Save ${name}`), { name, bytes: fileOf(name) });
  const letter = await saved(page, "Save letter.txt");
  assert.notDeepEqual(letter.bytes, fileOf("letter.txt"), "a letter of another buyer's");
  const { order } = await keptPurchase(page);
  assert.ok(letter.bytes.includes("Dear reader") && !letter.bytes.includes(fileOf("letter.txt")));
  const receipt = await saved(page, "Save the receipt");
  assert.equal(receipt.name, "rights.json");
  writeFileSync(join(world.folder, "receipt.json"), receipt.bytes);
  const said = await world.run("shrinkwrap", "verify", "receipt.json", world.shop.signed.wrap);
  assert.match(said, /^valid +The Signed Lamp, tier letter/);
  assert.match(said, new RegExp(`^order +${order!.hash}$`, "m"));
  const [ours, theirs] = [receipt.bytes, fileOf("rights.json")].map((file) => JSON.parse(file.toString()) as object);
  assert.deepEqual(Object.keys(ours!), Object.keys(theirs!));
  await end();
});

test("by finger on a phone, in the dark, in coin", async () => {
  const buyer = await world.customer();
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, colorScheme: "dark" } as const;
  const { page, end } = await visitWith(browser, world, buyer, phone);
  await page.goto(world.site.url);
  const choosing = page.waitForEvent("filechooser");
  await page.locator("label[for=file]").tap();
  await (await choosing).setFiles(world.shop.coin.picture);
  await page.getByText("text", { exact: true }).first().tap();
  await page.getByRole("link", { name: "Buy for 0.002 ETH" }).tap();
  await page.getByRole("button", { name: /^Connect / }).tap();
  await payButton(page).tap();
  await openButton(page).tap();
  await here(page).waitFor();
  await page.getByRole("button", { name: "Read tale.txt" }).tap();
  await page.getByText(firstLine).first().waitFor();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
  await end();
});

test("free, then another one of what is there: it says that it pays again, and both stay", async () => {
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, world.shop.coin, 0);
  await connect(page);
  await payButton(page).click();
  await openButton(page).click();
  await page.locator(".file .place").filter({ hasText: /\S/ }).waitFor(); // the only file is shown
  await toPay(page, world, world.shop.coin, 1);
  await payButton(page).click();
  const another = page.locator("details.another");
  await another.locator("summary").click();
  await open(page); // which leaves it unfolded
  assert.match(await another.innerText(), /it stays yours[^]*You pay again: 0\.002 ETH/);
  await another.getByRole("button", { name: "Buy another one" }).click();
  await page.getByText("You have bought this already. Paying here pays once more").waitFor();
  assert.equal(buyer.keys.asked.length, 2, "nothing is paid before the button");
  await page.getByRole("button", { name: "← Show what you have" }).click();
  await here(page).waitFor();
  await page.reload(); // what was begun and not paid hides nothing
  await here(page).or(openButton(page)).first().waitFor();
  await another.locator("summary").click();
  await another.getByRole("button", { name: "Buy another one" }).click();
  await payButton(page).click();
  await goesOn(page);
  await open(page);
  const [first, second, ...more] = (await keptIn(page)).filter(({ tier }) => tier === 1);
  assert.deepEqual([first?.step, second?.step, more], ["opened", "opened", []]);
  assert.notEqual(first!.order!.hash, second!.order!.hash);
  assert.equal(buyer.keys.asked.length, 3);
  await page.getByRole("button", { name: "Copy 1" }).click();
  await here(page).or(openButton(page)).first().waitFor();
  assert.ok(await page.getByRole("button", { name: "Copy 1" }).isDisabled());
  await page.getByRole("button", { name: "Copy 2" }).waitFor();
  await another.locator("summary").click(); // from the first one, too, it is a third that is begun
  await another.getByRole("button", { name: "Buy another one" }).click();
  await payButton(page).waitFor();
  assert.deepEqual(
    (await keptIn(page)).map(({ attempt }) => attempt),
    [0, 0, 1, 2],
  );
  await end();
});

test("once it is bought nobody is needed: page, nodes and chain gone, it opens, and opens again", async () => {
  const buyer = await world.customer();
  const site = await serve(world.nodes[0]!.url);
  const { page, context, end } = await visitWith(browser, { ...world, site }, buyer);
  await toPay(page, { ...world, site }, world.shop.coin, 1);
  await page.getByText("opens without a network").waitFor();
  await connect(page);
  await payButton(page).click();
  await openButton(page).waitFor();
  await site.close();
  await context.route(`${world.chain.rpc}/**`, (route) => route.abort());
  buyer.before = () => {
    throw new Error("the wallet's chain is gone");
  };
  for (const node of world.nodes) await node.kill();
  await page.reload();
  await open(page);
  assert.ok((await read(page, "tale.txt")).includes(firstLine));
  await page.goto(site.url);
  await page.locator(".library a").first().click();
  await here(page).or(openButton(page)).first().waitFor();
  await page.reload();
  await open(page);
  assert.ok((await read(page, "tale.txt")).includes(firstLine));
  await end();
  for (const node of world.nodes) await node.start();
});

for (const [what, wallet] of [
  ["another wallet", true],
  ["no wallet", false],
] as const) {
  test(`a copy saved before paying goes on, on a device with ${what}; the first one pays nothing more`, async () => {
    const buyer = await world.customer();
    const first = await visitWith(browser, world, buyer);
    await toPay(first.page, world, world.shop.coin, 1);
    await connect(first.page);
    await payButton(first.page).waitFor();
    const address = first.page.url();
    const copy = await saved(first.page, "Save a copy of the keys");
    buyer.keys.after = () => first.page.close(); // paid, and never told
    await Promise.all([
      first.page.waitForEvent("close"),
      payButton(first.page)
        .click()
        .catch(() => undefined),
    ]);
    buyer.keys.after = () => undefined;

    const other = await world.customer();
    const second = await visitWith(browser, world, wallet ? other : []);
    const { page } = second;
    await page.goto(world.site.url);
    await page.setInputFiles("#copy", { name: copy.name, mimeType: "application/json", buffer: copy.bytes });
    await page.getByText("1 purchase came, and the code of the product.").waitFor();
    await page.getByRole("link", { name: /text not paid yet/ }).click();
    await page.getByRole("heading", { name: "What you pay" }).or(openButton(page)).first().waitFor();
    if (!wallet) {
      await page.getByText("Whom this page asks").click();
      await page.getByLabel("Endpoints, one a line").fill(world.chain.rpc);
      await page.getByRole("button", { name: "Keep these" }).click();
    }
    await open(page);
    assert.ok((await read(page, "tale.txt")).includes(firstLine));
    assert.deepEqual(other.keys.asked, []);

    const again = await first.context.newPage();
    await again.goto(address);
    await open(again);
    assert.deepEqual(buyer.keys.asked, ["eth_sendTransaction"]);
    assert.equal((await countOrders(world, await keptPurchase(again))).length, 1);
    await Promise.all([first.end(), second.end()]);
  });
}

test("the node that is asked dies in the middle of the wait: the others serve", async () => {
  const [dying, ...others] = world.nodes;
  const buyer = await world.customer();
  await world.chain.call("evm_setIntervalMining", 0);
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, world.shop.coin, 1);
  await connect(page);
  await payButton(page).click();
  await page.locator(".journey").waitFor();
  await world.chain.call("evm_mine");
  await page.locator(".sources li").filter({ hasText: "1 of 2 confirmations" }).first().waitFor();
  await dying!.kill();
  await world.chain.call("evm_setIntervalMining", 1);
  await open(page);
  assert.ok((await read(page, "tale.txt")).includes(firstLine));
  const { source } = await keptPurchase(page);
  assert.ok(
    others.some(({ url }) => new URL(url).host === source),
    `${source} served`,
  );
  await dying!.start();
  await end();
});

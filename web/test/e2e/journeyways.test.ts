// Journeys by the ways that are walked more rarely: other ways to a code, a file that
// is not in it, money that could not be delivered, and stickers that were swapped.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { generatePrivateKey } from "viem/accounts";
import { readCode } from "../../protocol/code.ts";
import { checksummed, hashesArgument, leafArgument } from "../../terminal/calldata.ts";
import { nothingKnown, provePath } from "../../terminal/orders.ts";
import { orderIn, purchases } from "../../terminal/purchase.ts";
import { keep, look } from "../../terminal/sight.ts";
import { send } from "../../terminal/terminal.ts";
import { richKey } from "../anvil.ts";
import { walletOf } from "../wallets.ts";
import { bought, carry } from "./carried.ts";
import { filmOf } from "./film.ts";
import { browser, world } from "./onworld.ts";
import { connect, openButton, payButton, toPay } from "./paying.ts";
import { photograph } from "./photo.ts";
import { modulesOf } from "./products.ts";
import { launch } from "./site.ts";
import { sell } from "./stall.ts";
import { scanCode, visitWith } from "./world.ts";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const tiers = ["text:0.002"];

/** From the product to where it is paid for. */
async function buys(page: Page): Promise<void> {
  await page.locator("#buy").click();
  await page.getByRole("heading", { name: "What you pay" }).waitFor();
}

test("from the camera's frames, and from a photograph, to where it is paid for", async () => {
  const sold = await sell(world, { name: "filmed", title: "Filmed", tiers, parts: { "filmed.txt": "A film." } });
  const header = (await world.run("shrinkwrap", "code", sold.wrap, "--text", "--pointer")).trim();
  const folder = mkdtempSync(join(tmpdir(), "camera-"));
  const film = join(folder, "code.y4m");
  writeFileSync(film, filmOf(modulesOf(header)));
  const fake = ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${film}`];
  const filming = await launch(fake);
  try {
    const { page, end } = await visitWith(filming, world, await world.customer(), { permissions: ["camera"] });
    await page.goto(world.site.url);
    await page.getByRole("button", { name: "Use the camera" }).click();
    await heading(page, "Filmed").waitFor();
    await buys(page);
    await connect(page);
    await payButton(page).waitFor();
    await page.goto(world.site.url);
    const buffer = await photograph(page, header);
    await page.setInputFiles("#file", { name: "photo.jpg", mimeType: "image/jpeg", buffer });
    await heading(page, "Filmed").waitFor();
    await buys(page);
    await payButton(page).waitFor();
    await end();
  } finally {
    await filming.close();
    rmSync(folder, { recursive: true });
  }
});

test("a product that its code does not hold: the file is asked for when it is opened, and another one is refused", async () => {
  const bytes = randomBytes(100_000);
  const sold = await sell(world, { name: "large", title: "Large", tiers, parts: { "large.bin": bytes } });
  assert.ok(sold.text.length < 2000, "the code holds all of it");
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  await toPay(page, world, sold, 0);
  await connect(page);
  await payButton(page).click();
  await openButton(page).click();
  await page.getByRole("heading", { name: "Where is the product's file?" }).waitFor();
  await page.setInputFiles("#wrapfile", world.shop.coin.wrap);
  await page.getByText('coin.wrap is not the file of "Large"').waitFor();
  await page.setInputFiles("#wrapfile", sold.wrap);
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save large.bin" }).click();
  assert.deepEqual(readFileSync(await (await downloading).path()), bytes);
  await page.reload(); // from now on the file is here
  await openButton(page).click();
  await page.getByRole("heading", { name: "Here it is" }).waitFor();
  await end();
  // Dropped at first, it is never asked for; nor by whoever comes by a link.
  const next = await visitWith(browser, world, await world.customer());
  const link = (
    await world.run("shrinkwrap", "code", sold.wrap, "--text", "--link", "https://elsewhere.example/")
  ).trim();
  await next.page.goto(world.site.url + new URL(link).hash);
  await heading(next.page, "Large").waitFor();
  await next.page.goto(world.site.url);
  await heading(next.page, "What does this code sell?").waitFor();
  await drop(next.page, "large.wrap", readFileSync(sold.wrap));
  await next.page.getByText("All of it is here").waitFor();
  await buys(next.page);
  await connect(next.page);
  await payButton(next.page).click();
  await openButton(next.page).click();
  await next.page.getByRole("button", { name: "Save large.bin" }).waitFor();
  await next.end();
});

/** Drops a file onto the page. */
function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  return page.evaluate(
    ([name, base64]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [name, bytes.toString("base64")] as const,
  );
}

test("money that could not be delivered is sent elsewhere by its owner, and by nobody else", async () => {
  const [customer, other] = [await world.customer(), await world.customer({ name: "Other", rdns: "example.other" })];
  await world.chain.call("evm_setIntervalMining", 0);
  const made = await bought(world, world.shop.coin, customer);
  await world.chain.call("evm_mine");
  const { terminal, storage } = made;
  const p = (await purchases(storage))[0]!;
  const { leaf } = orderIn(await keep(terminal, p, await look(terminal, p)))!;
  const path = await provePath(terminal.chain, world.chain.escrow, leaf, nothingKnown);
  const args = [leafArgument(leaf), hashesArgument(path)];
  const to = { chainId: world.chain.chainId, to: world.chain.escrow, value: 0n };
  await world.chain.call("anvil_setCode", customer.address, "0x5f5ffd"); // an account that takes no coin
  await send(walletOf(richKey, world.chain.rpc), { ...to, name: "refundByPublisher", args }, 400_000n);
  await world.chain.call("evm_mine");
  await world.chain.call("anvil_setCode", customer.address, "0x");
  await world.chain.call("evm_setIntervalMining", 1);

  const { page, end } = await visitWith(browser, world, [customer, other]);
  await carry(page, world, made);
  const card = page.locator(".undelivered");
  await card.getByText("did not take it: the escrow keeps 0.002 ETH for that account").waitFor();
  await page.getByRole("heading", { name: "Your money waits in the escrow" }).waitFor();
  assert.doesNotMatch(await page.locator(".refunded").innerText(), /went back|goes back/);
  await card.getByRole("button", { name: "Connect Other" }).click();
  await card.getByText("The connected account is another one").waitFor();
  assert.equal(await card.getByRole("button", { name: /^Send / }).count(), 0);
  await card.getByRole("button", { name: "Connect Test Wallet" }).click();
  const sendIt = card.getByRole("button", { name: "Send 0.002 ETH there" });
  await sendIt.click();
  await card.getByText("there is no address yet").waitFor();
  const field = card.getByLabel("The address that it is sent to");
  await field.fill(customer.address);
  await sendIt.click();
  await card.getByText("is the address that could not take it").waitFor();
  const refuser = "0x00000000000000000000000000000000000bad00";
  await world.chain.call("anvil_setCode", refuser, "0x5f5ffd");
  await field.fill(refuser);
  await sendIt.click();
  await card.getByText("that address cannot take it either").waitFor();
  assert.equal(customer.keys.asked.length, 1, "asked only for the payment");
  const receiver = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
  await field.fill(receiver);
  await card.getByText("Do it from another device").click();
  const link = await card.getByRole("link", { name: "Open in a wallet" }).getAttribute("href");
  assert.match(link!, new RegExp(`/claimTo\\?address=0x0{40}&address=${receiver}`));
  await sendIt.click();
  await card.getByRole("heading", { name: "It was sent" }).waitFor();
  assert.equal(BigInt((await world.chain.call("eth_getBalance", receiver, "latest")) as string), 2n * 10n ** 15n);
  await page.reload();
  await page.getByText("The publisher paid it back").waitFor(); // when it has seen that nothing waits
  assert.equal(await card.count(), 0);
  assert.deepEqual(other.keys.asked, []);
  await end();
});

test("a publisher's second product is known as his; a swapped sticker is somebody else's, up to who is paid", async () => {
  const [key, thief] = [generatePrivateKey(), generatePrivateKey()];
  const how = ["--no-deploy"];
  const parts = { "lamp.txt": "A lamp." };
  const first = await sell(world, { name: "lamp1", title: "First Lamp", tiers, parts, key, how });
  const second = await sell(world, { name: "lamp2", title: "Second Lamp", tiers, parts, key, how });
  const swapped = await sell(world, { name: "lamp3", title: "First Lamp", tiers, parts, key: thief, how });
  const buyer = await world.customer();
  const { page, end } = await visitWith(browser, world, buyer);
  const paid: string[] = [];
  for (const [product, words] of [
    [first, "new publisher"],
    [second, "known since"],
    [swapped, "new publisher"],
  ] as const) {
    await page.goto(world.site.url);
    await scanCode(page, product.picture);
    await heading(page, product.title).waitFor();
    const signer = checksummed(readCode(product.text).header.binding.terms.signer);
    const text = await page.locator("main").innerText();
    assert.ok(text.includes(words), `${words} is not shown in\n${text}`);
    await buys(page);
    await page.getByText("Where the money goes").click();
    assert.ok((await page.locator(".parties").innerText()).includes(signer));
    paid.push(signer);
  }
  assert.deepEqual([paid[0] === paid[1], paid[0] === paid[2]], [true, false]);
  await end();
});

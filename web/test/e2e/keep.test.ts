// What was bought: how the library tells of it, how it moves to another device, and
// that removing a product loses no purchase.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import type { Step } from "../../terminal/purchase.ts";
import { sayingNode } from "../servers.ts";
import { serveNames } from "../names.ts";
import type { keep as bench } from "./keepbench.ts";
import { textOf } from "./products.ts";
import { visit } from "./site.ts";
import { browser, device, pair, site } from "./keptdevice.ts";

declare const keep: typeof bench;

test("each product says how far its purchases have come, those with money in them first", async () => {
  const steps: readonly Step[] = ["sent", "seen", "confirmed", "released", "opened", "refunded", "prepared"];
  const bought = steps.map((step) => [textOf({ title: `It is ${step}` }), 0, step] as const);
  const { page, bench, end } = await device(bought);
  await bench.evaluate((text) => keep.library.keep(keep.readText(text)), textOf({ title: "Scanned alone" }));
  await page.reload();
  await page.locator(".library li").first().waitFor();
  const seen = await page.locator(".library li").evaluateAll((all) =>
    all.map((one) => {
      const of = (what: string): string => one.querySelector(what)?.textContent ?? "";
      return [of("strong"), of(".badge"), /\/0$/.test(one.querySelector("a")!.getAttribute("href")!)];
    }),
  );
  assert.deepEqual(seen, [
    ["It is opened", "opened", true],
    ["It is released", "bought", true],
    ["It is confirmed", "waiting for the key", true],
    ["It is seen", "payment on its way", true],
    ["It is sent", "payment on its way", true],
    ["Scanned alone", "", false],
    ["It is prepared", "not paid yet", true],
    ["It is refunded", "money back", true],
  ]);
  await end();
});

test("a purchase that cannot be read hides none of the others, and is told of", async () => {
  const { page, bench, end } = await device([[textOf({ title: "Readable" }), 0, "released"]]);
  await bench.evaluate(() => keep.storage.put("purchase/1/of a newer page", '{"version":2}'));
  await page.reload();
  await page.getByText("One purchase is kept here that this page cannot read").waitFor();
  assert.equal(await page.locator(".library li strong").innerText(), "Readable");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save a copy" }).click();
  const copy = JSON.parse(readFileSync(await (await saved).path(), "utf8")) as { purchases: { title: string }[] };
  assert.deepEqual(
    copy.purchases.map(({ title }) => title),
    ["Readable"],
  );
  await page.getByText("It leaves out 1 that this page cannot read").waitFor();
  assert.equal(await bench.evaluate(() => keep.storage.get("purchase/1/of a newer page")), '{"version":2}');
  await end();
});

test("of two tiers that were bought each leads to its own purchase", async () => {
  const text = pair("Two tiers");
  const { page, end } = await device([
    [text, 0, "prepared"],
    [text, 1, "refunded"],
  ]);
  assert.equal(await page.locator(".library > div > ul > li, .library > ul > li").count(), 1);
  assert.match((await page.locator(".library a").first().getAttribute("href"))!, /^#0x[0-9a-f]{64}$/);
  await page.getByRole("link", { name: /sound money back/ }).click();
  await page.getByRole("button", { name: "← Back to the product" }).waitFor();
  assert.match(page.url(), /\/1$/);
  await end();
});

test("what was bought is removed only when that was said twice, and its purchase stays", async () => {
  const { page, bench, end } = await device([[textOf({ title: "Mine" }), 0, "released"]]);
  const id = (await page.locator(".library a").first().getAttribute("href"))!.replace("/0", "");
  const product = async (): Promise<void> => {
    await page.goto(`${site.url}${id}`);
    await page.getByRole("button", { name: "Remove it" }).click();
    await page.getByText("your purchase and its key stay").waitFor();
  };
  await product();
  await page.getByRole("button", { name: "Keep it" }).click();
  assert.equal(await bench.evaluate(async () => (await keep.library.all()).length), 1);
  await page.getByRole("button", { name: "Remove it" }).click();
  const before = await bench.evaluate(async () => [await keep.storage.get("seed"), await keep.purchases(keep.storage)]);
  await page.getByRole("button", { name: "Remove it all the same" }).click();
  await page.locator(".library .stray").filter({ hasText: "Mine" }).waitFor();
  const after = await bench.evaluate(async () => [await keep.storage.get("seed"), await keep.purchases(keep.storage)]);
  assert.deepEqual(after, before);
  assert.equal(await bench.evaluate(async () => (await keep.library.all()).length), 0);
  await end();
});

test("where nothing can be kept the page says so at a purchase's address, and what to do", async () => {
  const { page, context, end } = await visit(browser, site);
  await context.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      value: {
        open: () => {
          throw new DOMException("denied", "SecurityError");
        },
      },
    });
  });
  await page.goto(`${site.url}#0x${"ab".repeat(32)}/0`);
  await page
    .locator("main > .status")
    .filter({ hasText: /keeps nothing here.*leave the private window/ })
    .waitFor();
  await page.getByText("so that nothing can be bought or taken in").waitFor();
  await page.getByRole("button", { name: "Save a copy" }).click();
  await page.getByText(/Nothing was saved: this browser keeps nothing here/).waitFor();
  await end();
});

test("a user names whom the page asks, tries them, and is told what came back", async () => {
  const named = await serveNames({ address: `0x${"00".repeat(20)}`, chainId: "0x2105" });
  const right = await serveNames({ address: `0x${"00".repeat(20)}` });
  const stranger = await sayingNode({ hello: 1 });
  const { page, end } = await device([[textOf({ title: "Asked about" }), 0, "prepared"]], {
    allowed: [named.url, right.url, stranger.url],
  });
  const open = (): Promise<void> => page.getByText("Whom this page asks").click();
  await open(); // on the scan screen
  await page.getByLabel("Endpoints, one a line").fill("http://10.0.0.1:8545");
  await page.getByRole("button", { name: "Keep these" }).click();
  await page.getByText(/http:\/\/10.0.0.1:8545 cannot be asked; an address begins with https/).waitFor();
  await page.getByLabel("Endpoints, one a line").fill(`${named.url}\n${right.url}`);
  await page.getByLabel("Nodes, one a line").fill(stranger.url);
  await page.getByRole("button", { name: "Try them" }).click();
  await page.getByText("it is of Base (chain 8453), not of Ethereum (chain 1)").waitFor();
  await page.getByText("it answers for Ethereum (chain 1)").waitFor();
  await page.locator(".tried li").nth(2).getByText("no use").waitFor();
  await page.getByRole("button", { name: "Keep these" }).click();
  await page.getByText("Kept. They are asked from now on.").waitFor();
  await page.getByRole("link", { name: /Asked about/ }).click(); // to the purchase
  await page.getByRole("button", { name: "← Back to the product" }).waitFor();
  await open();
  assert.equal(await page.getByLabel("Endpoints, one a line").inputValue(), `${named.url}\n${right.url}`);
  await page.getByRole("button", { name: "← Back to the product" }).click();
  await page.getByRole("heading", { name: "Publisher" }).waitFor();
  await open();
  assert.equal(await page.getByLabel("Nodes, one a line").inputValue(), stranger.url);
  await end();
  for (const server of [named, right, stranger]) await server.close();
});

test("a publisher's name at ENS stands beside the address, by the user's own endpoint alone", async () => {
  const text = textOf({ title: "Named" });
  const first = await device();
  const signer = await first.bench.evaluate((text) => {
    const { signer } = keep.readText(text).header.binding.terms;
    return `0x${Array.from(signer, (byte) => byte.toString(16).padStart(2, "0")).join("")}` as const;
  }, text);
  const show = async (page: Page): Promise<void> => {
    await page.goto(site.url);
    await page.fill("#text", text);
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("heading", { name: "Publisher" }).waitFor();
  };
  await show(first.page); // nobody is asked where nobody was named: the visit sees to it
  assert.equal(await first.page.locator(".ens").innerText(), "");
  await first.end();
  const right = await serveNames({ address: signer, name: "lamps.eth" });
  const wrong = await serveNames({ address: signer, name: "lamps.eth", owner: `0x${"11".repeat(20)}` });
  for (const [server, shown] of [
    [right, "lamps.eth is its name at ENS"],
    [wrong, ""],
  ] as const) {
    const { page, bench, end } = await device([], { allowed: [server.url] });
    await bench.evaluate(
      (url) => keep.storage.put("settings/1", JSON.stringify({ endpoints: [url], nodes: [] })),
      server.url,
    );
    const asked = page.waitForResponse(
      (response) => response.url().startsWith(server.url) && /3b3b57de/.test(response.request().postData() ?? ""),
    );
    await show(page);
    await (await asked).finished(); // addr(node), the last question
    if (shown) await page.getByText(shown).waitFor();
    assert.equal(await page.locator(".ens").innerText(), shown);
    await end();
    await server.close();
  }
});

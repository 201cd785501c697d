// What was bought: how the library tells of it, how it moves to another device, and
// that removing a product loses no purchase.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Step } from "../../terminal/purchase.ts";
import { sayingNode } from "../servers.ts";
import { serveNames } from "../names.ts";
import { benchTab, serveBench } from "./keepsite.ts";
import type { keep as bench } from "./keepbench.ts";
import { textOf } from "./products.ts";
import { launch, type Site, visit, type VisitOptions, type Visit } from "./site.ts";

declare const keep: typeof bench;

let browser: Browser;
let site: Site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serveBench()]);
});
after(async () => {
  await browser.close();
  await site.close();
});

/** A device on which tiers were bought: each with its code, its number and how far it has come. */
async function device(
  bought: readonly (readonly [text: string, tier: number, step: Step])[] = [],
  options: VisitOptions = {},
): Promise<Visit & { bench: Page }> {
  const { context, page, end } = await visit(browser, site, options);
  const behind = await benchTab(context, site);
  for (const one of bought) await behind.evaluate((args) => keep.bought(...args), one);
  await page.goto(site.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return { context, page, end, bench: behind };
}

const two = [
  { name: "text", price: 1n },
  { name: "sound", price: 2n },
];
const sections = [{ name: "x", tiers: 3 }];
const pair = (title: string): string => textOf({ title, tiers: two, sections });

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

test("purchases move to another device with their codes, and lead on there", async () => {
  const text = pair("It moves");
  const from = await device([
    [text, 0, "refunded"],
    [text, 1, "prepared"],
  ]);
  await from.page.getByText("Whoever has the copy can open what you bought").waitFor();
  await from.page.getByText("2 purchases are kept on this device").waitFor();
  const [download] = await Promise.all([
    from.page.waitForEvent("download"),
    from.page.getByRole("button", { name: "Save a copy" }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^shrinkwrap-purchases-\d{4}-\d\d-\d\d\.json$/);
  const file = readFileSync(await download.path());
  const state = (bench: Page): Promise<unknown> =>
    bench.evaluate(async () => [await keep.storage.get("seed"), await keep.purchases(keep.storage)]);
  const to = await device();
  await to.page.setInputFiles("#copy", { name: "copy.json", mimeType: "application/json", buffer: file });
  await to.page.getByText("2 purchases came, and the code of the product.").waitFor();
  assert.deepEqual(await state(to.bench), await state(from.bench));
  await to.page.getByRole("link", { name: /text money back/ }).click();
  await to.page.getByRole("heading", { level: 1, name: "It moves" }).waitFor();
  await to.page.goto(site.url);
  await to.page.setInputFiles("#copy", { name: "copy.json", mimeType: "application/json", buffer: file });
  await to.page.getByText("It brought nothing that was not here already").waitFor();
  await from.end();
  await to.end();
});

/** Drops a file onto the page. */
function drop(page: Page, text: string): Promise<void> {
  return page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "copy.json", { type: "application/json" }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, text);
}

/** The copy that a device saves. */
async function copyOf({ page }: { page: Page }): Promise<Record<string, unknown>> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save a copy" }).click(),
  ]);
  return JSON.parse(readFileSync(await download.path(), "utf8")) as Record<string, unknown>;
}

test("a copy may be dropped, and one of an older page brings purchases without their codes", async () => {
  const from = await device([[pair("Its code stays"), 1, "released"]]);
  const { products: _, ...former } = await copyOf(from);
  const to = await device();
  await drop(to.page, JSON.stringify(former));
  await to.page.getByText("1 purchase came. Scan the codes of the products again").waitFor();
  const stray = to.page.locator(".library .stray");
  assert.match(await stray.innerText(), /Its code stays\s+sound\s+bought\s+You bought this/);
  await from.end();
  await to.end();
});

test("a file that is no copy, or whose parts are false, leaves all as it was", async () => {
  const from = await device([[pair("Honest"), 1, "released"]]);
  const copy = await copyOf(from);
  const false_ = textOf({ title: "Forged", forger: 2 });
  const forged = await from.bench.evaluate((text) => Array.from(keep.readText(text).payload), false_);
  const hex = `0x${Buffer.from(forged).toString("hex")}`;
  const to = await device();
  for (const [file, words] of [
    [{ ...copy, products: [hex] }, /product "Forged" is dangerous/],
    [{ ...copy, products: ["0x00"] }, /a product in it cannot be read/],
    [{ ...copy, version: 2 }, /another kind or version/],
    [{ ...copy, seed: "0x12" }, /seed is not 32 bytes/],
    [{ ...copy, purchases: [{ version: 1 }] }, /holds no purchases/],
    [{ what: "else" }, /another kind or version.*Choose the file/],
  ] as const) {
    await drop(to.page, JSON.stringify(file));
    await to.page.locator(".backup .status").filter({ hasText: words }).waitFor();
    const kept = await to.bench.evaluate(async () => [await keep.storage.names(""), await keep.library.all()]);
    assert.deepEqual(kept, [[], []]);
  }
  const other = await device([[pair("Another seed"), 0, "released"]]);
  const before = await other.bench.evaluate(() => keep.storage.get("seed"));
  await drop(other.page, JSON.stringify(copy));
  await other.page.getByText("purchases here were made with another seed than the file's").waitFor();
  assert.equal(await other.bench.evaluate(() => keep.storage.get("seed")), before);
  for (const one of [from, to, other]) await one.end();
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

test("before paying one is told where the keys are, and may save a copy", async () => {
  const { bench, end } = await device([[textOf({}), 0, "prepared"]]);
  await bench.evaluate(() => document.body.append(keep.durableNote(keep.storage)));
  await bench.getByText("The browser did not promise to keep it").waitFor();
  const [download] = await Promise.all([
    bench.waitForEvent("download"),
    bench.getByRole("button", { name: "Save a copy of the keys" }).click(),
  ]);
  assert.match(readFileSync(await download.path(), "utf8"), /"seed": "0x[0-9a-f]{64}"/);
  await bench.getByText(`Saved as ${download.suggestedFilename()}`).waitFor();
  await bench.evaluate(() => {
    navigator.storage.persisted = () => Promise.resolve(true);
    document.body.replaceChildren(keep.durableNote(keep.storage));
  });
  await bench.getByText("The browser promised to keep it").waitFor();
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

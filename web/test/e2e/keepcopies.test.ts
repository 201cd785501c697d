// Copies of purchases: saved on one device, they go on on another.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import type { keep as bench } from "./keepbench.ts";
import { textOf } from "./products.ts";
import { device, pair, site } from "./keptdevice.ts";

declare const keep: typeof bench;

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
  assert.match(await stray.innerText(), /Its code stays\s+tier sound\s+bought\s+You bought this/);
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

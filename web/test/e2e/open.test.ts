// Opening what was bought: every kind of content, and those who would misuse it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Browser, BrowserContextOptions, Download, Page } from "playwright-core";
import { buy, type Keeping, type Purchasing, show } from "./bought.ts";
import type { Product } from "../sealedwrap.ts";
import { launch, serve, type Site, visit } from "./site.ts";

let browser: Browser;
let site: Site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
after(async () => {
  await browser.close();
  await site.close();
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

interface On extends Purchasing, Keeping {
  readonly options?: BrowserContextOptions;
}

/** Shows what was bought of a product, and does something with it. */
async function on(product: Product, work: (page: Page) => Promise<void>, of: On = {}): Promise<void> {
  const { page, end } = await visit(browser, site, of.options);
  await page.goto(site.url);
  await show(page, site.url, await buy(product, of), of);
  await work(page);
  await end();
}

const open = (page: Page): Promise<void> => page.getByRole("button", { name: "Open", exact: true }).click();

async function bytesOf(download: Promise<Download>): Promise<{ name: string; bytes: Buffer }> {
  const got = await download;
  return { name: got.suggestedFilename(), bytes: readFileSync(await got.path()) };
}

test("a text is opened by one button, shown and saved", () =>
  on({ sections: [{ name: "tale.txt", bytes: utf8("Once upon a time.\n\nThe end.") }] }, async (page) => {
    await open(page);
    await page.getByText("Once upon a time.").waitFor();
    const saved = bytesOf(page.waitForEvent("download"));
    await page.getByRole("button", { name: "Save tale.txt" }).click();
    assert.deepEqual(await saved, { name: "tale.txt", bytes: Buffer.from("Once upon a time.\n\nThe end.") });
    await page.screenshot({ path: "/tmp/open1.png", fullPage: true });
  }));

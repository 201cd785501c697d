// Products that were bought, shown and opened in a visit each.

import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Download, Page } from "playwright-core";
import { buy, type Keeping, type Purchasing, show } from "./bought.ts";
import type { Product } from "../sealedwrap.ts";
import { browser, site } from "./onsite.ts";
import { visit } from "./site.ts";

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export interface On extends Purchasing, Keeping {
  readonly options?: BrowserContextOptions;
}

/** Shows what was bought of a product, and does something with it. */
export async function on(product: Product, work: (page: Page) => Promise<void>, of: On = {}): Promise<void> {
  const { page, end } = await visit(browser, site, of.options);
  await page.goto(site.url);
  await show(page, site.url, await buy(product, of), of);
  await work(page);
  await end();
}

export const open = (page: Page): Promise<void> => page.getByRole("button", { name: "Open", exact: true }).click();

export async function bytesOf(download: Promise<Download>): Promise<{ name: string; bytes: Buffer }> {
  const got = await download;
  return { name: got.suggestedFilename(), bytes: readFileSync(await got.path()) };
}

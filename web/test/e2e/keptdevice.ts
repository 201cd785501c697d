// Devices on which something was bought: what the page keeps is put there by a bench
// beside it. The browser and the site are for all tests of the file that imports this.

import { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { Step } from "../../terminal/purchase.ts";
import { benchTab, serveBench } from "./keepsite.ts";
import type { keep as bench } from "./keepbench.ts";
import { textOf } from "./products.ts";
import { launch, type Site, visit, type VisitOptions, type Visit } from "./site.ts";

declare const keep: typeof bench;

export let browser: Browser;
export let site: Site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serveBench()]);
});
after(async () => {
  await browser.close();
  await site.close();
});

/** A device on which tiers were bought: each with its code, its number and how far it has come. */
export async function device(
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
export const sections = [{ name: "x", tiers: 3 }];
export const pair = (title: string): string => textOf({ title, tiers: two, sections });

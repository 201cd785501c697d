// The page's site with the bench of what it keeps, and tabs of it.

import type { BrowserContext, Page } from "playwright-core";
import { bundle } from "./modules.ts";
import { serve, type Site } from "./site.ts";

/** Serves the page, and beside it the bench and a blank page of the same origin. */
export async function serveBench(): Promise<Site> {
  const blank = `<!doctype html><title>blank</title><link rel="icon" href="icon.svg"><body>`;
  return serve(undefined, { "keep.js": await bundle("keepbench.ts"), "blank.html": blank });
}

/** A tab of the page's origin with the bench, or with nothing at all. */
export async function benchTab(context: BrowserContext, site: Site, bare = false): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.url}blank.html`);
  if (!bare) await page.addScriptTag({ url: "/keep.js", type: "module" });
  return page;
}

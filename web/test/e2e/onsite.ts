// The served page and a browser for all tests of the file that imports this: both are
// started before the first, and end after the last.

import { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { launch, serve, type Site } from "./site.ts";

export let browser: Browser;
export let site: Site;

const ends: (() => Promise<void>)[] = [];
before(async () => {
  site = await serve();
  ends.push(site.close);
  browser = await launch();
  ends.push(() => browser.close());
});
after(async () => {
  for (const end of ends.reverse()) await end();
});

// A world and a browser for all tests of the file that imports this: both are started
// before the first, and end after the last.

import { after, before } from "node:test";
import type { Browser } from "playwright-core";
import { launch } from "./site.ts";
import { startWorld, type World } from "./world.ts";

export let browser: Browser;
export let world: World;

const ends: (() => Promise<void>)[] = [];
before(async () => {
  world = await startWorld();
  ends.push(world.stop);
  browser = await launch();
  ends.push(() => browser.close());
});
after(async () => {
  for (const end of ends.reverse()) await end();
});

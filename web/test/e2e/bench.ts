// Measures the built page in Chromium, and prints it as JSON (make bench BENCH=web).
//
//	node web/test/e2e/bench.ts LARGE ROUNDS      bytes of the large product, openings of the small one

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { noise } from "../stream.ts";
import { babble } from "./babble.ts";
import { open, sealInto } from "./opening.ts";
import { type BrowserHeld, processorTime, watchMemory } from "./renderer.ts";
import { launch, serve, type Site } from "./site.ts";

const kinds = { text: babble, noise };
const small = 1_000_000;
/** Milliseconds that a buyer looks at what he bought before he opens it. */
const glance = 1000;

/** Names of the scripts that the page has fetched when the camera runs. */
async function scriptsBeforeScanning(browser: Browser, site: Site): Promise<string[]> {
  const context = await browser.newContext({ permissions: ["camera"] });
  const scripts = new Set<string>();
  // The service worker fetches all files, for later visits without a network.
  context.on("request", (request) => {
    const name = request.url().slice(site.url.length);
    if (name.endsWith(".js") && !request.serviceWorker()) scripts.add(name);
  });
  const page = await context.newPage();
  await page.goto(site.url);
  await page.getByRole("button", { name: "Use the camera" }).click();
  await page.waitForFunction(() => (document.querySelector("video")?.currentTime ?? 0) > 0);
  await page.waitForFunction(() => navigator.serviceWorker.ready.then(() => true));
  await context.close();
  return [...scripts].sort();
}

/** Milliseconds that each opening of a small product took, and of the processor's time in the mean. */
async function openSmall(browser: Browser, site: Site, folder: string, rounds: number) {
  const measured: Record<string, { opened: number[]; begun: number[]; atOnce: number[]; processor: number }> = {};
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url);
  for (const [kind, make] of Object.entries(kinds)) {
    const sealed = await sealInto(join(folder, `small ${kind}`), make(small));
    const before = await processorTime(browser);
    const took = [];
    for (let n = 0; n < rounds; n++) took.push(await open(page, sealed, glance));
    const processor = ((await processorTime(browser)) - before) / rounds;
    const atOnce = [];
    for (let n = 0; n < rounds; n++) atOnce.push((await open(page, sealed)).opened);
    const [opened, begun] = [took.map((of) => of.opened), took.map((of) => of.begun)];
    measured[kind] = { opened, begun, atOnce, processor };
  }
  await context.close();
  return measured;
}

/** What the browser holds while a large product is opened, in a page of its own. */
async function openLarge(browser: Browser, site: Site, folder: string, size: number) {
  const measured: Record<string, BrowserHeld & { opened: number }> = {};
  for (const [kind, make] of Object.entries(kinds)) {
    const sealed = await sealInto(join(folder, `large ${kind}`), make(size));
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(site.url);
    const look = await watchMemory(browser);
    const { opened } = await open(page, sealed);
    measured[kind] = { ...look(), opened };
    await context.close();
    rmSync(sealed.path);
  }
  return measured;
}

const [size = 100_000_000, rounds = 5] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "shrinkwrap-web-"));
const [browser, site] = await Promise.all([
  launch(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]),
  serve(),
]);
try {
  const scripts = await scriptsBeforeScanning(browser, site);
  const opened = await openSmall(browser, site, folder, rounds);
  const held = await openLarge(browser, site, folder, size);
  process.stdout.write(JSON.stringify({ scripts, small: opened, large: held }) + "\n");
} finally {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
}

// Once loaded, the page and its library need no network.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { benchTab, serveBench } from "./keepsite.ts";
import type { keep as keepBench } from "./keepbench.ts";
import { browser, site } from "./onsite.ts";
import { pictureOf, textOf } from "./products.ts";
import { launchIn, removeProfile, serve, visit } from "./site.ts";

declare const keep: typeof keepBench;

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

const heading = (page: Page, name: string): Promise<void> =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

async function scan(page: Page, text: string): Promise<void> {
  const file = { name: "code.svg", mimeType: "image/svg+xml", buffer: pictureOf(text) };
  await page.setInputFiles("#file", file);
}

test("after the first load it opens, scans and remembers without a network", async () => {
  const own = await serve();
  const { context, page, end } = await visit(browser, own);
  await page.goto(own.url);
  await page.getByText("opens without a network").waitFor();
  await own.close(); // which workers notice too, as they do not notice an emulated loss
  await page.reload();
  await heading(page, "What does this code sell?");
  await scan(page, textOf({ title: "Read offline" }));
  await heading(page, "Read offline");
  const other = await context.newPage();
  await other.goto(own.url);
  await other.getByRole("link", { name: /Read offline/ }).click();
  await heading(other, "Read offline");
  await end();
});

test("every file of the page is there without a network, what is loaded later and workers too", async () => {
  const own = await serve();
  const { page, end } = await visit(browser, own);
  await page.goto(own.url);
  await page.getByText("opens without a network").waitFor();
  await own.close();
  const names = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "serviceworker.js") // which browsers keep themselves
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length));
  assert.ok(names.filter((name) => name.endsWith(".js")).length >= 3 && names.some((name) => name.endsWith(".css")));
  const sizes = await page.evaluate(
    (all) => Promise.all(all.map(async (name) => (await (await fetch(`./${name}`)).blob()).size)),
    names.map((name) => (name === "index.html" ? "" : name)),
  );
  assert.deepEqual(
    sizes,
    names.map((name) => statSync(dist + name).size),
  );
  await end();
});

test("a purchase's screen and the copy of the keys are there without a network", async () => {
  const own = await serveBench();
  const { context, page, end } = await visit(browser, own);
  await page.goto(own.url);
  await page.getByText("opens without a network").waitFor();
  const bench = await benchTab(context, own);
  await bench.evaluate((text) => keep.bought(text, 0, "refunded"), textOf({ title: "Bought before" }));
  await bench.close();
  await own.close();
  await page.reload();
  await page.getByRole("link", { name: /Bought before.*money back/ }).click();
  await heading(page, "Bought before");
  assert.match(page.url(), /#0x[0-9a-f]{64}\/0$/);
  await page.locator(".panel > *").first().waitFor(); // which came with a script of its own
  await page.goto(own.url);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save a copy" }).click(),
  ]);
  assert.match(readFileSync(await download.path(), "utf8"), /"title": "Bought before"/);
  await end();
});

test("the library survives a reload, a product may be opened by its address, and removed", async () => {
  const { page, end } = await visit(browser, site);
  await page.goto(site.url);
  await scan(page, textOf({ title: "First" }));
  await heading(page, "First");
  await page.reload();
  await heading(page, "First");
  await page.getByText("new publisher", { exact: true }).waitFor();
  await page.getByRole("button", { name: "← Scan another code" }).click();
  await scan(page, textOf({ title: "Second" }));
  await heading(page, "Second");
  await page
    .locator(".publisher")
    .getByText(/known since \d{4}-\d\d-\d\d, first by "First"/)
    .waitFor();
  await page.goBack();
  await page.locator(".library li").nth(1).waitFor();
  assert.deepEqual(await page.locator(".library strong").allInnerTexts(), ["Second", "First"]);
  await page.getByRole("link", { name: /Second/ }).click();
  await heading(page, "Second");
  await page.getByRole("button", { name: "Remove it" }).click();
  await page.locator(".library li").first().waitFor();
  assert.deepEqual(await page.locator(".library strong").allInnerTexts(), ["First"]);
  await page.goto(`${site.url}#0x${"ab".repeat(32)}`);
  await page.getByText("not in the library of this device").waitFor();
  await end();
});

test("where the browser keeps nothing, products are shown all the same", async () => {
  const { page, end } = await visit(browser, site);
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      value: {
        open: () => {
          throw new DOMException("denied", "SecurityError");
        },
      },
    });
  });
  await page.goto(site.url);
  await page.getByText("keeps no library here").waitFor();
  await scan(page, textOf({ title: "Unkept" }));
  await heading(page, "Unkept");
  await page.getByText("Not kept").waitFor();
  await end();
});

test("it can be installed, and asks the browser to keep the library", async () => {
  const folder = mkdtempSync(join(tmpdir(), "profile-"));
  const context = await launchIn(folder); // what a private window never can
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      navigator.storage.persist = () => {
        document.documentElement.dataset["persist"] = "asked";
        return Promise.resolve(true);
      };
    });
    await page.goto(site.url);
    await page.getByText("opens without a network").waitFor();
    const session = await context.newCDPSession(page);
    const { errors, url } = await session.send("Page.getAppManifest");
    assert.deepEqual([errors, url], [[], `${site.url}manifest.webmanifest`]);
    assert.deepEqual((await session.send("Page.getInstallabilityErrors")).installabilityErrors, []);
    assert.equal(await page.locator("html[data-persist]").count(), 0, "it asks before there is anything to keep");
    await scan(page, textOf({ title: "Kept" }));
    await page.locator("html[data-persist]").waitFor();
  } finally {
    await context.close();
    removeProfile(folder);
  }
});

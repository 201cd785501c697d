// What the commands sold and opened opens in the page to the same bytes.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { type BoughtByGo, withDemo } from "../boughtbygo.ts";
import { asBought, show } from "./bought.ts";
import { browser, site } from "./onsite.ts";
import { visit } from "./site.ts";

/** Saves by a button, and compares the file with the one that the command wrote. */
async function compare(page: Page, button: string, folder: string, name: string): Promise<void> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const download = await downloading;
  assert.equal(download.suggestedFilename(), name);
  assert.deepEqual(await readFile(await download.path()), await readFile(join(folder, name)), name);
}

async function openInPage({ job, folder }: BoughtByGo): Promise<string[]> {
  const { page, end } = await visit(browser, site);
  await page.goto(site.url);
  assert.ok(job.wrap instanceof Blob && "seed" in job.secret);
  const wrap = new Uint8Array(await job.wrap.arrayBuffer());
  await show(page, site.url, await asBought({ wrap, job, ...job.secret }));
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("heading", { name: "Here it is" }).waitFor();
  const names = (await readdir(folder)).sort();
  const shown = await page.locator(".file .name").allInnerTexts();
  assert.deepEqual([...shown, "rights.json"].sort(), names);
  for (const name of shown) await compare(page, `Save ${name}`, folder, name);
  await compare(page, "Save the receipt", folder, "rights.json");
  await end();
  return names;
}

test("a product of the demo: every file and the agreement, of which one was made for its buyer", () =>
  withDemo(async (bought) => {
    assert.equal(bought.length, 2);
    const names: string[] = [];
    for (const one of bought) names.push(...(await openInPage(one)));
    assert.ok(names.includes("letter.txt") && names.includes("tale.txt"), names.join());
  }));

// The page in another page's frame, as a file server without our headers would let it be.

import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { pagesOf } from "./headerless.ts";
import { launch } from "./site.ts";

let browser: Browser;
let bare: Server; // serves the page's files, and no header of ours
let stranger: Server;
const urlOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const listen = (server: Server): Promise<void> => new Promise((done) => void server.listen(0, "127.0.0.1", done));
before(async () => {
  bare = pagesOf();
  await listen(bare);
  stranger = createServer((_, response) => {
    response
      .setHeader("content-type", "text/html")
      .end(`<iframe src="${urlOf(bare)}" width="800" height="800"></iframe>`);
  });
  await Promise.all([listen(stranger), launch().then((launched) => (browser = launched))]);
});
after(async () => {
  await browser.close();
  for (const server of [bare, stranger]) {
    server.closeAllConnections();
    server.close();
  }
});

test("in a frame of another page nothing is shown, and nothing can be pressed but what leads out of it", async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(urlOf(stranger));
  const framed = page.frameLocator("iframe");
  await framed.getByRole("heading", { name: "This page stands in another page" }).waitFor();
  assert.equal(await framed.getByRole("button").count(), 0);
  assert.equal(await framed.locator("#main input").count(), 0);
  const out = framed.getByRole("link", { name: "Open it alone" });
  assert.deepEqual(await out.evaluate((one) => [one.getAttribute("target"), one.getAttribute("rel")]), [
    "_blank",
    "noopener noreferrer",
  ]);
  const opening = page.context().waitForEvent("page");
  await out.click();
  const alone = await opening;
  await alone.getByRole("heading", { name: "What does this code sell?" }).waitFor();
  assert.equal(await alone.evaluate(() => window.opener === null), true);
  await page.context().close();
});

// Opening what was bought: every kind of content, and those who would misuse it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { buy, deployment, show } from "./bought.ts";
import { readAgreement, verifyAgreement } from "../../protocol/agreement.ts";
import { noise } from "../stream.ts";
import { browser, site } from "./onsite.ts";
import { serve, visit } from "./site.ts";
import { bytesOf, on, open, utf8 } from "./opened.ts";

test("a text is opened by one button, shown and saved", () =>
  on({ sections: [{ name: "tale.txt", bytes: utf8("Once upon a time.\n\nThe end.") }] }, async (page) => {
    await page.getByText("Use it as you like").waitFor();
    await open(page);
    await page.getByText("Once upon a time.").waitFor();
    const saved = bytesOf(page.waitForEvent("download"));
    await page.getByRole("button", { name: "Save tale.txt" }).click();
    assert.deepEqual(await saved, { name: "tale.txt", bytes: Buffer.from("Once upon a time.\n\nThe end.") });
    await page.getByRole("button", { name: "Close tale.txt" }).click();
    assert.equal(await page.getByText("Once upon a time.").count(), 0);
  }));

test("limited openings are counted, warned of, and end kindly", () =>
  on({ sections: [{ name: "a.txt", bytes: utf8("a tale") }], rights: [[["display", "count=2"]]] }, async (page) => {
    await page.getByText("2 of 2 openings left here").waitFor();
    await open(page);
    await page.getByText("a tale").waitFor();
    await page.getByText("1 of 2 openings left here").waitFor();
    await page.getByRole("button", { name: "← Back to the product" }).click(); // is no new opening
    await page.getByRole("heading", { name: "What you can buy" }).waitFor();
    await page.goBack();
    await page.getByText("a tale").waitFor();
    await page.reload();
    await page.getByText("This is the last opening that you bought.").waitFor();
    await open(page);
    await page.getByText("a tale").waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "This was for a limited use, which is over" }).waitFor();
    await page.getByText("Nothing was deleted").waitFor();
    assert.equal(await page.getByRole("button", { name: "Open", exact: true }).count(), 0);
  }));

/** Runs in the page: its worker is at it for ever. */
function neverFinish(): void {
  const listen = Worker.prototype.addEventListener as (type: string, listener: (event: Event) => void) => void;
  Worker.prototype.addEventListener = function (this: Worker, type: string, listener: (event: Event) => void) {
    const isResult = (event: Event): boolean => (event as MessageEvent<{ type?: string }>).data?.type === "result";
    listen.call(this, type, (event) => isResult(event) || listener(event));
  } as typeof Worker.prototype.addEventListener;
}

test("an opening that was cancelled or failed is not counted; a crash is", async () => {
  const bought = await buy({ sections: [{ name: "a", bytes: noise(1 << 20) }], rights: [[["use", "count=2"]]] });
  const { page, end } = await visit(browser, site);
  await page.addInitScript(neverFinish);
  await page.goto(site.url);
  await show(page, site.url, bought);
  await open(page);
  await page.getByText("Opening a …").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByText("2 of 2 openings left here").waitFor();
  await open(page);
  await page.getByText("Opening a …").waitFor();
  await page.reload();
  await page.getByText("1 of 2 openings left here").waitFor();
  await end();
});

test("the receipt is told in words, and saved as its bytes", async () => {
  const bought = await buy({
    sections: [{ name: "tale.txt", bytes: utf8("A tale") }],
    rights: [[["print", "count=3"]]],
  });
  const { page, end } = await visit(browser, site);
  await page.goto(site.url);
  await show(page, site.url, bought);
  await open(page);
  const card = page.locator(".receipt");
  for (const words of [
    "verified",
    "0.000000000000001 ETH",
    "15 January 2027, 08:00 UTC",
    bought.purchase.order!.hash,
    "Print it up to 3 times",
  ])
    await card.getByText(words).waitFor();
  const saved = bytesOf(page.waitForEvent("download"));
  await card.getByRole("button", { name: "Save the receipt" }).click();
  const { name, bytes } = await saved;
  assert.equal(name, "rights.json");
  verifyAgreement(readAgreement(bytes), deployment);
  await end();
});

test("what was opened once opens again without anybody, and without a network", async () => {
  const own = await serve();
  const bought = await buy({
    sections: [{ name: "a.html", media: "text/html", bytes: utf8("<h1>Read offline</h1>") }],
  });
  const { page, context, end } = await visit(browser, own);
  await page.goto(own.url);
  await page.getByText("opens without a network").waitFor();
  await show(page, own.url, bought, { file: false });
  await open(page);
  await page.getByRole("heading", { name: "Where is the product's file?" }).waitFor();
  await page.setInputFiles("#wrapfile", { name: "a.wrap", mimeType: "", buffer: Buffer.from(bought.wrap) });
  await page.frameLocator("iframe.document").getByRole("heading", { name: "Read offline" }).waitFor();
  await own.close();
  await context.setOffline(true);
  await page.reload();
  await page.getByText("You have opened it before.").waitFor();
  await open(page);
  await page.frameLocator("iframe.document").getByRole("heading", { name: "Read offline" }).waitFor();
  await end();
});

// What is false is shown as danger, cannot be paid for, and is not remembered.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { writeArchive } from "../../protocol/zip.ts";
import { browser, site } from "./onsite.ts";
import { type Goods, pictureOf, textOf, wrapParts } from "./products.ts";
import { visit } from "./site.ts";

const forgeries: Record<string, readonly [goods: Goods, words: RegExp]> = {
  "signed by another than it names": [{ forger: 2 }, /signature is not that of the header's signer/],
  "made for another escrow": [{ escrow: "0x5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c5c" }, /for another escrow than 0x/],
  "another's contract, by a stranger": [
    { product: "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", payee: "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed" },
    /not signed by its publisher/,
  ],
  "a committee that can open nothing": [{ keysDisagree: true }, /could never be opened/],
  "other bytes than were signed": [{ damaged: true }, /section tale.txt is not the signed one/],
};

for (const [name, [goods, words]] of Object.entries(forgeries)) {
  test(name, async () => {
    const { page, end } = await visit(browser, site);
    await page.goto(site.url);
    const picture = pictureOf(
      textOf({
        title: "Forged",
        tiers: [
          { name: "a", price: 1n },
          { name: "b", price: 2n },
        ],
        ...goods,
      }),
    );
    await page.setInputFiles("#file", { name: "code.svg", mimeType: "image/svg+xml", buffer: picture });
    await page.getByRole("heading", { level: 1, name: "Forged" }).waitFor();
    await assertDanger(page, words);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "What does this code sell?" }).waitFor();
    assert.equal(await page.locator(".library li").count(), 0, "it is in the library");
    // Its publisher is not known for having been forged.
    await page.fill("textarea", textOf({ title: "Honest" }));
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByText("no other product of").waitFor();
    await end();
  });
}

const coverOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a wrap with other parts than its header tells of", async () => {
  const sections = [{ name: "a", bytes: new Uint8Array(30) }];
  const longer = [{ name: "a", bytes: new Uint8Array(31) }];
  const [one, two] = [
    wrapParts({ sections, cover: coverOf("one") }),
    wrapParts({ sections: longer, cover: coverOf("two") }),
  ];
  const { page, end } = await visit(browser, site);
  for (const [entries, words] of [
    [[one.header, one.section, two.cover], /cover is not the signed one/],
    [[one.header, two.section, one.cover], /sections\/0.age of 31 bytes, its header tells of sections\/0.age of 30/],
    [[one.header, one.section], /1 entries after its header, which tells of 2/],
  ] as const) {
    await page.goto(site.url);
    const buffer = Buffer.concat(writeArchive(entries));
    await page.setInputFiles("#file", { name: "x.wrap", mimeType: "", buffer });
    await assertDanger(page, words);
  }
  await end();
});

async function assertDanger(page: Page, words: RegExp): Promise<void> {
  const alert = page.getByRole("alert").filter({ hasText: "Danger: do not pay for this" });
  await alert.waitFor();
  const text = await page.locator("main").innerText();
  assert.match(text, words);
  assert.match(text, /✕/);
  assert.equal(await page.getByRole("radio").count(), 0, "a tier can be chosen");
  assert.equal(await page.locator("#command").count(), 0, "there is a way to pay");
  assert.equal(await page.locator("#buy").count(), 0, "it can be bought");
  assert.ok(!text.includes("shrinkwrap buy"), "the text tells how to pay");
}

test("a swapped sticker shows another publisher", async () => {
  const { page, end } = await visit(browser, site);
  await page.goto(site.url);
  const scan = async (goods: Goods): Promise<string> => {
    await page.goto(site.url);
    await page.fill("textarea", textOf(goods));
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("heading", { level: 1, name: goods.title!, exact: true }).waitFor();
    return page.locator(".publisher").innerText();
  };
  const first = await scan({ title: "Number one" });
  assert.match(first, /new publisher/);
  assert.match(await scan({ title: "Number two" }), /known/);
  const swapped = await scan({ title: "Number three", publisher: 9 });
  assert.match(swapped, /new publisher/);
  assert.notEqual(/0x\w+/.exec(swapped)![0], /0x\w+/.exec(first)![0]);
  await end();
});

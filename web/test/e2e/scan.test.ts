// A code comes in by each of its ways, and the page says what it sells.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { browser, site } from "./onsite.ts";
import { photograph } from "./photo.ts";
import { fragmentOf, pictureOf, textOf, wrapOf } from "./products.ts";
import { visit } from "./site.ts";

const code = fileURLToPath(new URL("../../../docs/code.png", import.meta.url));
const label = fileURLToPath(new URL("../../../docs/label.png", import.meta.url));

/** Visits the page, does something, and asserts that nobody else was asked. */
async function on(act: (page: Page) => Promise<void>, fragment = ""): Promise<void> {
  const { page, end } = await visit(browser, site);
  await page.goto(site.url + fragment);
  await act(page);
  await end();
}

const title = (page: Page): Promise<string | null> => page.locator("h1").textContent();
const shows = (page: Page, name: string): Promise<void> =>
  page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

test("a picture of the code of the demo", () =>
  on(async (page) => {
    await page.setInputFiles("#file", code);
    await shows(page, "The Lamplighter's Key");
    await page.getByText("Buy by the command line").click();
    const text = await page.locator("main").innerText();
    for (const words of [
      "A tale of forty lamps and three keys.",
      "English (en)",
      "new publisher",
      "free",
      "0.002 ETH",
      "0.005 ETH",
      "letter.txt",
      "made for each buyer by the release program",
      "shrinkwrap buy code.png --tier sample",
      "The publisher signed all that you see here",
    ]) {
      assert.ok(text.includes(words), `${words} is not shown in\n${text}`);
    }
    assert.equal(await page.locator(".danger").count(), 0);
  }));

test("a picture of its label, which holds the header alone", () =>
  on(async (page) => {
    await page.setInputFiles("#file", label);
    await shows(page, "The Lamplighter's Key");
    assert.ok((await page.locator("main").innerText()).includes("sections were not compared"));
  }));

test("a photograph of a code: turned, tilted, in uneven light, blurred", () =>
  on(async (page) => {
    await page.setInputFiles("#file", {
      name: "photo.jpg",
      mimeType: "image/jpeg",
      buffer: await photograph(page, textOf({}, true)),
    });
    await shows(page, "A Tale");
  }));

test("a text, typed into the field", () =>
  on(async (page) => {
    await page.fill("textarea", `\n${textOf({ title: "Typed" })}\n`);
    await page.getByRole("button", { name: "Read it" }).click();
    await shows(page, "Typed");
    // What has no file yet is saved, by the name that the command has.
    await page.getByText("Buy by the command line").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: /^Save the code/ }).click(),
    ]);
    assert.equal(await page.locator("#command").textContent(), `shrinkwrap buy ${download.suggestedFilename()}`);
  }));

test("a text, pasted onto the page", () =>
  on(async (page) => {
    await transfer(page, "paste", { text: textOf({ title: "Pasted" }) });
    await shows(page, "Pasted");
  }));

test("a picture, pasted onto the page", () =>
  on(async (page) => {
    const svg = pictureOf(textOf({ title: "Pasted picture" })).toString();
    await transfer(page, "paste", { file: { name: "code.svg", type: "image/svg+xml", text: svg } });
    await shows(page, "Pasted picture");
  }));

test("a wrap, dropped onto the page", () =>
  on(async (page) => {
    const bytes = wrapOf({ title: "Dropped", cover: Buffer.from(pixel, "base64") });
    await transfer(page, "drop", { file: { name: "my tale.wrap", type: "", base64: bytes.toString("base64") } });
    await shows(page, "Dropped");
    assert.equal(await page.locator("#command").textContent(), "shrinkwrap buy 'my tale.wrap'");
    await page.getByAltText("Cover of Dropped").waitFor();
  }));

test("a link, whose fragment is taken out of the address", () =>
  on(
    async (page) => {
      await shows(page, "Linked");
      assert.match(page.url(), /#0x[0-9a-f]{64}$/);
      await page.goBack();
    },
    `#${fragmentOf({ title: "Linked" })}`,
  ));

test("a link of another host, as a text", () =>
  on(async (page) => {
    await page.fill("textarea", `https://elsewhere.example/x#${fragmentOf({ title: "Elsewhere" })} `);
    await page.getByRole("button", { name: "Read it" }).click();
    await shows(page, "Elsewhere");
  }));

test("what is no code is told apart", () =>
  on(async (page) => {
    const before = await title(page);
    for (const [text, words] of [
      ["", /no text/],
      ["hello", /not a Shrinkwrap code but a text of 5 characters/i],
      ["WRAP1:!!", /base45|character/i],
      [textOf({}).slice(0, -30), /\S/],
      ["https://example.org/secret#top", /but a link to "example\.org"\.$/],
    ] as const) {
      await page.fill("textarea", text);
      await page.getByRole("button", { name: "Read it" }).click();
      await page.locator(".status").filter({ hasText: words }).waitFor();
      assert.equal(await title(page), before);
    }
    await page.setInputFiles("#file", { name: "x.svg", mimeType: "image/svg+xml", buffer: pictureOf("ETHEREUM:0X") });
    await page
      .locator(".status")
      .filter({ hasText: /but a payment request for an Ethereum wallet/ })
      .waitFor();
    await page.setInputFiles("#file", { name: "x.png", mimeType: "image/png", buffer: Buffer.from(pixel, "base64") });
    await page
      .locator(".status")
      .filter({ hasText: /no code was found/i })
      .waitFor();
  }));

test("prices, rights, conditions and payees in words", () =>
  on(async (page) => {
    const usdc = "0xa0b86991c6218b36c1d19d4a2e9eb0ce3606eb48";
    const payee = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";
    const rights = [
      ["print", "count=3", "dateTime=2030-01-01T00:00:00Z"],
      ["display", "elapsedTime=P1Y6M"],
      ["levitate", "height=2"],
    ];
    const tiers = [
      { name: "a b", price: 3_500_000n, rights, supply: 40, confirmations: 255 },
      { name: "two", price: 1n, confirmations: 12 },
    ];
    await page.fill("textarea", textOf({ token: usdc, payee, tiers, sections: [{ name: "x.txt", tiers: 3 }] }));
    await page.getByRole("button", { name: "Read it" }).click();
    await shows(page, "A Tale");
    const text = await page.locator("main").innerText();
    for (const words of [
      "3.5 USDC",
      "0.000001 USDC",
      "Allows: print it up to 3 times, until 1 January 2030, 00:00 UTC; " +
        "read it or look at it for 1 year 6 months after payment; levitate (unknown to this software; height=2)",
      "40 are sold in all",
      "The key comes when the payment is final",
      "12 blocks deep",
      "Pays to 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
      "2.50 %",
    ]) {
      assert.ok(text.includes(words), `${words} is not shown in\n${text}`);
    }
    await page.getByRole("radio", { name: /a b/ }).check();
    assert.match((await page.locator("#command").textContent())!, /--tier 0$/);
    assert.match((await page.locator("#buy").getAttribute("href"))!, /^#0x[0-9a-f]{64}\/0$/);
  }));

test("an unknown token is an address and base units, whatever it calls itself", () =>
  on(async (page) => {
    await page.fill(
      "textarea",
      textOf({ token: "0x00000000000000000000000000000000000000aa", tiers: [{ name: "t", price: 2000n }] }),
    );
    await page.getByRole("button", { name: "Read it" }).click();
    const address = "0x00000000000000000000000000000000000000AA";
    await page.locator(".choice .price").getByText(`of the token ${address}`).waitFor();
    assert.match(await page.locator(".choice .price").innerText(), /^2000 base units\n/);
    await page.getByRole("link", { name: "Buy for 2000 base units", exact: true }).click();
    await page.getByText("t · 2000 base units of 0x0000…00AA").waitFor(); // shortened in the heading, and whole below it
    await page.locator(".terms").getByText(`of the token ${address}`).waitFor();
  }));

test("a product with a contract of its own is pointed out", () =>
  on(async (page) => {
    await page.fill("textarea", textOf({ product: "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed" }));
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByText("a contract of the publisher's own").waitFor();
  }));

const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

interface Brought {
  text?: string;
  file?: { name: string; type: string; text?: string; base64?: string };
}

/** Pastes or drops something on the page that is shown, as the browser would. */
async function transfer(page: Page, kind: "paste" | "drop", brought: Brought): Promise<void> {
  await page.locator("#file").waitFor({ state: "attached" });
  await page.evaluate(
    ([how, { text, file }]) => {
      const data = new DataTransfer();
      if (text !== undefined) data.setData("text/plain", text);
      if (file) {
        const bytes =
          file.base64 === undefined ? file.text! : Uint8Array.from(atob(file.base64), (c) => c.charCodeAt(0));
        data.items.add(new File([bytes], file.name, { type: file.type }));
      }
      const event =
        how === "paste"
          ? new ClipboardEvent("paste", { clipboardData: data, bubbles: true })
          : new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    },
    [kind, brought] as const,
  );
}

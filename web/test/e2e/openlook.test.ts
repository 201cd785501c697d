// How opening looks and is used: on a phone and a desk, in light and dark, by keyboard
// alone, by those who cannot see it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import type { Page } from "playwright-core";
import type { Product } from "../sealedwrap.ts";
import { command } from "../wasmmodule.ts";
import { audit, looks } from "./audit.ts";
import { buy, type Purchasing, show } from "./bought.ts";
import { browser, site } from "./onsite.ts";
import { visit } from "./site.ts";
import { tarOf } from "./tar.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const open = (page: Page): Promise<void> => page.getByRole("button", { name: "Open", exact: true }).click();
const tale = readFileSync(new URL("../../../cmd/internal/demo/play/sample/tale.txt", import.meta.url), "utf8");
const essay = `# On lamps\n\nA lamp is *lit* at **dusk**, says [the guild](https://guild.example/rules).\n\n> Who keeps the light keeps the hour.\n\n## What it takes\n\n1. Oil\n2. A wick, trimmed\n   - and patience\n\n| Street | Lamps |\n|---|---|\n| Fore | 12 |\n| Quay | 7 |\n\n\`\`\`\nlamp on --street fore --until the very last of all the people in it have gone home and to bed\n\`\`\`\n\n---\n\nThat is all.`;
const title = "The Lamplighter's Key";

interface State {
  readonly product: Product;
  readonly purchasing?: Purchasing;
  readonly go: (page: Page) => Promise<void>;
}

/** The states of the panel, and how to get to each. */
const states: Record<string, State> = {
  ready: {
    product: {
      title,
      sections: [{ name: "tale.txt", bytes: utf8(tale) }],
      rights: [
        [
          ["display", "count=1"],
          ["print", "count=3", "dateTime=2030-01-01T00:00:00Z"],
          ["levitate", "x=1"],
        ],
      ],
    },
    go: async (page) => page.getByRole("button", { name: "Open", exact: true }).waitFor(),
  },
  text: {
    product: { title, sections: [{ name: "tale.txt", bytes: utf8(tale) }] },
    go: async (page) => {
      await open(page);
      await page.locator(".text").waitFor();
    },
  },
  markdown: {
    product: {
      title,
      sections: [
        {
          name: "a-very-long-name-of-an-essay-about-lamps-that-has-to-go-somewhere-on-a-phone.md",
          media: "text/markdown",
          bytes: utf8(essay),
        },
      ],
    },
    go: async (page) => {
      await open(page);
      await page.locator("div.prose").waitFor();
    },
  },
  contents: {
    product: {
      title,
      sections: [
        { name: "letter.html", media: "text/html", bytes: utf8("<h1>A letter</h1><p>To whom it may concern.</p>") },
        { name: "film.mp4", media: "video/mp4", bytes: new Uint8Array(5_300_000) },
        {
          name: "album",
          media: "inode/directory",
          bytes: tarOf({ "a.png": "x", "notes/": "", "notes/first.md": "# a" }),
        },
        { name: "program.bin", media: "application/octet-stream", bytes: new Uint8Array(1234) },
      ],
    },
    go: async (page) => {
      await open(page);
      await page.getByRole("button", { name: "Read letter.html" }).click();
      await page.frameLocator("iframe.document").getByText("To whom").waitFor();
    },
  },
  trouble: {
    product: {
      title,
      sections: [
        { name: "tale.txt", bytes: utf8(tale), program: true },
        { name: "less.txt", bytes: utf8("less"), size: 5 },
      ],
      program: command({ body: [0] }),
    },
    go: async (page) => {
      await open(page);
      await page.getByText("could not be made").waitFor();
    },
  },
  waiting: {
    product: {
      title,
      sections: [{ name: "tale.txt", bytes: utf8(tale), program: true }],
      program: command({ body: [] }),
    },
    purchasing: { receipt: false },
    go: async (page) => {
      await open(page);
      await page.getByRole("heading", { name: "It waits for your receipt" }).waitFor();
    },
  },
  over: {
    product: {
      title,
      sections: [{ name: "tale.txt", bytes: utf8(tale) }],
      rights: [[["play", "dateTime=2020-01-01T00:00:00Z"]]],
    },
    go: async (page) => page.getByText("This was for a limited use, which is over").waitFor(),
  },
  progress: {
    product: {
      title,
      sections: [{ name: "tale.txt", bytes: utf8(tale), program: true }],
      program: command({ body: [0x03, 0x40, 0x0c, 0, 0x0b] }),
    },
    go: async (page) => {
      await open(page);
      await page.getByText("Making your own copy of tale.txt").waitFor();
    },
  },
};

for (const [look, options] of Object.entries(looks)) {
  for (const [name, { product, purchasing, go }] of Object.entries(states)) {
    test(`${name} on ${look}: fits, and bars nobody`, async () => {
      const { page, end } = await visit(browser, site, { ...options, bypassCSP: true });
      await page.goto(site.url);
      await show(page, site.url, await buy(product, purchasing));
      await go(page);
      await audit(page, `${name} on ${look}`);
      await end();
    });
  }
}

test("by keyboard alone: it is opened, read, closed and saved, and the focus is never lost", async () => {
  const { page, end } = await visit(browser, site);
  await page.goto(site.url);
  const sections = ["a.txt", "b.txt"].map((name) => ({ name, bytes: utf8(`words of ${name}`) }));
  await show(page, site.url, await buy({ sections }));
  await page.getByRole("button", { name: "Open", exact: true }).waitFor();
  const tabTo = async (label: string): Promise<void> => {
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(
        () => document.activeElement!.getAttribute("aria-label") ?? document.activeElement!.textContent,
      );
      if (at === label) return;
    }
    assert.fail(`the keyboard does not get to ${label}`);
  };
  await tabTo("Open");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Here it is" }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent === "Here it is");
  await tabTo("Read a.txt");
  await page.keyboard.press("Enter");
  await page.getByText("words of a.txt").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement!.getAttribute("aria-expanded")), "true");
  await page.keyboard.press("Enter");
  assert.equal(await page.getByText("words of a.txt").count(), 0);
  await tabTo("Save b.txt");
  const saved = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  assert.equal((await saved).suggestedFilename(), "b.txt");
  await end();
});

test("printed, it is the text and then the receipt, without buttons", async () => {
  const { page, end } = await visit(browser, site, { colorScheme: "dark" });
  await page.goto(site.url);
  const sections = ["a.txt", "b.txt"].map((name) => ({ name, bytes: utf8(`words of ${name}`) }));
  await show(page, site.url, await buy({ title, sections }));
  await open(page);
  await page.getByRole("button", { name: "Read a.txt" }).click();
  await page.getByText("words of a.txt").waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(":is(button, a, summary, label, footer, nav):visible").count(), 0);
  const told = (await page.locator("body").innerText()).replaceAll(/\s+/g, " ");
  assert.match(told, /^The Lamplighter's Key a\.txt text · 14 B words of a\.txt Your receipt verified/);
  assert.doesNotMatch(told, /b\.txt|Whom this page asks|What you may do/);
  const [paper, broken] = await page.evaluate(() => [
    getComputedStyle(document.documentElement).backgroundColor,
    getComputedStyle(document.querySelector(".receipt")!).breakBefore,
  ]);
  assert.deepEqual([paper, broken], ["rgb(255, 255, 255)", "page"]);
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Close a.txt" }).click();
  await page.emulateMedia({ media: "print" });
  assert.match(await page.locator("body").innerText(), /What you may do with it[^]*Your receipt[^]*Publisher/);
  await end();
});

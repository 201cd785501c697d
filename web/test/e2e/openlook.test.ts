// How opening looks and is used: on a phone and a desk, in light and dark, by keyboard
// alone, by those who cannot see it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { Product } from "../sealedwrap.ts";
import { command } from "../wasmmodule.ts";
import { buy, type Purchasing, show } from "./bought.ts";
import { launch, serve, type Site, visit } from "./site.ts";
import { tarOf } from "./tar.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

let browser: Browser;
let site: Site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
after(async () => {
  await browser.close();
  await site.close();
});

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

const looks: Record<string, BrowserContextOptions> = {
  "a phone, light": { viewport: { width: 360, height: 740 }, colorScheme: "light", hasTouch: true },
  "a desk, dark": { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
};

interface Finding {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

for (const [look, options] of Object.entries(looks)) {
  for (const [name, { product, purchasing, go }] of Object.entries(states)) {
    test(`${name} on ${look}: fits, and bars nobody`, async () => {
      const { page, end } = await visit(browser, site, { ...options, bypassCSP: true });
      await page.goto(site.url);
      await show(page, site.url, await buy(product, purchasing));
      await go(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
      const small = await page
        .locator("button:visible, a.button:visible, label.button:visible")
        .evaluateAll((all) =>
          all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent),
        );
      assert.deepEqual(small, [], "too small for a finger");
      const pictures = process.env["OPEN_PICTURES"];
      if (pictures) await page.screenshot({ path: `${pictures}/${name}-${look}.png`, fullPage: true });
      await page.evaluate(axe);
      const findings = await page.evaluate(async () => {
        const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } };
        return (await axe.run()).violations;
      });
      const serious = findings.filter(({ impact }) => impact === "serious" || impact === "critical");
      assert.deepEqual(
        serious.map(({ id, nodes }) => [id, nodes[0]!.html, nodes[0]!.failureSummary]),
        [],
      );
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

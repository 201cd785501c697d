// How the page looks and is used: on a phone, by keyboard, in light and dark, by
// those who cannot see it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { textOf } from "./products.ts";
import { launch, serve, type Site, visit } from "./site.ts";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const code = fileURLToPath(new URL("../../../docs/code.png", import.meta.url));

let browser: Browser;
let site: Site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
after(async () => {
  await browser.close();
  await site.close();
});

/** The screens, and how to get to each. */
const screens: Record<string, (page: Page) => Promise<void>> = {
  scan: async (page) => page.getByRole("heading", { level: 1 }).waitFor(),
  product: async (page) => {
    await page.setInputFiles("#file", code);
    await page.getByRole("heading", { name: "The Lamplighter's Key" }).waitFor();
    for (const summary of await page.locator("summary").all()) await summary.click();
  },
  danger: async (page) => {
    const title = "A title of a great many words that has to go somewhere, and one that is long: " + "x".repeat(100);
    await page.fill("textarea", textOf({ title, forger: 2, payee: "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed" }));
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByText("Danger: do not pay").waitFor();
  },
  library: async (page) => {
    await page.setInputFiles("#file", code);
    await page.getByRole("heading", { name: "The Lamplighter's Key" }).waitFor();
    await page.getByRole("button", { name: "← Scan another code" }).click();
    await page.fill("textarea", "no code");
    await page.getByRole("button", { name: "Read it" }).click();
    await page.locator(".status").filter({ hasText: /./ }).waitFor();
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
  for (const [name, go] of Object.entries(screens)) {
    test(`${name} on ${look}: fits, and bars nobody`, async () => {
      const { page, context, end } = await visit(browser, site, { ...options, bypassCSP: true });
      await page.goto(site.url);
      await go(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `the page is ${wide} pixels too wide`);
      const small = await page
        .locator("button:visible, a.button:visible, label.button:visible")
        .evaluateAll((all) =>
          all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent),
        );
      assert.deepEqual(small, [], "too small for a finger");
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
      assert.equal(context.pages().length, 1);
      await end();
    });
  }
}

test("dark and light differ, and both are of the same words", async () => {
  const seen = await Promise.all(
    (["light", "dark"] as const).map(async (colorScheme) => {
      const { page, end } = await visit(browser, site, { colorScheme });
      await page.goto(site.url);
      await page.getByRole("heading", { level: 1 }).waitFor();
      const colour = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const words = await page.locator("main").innerText();
      await end();
      return { colour, words };
    }),
  );
  assert.notEqual(seen[0]!.colour, seen[1]!.colour);
  assert.equal(seen[0]!.words, seen[1]!.words);
});

test("by keyboard alone, with a visible focus", async () => {
  const { page, end } = await visit(browser, site);
  await page.goto(site.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await tabTo(page, (at) => at.tag === "TEXTAREA");
  await page.keyboard.insertText(
    textOf({
      tiers: [
        { name: "one", price: 1n },
        { name: "two", price: 2n },
      ],
      sections: [{ name: "x", tiers: 3 }],
    }),
  );
  await tabTo(page, (at) => at.text === "Read it");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "A Tale" }).waitFor();
  await page.locator(".skip").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "A Tale" }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
  await tabTo(page, (at) => at.tag === "INPUT");
  await page.keyboard.press("ArrowDown");
  assert.match((await page.locator("#command").textContent())!, /--tier two$/);
  await tabTo(page, (at) => at.text === "Buy for 0.000000000000000002 ETH");
  await tabTo(page, (at) => at.text === "Buy by the command line");
  await page.keyboard.press("Enter");
  await tabTo(page, (at) => at.text === "Copy the command");
  await tabTo(page, (at) => at.tag === "SUMMARY");
  await page.keyboard.press("Enter");
  await page.getByText("group key", { exact: true }).last().waitFor();
  await tabTo(page, (at) => at.text === "Remove it");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "What does this code sell?" }).waitFor();
  await end();
});

interface Focus {
  tag: string;
  text: string;
  outlined: boolean;
}

/** Presses Tab until the focus is where it should be; on its way it must always be seen. */
async function tabTo(page: Page, there: (at: Focus) => boolean): Promise<void> {
  for (let presses = 0; presses < 25; presses++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate((): Focus => {
      const one = document.activeElement!;
      const outlined = [one, one.nextElementSibling, one.closest(".choice")].some(
        (shown) =>
          shown &&
          getComputedStyle(shown).outlineStyle !== "none" &&
          parseFloat(getComputedStyle(shown).outlineWidth) >= 2,
      );
      return { tag: one.tagName, text: one.textContent ?? "", outlined };
    });
    assert.ok(at.tag === "BODY" || at.outlined, `focus on ${at.tag} ${at.text} is not seen`);
    if (there(at)) return;
  }
  assert.fail("the keyboard does not get there");
}

// How the page looks and is used: on a phone, by keyboard, in light and dark, by
// those who cannot see it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import type { Step } from "../../terminal/purchase.ts";
import { audit, looks } from "./audit.ts";
import type { keep as bench } from "./keepbench.ts";
import { benchTab, serveBench } from "./keepsite.ts";
import { textOf } from "./products.ts";
import { launch, type Site, visit } from "./site.ts";

declare const keep: typeof bench;

const code = fileURLToPath(new URL("../../../docs/code.png", import.meta.url));

let browser: Browser;
let site: Site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serveBench()]);
});
after(async () => {
  await browser.close();
  await site.close();
});

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const read = async (page: Page, text: string): Promise<void> => {
  await page.fill("textarea", text);
  await page.getByRole("button", { name: "Read it" }).click();
};
const scanned = async (page: Page): Promise<void> => {
  await page.setInputFiles("#file", code);
  await heading(page, "The Lamplighter's Key").waitFor();
};

/** Writes down purchases of tier 0, each of a product that is named for its step, and loads the page anew. */
async function bought(page: Page, ...steps: readonly Step[]): Promise<void> {
  const behind = await benchTab(page.context(), site);
  for (const step of steps)
    await behind.evaluate((args) => keep.bought(...args), [textOf({ title: `It is ${step}` }), 0, step] as const);
  await behind.close();
  await page.reload();
  await page.getByRole("heading", { name: "Your library" }).waitFor();
}

const long = "A title of a great many words that has to go somewhere, and one that is long: " + "x".repeat(100);
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** The screens in their states, and how to get to each. */
const screens: Record<string, (page: Page) => Promise<void>> = {
  scan: async (page) => page.getByRole("heading", { level: 1 }).waitFor(),
  "scan, no camera": async (page) => {
    await page.getByRole("button", { name: "Use the camera" }).click();
    await page.getByText("choose a picture instead").waitFor();
  },
  "scan, settings": async (page) => {
    await page.getByText("Whom this page asks").click();
    await page.getByLabel("Nodes, one a line").waitFor();
    await page.getByRole("button", { name: "Try them" }).click();
    await page.getByText("There is nothing to try").waitFor();
  },
  product: async (page) => {
    await scanned(page);
    for (const summary of await page.locator("summary").all()) await summary.click();
  },
  "product of many tiers": async (page) => {
    const names = [
      "one",
      "two of a longer name, which is that of a season with all of its films",
      "x".repeat(60),
      "four",
    ];
    const tiers = names.map((name, i) => ({
      name,
      price: 10n ** BigInt(7 * i),
      supply: i * 100,
      confirmations: i === 2 ? 255 : i,
      rights:
        i % 2
          ? [
              ["print", "count=3"],
              ["display", "dateTime=2030-01-01T00:00:00Z"],
            ]
          : [],
    }));
    const sections = [`${"long".repeat(20)}.txt`, "a film of two hours.mp4"].map((name) => ({ name, tiers: 15 }));
    const token = "0x00000000000000000000000000000000000000aa";
    const product = "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed";
    await read(page, textOf({ title: long, tiers, sections, token, product, cover: pixel }));
    await heading(page, long).waitFor();
  },
  "product, bought": async (page) => {
    await bought(page, "released");
    await page.goto(`${page.url().replace(/#.*/, "")}#${idIn((await linkTo(page, "It is released"))!)}`);
    await page.getByRole("link", { name: "Open", exact: true }).waitFor();
  },
  "product, to remove": async (page) => {
    await bought(page, "released");
    await page.goto(`${page.url().replace(/#.*/, "")}#${idIn((await linkTo(page, "It is released"))!)}`);
    await page.getByRole("button", { name: "Remove it" }).click();
    await page.getByRole("button", { name: "Remove it all the same" }).waitFor();
  },
  danger: async (page) => {
    await read(page, textOf({ title: long, forger: 2, payee: "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed" }));
    await page.getByText("Danger: do not pay").waitFor();
  },
  library: async (page) => {
    await scanned(page);
    await page.getByRole("button", { name: "← Scan another code" }).click();
    await read(page, "no code");
    await page.locator(".status").filter({ hasText: /./ }).waitFor();
  },
  "library, bought": async (page) => {
    await bought(page, "sent", "confirmed", "released", "opened", "refunded", "prepared");
    await page.locator(".library .badge").nth(5).waitFor();
  },
  backup: async (page) => {
    await bought(page, "opened");
    await page.getByText("One purchase is kept on this device, with the secret that its key is made of.").waitFor();
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save a copy" }).click();
    await saved;
    await page.locator(".backup .told").filter({ hasText: /./ }).waitFor();
    await page.setInputFiles("#copy", code);
    await page.locator(".backup .status").filter({ hasText: /./ }).waitFor();
  },
};

const linkTo = (page: Page, title: string) => page.getByRole("link", { name: title }).getAttribute("href");
const idIn = (link: string): string => /0x[0-9a-f]{64}/.exec(link)![0];

for (const [look, options] of Object.entries(looks)) {
  for (const [name, go] of Object.entries(screens)) {
    test(`${name} on ${look}: fits, and bars nobody`, async () => {
      const { page, context, end } = await visit(browser, site, { ...options, bypassCSP: true });
      await page.goto(site.url);
      await go(page);
      await audit(page, `${name} on ${look}`);
      assert.equal(context.pages().length, 1);
      await end();
    });
  }
}

test("a tier that was bought says so, and leads on: it is not sold again", async () => {
  for (const [step, button, state] of [
    ["sent", "Go on", "payment on its way"],
    ["released", "Open", "bought"],
    ["refunded", "Buy for 0.002 ETH", "money back"],
  ] as const) {
    const { page, end } = await visit(browser, site, { bypassCSP: true });
    await page.goto(site.url);
    await bought(page, step);
    await page.goto(`${site.url}#${idIn((await linkTo(page, `It is ${step}`))!)}`);
    await page.getByRole("link", { name: button, exact: true }).waitFor();
    assert.equal(await page.locator(".choice .badge").textContent(), state);
    await end();
  }
});

test("who wants no motion sees none, and what takes time moves nothing", async () => {
  const { page, end } = await visit(browser, site, { reducedMotion: "reduce" });
  await page.goto(site.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const slow = await page.evaluate(() => {
    const of = [...document.querySelectorAll("*")].map((one) => getComputedStyle(one));
    return of.filter((style) => style.transitionDuration !== "0s" || style.animationName !== "none").length;
  });
  assert.equal(slow, 0);
  const top = () => page.locator(".camera").evaluate((one) => one.getBoundingClientRect().top);
  const before = await top();
  await page.evaluate(() => (document.querySelector(".busy")!.textContent = "Reading …"));
  assert.equal(await top(), before);
  await end();
});

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
  await tabTo(page, (at) => at.text === "All names and addresses");
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

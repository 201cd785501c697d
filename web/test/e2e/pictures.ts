// Takes the pictures of the page that docs shows (npm run pictures).

import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { textOf } from "./products.ts";
import { launch, serve, visit } from "./site.ts";

const docs = fileURLToPath(new URL("../../../docs/", import.meta.url));
const out = process.argv[2] ?? docs;

/** A picture, the colours and the size that it is taken in, and how to get there. */
interface View {
  readonly name: string;
  readonly colorScheme: "light" | "dark";
  readonly width: number;
  /** So much is shown, from the top. */
  readonly height: number;
  go(page: Page): Promise<void>;
}

const scanned = async (page: Page): Promise<void> => {
  await page.setInputFiles("#file", `${docs}code.png`);
  await page.getByRole("heading", { name: "The Lamplighter's Key" }).waitFor();
};

const views: View[] = [
  {
    name: "page-scan",
    colorScheme: "light",
    width: 760,
    height: 720,
    go: (page) => page.getByRole("heading", { level: 1 }).waitFor(),
  },
  { name: "page-product", colorScheme: "light", width: 760, height: 1290, go: scanned },
  { name: "page-phone", colorScheme: "dark", width: 360, height: 780, go: scanned },
  {
    name: "page-danger",
    colorScheme: "light",
    width: 760,
    height: 860,
    go: async (page) => {
      await page.fill(
        "textarea",
        textOf({ title: "The Lamplighter's Key", description: "A tale of forty lamps and three keys.", forger: 2 }),
      );
      await page.getByRole("button", { name: "Read it" }).click();
      await page.getByText("Danger: do not pay").waitFor();
    },
  },
];

const [browser, site] = await Promise.all([launch(), serve()]);
for (const { name, colorScheme, width, height, go } of views) {
  const options = {
    colorScheme,
    viewport: { width, height },
    deviceScaleFactor: 1,
    reducedMotion: "reduce",
  } as const;
  const { page, end } = await visit(browser, site, options);
  await page.goto(site.url);
  await go(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.screenshot({ path: `${out}/${name}.png` });
  await end();
}
await browser.close();
await site.close();

// What holds of every screen in every state: it fits, fingers reach it, and it bars nobody.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BrowserContextOptions, Page } from "playwright-core";

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** What the states are looked at in. A page that is audited is visited with `bypassCSP`. */
export const looks: Readonly<Record<"a phone, light" | "a desk, dark", BrowserContextOptions>> = {
  "a phone, light": { viewport: { width: 360, height: 740 }, colorScheme: "light", hasTouch: true },
  "a desk, dark": { viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
};

interface Finding {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/**
 * Asserts that a state is no wider than its screen, has nothing too small for a finger,
 * and nothing that axe finds serious. It leaves a picture in the folder that LOOK_SHOTS names.
 */
export async function audit(page: Page, state: string): Promise<void> {
  const shots = process.env["LOOK_SHOTS"];
  if (shots) await page.screenshot({ path: `${shots}/${state.replaceAll(/\W+/g, "-")}.png`, fullPage: true });
  await page.evaluate(() => {
    // Colours between two states are none of either.
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wide <= 0, `${state} is ${wide} pixels too wide`);
  const small = await page
    .locator("button:visible, a.button:visible, label.button:visible, input[type=text]:visible, summary:visible")
    .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML));
  assert.deepEqual(small, [], `${state}: too small for a finger`);
  await page.evaluate(axe);
  const findings = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } };
    return (await axe.run()).violations;
  });
  const serious = findings.filter(({ impact }) => impact === "serious" || impact === "critical");
  assert.deepEqual(
    serious.map(({ id, nodes }) => [id, nodes[0]!.html, nodes[0]!.failureSummary]),
    [],
    state,
  );
}

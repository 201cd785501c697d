// Purchases that wait in a visit, on a chain whose blocks a test makes.

import assert from "node:assert/strict";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Purchase } from "../../terminal/purchase.ts";
import { audit } from "./audit.ts";
import { type Bought, carry, keptIn } from "./carried.ts";
import { browser, world } from "./onworld.ts";
import type { Visit } from "./site.ts";
import { type Customer, visitWith } from "./world.ts";

export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true };
export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, colorScheme: "dark" };
export const halfDay = 43_200;
export const day = 86_400;

/** Lets blocks come by themselves, or only when a test makes them. */
export const blocks = (each: "by themselves" | "by hand") =>
  world.chain.call("evm_setIntervalMining", each === "by hand" ? 0 : 1);
export const mine = (count = 1) => world.chain.call("anvil_mine", `0x${count.toString(16)}`);

/** A visit of the purchase. The page cannot reach nodes that are cut off. */
export async function visiting(
  made: Bought,
  customer: Customer | undefined,
  how: BrowserContextOptions & { cut?: boolean } = {},
): Promise<Visit> {
  const { cut = false, ...options } = how;
  const visited = await visitWith(browser, world, customer ?? [], { bypassCSP: true, ...options });
  if (cut) await visited.context.route("**/v1/**", (route) => route.abort());
  await carry(visited.page, world, made);
  return visited;
}

/** A step of the panel, and what its state is in words. */
export const step = (page: Page, title: string, state: "Done" | "Now" | "Next") =>
  page.locator(".journey li").filter({ hasText: title }).filter({ hasText: state });

/** Waits until the page keeps a purchase for which something holds. */
export async function until(page: Page, holds: (p: Purchase) => boolean): Promise<Purchase> {
  for (let n = 0; n < 600; n++) {
    const found = (await keptIn(page)).find(holds);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`it did not come: ${JSON.stringify((await keptIn(page)).map((p) => p.step))}`);
}
export const released = (page: Page) => until(page, (p) => p.release !== undefined);

let looked = 0;
export const checkLook = (page: Page) => audit(page, `waiting, state ${++looked}`);

/** Lets the page reach the nodes again that were cut off. */
export const join = (page: Page) => page.context().unroute("**/v1/**");
/** Cuts the nodes off. */
export const cutOff = (page: Page) => page.context().route("**/v1/**", (route) => route.abort());

/** A line of a source. */
export const source = (page: Page, name: string) => page.locator(".sources li").filter({ hasText: name });

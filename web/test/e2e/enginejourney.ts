// A newcomer's journey in whatever engine: from the picture of a code to what it sells,
// paid from the demo's wallet.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Demo } from "../demo.ts";
import { type Driven, keys, press, says, until } from "./driven.ts";

const tale = fileURLToPath(new URL("../../../cmd/internal/demo/play/sample/tale.txt", import.meta.url));
const title = "The Lamplighter's Key";

/** Opens the page, and scans the picture of the demo's code. */
export async function scanPicture(page: Driven, demo: Demo): Promise<void> {
  await page.goto(demo.page);
  await until(page, "the place for a picture", () => document.querySelector("#file") !== null);
  await page.choose("#file", join(demo.out, "code.png"));
  await says(page, title);
}

/** Chooses a tier, and goes on to where it is paid. */
export async function chooseTier(page: Driven, tier: string): Promise<void> {
  await press(page, { of: "input[type=radio]", begins: tier });
  await press(page, { of: "a#buy" });
}

/**
 * Pays by the demo's wallet, whose questions stand in a closed root: the heading of one
 * has the focus, its first button rejects, and its second confirms.
 */
export async function payByWallet(page: Driven): Promise<void> {
  await press(page, { of: "button", name: "Connect Demo wallet" });
  await press(page, { of: "button", begins: "Pay 0." });
  await until(page, "the wallet's question", () => document.activeElement?.matches("body > div") === true);
  await page.type(keys.tab + keys.tab + keys.enter);
}

/** Waits for the key, opens, and reads: what is read is the publisher's. */
export async function openAndRead(page: Driven): Promise<void> {
  await press(page, { of: "button", name: "Open" });
  await press(page, { of: "button", name: "Read tale.txt" });
  await says(page, readFileSync(tale, "utf8").split("\n", 1)[0]!);
}

/** The whole of it: scans, pays, leaves the page while it waits, comes back, opens and reads. */
export async function buyAndRead(page: Driven, demo: Demo): Promise<void> {
  await scanPicture(page, demo);
  await chooseTier(page, "text");
  await payByWallet(page);
  await until(page, "the payment", () => document.querySelector(".pay") === null && location.hash.endsWith("/1"));
  await page.reload();
  await openAndRead(page);
}

/** Comes back when nobody is there any more: the page, its library and the product are kept. */
export async function readAlone(page: Driven, demo: Demo): Promise<void> {
  await says(page, "This page is kept here, and opens without a network.");
  await demo.stop();
  await page.goto(demo.page);
  await press(page, { of: ".library a", begins: title });
  await openAndRead(page);
}

/** Asserts that nothing went wrong. */
export function assertNothingWrong(page: Driven): void {
  assert.deepEqual([...page.wrong()], [], page.name);
}

// Seed and purchases as one file: who has it can open all that was bought, and have
// back what was not released. It is secret.

import { asDocument, asList, type Document, textOf } from "./document.ts";
import { Failure, said } from "./failure.ts";
import { nameOf, parsePurchase, type Purchase, purchases, reached, seedIn, steps } from "./purchase.ts";
import type { Storage } from "./storage.ts";

const kind = "shrinkwrap purchases";

/** Writes the file. */
export async function exportAll(storage: Storage): Promise<string> {
  const seed = await seedIn(storage);
  const digits = Array.from(seed, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const file = { kind, version: 1, seed: `0x${digits}`, purchases: await purchases(storage) };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * Takes in a file, whole or not at all, and returns how many purchases it brought.
 * What has come further here stays.
 * @throws Failure "input" where it is none, or has another seed than purchases here were made with
 */
export async function importAll(storage: Storage, text: string): Promise<number> {
  const { seed, all } = parseFile(text);
  if ((await storage.add("seed", seed)) !== seed) {
    if ((await storage.names("purchase/")).length > 0)
      throw new Failure("input", "purchases here were made with another seed than the file's", [
        "take the file in where nothing was bought yet",
      ]);
    await storage.put("seed", seed);
  }
  let brought = 0;
  for (const p of all) if (await bring(storage, p)) brought++;
  return brought;
}

async function bring(storage: Storage, p: Purchase): Promise<boolean> {
  const there = await storage.get(nameOf(p));
  if (there !== undefined && further(parsePurchase(there), p)) return false;
  await storage.put(nameOf(p), JSON.stringify(p));
  return true;
}

function further(here: Purchase, there: Purchase): boolean {
  if (reached(here, "refunded")) return true;
  return !reached(there, "refunded") && steps.indexOf(here.step) >= steps.indexOf(there.step);
}

function parseFile(text: string): { seed: string; all: Purchase[] } {
  try {
    const file: Document = asDocument("file", JSON.parse(text) as unknown);
    if (file["kind"] !== kind || file["version"] !== 1) throw new TypeError("it is of another kind or version");
    const seed = textOf(file, "seed");
    if (!/^0x[0-9a-f]{64}$/.test(seed)) throw new TypeError("its seed is not 32 bytes");
    return { seed, all: asList("purchases", file["purchases"]).map((p) => parsePurchase(JSON.stringify(p))) };
  } catch (cause) {
    throw new Failure("input", `the file holds no purchases: ${said(cause)}`, ["choose the file that was exported"]);
  }
}

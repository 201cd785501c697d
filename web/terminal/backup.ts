// Seed and purchases as one file: who has it can open all that was bought, and have
// back what was not released. It is secret.
//
//	{"kind": "shrinkwrap purchases", "version": 1, "seed": 0x…, "purchases": […], "products": [0x…]}
//
// products are the payloads of the codes of what was bought (spec 7), so that it can be
// shown and opened where the file goes. Files from before have none.

import { bytesToHex, hexToBytes } from "../protocol/bytes.ts";
import { asDocument, asList, type Document, textOf } from "./document.ts";
import { Failure, said } from "./failure.ts";
import { nameOf, parsePurchase, type Purchase, purchases, reached, seedIn, seedName, steps } from "./purchase.ts";
import type { Storage } from "./storage.ts";

const kind = "shrinkwrap purchases";

/** Writes the file, with the payloads of what was bought. */
export async function exportAll(storage: Storage, products: readonly Uint8Array[] = []): Promise<string> {
  const seed = bytesToHex(await seedIn(storage));
  const all = await purchases(storage);
  const file = { kind, version: 1, seed, purchases: all, products: products.map((payload) => bytesToHex(payload)) };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * Takes in a file, whole or not at all, and returns how many purchases it brought.
 * What has come further here stays.
 * @throws Failure "input" where it is none, or has another seed than purchases here were made with
 */
export async function importAll(storage: Storage, text: string): Promise<number> {
  const copy = readCopy(text);
  // No purchase is begun with a seed that is about to be another.
  return storage.alone(seedName, () => takeIn(storage, copy));
}

async function takeIn(storage: Storage, { seed, purchases: all }: Copy): Promise<number> {
  if ((await storage.add(seedName, seed)) !== seed) {
    if ((await storage.names("purchase/")).length > 0)
      throw new Failure("input", "purchases here were made with another seed than the file's", [
        "take the file in where nothing was bought yet",
      ]);
    await storage.put(seedName, seed);
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

/** What a file holds. */
export interface Copy {
  readonly seed: string;
  readonly purchases: readonly Purchase[];
  /** Payloads of codes. Whoever takes them in checks them as if they were scanned. */
  readonly products: readonly Uint8Array[];
}

/** Reads a file. @throws Failure "input" where it is none */
export function readCopy(text: string): Copy {
  try {
    const file: Document = asDocument("file", JSON.parse(text) as unknown);
    if (file["kind"] !== kind || file["version"] !== 1) throw new TypeError("it is of another kind or version");
    const seed = textOf(file, "seed");
    if (!/^0x[0-9a-f]{64}$/.test(seed)) throw new TypeError("its seed is not 32 bytes");
    const products = asList("products", file["products"] ?? []).map((payload) => hexToBytes(String(payload)));
    const all = asList("purchases", file["purchases"]).map((p) => parsePurchase(JSON.stringify(p)));
    return { seed, purchases: all, products };
  } catch (cause) {
    throw new Failure("input", `the file holds no purchases: ${said(cause)}`, ["choose the file that was exported"]);
  }
}

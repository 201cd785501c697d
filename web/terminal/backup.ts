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
import {
  legible,
  checkKey,
  nameOf,
  parsePurchase,
  type Purchase,
  reached,
  seedIn,
  seedName,
  steps,
} from "./purchase.ts";
import type { Storage } from "./storage.ts";

const kind = "shrinkwrap purchases";

/** Writes the file, with the payloads of what was bought. What cannot be read here is left out: see legible. */
export async function exportAll(storage: Storage, products: readonly Uint8Array[] = []): Promise<string> {
  const seed = bytesToHex(await seedIn(storage));
  const { purchases: all } = await legible(storage);
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
  const begun = (await storage.names("purchase/")).length > 0;
  const names = [seedName, ...all.map(nameOf)];
  let brought = 0;
  // A crash leaves all of the file here, or nothing of it.
  await storage.change(names, (texts) => {
    if (begun && texts.get(seedName) !== seed)
      throw new Failure("input", "purchases here were made with another seed than the file's", [
        "take the file in where nothing was bought yet",
      ]);
    const news = all.flatMap((p) => broughtBy(texts.get(nameOf(p)), p));
    brought = news.length;
    return new Map([[seedName, seed], ...news.map((p) => [nameOf(p), JSON.stringify(p)] as const)]);
  });
  return brought;
}

function broughtBy(text: string | undefined, there: Purchase): Purchase[] {
  if (text === undefined) return [there];
  const here = parsePurchase(text);
  return further(here, there) ? [] : [merged(here, there)];
}

function further(here: Purchase, there: Purchase): boolean {
  if (reached(here, "refunded")) return true;
  return !reached(there, "refunded") && steps.indexOf(here.step) >= steps.indexOf(there.step);
}

// What was verified here stays, and so does a payment that a wallet here was asked
// for: it may still come where the file's order is taken back.
function merged({ payment, signed, release, source, receipt }: Purchase, there: Purchase): Purchase {
  const kept = {
    ...(payment && !there.payment && { payment, ...(signed && { signed }) }),
    ...(release !== undefined && { release, ...(source !== undefined && { source }) }),
    ...(receipt !== undefined && { receipt }),
  };
  return { ...there, ...kept };
}

/** What a file holds. */
export interface Copy {
  readonly seed: string;
  readonly purchases: readonly Purchase[];
  /** Payloads of codes. Whoever takes them in checks them as if they were scanned. */
  readonly products: readonly Uint8Array[];
}

// A parser's own words about a picture or a text help nobody.
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TypeError("it is something else than a copy", { cause });
  }
}

/** Reads a file. @throws Failure "input" where it is none */
export function readCopy(text: string): Copy {
  try {
    const file: Document = asDocument("file", jsonIn(text));
    if (file["kind"] !== kind || file["version"] !== 1) throw new TypeError("it is of another kind or version");
    const seed = textOf(file, "seed");
    if (!/^0x[0-9a-f]{64}$/.test(seed)) throw new TypeError("its seed is not 32 bytes");
    const products = asList("products", file["products"] ?? []).map((payload) => hexToBytes(String(payload)));
    const all = asList("purchases", file["purchases"]).map((p) => parsePurchase(JSON.stringify(p)));
    for (const p of all) checkKey(hexToBytes(seed), p);
    return { seed, purchases: all, products };
  } catch (cause) {
    throw new Failure("input", `the file holds no purchases: ${said(cause)}`, ["choose the file that was exported"]);
  }
}

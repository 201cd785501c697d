// What the page keeps, for tests to reach from within a browser.

import { storageContract } from "../storagecontract.ts";
import { bytesToHex } from "../../protocol/bytes.ts";
import { g } from "../../protocol/point.ts";
import { parseAddress } from "../../protocol/word.ts";
import { newPurchase, type Purchase, purchases, save, type Step } from "../../terminal/purchase.ts";
import { goodsOf } from "../../page/goods.ts";
import { durableNote } from "../../page/keep/durable.ts";
import * as library from "../../page/keep/library.ts";
import { storage } from "../../page/keep/storage.ts";
import * as wraps from "../../page/keep/wraps.ts";
import { readFile, readText } from "../../page/scan/reading.ts";

/** Writes down that a tier of a code was bought, and has come to a step. */
async function bought(text: string, tier: number, step: Step): Promise<Purchase> {
  const scanned = readText(text);
  await library.keep(scanned);
  const { listing } = goodsOf(scanned, tier);
  const refundTo = parseAddress(`0x${"aa".repeat(20)}`);
  const terms = { maxPrice: listing.terms.tiers[tier]!.price, refundTo, data: new Uint8Array() };
  const fresh = await newPurchase(storage, listing, terms, 0);
  // What was released has a release: any point is read, and none of these is opened.
  const release = step === "released" || step === "opened" ? { release: bytesToHex(g.toBytes(true)) } : {};
  return save(storage, { ...fresh, ...release, step });
}

/** What a test finds as the global `keep`. */
export const keep = {
  storage,
  storageContract,
  library,
  wraps,
  readFile,
  readText,
  bought,
  purchases,
  durableNote,
};

Object.assign(globalThis, { keep });

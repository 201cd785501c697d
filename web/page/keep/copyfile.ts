// A copy of all legible, their seed, and the codes of what was bought, as a file.
// Who has it can open what was bought, and have refunds made: it is handed to nobody
// but its user.

import { codeText } from "../../protocol/code.ts";
import { exportAll, importAll, readCopy } from "../../terminal/backup.ts";
import { Failure, said } from "../../terminal/failure.ts";
import { legible } from "../../terminal/purchase.ts";
import type { Storage } from "../../terminal/storage.ts";
import { dangers, inspect } from "../product/checks.ts";
import { readKept } from "../scan/reading.ts";
import { saveAs } from "../saving.ts";
import type { Scanned } from "../scan/scanned.ts";
import { failureText } from "../words.ts";
import { all, keep } from "./library.ts";
import { purchasesOf } from "../purchased.ts";

const largest = 64 << 20; // bytes; a code has at most one MiB

/** The file, by its name, and how many purchases it leaves out, which cannot be read here. */
async function copyFile(storage: Storage): Promise<{ file: File; omitted: number }> {
  const { purchases: bought, illegible } = await legible(storage);
  const products = (await all()).filter((scanned) => purchasesOf(scanned, bought).length > 0);
  const text = await exportAll(
    storage,
    products.map(({ payload }) => payload),
  );
  const file = new File([text], `shrinkwrap-purchases-${today()}.json`, { type: "application/json" });
  return { file, omitted: illegible.length };
}

/** Saves the file where the user saves files, and says so. */
export async function saveCopy(storage: Storage): Promise<string> {
  try {
    const { file, omitted } = await copyFile(storage);
    saveAs(file, file.name);
    const rest =
      omitted === 0 ? "" : ` It leaves out ${omitted} that this page cannot read: keep this browser's data, too.`;
    return `Saved as ${file.name}. Keep it where nobody else reads it.${rest}`;
  } catch (cause) {
    return `Nothing was saved: ${failureText(cause)}.`;
  }
}

/** How many purchases and products a file brought. */
export interface Brought {
  readonly purchases: number;
  readonly products: number;
}

/**
 * Takes in a file, whole or not at all: all of it is read and checked before anything is written.
 * @throws Failure "input" where it is none
 */
export async function takeCopy(storage: Storage, file: Blob): Promise<Brought> {
  if (file.size > largest) throw notOne("it is too large for one");
  const text = await file.text();
  const products = readCopy(text).products.map(productOf);
  // A product without its purchase is one more that was scanned: it is written first.
  for (const product of products) await keep(product);
  return { purchases: await importAll(storage, text), products: products.length };
}

/** Whether a file looks like a copy, and not like a code or a picture. */
export async function looksLikeCopy(file: File): Promise<boolean> {
  if (!file.name.endsWith(".json") && file.type !== "application/json") return false;
  return (await file.slice(0, 200).text()).trimStart().startsWith("{");
}

function productOf(payload: Uint8Array): Scanned {
  let product: Scanned;
  try {
    product = readKept(payload, { kind: "text", text: codeText(payload) }, undefined);
  } catch (cause) {
    throw notOne(`a product in it cannot be read: ${said(cause)}`);
  }
  const [danger] = dangers(inspect(product, undefined));
  if (danger) throw notOne(`its product "${product.header.content.title}" is dangerous: ${danger.found}`);
  return product;
}

function notOne(why: string): Failure {
  return new Failure("input", `nothing was taken in: ${why}`, ["choose the file that was saved by this page"]);
}

/** The day, as the user's calendar has it. */
function today(): string {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

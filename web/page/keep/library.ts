// The library: products that were scanned, and publishers that were seen, in the
// browser's own database on this device. Nothing in it is secret, and a crash
// loses at most the last scan.

import { bytesToHex } from "../../protocol/bytes.ts";
import type { Acquaintance } from "../product/checks.ts";
import { answer, database, done } from "./database.ts";
import { readKept } from "../scan/reading.ts";
import { idOf, type Origin, type Scanned } from "../scan/scanned.ts";

/** What is kept of a product: all but what follows from the payload. */
interface Item {
  readonly id: string;
  readonly payload: Uint8Array;
  readonly origin: Origin;
  readonly cover: Blob | undefined;
  readonly at: Date;
}

type Signer = Acquaintance & { readonly address: string; readonly first: string };

/** Keeps a product, and remembers its publisher. To keep one again changes nothing but its date. */
export async function keep(scanned: Scanned): Promise<void> {
  // The browser may clear what is not persistent when it needs the space.
  void navigator.storage?.persist?.();
  const { payload, origin, cover } = scanned;
  const item: Item = { id: idOf(scanned), payload, origin, cover, at: new Date() };
  const address = bytesToHex(scanned.header.binding.terms.signer);
  const transaction = (await database()).transaction(["products", "signers"], "readwrite");
  transaction.objectStore("products").put(item);
  const signers = transaction.objectStore("signers");
  if (!(await answer<Signer | undefined>(signers.get(address)))) {
    signers.put({ address, first: item.id, title: scanned.header.content.title, since: item.at } satisfies Signer);
  }
  await done(transaction);
}

/** What is known of a publisher by other products than this one. */
export async function acquaintance(scanned: Scanned): Promise<Acquaintance | undefined> {
  const signers = (await database()).transaction("signers").objectStore("signers");
  const signer = await answer<Signer | undefined>(signers.get(bytesToHex(scanned.header.binding.terms.signer)));
  return signer && signer.first !== idOf(scanned) ? signer : undefined;
}

/** The product of an id. */
export async function find(id: string): Promise<Scanned | undefined> {
  const products = (await database()).transaction("products").objectStore("products");
  const item = await answer<Item | undefined>(products.get(id));
  return item && restored(item);
}

/** All products, the last one first. */
export async function all(): Promise<(Scanned & { readonly at: Date })[]> {
  const products = (await database()).transaction("products").objectStore("products");
  const items = await answer<Item[]>(products.getAll());
  return items.sort((a, b) => b.at.getTime() - a.at.getTime()).map((item) => ({ ...restored(item), at: item.at }));
}

/** Forgets a product; its publisher stays known. */
export async function remove(id: string): Promise<void> {
  const transaction = (await database()).transaction("products", "readwrite");
  transaction.objectStore("products").delete(id);
  await done(transaction);
}

function restored({ payload, origin, cover }: Item): Scanned {
  return readKept(payload, origin, cover);
}

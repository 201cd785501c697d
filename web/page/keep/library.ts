// The library: products that were scanned, and publishers that were seen, in the
// browser's own database on this device. Nothing in it is secret, and a crash
// loses at most the last scan.

import { bytesToHex } from "../../protocol/bytes.ts";
import { readPayload } from "../../protocol/code.ts";
import type { Acquaintance } from "../product/checks.ts";
import { answer, database, done } from "./database.ts";
import { askToPersist } from "./persisting.ts";
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

/**
 * Keeps a product, and remembers its publisher. To keep one again changes nothing but
 * its date, and takes nothing away: of a code that holds everything no pointer is made.
 */
export async function keep(scanned: Scanned): Promise<void> {
  void askToPersist();
  const id = idOf(scanned);
  const at = new Date();
  const address = bytesToHex(scanned.header.binding.terms.signer);
  const transaction = (await database()).transaction(["products", "signers"], "readwrite");
  const written = done(transaction);
  const products = transaction.objectStore("products");
  const before = answer<Item | undefined>(products.get(id)).then((there) => products.put(merged(there, scanned, at)));
  const signers = transaction.objectStore("signers");
  const first = answer<Signer | undefined>(signers.get(address)).then((known) => {
    if (!known) signers.put({ address, first: id, title: scanned.header.content.title, since: at } satisfies Signer);
  });
  await Promise.all([before, first, written]);
}

function merged(there: Item | undefined, scanned: Scanned, at: Date): Item {
  const { payload, origin, cover = there?.cover } = scanned;
  if (there && scanned.parts === 0 && readPayload(there.payload).entries) return { ...there, cover, at };
  return { id: idOf(scanned), payload, origin, cover, at };
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

/** The chains that products here are sold on, of the last one first; Ethereum where there are none. */
export async function chainsOf(): Promise<number[]> {
  const chains = (await all()).map(({ header }) => header.binding.chainId);
  return [...new Set(chains.length > 0 ? chains : [1])];
}

/** Forgets a product and its file; its publisher stays known, and purchases and their keys stay. */
export async function remove(id: string): Promise<void> {
  const transaction = (await database()).transaction(["products", "wraps"], "readwrite");
  const written = done(transaction);
  transaction.objectStore("products").delete(id);
  transaction.objectStore("wraps").delete(id);
  await written;
}

function restored({ payload, origin, cover }: Item): Scanned {
  return readKept(payload, origin, cover);
}

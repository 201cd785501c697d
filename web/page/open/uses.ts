// How often a wrap was opened with a purchase on this device, and the greatest time
// that was seen (spec 6.5). What is limited is counted durably before its first byte
// is opened: a crash after that was an opening. Who clears the browser's data, or
// opens elsewhere, is not counted: rights bind honest terminals only.

import { checkOpening, readRight, type Right } from "../../protocol/rights.ts";
import { Failure } from "../../terminal/failure.ts";
import type { Use } from "../../terminal/open.ts";
import { nameOf, orderIn, type Purchase } from "../../terminal/purchase.ts";
import type { Storage } from "../../terminal/storage.ts";

/** What was seen of a purchase here. */
export interface Uses {
  /** Openings of the wrap, as far as they are limited. */
  readonly openings: number;
  /** The greatest time that any look at its rights saw, Unix seconds. */
  readonly latest: number;
}

/** What is counted: a purchase's openings of one issue of its wrap. */
export interface Counted {
  readonly storage: Storage;
  readonly purchase: Purchase;
  /** The wrap's id, 0x… */
  readonly wrap: string;
  readonly rights: readonly Right[];
  /** Unix seconds by this device's clock. */
  now(): number;
}

/** An opening that was counted. */
export interface Counting {
  /** What its rights are judged by. */
  readonly use: Use;
  /** Takes it back: it failed, and left nothing. */
  undo(): Promise<void>;
}

/** What was counted until now. */
export async function usesOf({ storage, purchase, wrap }: Omit<Counted, "rights" | "now">): Promise<Uses> {
  const [openings, latest] = await Promise.all([
    storage.get(openingsName(purchase, wrap)),
    storage.get(latestName(purchase)),
  ]);
  return { openings: Number(openings ?? "0"), latest: Number(latest ?? "0") };
}

/** When what was bought was paid, or, until the order is known, when its purchase was begun. Unix seconds. */
export function paidAt(purchase: Purchase): number {
  return orderIn(purchase)?.leaf.time ?? purchase.created;
}

/**
 * Counts an opening that begins, one tab at a time. Nothing is counted where nothing is limited.
 * @throws Failure "refused" where the rights of the tier are over; the time that was seen is kept
 */
export function count(counted: Counted): Promise<Counting> {
  const { storage, purchase, wrap, rights } = counted;
  return storage.alone(openingsName(purchase, wrap), async () => {
    const now = await seen(counted);
    const { openings } = await usesOf(counted);
    const use = { now, begun: purchase.created, openings };
    checkRights(rights, paidAt(purchase), use);
    if (!isCounted(rights, paidAt(purchase))) return { use, undo: () => Promise.resolve() };
    await storage.put(openingsName(purchase, wrap), String(openings + 1));
    return { use, undo: () => takeBack(counted) };
  });
}

/** Whether some right of a tier ends after so many openings. */
export function isCounted(rights: readonly Right[], paid: number): boolean {
  return rights.some((right) => {
    const { known, count } = readRight(right, paid);
    return known && count > 0;
  });
}

function checkRights(rights: readonly Right[], paid: number, { now, openings }: Use): void {
  try {
    checkOpening(rights, paid, now, openings);
  } catch (cause) {
    throw new Failure("refused", "what was bought was for a limited use, which is over", [], cause);
  }
}

/** The greatest time that was seen, and durable: a clock that is put back does not make a right longer. */
function seen({ storage, purchase, now }: Counted): Promise<number> {
  const name = latestName(purchase);
  return storage.alone(name, async () => {
    const latest = Math.max(Number((await storage.get(name)) ?? "0"), now(), paidAt(purchase));
    await storage.put(name, String(latest));
    return latest;
  });
}

function takeBack({ storage, purchase, wrap }: Counted): Promise<void> {
  const name = openingsName(purchase, wrap);
  return storage.alone(name, async () => {
    const openings = Number((await storage.get(name)) ?? "0");
    await storage.put(name, String(Math.max(0, openings - 1)));
  });
}

function openingsName(purchase: Purchase, wrap: string): string {
  return `openings/${nameOf(purchase)}/${wrap}`;
}

function latestName(purchase: Purchase): string {
  return `latest/${nameOf(purchase)}`;
}

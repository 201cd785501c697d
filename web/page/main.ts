// The page: the scan screen, or the product that the address names or carries.
//
//   #                   scan
//   #0x…                a product of the library, by its id
//   #0x…/1              the purchase of a tier of it
//   #(480 characters)   a code, as links carry it (spec 7); it is read, and taken out of the address

import { dangers, inspect } from "./product/checks.ts";
import { framedNotice, isFramed } from "./framed.ts";
import { goodsOf, shownPurchase } from "./goods.ts";
import { acquaintance, find, keep } from "./keep/library.ts";
import { purchasesOf } from "./purchased.ts";
import { storage } from "./keep/storage.ts";
import { keepWrap } from "./keep/wraps.ts";
import { workOffline } from "./offline.ts";
import { productScreen } from "./productscreen.ts";
import { readText } from "./scan/reading.ts";
import { idOf, type Scanned } from "./scan/scanned.ts";
import { scanScreen } from "./scanscreen.ts";
import type { Screen } from "./screen.ts";
import { failureText } from "./words.ts";
import { legible } from "../terminal/purchase.ts";

const main = document.getElementById("main")!;
const shortestCode = 480;

let current: Screen | undefined;
let shown = "";

/** Shows a screen, and lets the one before end what it began. */
function show(screen: Screen, title: string): void {
  current?.leave?.();
  current = screen;
  main.replaceChildren(...screen.content);
  document.title = title;
  scrollTo(0, 0);
}

async function showScan(problem?: string): Promise<void> {
  shown = "";
  show(await scanScreen({ storage, onScanned: open, problem }), "Shrinkwrap");
}

/** Shows what was scanned. What is dangerous is not kept, nor is its publisher remembered. */
async function open(scanned: Scanned): Promise<void> {
  const checks = inspect(scanned, await acquaintance(scanned).catch(() => undefined));
  const safe = dangers(checks).length === 0;
  let keptNow = false;
  if (safe) {
    keptNow = await keep(scanned).then(
      () => true,
      () => false, // a private window, or no space: the product is shown all the same
    );
  }
  const bought = keptNow ? purchasesOf(scanned, (await legible(storage).catch(() => undefined))?.purchases ?? []) : [];
  const file = keptNow && scanned.wrap ? keepWrap(scanned, scanned.wrap) : undefined;
  const id = keptNow ? idOf(scanned) : "";
  shown = id;
  const address = keptNow ? `#${id}` : location.pathname + location.search;
  if (location.hash !== `#${id}`)
    history[location.hash.length > shortestCode ? "replaceState" : "pushState"](null, "", address);
  show(
    productScreen({ scanned, checks, kept: keptNow, file, storage, bought, onLeave: leave }),
    `${scanned.header.content.title} – Shrinkwrap`,
  );
  main.focus({ preventScroll: true });
}

/** Shows the purchase of a tier; of what is dangerous there is none. */
async function showPurchase(scanned: Scanned, tier: number): Promise<void> {
  const checks = inspect(scanned, await acquaintance(scanned).catch(() => undefined));
  if (dangers(checks).length > 0) return open(scanned);
  const goods = goodsOf(scanned, tier);
  const purchase = await shownPurchase(storage, goods);
  shown = `${idOf(scanned)}/${tier}`;
  if (location.hash !== `#${shown}`) history.pushState(null, "", `#${shown}`);
  const { purchaseScreen } = await import("./purchasescreen.ts"); // what takes pairings and wallets is loaded here
  const screen = purchaseScreen({ goods, storage, purchase, onLeave: () => void open(scanned) });
  show(screen, `${goods.listing.tierName}, ${goods.listing.title} – Shrinkwrap`);
  main.focus({ preventScroll: true });
}

function leave(): void {
  history.pushState(null, "", location.pathname + location.search);
  void showScan().then(() => main.focus({ preventScroll: true }));
}

/** Shows what the address asks for. */
async function route(): Promise<void> {
  const fragment = location.hash.slice(1);
  if (fragment.length >= shortestCode) return openLink(location.href);
  const [, id, tier] = /^(0x[0-9a-f]{64})(?:\/(\d{1,3}))?$/.exec(fragment) ?? [];
  if (id === undefined) return showScan();
  if (fragment === shown) return;
  try {
    const scanned = await find(id);
    if (!scanned) return await showScan("This product is not in the library of this device: scan its code.");
    if (tier === undefined || !scanned.header.content.tiers[Number(tier)]) return await open(scanned);
    return await showPurchase(scanned, Number(tier));
  } catch (cause) {
    return showScan(failureText(cause));
  }
}

async function openLink(href: string): Promise<void> {
  try {
    await open(readText(href));
  } catch (cause) {
    history.replaceState(null, "", location.pathname + location.search);
    await showScan((cause as Error).message);
  }
}

// As a link this would be an address, and so another screen.
document.querySelector(".skip")!.addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
if (isFramed()) main.replaceChildren(framedNotice());
else start();

function start(): void {
  addEventListener("popstate", () => void route());
  void import("./open/diskfolder.ts").then(({ sweep }) => sweep()).catch(() => undefined); // no disk: nothing on it
  workOffline(document.getElementById("offline")!);
  void route();
}

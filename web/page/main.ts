// The page: the scan screen, or the product that the address names or carries.
//
//   #                   scan
//   #0x…                a product of the library, by its id
//   #(480 characters)   a code, as links carry it (spec 7); it is read, and taken out of the address

import { dangers, inspect } from "./checks.ts";
import { acquaintance, find, keep } from "./library.ts";
import { workOffline } from "./offline.ts";
import { productScreen } from "./productscreen.ts";
import { readText } from "./reading.ts";
import { idOf, type Scanned } from "./scanned.ts";
import { scanScreen } from "./scanscreen.ts";
import type { Screen } from "./screen.ts";

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
  show(await scanScreen({ onScanned: open, problem }), "Shrinkwrap");
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
  const id = keptNow ? idOf(scanned) : "";
  shown = id;
  const address = keptNow ? `#${id}` : location.pathname + location.search;
  if (location.hash !== `#${id}`)
    history[location.hash.length > shortestCode ? "replaceState" : "pushState"](null, "", address);
  show(
    productScreen({ scanned, checks, kept: keptNow, onLeave: leave }),
    `${scanned.header.content.title} – Shrinkwrap`,
  );
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
  if (!/^0x[0-9a-f]{64}$/.test(fragment)) return showScan();
  if (fragment === shown) return;
  const scanned = await find(fragment).catch(() => undefined);
  return scanned ? open(scanned) : showScan("This product is not in the library of this device: scan its code.");
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
addEventListener("popstate", () => void route());
workOffline(document.getElementById("offline")!);
void route();

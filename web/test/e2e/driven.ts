// A page in a browser that is driven from outside by what the W3C's protocols have.
// Playwright drives builds of its own, and Debian's are those that people have.

import assert from "node:assert/strict";

/** What engines differ in: how each is told. */
export interface Driven {
  /** For people: "Firefox 153.0". */
  readonly name: string;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Calls a function in the page, of values that JSON can have, and waits for what it gives. */
  run<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Clicks, as a finger does, on the only element that has an attribute `data-driven`. */
  press(): Promise<void>;
  /** Types keys to whatever has the focus. */
  type(keys: string): Promise<void>;
  /** Chooses a file on the disk. */
  choose(selector: string, path: string): Promise<void>;
  /** Sets how large the page is, as far as the engine's window can be. */
  resize(width: number, height: number): Promise<void>;
  /** A picture of what is seen, in PNG. */
  picture(): Promise<Buffer>;
  /** What must not have happened: errors, breaches of the policy, requests to strangers. */
  wrong(): readonly string[];
  /** Ends the browser and all of its processes. */
  end(): Promise<void>;
}

/** Keys that have no character (WebDriver, W3C: keyboard actions). */
export const keys = { tab: "\ue004", enter: "\ue007", escape: "\ue00c" } as const;

/** Milliseconds that anything may take: a machine may be busy. */
export const patience = 60_000;

/** Something to be pressed: elements of a selector, by their exact name or by how it begins. */
export interface Named {
  readonly of: string;
  readonly name?: string;
  readonly begins?: string;
}

/** Asks again and again until there is something. */
export async function until<A extends unknown[], R>(
  page: Driven,
  what: string,
  work: (...args: A) => R | undefined | false | Promise<R | undefined | false>,
  ...args: A
): Promise<R> {
  let last: unknown;
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((wait) => setTimeout(wait, 100))) {
    try {
      const got = await page.run(work, ...args);
      if (got !== undefined && got !== null && got !== false) return got as R;
    } catch (cause) {
      last = cause; // the page was left in between
    }
  }
  const seen = await page.run(() => `${location.href}\n${document.body.innerText}`).catch(String);
  assert.fail(`${page.name}: waited in vain for ${what}${last ? ` (${String(last)})` : ""}; there is:\n${seen}`);
}

/** Whether there is an element of such a name that can be used; it is marked to be pressed. Runs in the page. */
function mark({ of, name, begins }: Named): boolean {
  for (const before of document.querySelectorAll("[data-driven]")) before.removeAttribute("data-driven");
  const labelled = (it: Element): string =>
    it.getAttribute("aria-label") ?? ((it as HTMLInputElement).labels?.[0] ?? it).textContent ?? "";
  const found = [...document.querySelectorAll(of)].find((it) => {
    const words = labelled(it).replace(/\s+/g, " ").trim();
    const named = name === undefined ? words.startsWith(begins ?? "") : words === name;
    return named && it.getClientRects().length > 0 && !it.matches(":disabled");
  });
  if (!found) return false;
  found.setAttribute("data-driven", "");
  found.scrollIntoView({ block: "center" });
  return true;
}

/** Waits for an element, and presses it; one that was drawn anew in between is looked for again. */
export async function press(page: Driven, named: Named): Promise<void> {
  for (const end = Date.now() + patience; ;) {
    await until(page, JSON.stringify(named), mark, named);
    try {
      return await page.press();
    } catch (cause) {
      if (Date.now() > end) throw cause;
    }
  }
}

/** Waits until the page says something. */
export async function says(page: Driven, words: string): Promise<void> {
  await until(page, `"${words}"`, (words) => document.body.innerText.includes(words), words);
}

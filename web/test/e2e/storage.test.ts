// The durable store in a browser: across tabs, versions and a killed process.

import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { storageContract } from "../storagecontract.ts";
import { benchTab, serveBench } from "./keepsite.ts";
import type { keep as bench } from "./keepbench.ts";
import { textOf } from "./products.ts";
import { launch, launchIn, removeProfile, type Site, visit } from "./site.ts";

declare const keep: typeof bench;

let browser: Browser;
let site: Site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serveBench()]);
});
after(async () => {
  await browser.close();
  await site.close();
});

const tab = (context: BrowserContext, bare = false): Promise<Page> => benchTab(context, site, bare);

/** Tabs of one context, and nobody else's. */
async function tabs(count: number): Promise<{ pages: Page[]; context: BrowserContext; end(): Promise<void> }> {
  const { context, end } = await visit(browser, site);
  const pages: Page[] = [];
  while (pages.length < count) pages.push(await tab(context));
  return { pages, context, end };
}

for (const name of Object.keys(storageContract)) {
  test(name, async () => {
    const { pages, end } = await tabs(1);
    await pages[0]!.evaluate((which) => keep.storageContract[which]!(keep.storage), name);
    await end();
  });
}

test("of two tabs that add at once one wins, and both are told so", async () => {
  const { pages, end } = await tabs(2);
  const told = await Promise.all(
    pages.map((page, who) =>
      page.evaluate(
        (mine) =>
          Promise.all(Array.from({ length: 30 }, (_, n) => keep.storage.add(`seed ${n}`, `${mine} ${Math.random()}`))),
        who,
      ),
    ),
  );
  assert.deepEqual(told[0], told[1]);
  const kept = await pages[0]!.evaluate(() =>
    Promise.all(Array.from({ length: 30 }, (_, n) => keep.storage.get(`seed ${n}`))),
  );
  assert.deepEqual(kept, told[0]);
  await end();
});

test("two tabs that count alone lose no count", async () => {
  const { pages, end } = await tabs(2);
  await Promise.all(
    pages.map((page) =>
      page.evaluate(async () => {
        const one = async (): Promise<void> => {
          const n = Number((await keep.storage.get("n")) ?? "0");
          await new Promise((resolve) => setTimeout(resolve));
          await keep.storage.put("n", String(n + 1));
        };
        await Promise.all(Array.from({ length: 20 }, () => keep.storage.alone("count", one)));
      }),
    ),
  );
  assert.equal(await pages[0]!.evaluate(() => keep.storage.get("n")), "40");
  await end();
});

test("alone ends with its tab", async () => {
  const { pages, end } = await tabs(2);
  const [holder, waiter] = pages as [Page, Page];
  await holder.evaluate(
    () => new Promise<void>((resolve) => void keep.storage.alone("x", () => (resolve(), new Promise(() => undefined)))),
  );
  await waiter.evaluate(() => {
    void keep.storage.alone("x", () => keep.storage.put("mine", "yes"));
  });
  await waiter.waitForFunction(async () => {
    const { pending = [] } = await navigator.locks.query();
    return pending.length === 1 && pending[0]!.name === "shrinkwrap x";
  });
  assert.equal(await waiter.evaluate(() => keep.storage.get("mine")), undefined);
  await holder.close();
  await waiter.waitForFunction(async () => (await keep.storage.get("mine")) === "yes");
  await end();
});

test("what was put outlives a killed browser", async () => {
  const folder = mkdtempSync(join(tmpdir(), "profile-"));
  try {
    const first = await launchIn(folder);
    const page = await tab(first);
    const seed = await page.evaluate(async () => {
      const made = await keep.storage.add("seed", "of one purchase");
      await keep.storage.put("purchase/1", "sent");
      return made;
    });
    await kill(first);
    const second = await launchIn(folder);
    const again = await tab(second);
    const kept = await again.evaluate(async () => [
      await keep.storage.get("seed"),
      await keep.storage.get("purchase/1"),
      await keep.storage.add("seed", "another"),
    ]);
    assert.deepEqual(kept, [seed, "sent", seed]);
    await second.close();
  } finally {
    removeProfile(folder);
  }
});

/** Ends the browser's process, which writes nothing more. */
async function kill(context: BrowserContext): Promise<void> {
  const session = await context.browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const own = processInfo.find(({ type }) => type === "browser");
  assert.ok(own);
  const gone = new Promise((resolve) => context.once("close", resolve));
  process.kill(own.id, "SIGKILL");
  await gone;
}

/** Opens the database as a page of another version did, and holds it, or lets a newer page have it. */
function openAs(page: Page, version: number, heldBy: "a page that gives way" | "a page that does not"): Promise<void> {
  return page.evaluate(
    ([version, gives]) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("shrinkwrap", version);
        request.onupgradeneeded = () => {
          if (version > 1) return;
          request.result.createObjectStore("products", { keyPath: "id" });
          request.result.createObjectStore("signers", { keyPath: "address" });
        };
        request.onerror = () => reject(request.error!);
        request.onsuccess = () => {
          if (gives) request.result.onversionchange = () => request.result.close();
          Object.assign(globalThis, { held: request.result });
          resolve();
        };
      }),
    [version, heldBy === "a page that gives way"] as const,
  );
}

declare const held: IDBDatabase;

test("products that the first version of the page kept are there", async () => {
  const { context, end } = await visit(browser, site);
  const former = await tab(context, true);
  await openAs(former, 1, "a page that gives way");
  const page = await tab(context);
  const text = textOf({ title: "From before" });
  const id = await page.evaluate((text) => {
    const { header, payload } = keep.readText(text);
    Object.assign(globalThis, { payload });
    return `0x${Array.from(header.id, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }, text);
  await former.evaluate(
    ([id, payload]) =>
      new Promise<void>((resolve) => {
        const writing = held.transaction(["products", "signers"], "readwrite");
        const origin = { kind: "file", name: "old.png" };
        const at = new Date(0);
        const item = { id, payload: Uint8Array.from(payload), origin, cover: undefined, at };
        writing.objectStore("products").put(item);
        writing.objectStore("signers").put({ address: "0x00", first: id, title: "From before", since: at });
        writing.oncomplete = () => resolve();
      }),
    [id, await page.evaluate(() => Array.from((globalThis as unknown as { payload: Uint8Array }).payload))] as const,
  );
  const kept = await page.evaluate(async () => {
    await keep.storage.put("seed", "new");
    const all = await keep.library.all();
    return all.map(({ header, origin, at }) => [header.content.title, origin, at.getTime()]);
  });
  assert.deepEqual(kept, [["From before", { kind: "file", name: "old.png" }, 0]]);
  assert.equal(await page.evaluate(() => keep.storage.get("seed")), "new");
  await end();
});

/** What a failure says, with its hints. */
const failure = (page: Page): Promise<string> =>
  page.evaluate(() =>
    keep.storage.add("seed", "x").then(
      () => "none",
      (cause: { message: string; kind?: string; hints?: string[] }) =>
        `${cause.kind}: ${cause.message}; ${cause.hints?.join("; ")}`,
    ),
  );

test("a page that is older than another tab's says so, and keeps nothing", async () => {
  const { pages, context, end } = await tabs(1);
  await pages[0]!.evaluate(() => keep.storage.put("a", "1"));
  const newer = await tab(context, true);
  await openAs(newer, 99, "a page that gives way"); // it is let in at once
  assert.match(await failure(pages[0]!), /^refused: this browser keeps nothing here: a newer page .*; close all tabs/);
  await end();
});

test("a tab that holds an older database is named, and when it is closed all is well", async () => {
  const { context, end } = await visit(browser, site);
  const former = await tab(context, true);
  await openAs(former, 1, "a page that does not");
  const page = await tab(context);
  assert.match(await failure(page), /^refused: this browser keeps nothing here: another tab .*; close the other tabs/);
  await former.close();
  await page.waitForFunction(() => keep.storage.add("seed", "x").catch(() => undefined));
  await end();
});

test("where nothing can be kept there is no seed, and so nothing to sign with", async () => {
  const { context, end } = await visit(browser, site);
  await context.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      value: {
        open: () => {
          throw new DOMException("denied", "SecurityError");
        },
      },
    });
  });
  const page = await tab(context);
  assert.match(await failure(page), /^refused: this browser keeps nothing here: .*denied.*; leave the private window/);
  await end();
});

test("the browser is asked to keep the seed before there is one", async () => {
  const { pages, end } = await tabs(1);
  const log = await pages[0]!.evaluate(async () => {
    const log: string[] = [];
    navigator.storage.persist = () => (log.push("asked"), Promise.resolve(true));
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      log.push(`put ${String(key)}`);
      return put.call(this, value, key);
    };
    await keep.storage.add("seed", "x");
    return log;
  });
  assert.deepEqual(log, ["asked", "put seed"]);
  await end();
});

test("a full disk is told from a refusal, and of what did not fit nothing is there", async () => {
  const { pages, end } = await tabs(1);
  const page = pages[0]!;
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(site.url).origin, quotaSize: 1000 });
  const told = await page.evaluate(() =>
    keep.storage.put("a", "x".repeat(1 << 20)).then(
      () => "none",
      (cause: Error) => cause.message,
    ),
  );
  assert.equal(told, "this browser keeps nothing here: there is no room left");
  assert.equal(await page.evaluate(() => keep.storage.get("a")), undefined);
  await end();
});

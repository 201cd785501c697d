// The files of wraps: kept, rebuilt, fetched from where a code says, and chosen.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerResponse } from "node:http";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { serve as serveAs } from "../servers.ts";
import { benchTab, serveBench } from "./keepsite.ts";
import type { keep as bench } from "./keepbench.ts";
import { type Goods, textOf, wrapOf } from "./products.ts";
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

const sections = ["a.txt", "b.txt", "c.txt"].map((name) => ({ name, bytes: new Uint8Array(1_000_000).fill(5) }));
const goods: Goods = { title: "Elsewhere", sections };
const pointer = (hints: Goods["hints"] = []): string => textOf({ ...goods, hints }, true);
const whole = wrapOf(goods);
const damaged = whole.map((byte, i) => (i === 500_000 ? byte ^ 1 : byte));

test("a wrap that was scanned is kept, and is there on another day without being asked for", async () => {
  const { context, page, end } = await visit(browser, site);
  await page.goto(site.url);
  const small = wrapOf({ title: "A file" });
  await page.setInputFiles("#file", { name: "a.wrap", mimeType: "", buffer: small });
  await page.getByText("All of it is here: what you bought opens without a network.").waitFor();
  const other = await benchTab(context, site);
  const bytes = await other.evaluate(async () => {
    const [scanned] = await keep.library.all();
    const file = await keep.wraps.wrapOf(scanned!);
    return file && Array.from(new Uint8Array(await file.arrayBuffer()));
  });
  assert.deepEqual(bytes, Array.from(small));
  // A code of the same product, without its parts, takes nothing away.
  await page.goto(site.url);
  await page.fill("#text", textOf({ title: "A file" }, true));
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText("All of it is here").waitFor();
  await page.getByRole("button", { name: "Remove it" }).click();
  await page.getByRole("heading", { name: "What does this code sell?" }).waitFor();
  const gone = await other.evaluate(
    async (text) => (await keep.wraps.wrapOf(keep.readText(text))) === undefined,
    textOf({ title: "A file" }, true),
  );
  assert.ok(gone, "its file is kept on");
  await end();
});

test("a code that holds everything is its own wrap, and a pointer to it does not replace it", async () => {
  const { context, end } = await visit(browser, site);
  const page = await benchTab(context, site);
  const small: Goods = { title: "All in one", cover: new Uint8Array(30) };
  const bytes = await page.evaluate(
    async ([full, header]) => {
      await keep.library.keep(keep.readText(full));
      await keep.library.keep(keep.readText(header));
      const [scanned] = await keep.library.all();
      return Array.from(new Uint8Array(await (await keep.wraps.wrapOf(scanned!))!.arrayBuffer()));
    },
    [textOf(small), textOf(small, true)] as const,
  );
  assert.deepEqual(bytes, Array.from(wrapOf(small)));
  await end();
});

test("where there is no room that is said, and the product is kept all the same", async () => {
  const { context, page, end } = await visit(browser, site);
  await page.goto(site.url);
  await page.evaluate(() => {
    navigator.storage.estimate = () => Promise.resolve({ usage: 0, quota: (32 << 20) + 2_999_999 });
  });
  await page.setInputFiles("#file", { name: "a.wrap", mimeType: "", buffer: whole });
  await page.getByText("Its file of 3.0 MB does not fit on this device").waitFor();
  const other = await benchTab(context, site);
  const kept = await other.evaluate(async () => {
    const [scanned] = await keep.library.all();
    return [scanned!.header.content.title, (await keep.wraps.wrapOf(scanned!)) === undefined];
  });
  assert.deepEqual(kept, ["Elsewhere", true]);
  await page.reload();
  await page.getByText("Its file of 3.0 MB is elsewhere: it is fetched, or you choose it").waitFor();
  await end();
});

test("the file of a wrap is here when the one that was chosen is gone, on another day too", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shrinkwrap-web-"));
  const chosen = join(folder, "a.wrap");
  writeFileSync(chosen, whole);
  let context = await launchIn(join(folder, "profile"));
  try {
    const page = await context.newPage();
    await page.goto(site.url);
    await page.setInputFiles("#file", chosen);
    await page.getByText("All of it is here").waitFor();
    rmSync(chosen);
    const bytesIn = async (): Promise<number | string> => {
      const other = await benchTab(context, site);
      return other.evaluate(async () => {
        const [scanned] = await keep.library.all();
        const kept = await keep.wraps.wrapOf(scanned!);
        return kept!.arrayBuffer().then((bytes) => bytes.byteLength, String);
      });
    };
    assert.equal(await bytesIn(), whole.length);
    await context.close();
    context = await launchIn(join(folder, "profile"));
    assert.equal(await bytesIn(), whole.length);
  } finally {
    await context.close();
    removeProfile(folder);
  }
});

/** What a server of wraps does. */
type Serve = (response: ServerResponse) => void;

const file =
  (bytes: Uint8Array): Serve =>
  (response) =>
    void response.end(bytes);

/** What fetching gave: the bytes, or what was said; and what is here afterwards. */
interface Fetched {
  size: number | undefined;
  said: string;
  kept: boolean;
  told: number;
}

/** Fetches from servers, in their order, in a page that may do what pages do. */
async function fetched(...serving: readonly Serve[]): Promise<Fetched> {
  const servers = await Promise.all(
    serving.map((answer) =>
      serveAs((_, response) => {
        response.setHeader("access-control-allow-origin", "*");
        answer(response);
      }),
    ),
  );
  const { context, end } = await visit(browser, site, { allowed: servers.map(({ url }) => url) });
  try {
    const page = await benchTab(context, site);
    return await fetchIn(page, pointer(servers.map(({ url }) => ["wrap", `${url}/a.wrap`])));
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    await end();
  }
}

function fetchIn(page: Page, text: string): Promise<Fetched> {
  return page.evaluate(async (text) => {
    let told = 0;
    const scanned = keep.readText(text);
    const { signal } = new AbortController();
    const got = await keep.wraps.fetchWrap(scanned, signal, (done) => (told = done)).catch((cause: unknown) => cause);
    const failure = got as { message?: string; hints?: string[] };
    const kept = (await keep.wraps.wrapOf(scanned)) !== undefined;
    const said = got instanceof Blob ? "" : [failure.message, ...(failure.hints ?? [])].join("; ");
    return { size: got instanceof Blob ? got.size : undefined, said, kept, told };
  }, text);
}

test("a wrap is fetched from where its code says, and kept", async () => {
  assert.deepEqual(await fetched(file(whole)), { size: whole.length, said: "", kept: true, told: whole.length });
});

test("a copy with other hints than the code's is the same wrap", async () => {
  const copy = wrapOf({ ...goods, hints: [["wrap", `https://other.example/${"x".repeat(500)}`]] });
  assert.equal((await fetched(file(copy))).size, copy.length);
});

test("of several places one that is whole is enough", async () => {
  const { size, kept } = await fetched(file(damaged), file(whole));
  assert.deepEqual([size, kept], [whole.length, true]);
});

test("what is another's, damaged, too large, elsewhere or not there is not kept", async () => {
  const another = wrapOf({ ...goods, title: "Another" });
  const elsewhere: Serve = (response) => {
    if (response.req.url !== "/a.wrap") return file(whole)(response);
    response.writeHead(302, { location: "/b.wrap" }).end();
  };
  const missing: Serve = (response) => void response.writeHead(404).end();
  const endless: Serve = (response) => {
    const more = (): void => {
      if (!response.destroyed) response.write(Buffer.alloc(1 << 16), () => setImmediate(more));
    };
    more();
  };
  for (const [serving, words] of [
    [file(another), /file is not this wrap: .*another's/],
    [file(damaged), /section a.txt is not the signed one/],
    [file(Buffer.from("<html>")), /file is not this wrap/],
    [elsewhere, /127\.0\.0\.1:\d+: Failed to fetch/],
    [missing, /status 404/],
    [endless, /sends more than 3.3 MB, which is more than this wrap has/],
  ] as const) {
    const { size, said, kept } = await fetched(serving);
    assert.match(said, words);
    assert.match(said, /product's file was not found: .*; choose it if you have it: a .wrap of about 3.0 MB/);
    assert.deepEqual([size, kept], [undefined, false]);
  }
});

test("a code that names no place, or one that is not to be asked, has nobody asked", async () => {
  const { context, end } = await visit(browser, site);
  const page = await benchTab(context, site);
  for (const hints of [[], [["node", "https://a.example"]], [["wrap", "http://a.example/x.wrap"]]] as const) {
    assert.match((await fetchIn(page, pointer(hints))).said, /its code does not say where it is/);
  }
  await end();
});

test("fetching ends when its user does not want it any more", async () => {
  const server = await serveAs((_, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.write(whole.subarray(0, 1000)); // and nothing more
  });
  const { context, end } = await visit(browser, site, { allowed: [server.url] });
  const page = await benchTab(context, site);
  const name = await page.evaluate(
    (text) => {
      const wanted = new AbortController();
      return keep.wraps
        .fetchWrap(keep.readText(text), wanted.signal, () => wanted.abort())
        .catch((cause: Error) => cause.name);
    },
    pointer([["wrap", server.url]]),
  );
  assert.equal(name, "AbortError");
  await end();
  await server.close();
});

test("a file that the user chose is taken where it is this wrap, whole", async () => {
  const { context, end } = await visit(browser, site);
  const page = await benchTab(context, site);
  const offer = (bytes: Uint8Array): Promise<string | number> =>
    page.evaluate(
      async ([text, base64]) => {
        const given = new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "mine.wrap");
        const scanned = keep.readText(text);
        await keep.wraps.offerWrap(scanned, given).catch((cause: Error) => Promise.reject(new Error(cause.message)));
        return (await keep.wraps.wrapOf(scanned))!.size;
      },
      [pointer(), Buffer.from(bytes).toString("base64")] as const,
    );
  await assert.rejects(offer(wrapOf({ ...goods, title: "Another" })), /mine.wrap is not the file of "Elsewhere"/);
  await assert.rejects(offer(damaged), /section a.txt is not the signed one/);
  await assert.rejects(offer(Buffer.from("PK")), /mine.wrap is not the file of/);
  assert.equal(await offer(whole), whole.length);
  await end();
});

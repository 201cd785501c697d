// Documents with what lies beside them in their product: a book reads as it was made,
// and one that means harm gets nothing else.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { typeOf } from "../../page/kinds.ts";
import type { Product } from "../sealedwrap.ts";
import { buy, show } from "./bought.ts";
import { launch, serve, type Site, visit } from "./site.ts";
import { tarOf } from "./tar.ts";

let browser: Browser;
let site: Site;
let stranger: Server;
let heard = 0;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
  stranger = createServer((_, response) => response.end("x"));
  stranger.on("connection", () => heard++);
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
});
after(async () => {
  await browser.close();
  await site.close();
  stranger.closeAllConnections();
  await new Promise((resolve) => stranger.close(resolve));
});

/** Opens a product; nobody but the page's own site is asked, and no policy is broken. */
async function opened(product: Product, work: (page: Page) => Promise<void>): Promise<void> {
  const { page, end } = await visit(browser, site);
  await page.goto(site.url);
  await show(page, site.url, await buy(product));
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("heading", { name: "Here it is" }).waitFor();
  await work(page);
  await end();
}

const png = readFileSync(new URL("../../../docs/code.png", import.meta.url));
const svg = (words = ""): string => `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">${words}</svg>`;

/** A folder, and files beside it. */
function productOf(files: Record<string, string>, beside: Record<string, Uint8Array> = {}): Product {
  const folders = Object.keys(files).flatMap((path) => path.match(/^.*\//) ?? []);
  const all = { ...files, ...Object.fromEntries(folders.map((path) => [path, ""])) };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  const folder = { name: "book", media: "inode/directory", bytes: tarOf(sorted) };
  return {
    sections: [
      folder,
      ...Object.entries(beside).map(([name, bytes]) => ({ name, media: typeOf(name, "").media, bytes })),
    ],
  };
}

const book = productOf(
  {
    "one.html": `<link rel="stylesheet" href="style/book.css"><h1>One</h1><p style="background:url('../code.png')" id="p">Words</p>
      <img id="a" src="../code.png" srcset="../code.png 2x"><img id="b" src="pictures/dr%61w.svg"><svg width="9" height="9"><image id="c" href="../code.png" width="9" height="9"/></svg>
      <audio id="d" controls><source src="x.mp3"><source src="../silence.wav"></audio><audio id="e" src="../silence.wav"></audio><a href="text/two.html#there">On</a> <a href="three.md">Notes</a>
      <p id="low" style="margin-top:4000px">low</p>`,
    "pictures/draw.svg": svg('<rect width="60" height="40"/>'),
    "style/book.css": '@import "more.css"; h1{color:rgb(1,2,3)}',
    "style/more.css": "body{background-image:url(../../code.png)}",
    "text/two.html": `<h1>Two</h1><p style="margin-top:4000px" id="there">There</p><a href="../one.html">Back</a>`,
    "three.md": `# Three\n\n[to the end](#the-end-of-it) ![A code](../code.png) ![Drawn](pictures/draw.svg) ![Elsewhere](https://elsewhere.example/x.png)\n\n[Two](text/two.html)${"\n\nwords".repeat(200)}\n\n## The *end* of it!\n`,
  },
  { "code.png": png, "silence.wav": wav() },
);

/** A tenth of a second of silence. */
function wav(): Uint8Array {
  const bytes = Buffer.alloc(44 + 800, 0x80);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + 800, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.set([16, 0, 0, 0, 1, 0, 1, 0, 0x40, 0x1f, 0, 0, 0x40, 0x1f, 0, 0, 1, 0, 8, 0], 16);
  bytes.write("data", 36);
  bytes.writeUInt32LE(800, 40);
  return bytes;
}

test("a book in HTML shows the pictures, styles and sounds that lie beside it, and its links lead on in place", () =>
  opened(book, async (page) => {
    await page.getByRole("button", { name: "Read book/one.html" }).click();
    const frame = page.frameLocator("iframe.document");
    await frame.getByRole("heading", { name: "One" }).waitFor();
    await page.waitForFunction(() => {
      const all = document.querySelector<HTMLIFrameElement>("iframe.document")?.contentDocument;
      const width = (id: string): number => (all?.getElementById(id) as HTMLImageElement | null)?.naturalWidth ?? 0;
      const sound = all?.getElementById("e") as HTMLAudioElement | null;
      return width("a") > 60 && width("b") === 60 && (sound?.readyState ?? 0) > 0;
    });
    const told = await page.evaluate(() => {
      const document = window.document.querySelector<HTMLIFrameElement>("iframe.document")!.contentDocument!;
      const of = (at: string) => getComputedStyle(document.querySelector(at)!);
      const addresses = [...document.querySelectorAll("[src], [srcset], [href]")].flatMap((one) =>
        ["src", "srcset", "href"].map((name) => one.getAttribute(name)).filter((address) => address !== null),
      );
      return [of("h1").color, of("body").backgroundImage, of("#p").backgroundImage, ...addresses];
    });
    assert.equal(told[0], "rgb(1, 2, 3)");
    for (const address of told.slice(1)) assert.match(address, /^(url\(")?data:(image|audio)\/[a-z+]+;base64,/);
    assert.equal(told.length, 3 + 4, "two pictures and a sound, and one in a drawing");
    await frame.getByRole("link", { name: "On" }).click();
    await frame.getByText("There").waitFor();
    await page.waitForFunction(() => {
      const shown = document.querySelector<HTMLIFrameElement>("iframe.document")?.contentDocument;
      return (shown?.documentElement.scrollTop ?? 0) > 1000;
    });
    await page.getByRole("button", { name: "Close book/text/two.html" }).waitFor();
    assert.equal(await page.locator("iframe.document").count(), 1);
    await frame.getByRole("link", { name: "Back" }).focus();
    await page.keyboard.press("a"); // is no Enter
    await page.keyboard.press("Enter");
    await frame.getByRole("heading", { name: "One" }).waitFor();
    await frame.getByRole("link", { name: "Notes" }).click();
    await page.locator("div.prose").getByRole("heading", { name: "Three" }).waitFor();
  }));

test("a text in Markdown shows its pictures and drawings, and leads to its headings and other documents", () =>
  opened(book, async (page) => {
    await page.getByRole("button", { name: "Read book/three.md" }).click();
    const read = page.locator("div.prose");
    await read.getByRole("img", { name: "A code" }).waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>("div.prose img")!.naturalWidth > 60);
    assert.match((await read.locator("img").getAttribute("src"))!, /^blob:/);
    await page.frameLocator(".prose iframe").getByRole("img", { name: "Drawn" }).waitFor();
    await read.getByText("Picture: Elsewhere").waitFor();
    assert.equal(await read.locator("img").count(), 1);
    const before = page.url();
    await read.getByRole("link", { name: "to the end" }).press("Enter");
    await page.waitForFunction(
      () => document.querySelector(".prose .level-2")!.getBoundingClientRect().top < innerHeight,
    );
    assert.equal(page.url(), before);
    await read.getByRole("link", { name: "Two" }).click();
    await page.frameLocator("iframe.document").getByRole("heading", { name: "Two" }).waitFor();
  }));

test("addresses of documents get no file that was not opened, none that runs, and ask nobody", async () => {
  const url = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  const taken = "try{top.document.title='taken'}catch{};document.body.dataset.ran='yes'";
  const attack = `<h1>Shown</h1>
    <base href="${url}/"><link rel="stylesheet" href="${url}/a.css"><link rel="stylesheet" href="../evil.js"><link rel="stylesheet" href="evil.css">
    <script src="evil.js"></script><iframe src="inner.html"></iframe><object data="evil.svg"></object><embed src="evil.svg">
    <img src="inner.html" class="no"><img src="evil.js" class="no"><img src="fake.png" class="no"><img src="../../index.html" class="no"><img src="/icon.svg" class="no"><img src="../../../etc/passwd" class="no"><img src="..%2f..%2ficon.svg" class="no"><img src="\\\\127.0.0.1\\x.png" class="no"><img src="blob:${url}/x" class="no"><img src="//${url.slice(7)}/i.png" class="no" srcset="${url}/s.png 2x">
    <svg><image href="${url}/i.png" class="no"/><use href="evil.svg#x"/></svg><img src="evil.svg" id="drawn">
    <video src="list.m3u8" class="no"></video><audio src="list.wav" class="no" autoplay></audio><video src="${url}/v" poster="${url}/p" class="no"><track src="${url}/t.vtt" default><source src="${url}/s.mp4"></video>
    <a href="inner.html" id="inner" target="_top">in</a> <a href="../../x.html" id="out">out</a>`;
  const files = {
    "a.html": attack,
    "evil.css": `@import url(${url}/i.css); @import "evil.css"; @font-face{font-family:f;src:url(${url}/f.woff2)} body{font-family:f;background:url(${url}/bg.png)} h1::before{content:url("evil.svg")}`,
    "evil.js": taken,
    "evil.svg": svg(
      `<script>${taken}</script><image href="${url}/x.png"/><foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml" onload="${taken}"><iframe src="${url}/f"/></body></foreignObject><rect id="x" width="60" height="40"><set attributeName="href" to="${url}/set"/></rect>`,
    ),
    "fake.png": `<html><script>${taken}</script>`,
    "inner.html": `<h1>Inner</h1><script>${taken}</script>`,
    "list.m3u8": `#EXTM3U\n#EXTINF:9,\n${url}/seg.ts\n`,
    "list.wav": `#EXTM3U\n#EXTINF:9,\n${url}/seg.ts\n`,
  };
  heard = 0;
  const context = await browser.newContext(); // what a policy stops is told of on its console
  const page = await context.newPage();
  const answered: string[] = [];
  context.on("response", (response) => answered.push(response.url()));
  await page.goto(site.url);
  await show(page, site.url, await buy(productOf(files)));
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: "Read book/a.html" }).click();
  const frame = page.frameLocator("iframe.document");
  await frame.getByRole("heading", { name: "Shown" }).waitFor();
  await page.waitForFunction(() => {
    const all = document.querySelector<HTMLIFrameElement>("iframe.document")!.contentDocument;
    return (all!.getElementById("drawn") as HTMLImageElement).naturalWidth === 60;
  });
  await page.waitForTimeout(300); // what was begun has time to be heard of
  const given = await frame
    .locator(".no")
    .evaluateAll((all) =>
      all.flatMap((one) => ["src", "href", "srcset", "poster", "autoplay"].filter((name) => one.hasAttribute(name))),
    );
  assert.deepEqual(given, []);
  assert.equal(await frame.locator("script, iframe, object, embed, base, link, source[src], track[src]").count(), 0);
  await frame.locator("#out").click();
  await page.getByText("This link leads to ../../x.html").waitFor();
  await frame.locator("#inner").click();
  await frame.getByRole("heading", { name: "Inner" }).waitFor();
  assert.equal(await frame.locator("body").getAttribute("data-ran"), null);
  assert.doesNotMatch(await page.title(), /taken/);
  await context.close();
  const others = answered.filter((url) => !url.startsWith(site.url) && !/^(blob|data):/.test(url));
  assert.deepEqual([others, heard], [[], 0]);
});

const many = Object.fromEntries(
  Array.from({ length: 10_000 }, (_, n) => [`${String(n).padStart(4, "0")}.txt`, `words of ${n}`]),
);

test("of a folder of ten thousand files a hundred are listed, a name is found, and a link leads to any", () =>
  opened(productOf({ ...many, "index.html": '<a href="7777.txt">far</a>' }), async (page) => {
    const folder = page.locator(".folder");
    const rows = folder.locator(".file");
    await folder.getByText("1 to 100 of 10001 files").waitFor();
    assert.equal(await rows.count(), 100);
    await folder.getByRole("button", { name: "Previous" }).press("Enter"); // there is none
    await folder.getByRole("button", { name: "Next" }).press("Enter");
    await folder.getByText("101 to 200 of 10001 files").waitFor();
    await rows.filter({ hasText: "0150.txt" }).waitFor();
    const wanted = folder.getByRole("searchbox", { name: "Find a file in book" });
    await wanted.fill("nothing of that name");
    await folder.getByText("No file has such a name.").waitFor();
    await wanted.fill("INDEX");
    await folder.getByText("1 to 1 of 1 file", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Read book/index.html" }).click();
    await page.frameLocator("iframe.document").getByRole("link", { name: "far" }).click();
    await folder.getByText("7701 to 7800 of 10001 files").waitFor();
    await page.locator(".text").getByText("words of 7777").waitFor();
    assert.equal(await wanted.inputValue(), "");
  }));

// Which file of a product an address of a document is, if any.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Beside, pathOf } from "../page/open/beside.ts";
import { Inliner } from "../page/open/inlined.ts";
import { styleOf } from "../page/open/stylesheet.ts";

const from = "book/text/one.html";

test("an address is a path in the product, whatever its steps", () => {
  const paths: Record<string, string> = {
    "two.html": "book/text/two.html",
    "./two.html": "book/text/two.html",
    "../pictures/a.png": "book/pictures/a.png",
    "../../cover.png": "cover.png",
    "a/../b/./c.png": "book/text/b/c.png",
    "%C3%A4%20b.png": "book/text/ä b.png",
    "%2e%2E/a.png": "book/a.png",
    "a.png?v=2": "book/text/a.png",
    "?v": from,
    "a%3Fb%23c.png": "book/text/a?b#c.png",
    "a//b": "book/text/a//b", // which no file is named
  };
  for (const [address, path] of Object.entries(paths)) assert.equal(pathOf(from, address), path, address);
});

test("what leaves the product, or is elsewhere, is no path of it", () => {
  const others = ["../../../a.png", "..%2fa.png", "a%2Fb", "a%5cb", "..\\a.png", "a%00.png", "%ff.png", "%", "/a.png"];
  const elsewhere = [
    "//host/a",
    "\\\\host\\a",
    "https://host/a",
    "HTTPS:a",
    "javascript:alert(1)",
    "blob:x",
    "data:,x",
  ];
  for (const address of [...others, ...elsewhere]) assert.equal(pathOf(from, address), undefined, address);
});

const file = (path: string, text = "") => ({ path, media: "", executable: false, blob: new Blob([text]) });

test("only files that were opened are found, and no name that every object has", () => {
  const beside = new Beside([file(from), file("book/text/two.html"), file("cover.png")], () => undefined);
  const found = (address: string) => {
    const one = beside.find(from, address);
    return one && [one.file.path, one.fragment];
  };
  assert.deepEqual(found(" two.html#a%20b "), ["book/text/two.html", "a b"]);
  assert.deepEqual(found("#end"), [from, "end"]);
  assert.deepEqual(found("../../cover.png"), ["cover.png", ""]);
  for (const none of ["three.html", "../../__proto__", "../../constructor", "TWO.html", "../../../cover.png"])
    assert.equal(found(none), undefined, none);
});

/** Takes in every sheet and picture, and says so. */
const inliner = {
  missed: 0,
  media: ({ path }: { path: string }) => Promise.resolve(path.endsWith(".png") ? `data:${path}` : undefined),
  letters: ({ path }: { path: string }) => Promise.resolve(path.endsWith(".woff2") ? `data:${path}` : undefined),
  style: ({ blob }: { blob: Blob }) => blob.text(),
} as unknown as Inliner;

test("a style sheet takes in what it names, by the place of the sheet that names it", async () => {
  const beside = new Beside(
    [
      file("book/style/a.css", '@import "deep/b.css" print; p{background:url( "../p.png" )}'),
      file("book/style/deep/b.css", "@font-face{src:url(f.woff2)} @import url('b.css'); q{cursor:url(#x)}"),
      file("book/style/deep/f.woff2"),
      file("book/p.png"),
    ],
    () => undefined,
  );
  const made = await styleOf('@import "../style/a.css"; i{x:url(https://host/x.png)}', from, beside, inliner);
  assert.match(made, /^@media print\{@font-face\{src:url\("data:book\/style\/deep\/f\.woff2"\)\}/);
  assert.match(made, /p\{background:url\("data:book\/p\.png"\)\} i\{x:url\("data:,"\)\}$/);
  assert.doesNotMatch(made, /host|@import/);
});

test("style sheets that would be gone over again and again end", { timeout: 60_000 }, async () => {
  const beside = new Beside([], () => undefined);
  for (const text of [
    "url(" + " ".repeat(2_000_000),
    "url('".repeat(300_000),
    "@import a ".repeat(150_000),
    "@import " + "a".repeat(2_000_000),
    "@import  url( ".repeat(100_000),
  ])
    assert.doesNotMatch(await styleOf(text, from, beside, inliner), /url\("/);
});

test("a document takes in as many files as a page can hold, and says how many it does not", async () => {
  const taking = new Inliner();
  const sheet = (megabytes: number) => {
    const blob = { size: megabytes << 20, text: () => Promise.resolve("p{}") } as unknown as Blob;
    return taking.style({ path: "a.css", media: "", executable: false, blob });
  };
  const taken = [await sheet(63), await sheet(2), await sheet(1), await sheet(1)];
  assert.deepEqual(taken, ["p{}", undefined, "p{}", undefined]);
  assert.equal(taking.missed, 2);
});

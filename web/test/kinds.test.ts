// What a file is shown as.

import assert from "node:assert/strict";
import { test } from "node:test";
import { beginsAs, typeOf } from "../page/kinds.ts";

const head = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

test("the signed type counts, then the end of the name", () => {
  const cases: [path: string, media: string, kind: string, words: string][] = [
    ["a/tale.txt", "", "prose", "text"],
    ["a/TALE.MD", "", "markdown", "text (Markdown)"],
    ["page.html", "", "html", "web page"],
    ["page.html", "text/plain", "prose", "text"],
    ["tale.txt", "text/html; charset=utf-8", "html", "web page"],
    ["x", "Image/PNG", "image", "picture (PNG)"],
    ["x.png", "application/octet-stream", "other", "file"],
    ["x.svg", "", "drawing", "drawing (SVG)"],
    ["x", "audio/mp3", "audio", "sound (MP3)"],
    ["x.pdf", "", "pdf", "document (PDF)"],
    ["x", "text/x-unheard", "code", "text/x-unheard"],
    ["x", "", "other", "file"],
    ["png", "", "other", "file"],
    [".txt", "", "prose", "text"],
    ["dir.png/x", "", "other", "file"],
    ["x.constructor", "constructor", "other", "constructor"],
  ];
  for (const [path, media, kind, words] of cases) {
    const type = typeOf(path, media);
    assert.deepEqual([type.kind, type.words], [kind, words], `${path} ${media}`);
  }
});

test("what is shown by its type begins as such a file", () => {
  const good: Record<string, string> = {
    "a.png": "\x89PNG\r\n\x1a\n…",
    "a.jpg": "\xff\xd8\xff\xe0",
    "a.gif": "GIF89a",
    "a.webp": "RIFF\0\0\0\0WEBPVP8 ",
    "a.avif": "\0\0\0 ftypavif",
    "a.bmp": "BM....",
    "a.svg": ' \n<?xml version="1.0"?><!-- a > b --><!DOCTYPE svg><svg xmlns="x">',
    "a.mp3": "ID3\x03",
    "a.ogg": "OggS",
    "a.wav": "RIFF\0\0\0\0WAVE",
    "a.flac": "fLaC",
    "a.m4a": "\0\0\0 ftypM4A ",
    "a.mp4": "\0\0\0 ftypisom",
    "a.webm": "\x1a\x45\xdf\xa3",
    "a.pdf": "%PDF-1.7",
  };
  for (const [name, begin] of Object.entries(good)) {
    const type = typeOf(name, "");
    assert.ok(beginsAs(type, head(begin)), name);
    for (const other of ["<html><script>alert(1)</script>", "", "PK\x03\x04", begin.slice(0, 1)]) {
      assert.ok(!beginsAs(type, head(other)), `${name} begins with ${JSON.stringify(other)}`);
    }
  }
  assert.ok(beginsAs(typeOf("a.mp3", ""), head("\xff\xfb\x90")));
  assert.ok(!beginsAs(typeOf("a.svg", ""), head("<!-- <svg>")));
  assert.ok(!beginsAs(typeOf("a.svg", ""), head("<svgx>")));
});

test("no type is handed to the browser that could run in the page", () => {
  for (const name of [
    "a.html",
    "a.xhtml",
    "a.js",
    "a.css",
    "a.xml",
    "a.json",
    "a.txt",
    "a.md",
    "a.wasm",
    "a.svg",
    "a",
  ]) {
    assert.equal(typeOf(name, "").media, "application/octet-stream", name);
  }
  assert.equal(typeOf("a", "text/html").media, "application/octet-stream");
  assert.equal(typeOf("a.png", "image/svg+xml").media, "application/octet-stream");
});

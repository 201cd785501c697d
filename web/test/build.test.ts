// The committed page is what its sources make, and light enough for a phone.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { buildPage, committed } from "../build.ts";

const budget = 200_000; // bytes of compressed script, before the camera opens

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "page-"));
});
after(() => rmSync(folder, { recursive: true }));

/** The files of a folder and their bytes. */
function read(from: string): Map<string, Buffer> {
  const names = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    names
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(from.replace(/\/$/, "").length + 1), readFileSync(path)]),
  );
}

test("the committed page is what the sources make, each time", async () => {
  const [first, second] = [join(folder, "first"), join(folder, "second")];
  await buildPage(first);
  await buildPage(second);
  assert.deepEqual(read(second), read(first), "two builds differ");
  const [made, kept] = [read(first), read(committed)];
  assert.deepEqual([...kept.keys()], [...made.keys()], "web/dist is stale: make web");
  for (const [name, bytes] of made) assert.ok(bytes.equals(kept.get(name)!), `web/dist/${name} is stale: make web`);
});

/** The names in a text of files that are loaded with it: not of those that it asks for later. */
function loadedWith(text: string): string[] {
  const names = [...text.matchAll(/(?:\bfrom|\bimport|<script[^>]* src=)\s*["'`]\.\/(?:assets\/)?([\w.-]+\.js)["'`]/g)];
  return names.map(([, name]) => name!);
}

test("the scripts that come before the camera keep to their budget", () => {
  const files = read(committed);
  const camera = [...files.keys()].find((name) => name.includes("pictureworker"))!;
  const scripts = new Set(["serviceworker.js", camera]);
  const add = (text: string): void => {
    for (const name of loadedWith(text).map((asset) => `assets/${asset}`)) {
      if (scripts.has(name)) continue;
      scripts.add(name);
      add(files.get(name)!.toString());
    }
  };
  add(files.get("index.html")!.toString());
  assert.ok(scripts.size >= 3, "the page has no scripts");
  const bytes = [...scripts].reduce((sum, name) => sum + gzipSync(files.get(name)!, { level: 9 }).length, 0);
  assert.ok(bytes <= budget, `${bytes} bytes of compressed script, at most ${budget} are allowed`);
  const later = [...files.keys()].filter((name) => name.endsWith(".js") && !scripts.has(name));
  assert.ok(
    later.some((name) => name.includes("openworker")),
    "what opens is loaded before it is needed",
  );
});

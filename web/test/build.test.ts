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

test("its scripts keep to their budget", () => {
  const scripts = [...read(committed)].filter(([name]) => name.endsWith(".js"));
  assert.ok(scripts.length >= 3, "the page has no scripts");
  const bytes = scripts.reduce((sum, [, script]) => sum + gzipSync(script, { level: 9 }).length, 0);
  assert.ok(bytes <= budget, `${bytes} bytes of compressed script, at most ${budget} are allowed`);
});

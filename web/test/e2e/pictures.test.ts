// The pictures that docs shows can be taken of the page as it is now: each way to a
// screen is gone, and what docs keeps has the names and sizes of what is taken.

import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { takePictures } from "./picturing.ts";

const docs = fileURLToPath(new URL("../../../docs/", import.meta.url));
const taken = fileURLToPath(new URL("../../../build/pictures/", import.meta.url));
const largest = 250_000; // bytes of a picture, which everybody loads who reads the docs

/** The width and height of a picture (PNG, section 11.2.2). */
function sizeOf(picture: Buffer): [width: number, height: number] {
  return [picture.readUInt32BE(16), picture.readUInt32BE(20)];
}

test("the main screens are pictured, as docs shows them", async () => {
  mkdirSync(taken, { recursive: true });
  const names = (await takePictures(taken)).map((name) => `${name}.png`);
  const kept = readdirSync(docs).filter((name) => /^page-.*\.png$/.test(name));
  assert.deepEqual(names.toSorted(), kept.toSorted());
  for (const name of names) {
    const [now, then] = [taken, docs].map((folder) => readFileSync(`${folder}${name}`)) as [Buffer, Buffer];
    assert.deepEqual(sizeOf(now), sizeOf(then), name);
    assert.ok(then.length < largest, `${name} has ${then.length} bytes`);
  }
});

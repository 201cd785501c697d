// What the commands sealed, sold and opened opens here to the same bytes.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { openInWorker } from "../terminal/openclient.ts";
import { openWrap, type Opened } from "../terminal/open.ts";
import { withDemo } from "./boughtbygo.ts";
import { openWorker } from "./port.ts";

/** All files, the agreement among them, by their names. */
async function filesOf({ sections, agreement }: Opened): Promise<Map<string, string>> {
  assert.ok(typeof agreement === "object", `no agreement: ${String(agreement)}`);
  const files = [...sections.flatMap(({ files }) => files), agreement];
  const read = files.map(
    async ({ path, blob }) => [path, Buffer.from(await blob.arrayBuffer()).toString("hex")] as const,
  );
  return new Map((await Promise.all(read)).sort());
}

async function filesIn(folder: string): Promise<Map<string, string>> {
  const names = (await readdir(folder)).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "hex")] as const)),
  );
}

test("a product of the demo: the same files, the agreement and a copy for its buyer among them", async () => {
  await withDemo(async (bought) => {
    assert.equal(bought.length, 2);
    for (const { job, folder } of bought) {
      const expected = await filesIn(folder);
      assert.ok(expected.has("rights.json"));
      assert.deepEqual(await filesOf(await openWrap(job)), expected);
      assert.deepEqual(await filesOf(await openInWorker(openWorker, job)), expected);
    }
    const [text, letter] = bought;
    assert.ok((await filesIn(letter!.folder)).has("letter.txt")); // made by a release program
    await assert.rejects(openWrap({ ...text!.job, release: letter!.job.release }), { kind: "danger" });
  });
});

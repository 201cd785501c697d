// Opening holds what it works on, not the product.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { bytesToHex } from "../protocol/bytes.ts";
import { seal, seed } from "./sealedwrap.ts";
import { noise } from "./stream.ts";

const run = promisify(execFile);
const MiB = 1 << 20;

test("a section of 200 MiB opens in less memory than it has bytes", async () => {
  const bytes = noise(200 * MiB);
  bytes.fill(0, 100 * MiB); // what compresses to next to nothing, and what does not
  const wrap = await seal({ sections: [{ name: "film", bytes }] });
  const { header, escrow, release } = wrap.job(0);
  const folder = await mkdtemp(join(tmpdir(), "shrinkwrap-web-"));
  try {
    const [jobFile, wrapFile, out] = ["job.json", "film.wrap", "film"].map((name) => join(folder, name));
    const members = Object.entries({ header, escrow, release, seed }).map(([name, of]) => [name, bytesToHex(of)]);
    await writeFile(jobFile!, JSON.stringify(Object.fromEntries(members)));
    await writeFile(wrapFile!, wrap.wrap);
    const script = new URL("./openlarge.ts", import.meta.url).pathname;
    const { stdout } = await run(process.execPath, [script, jobFile!, wrapFile!, out!]);
    const { sha256, peak } = JSON.parse(stdout) as { sha256: string; peak: number };
    assert.equal(sha256, createHash("sha256").update(bytes).digest("hex"));
    assert.ok(peak < 200 * MiB, `held ${Math.round(peak / MiB)} MiB`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

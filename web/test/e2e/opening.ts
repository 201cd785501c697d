// Opens in Chromium what was sealed, by the worker that the page opens with, and
// measures that.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { bytesToHex } from "../../protocol/bytes.ts";
import { seal } from "../sealedwrap.ts";

const assets = fileURLToPath(new URL("../../dist/assets/", import.meta.url));

/** A product that waits in a file, and what opens it. */
export interface Sealed {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly sealedSize: number;
  /** An OpenJob without its wrap, with bytes as hexadecimal digits. */
  readonly job: Record<string, unknown>;
}

/** Seals a product of one section into a file. */
export async function sealInto(path: string, bytes: Uint8Array): Promise<Sealed> {
  const sealed = await seal({ sections: [{ name: "film", bytes }] });
  writeFileSync(path, sealed.wrap);
  const { wrap: _, ...job } = sealed.job(0);
  const plain = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return bytesToHex(value);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, plain(of)]));
  };
  return { path, bytes, sealedSize: sealed.wrap.length, job: plain(job) as Record<string, unknown> };
}

/** What an opening took. */
export interface Took {
  /** Milliseconds from asking for it until all bytes are there to be shown. */
  readonly opened: number;
  /** Milliseconds until the first sign of life: the proofs were verified. */
  readonly begun: number;
}

/**
 * Opens a product in the page, whose network is not used. Large ones are not read into the page.
 * @param look milliseconds from the start of the worker, as the page starts it when it shows its
 *   button, until the opening is asked for
 */
export async function open(page: Page, { path, bytes, job }: Sealed, look = 0): Promise<Took> {
  await page.evaluate(() => {
    document.getElementById("goods")?.remove();
    document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "goods" }));
  });
  await page.setInputFiles("#goods", path);
  const shown = Math.min(bytes.length, 2 << 20);
  const { digests, size, ...took } = await page.evaluate(inPage, { script: workerScript(), job, shown, look });
  assert.equal(size, bytes.length);
  const parts = [bytes.subarray(0, shown), bytes.subarray(bytes.length - shown)];
  assert.deepEqual(
    digests,
    parts.map((part) => createHash("sha256").update(part).digest("hex")),
  );
  return took;
}

/** The page's own worker, as it was built. */
function workerScript(): string {
  const found = readdirSync(assets).filter((name) => /^openworker-.*\.js$/.test(name));
  assert.equal(found.length, 1, "the built page has no worker that opens");
  return `./assets/${found[0]}`;
}

interface Work {
  readonly script: string;
  readonly job: Record<string, unknown>;
  readonly shown: number;
  readonly look: number;
}

interface Said {
  readonly type: "progress" | "result" | "error";
  readonly message?: string;
  readonly opened?: { sections: { files: { blob: Blob }[] }[] };
}

/** Runs in the page. */
async function inPage({ script, job, shown, look }: Work) {
  const revived = (value: unknown): unknown => {
    if (typeof value === "string" && value.startsWith("0x"))
      return Uint8Array.from(value.slice(2).match(/../g) ?? [], (digits) => parseInt(digits, 16));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, revived(of)]));
  };
  const wrap = (document.getElementById("goods") as HTMLInputElement).files![0]!;
  const { header, escrow, ...rest } = revived(job) as Record<string, unknown>;
  const ready = { wrap, header, escrow, ...rest };
  const worker = new Worker(script, { type: "module", name: crypto.randomUUID() });
  worker.postMessage({ type: "prepare", header, escrow });
  await new Promise((resolve) => setTimeout(resolve, look));
  const start = performance.now();
  let begun = 0;
  const blob = await new Promise<Blob>((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      begun ||= performance.now() - start;
      if (data.type === "error") reject(new Error(data.message));
      if (data.type === "result") resolve(data.opened!.sections[0]!.files[0]!.blob);
    };
    worker.postMessage({ type: "start", job: ready });
  });
  const first = await blob.slice(0, shown).arrayBuffer();
  const opened = performance.now() - start;
  worker.terminate();
  const last = await blob.slice(blob.size - shown).arrayBuffer();
  const hex = async (bytes: ArrayBuffer): Promise<string> =>
    [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
      .map((b) => b.toString(16).padStart(2, "0"))
      .join("");
  return { opened, begun, size: blob.size, digests: [await hex(first), await hex(last)] };
}

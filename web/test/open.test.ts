// Opening wraps, from bytes to files.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { contractsOf } from "../protocol/contracts.ts";
import { readFraud, verifyFraud } from "../protocol/fraud.ts";
import { readHeader } from "../protocol/header.ts";
import { productOf } from "../protocol/headersignature.ts";
import { affineG1 } from "../protocol/point.ts";
import { scalarBytes } from "../protocol/scalar.ts";
import { toAddress } from "../protocol/word.ts";
import { bytesSource } from "../protocol/source.ts";
import { type Collector, blobCollector } from "../terminal/collector.ts";
import { type OpenedFile } from "../terminal/folder.ts";
import { rawName } from "../terminal/freename.ts";
import { type Opened, type OpenJob, openWrap } from "../terminal/open.ts";
import { type OpenKind, OpenError } from "../terminal/openerror.ts";
import type { Progress } from "../terminal/progress.ts";
import { keyOf } from "../terminal/unlock.ts";
import { bytes } from "./members.ts";
import { seal, seed } from "./sealedwrap.ts";
import { stream } from "./stream.ts";
import { call, command, constant, write } from "./wasmmodule.ts";

const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const tar = (name: string): Uint8Array => {
  const file = new URL(`../../testdata/vectors/tar_${name}.json`, import.meta.url);
  return bytes(JSON.parse(readFileSync(file, "utf8")).in as Record<string, unknown>, "tar");
};
const folder = "inode/directory";
const marks = readFileSync(new URL("../../internal/program/shipped/watermark.wasm", import.meta.url));

async function content({ blob }: OpenedFile): Promise<string> {
  return Buffer.from(await blob.arrayBuffer()).toString();
}

const fails = (kind: OpenKind, job: OpenJob, message?: RegExp): Promise<void> =>
  assert.rejects(openWrap(job), (error: unknown) => {
    assert.ok(error instanceof OpenError, String(error));
    assert.equal(error.kind, kind, error.message);
    if (message) assert.match(error.message, message);
    return true;
  });

/** Paths of all files. */
const paths = ({ sections }: Opened): string[] => sections.flatMap(({ files }) => files.map(({ path }) => path));

test("a tier has its own sections, and no others", async () => {
  const wrap = await seal({
    sections: [
      { name: "both.txt", bytes: text("for both") },
      { name: "dear.md", media: "text/markdown", bytes: text("for one"), tiers: [1] },
      { name: "nothing", bytes: text("") },
    ],
    rights: [[], [["display"]]],
  });
  const cheap = await openWrap(wrap.job(0));
  assert.deepEqual(paths(cheap), ["both.txt", "nothing"]);
  const dear = await openWrap(wrap.job(1));
  assert.deepEqual(paths(dear), ["both.txt", "dear.md", "nothing"]);
  const [both, other, nothing] = dear.sections.map(({ files }) => files[0]!);
  assert.deepEqual([await content(both!), await content(other!), await content(nothing!)], ["for both", "for one", ""]);
  assert.deepEqual([both!.media, other!.media], ["text/plain", "text/markdown"]);
  // What a stranger made is never shown under its own media type.
  assert.equal(both!.blob.type, "application/octet-stream");
  assert.ok(dear.counts);
});

test("a wrap comes as bytes, as a blob, or as a stream; b does as well as the seed", async () => {
  const wrap = await seal({ sections: [{ name: "a.txt", bytes: text("a tale") }] });
  const job = wrap.job(0);
  const blob = new Blob([Uint8Array.from(wrap.wrap)]);
  const product = productOf(readHeader(wrap.header), {
    escrow: toAddress(job.escrow),
    ...contractsOf(toAddress(job.escrow)),
  });
  const { b } = keyOf({ seed, attempt: 0 }, { chainId: 1337, escrow: toAddress(job.escrow), product, tier: 0 });
  for (const more of [{}, { wrap: blob }, { wrap: blob.stream() }, { secret: { b: scalarBytes(b) } }]) {
    const { sections } = await openWrap({ ...job, ...more });
    assert.equal(await content(sections[0]!.files[0]!), "a tale");
  }
});

test("folders become their files", async () => {
  const wrap = await seal({ sections: [{ name: "album", media: folder, bytes: tar("ok_files") }] });
  const { sections } = await openWrap(wrap.job(0));
  const vector = JSON.parse(readFileSync(new URL("../../testdata/vectors/tar_ok_files.json", import.meta.url), "utf8"));
  const entries = vector.out.entries as { name: string; bytes: string }[];
  const files = entries.filter(({ name }) => !name.endsWith("/"));
  assert.deepEqual(
    sections[0]!.files.map(({ path }) => path),
    files.map(({ name }) => `album/${name}`),
  );
  for (const [i, file] of sections[0]!.files.entries()) {
    assert.equal(`0x${Buffer.from(await file.blob.arrayBuffer()).toString("hex")}`, files[i]!.bytes);
  }
  const folders = entries.filter(({ name }) => name.endsWith("/")).map(({ name }) => `album/${name.slice(0, -1)}`);
  assert.deepEqual(sections[0]!.folders, ["album", ...folders]);
});

test("a release program makes the product; without a receipt nothing runs, raw leaves the bytes", async () => {
  const section = { name: "tale.txt", bytes: text("A tale\n\nOnce.\n"), program: true };
  const wrap = await seal({ sections: [section], program: marks });
  const made = await openWrap(wrap.job(0));
  assert.deepEqual(paths(made), ["tale.txt"]);
  assert.match(await content(made.sections[0]!.files[0]!), /Once\./);
  assert.notEqual(await content(made.sections[0]!.files[0]!), "A tale\n\nOnce.\n");
  assert.equal(made.sections[0]!.failure, undefined);
  const { order: _, ...unproven } = wrap.job(0);
  await fails("pending", unproven, /receipt/);
  const raw = await openWrap({ ...unproven, raw: true });
  assert.deepEqual(paths(raw), ["tale.txt.raw"]);
  assert.equal(await content(raw.sections[0]!.files[0]!), "A tale\n\nOnce.\n");
  assert.equal(raw.agreement, "no receipt");
});

test("where a program fails there are the section's own bytes, and all else", async () => {
  const gives: [string, Uint8Array][] = [
    ["trap", command({ body: [0] })],
    ["exit", command({ imports: ["fd_write", "proc_exit"], body: [...write(0, 64, 1), ...call(1, 3)] })],
    ["unfit", text("no module")],
    [
      "output",
      command({ imports: ["fd_write"], memory: [0, 16], body: [0x03, 0x40, ...write(0, 0, 1 << 20), 0x0c, 0, 0x0b] }),
    ],
  ];
  for (const [reason, program] of gives) {
    const sections = [
      { name: "tale.txt", bytes: text("A tale"), program: true },
      { name: "TALE.TXT.RAW", bytes: text("as it is") },
    ];
    const wrap = await seal({ sections, program });
    const opened = await openWrap(wrap.job(0));
    assert.equal(opened.sections[0]!.failure?.reason, reason);
    assert.deepEqual(paths(opened), ["section-0-1.raw", "TALE.TXT.RAW"]);
    assert.equal(await content(opened.sections[0]!.files[0]!), "A tale");
    assert.ok(opened.counts);
  }
});

test("a program makes a folder of a folder, or fails", async () => {
  const copy = [
    ...[...constant(0), ...constant(1024), 0x36, 2, 0, ...constant(4), ...constant(60000), 0x36, 2, 0],
    ...[...call(0, 0, 0, 1, 8), 0x1a], // read into 1024
    ...[...constant(4), ...constant(8), 0x28, 2, 0, 0x36, 2, 0],
    ...[...call(1, 1, 0, 1, 12), 0x1a],
  ];
  const program = command({ imports: ["fd_read", "fd_write"], body: copy });
  const section = { name: "album", media: folder, bytes: tar("ok_files"), program: true };
  const { sections } = await openWrap((await seal({ sections: [section], program })).job(0));
  assert.ok(sections[0]!.files.every(({ path }) => path.startsWith("album/")));
  assert.ok(sections[0]!.files.length > 0);
  const bad = await openWrap((await seal({ sections: [{ ...section, bytes: text("none") }], program })).job(0));
  assert.equal(bad.sections[0]!.failure?.reason, "folder");
  assert.deepEqual(paths(bad), ["album.raw"]);
  assert.equal(bad.sections[0]!.fraud, undefined);
});

test("a program that took too long before is not run again", async () => {
  const endless = command({ body: [0x03, 0x40, 0x0c, 0, 0x0b] });
  const wrap = await seal({ sections: [{ name: "a", bytes: text("its own"), program: true }], program: endless });
  const opened = await openWrap({ ...wrap.job(0), overtime: [0] });
  assert.equal(opened.sections[0]!.failure?.reason, "time");
  assert.equal(await content(opened.sections[0]!.files[0]!), "its own");
});

test("damage ends it, wherever it is", async () => {
  const long = stream("long", 3 << 20);
  const wrap = await seal({
    sections: [
      { name: "a", bytes: text("a") },
      { name: "long", bytes: long },
      { name: "p", bytes: text("p"), program: true },
    ],
    program: marks,
  });
  const job = wrap.job(0);
  await openWrap(job);
  const damaged = (at: number): Uint8Array => {
    const copy = Uint8Array.from(wrap.wrap);
    copy[at]! ^= 1;
    return copy;
  };
  const inside = (what: Uint8Array): number => Buffer.from(wrap.wrap).indexOf(what);
  const places = {
    "the frame": 2,
    "the header": inside(wrap.header) + 60,
    "a section": inside(text("age-encryption.org")) + 200,
    "a piece": inside(text("sections/1.age")) + 2_000_000,
    "the list of pieces": inside(text("sections/1.pieces")) + 30,
    "the program": inside(text("program.wasm.zst")) + 40,
  };
  for (const [what, at] of Object.entries(places)) {
    await assert.rejects(openWrap({ ...job, wrap: damaged(at) }), { kind: "damage" }, what);
  }
  await fails("damage", { ...job, wrap: wrap.wrap.subarray(0, -1) });
  await fails(
    "damage",
    { ...job, wrap: (await seal({ sections: [{ name: "a", bytes: text("b") }] })).wrap },
    /another's/,
  );
});

test("what was not bought opens nothing", async () => {
  const wrap = await seal({ sections: [{ name: "a", bytes: text("a") }], rights: [[], []] });
  const [job, other] = [wrap.job(0), wrap.job(1)];
  await fails("danger", { ...job, release: other.release });
  await fails("danger", { ...job, tier: 1 });
  await fails("danger", { ...job, tier: 2 }, /no tier/);
  await fails("danger", { ...job, secret: { seed, attempt: 1 } });
  await fails("danger", { ...job, order: other.order }, /tier/);
  await fails("danger", { ...job, order: { ...job.order!, receipt: other.order!.receipt } }, /receipt/);
  const key = Uint8Array.from(job.order!.leaf);
  key.set(affineG1(keyOf({ seed: new Uint8Array(32), attempt: 0 }, { ...placeOf(job), tier: 0 }).B), 13 * 32);
  await fails("danger", { ...job, order: { ...job.order!, leaf: key } }, /release key/);
  await fails("danger", { ...job, escrow: new Uint8Array(20) });
});

function placeOf({ escrow, header }: OpenJob): {
  chainId: number;
  escrow: ReturnType<typeof toAddress>;
  product: ReturnType<typeof toAddress>;
} {
  const address = toAddress(escrow);
  return {
    chainId: 1337,
    escrow: address,
    product: productOf(readHeader(header), { escrow: address, ...contractsOf(address) }),
  };
}

test("a fraud is proven, and what is whole opens", async () => {
  const wrap = await seal({
    sections: [
      { name: "whole", bytes: text("whole") },
      { name: "key", bytes: text("sealed to the other tier"), to: [1] },
      { name: "less", bytes: text("less"), size: 5 },
      { name: "more", bytes: text("more"), size: 3 },
      { name: "torn", bytes: text("torn"), forged: (sealed) => sealed.subarray(0, -1) },
      { name: "album", media: folder, bytes: text("no tar at all") },
    ],
    rights: [[], []],
  });
  const honest = await openWrap(wrap.job(0));
  assert.deepEqual(
    honest.sections.map(({ name, fraud }) => [name, fraud?.kind]),
    [
      ["whole", undefined],
      ["key", "key"],
      ["less", "content"],
      ["more", "content"],
      ["torn", "encryption"],
      ["album", "folder"],
    ],
  );
  assert.deepEqual(paths(honest), [
    "whole",
    "fraud-1.json",
    "fraud-2.json",
    "fraud-3.json",
    "fraud-4.json",
    "fraud-5.json",
    "album.raw",
  ]);
  assert.ok(honest.counts);
  const escrow = toAddress(wrap.job(0).escrow);
  for (const { fraud, files, section } of honest.sections) {
    if (!fraud) continue;
    const proof = readFraud(text(await content(files[0]!)));
    const [at, size] = entryOf(wrap.wrap, section);
    const signed = await verifyFraud(proof, bytesSource(wrap.wrap.subarray(at, at + size)), {
      escrow,
      ...contractsOf(escrow),
    });
    assert.deepEqual(signed.signer, readHeader(wrap.header).binding.terms.signer);
  }
});

/** Offset and size of a section's sealed bytes, by its local header. */
function entryOf(wrap: Uint8Array, n: number): [number, number] {
  const name = `sections/${n}.age`;
  const at = Buffer.from(wrap).indexOf(name);
  return [at + name.length, Buffer.from(wrap).readUInt32LE(at - 30 + 22)];
}

test("a tier whose sections are all frauds was no opening", async () => {
  const wrap = await seal({ sections: [{ name: "a", bytes: text("a"), size: 2 }] });
  const opened = await openWrap(wrap.job(0));
  assert.equal(opened.counts, false);
});

test("rights that are over open nothing", async () => {
  const wrap = await seal({
    sections: [{ name: "a", bytes: text("a") }],
    rights: [[["display", "count=2"]], [["play", "elapsedTime=PT1M"]]],
  });
  const [counted, timed] = [wrap.job(0), wrap.job(1)];
  await openWrap({ ...counted, use: { ...counted.use, openings: 1 } });
  await fails("ended", { ...counted, use: { ...counted.use, openings: 2 } });
  await fails("ended", timed, /rights/); // 60 s after the payment
  await openWrap({ ...timed, use: { ...timed.use, now: timed.use.now - 1 } });
  // Without the order, the purchase's beginning stands for its time.
  const { order: _, ...unproven } = timed;
  await fails("ended", { ...unproven, use: { ...timed.use, now: timed.use.begun + 60 } });
});

test("a section that is named as the agreement is not overwritten", async () => {
  const wrap = await seal({
    sections: [
      { name: "Rights.JSON", bytes: text("a") },
      { name: "b", bytes: text("b"), tiers: [1] },
    ],
    rights: [[], []],
  });
  assert.equal((await openWrap(wrap.job(0))).agreement, "reserved");
});

test("progress comes to its end, and whoever leaves off stops it", async () => {
  const wrap = await seal({ sections: [{ name: "long", bytes: stream("long", 5 << 20) }] });
  const seen: Progress[] = [];
  await openWrap(wrap.job(0), { progress: (p) => seen.push(p) });
  for (const phase of ["checking", "opening"]) {
    const of = seen.filter((p) => p.phase === phase);
    assert.ok(of.length >= 5);
    assert.ok(of.every((p, i) => i === 0 || p.done > of[i - 1]!.done));
    assert.equal(of.at(-1)!.done, of.at(-1)!.total);
  }
  const controller = new AbortController();
  const left = openWrap(wrap.job(0), { signal: controller.signal, progress: () => controller.abort() });
  await assert.rejects(left, { kind: "cancelled" });
});

test("no byte is handed out before the digest covers it", async () => {
  const wrap = await seal({ sections: [{ name: "long", bytes: stream("long", 3 << 20) }] });
  const damaged = Uint8Array.from(wrap.wrap);
  damaged[damaged.length - 2000]! ^= 1; // in the last piece
  let written = 0;
  const collect = (): Collector => {
    const collector = blobCollector();
    return { ...collector, write: (part) => void (written += part.length) };
  };
  await assert.rejects(openWrap({ ...wrap.job(0), wrap: damaged }, { collect }), { kind: "damage" });
  assert.equal(written, 0);
});

test("names beside the sections", () => {
  assert.equal(rawName(["a", "b"], 1), "b.raw");
  assert.equal(rawName(["x".repeat(252)], 0), "section-0.raw");
  assert.equal(rawName(["a", "A.RAW", "section-0-1.RAW"], 0), "section-0-2.raw");
});

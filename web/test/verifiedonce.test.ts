// What is checked once for all that relies on it: nothing wrong comes through where it
// is not checked again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { sha256 as platformSha256 } from "../protocol/hashing.ts";
import { contractsOf } from "../protocol/contracts.ts";
import { readHeader, type Header } from "../protocol/header.ts";
import { gt, pairingsAgree } from "../protocol/pairing.ts";
import { Digester, pieceSize } from "../protocol/pieces.ts";
import { compressG1, g, type G1, h } from "../protocol/point.ts";
import { decodeRlp, encodeRlp, type Item } from "../protocol/rlp.ts";
import { blobSource, bytesSource, chunks } from "../protocol/source.ts";
import { SignatureError, VerifiedHeader } from "../protocol/verifiedheader.ts";
import { toAddress } from "../protocol/word.ts";
import { type OpenJob, openWrap } from "../terminal/open.ts";
import { openInWorker, type OpenWorker } from "../terminal/openclient.ts";
import { openWorker } from "./port.ts";
import { seal } from "./sealedwrap.ts";
import { noise } from "./stream.ts";

const text = (s: string): Uint8Array => new TextEncoder().encode(s);
const wrap = await seal({ sections: [{ name: "a.txt", bytes: text("a tale") }] });
const other = await seal({ sections: [{ name: "b.txt", bytes: text("another") }] });
const job = wrap.job(0);
const deploymentOf = (escrow: Uint8Array) => ({ escrow: toAddress(escrow), ...contractsOf(toAddress(escrow)) });
const deployment = deploymentOf(job.escrow);

/** The header with another item in place of one of its five. */
function changed(item: number, to: Item): Uint8Array {
  const items = decodeRlp(wrap.header) as Item[];
  return encodeRlp(items.map((of, i) => (i === item ? to : of)));
}

const forged = changed(
  3,
  noise(64).map((b, i) => (i === 32 ? b & 0x3f : b)),
);

test("a header is taken for a known one where all but hints is the same", () => {
  const known = readHeader(wrap.header);
  assert.equal(readHeader(wrap.header, known), known);
  const hinted = readHeader(changed(4, [[text("node"), text("https://node.example")]]), known);
  assert.deepEqual(hinted, { ...known, hints: [{ kind: "node", url: "https://node.example" }] });
  assert.throws(() => readHeader(changed(4, [[text("node")]]), known), RangeError);
  assert.notDeepEqual(readHeader(other.header, known).id, known.id);
  assert.notDeepEqual(readHeader(forged, known).signature, known.signature);
});

test("a wrong signature and wrong keys are no verified header", () => {
  assert.throws(() => VerifiedHeader.verify(readHeader(forged, readHeader(wrap.header)), deployment), SignatureError);
  const [version, content, binding, ...rest] = decodeRlp(wrap.header) as [Item, Item, Item[], ...Item[]];
  const pair = encodeRlp([version, content, binding.map((of, i) => (i === 3 ? compressG1(g) : of)), ...rest]);
  assert.throws(
    () => VerifiedHeader.verify(readHeader(pair, readHeader(wrap.header)), deployment),
    /not of one secret/,
  );
});

test("a verified header is that very header, for that deployment", () => {
  const header = readHeader(wrap.header);
  const verified = VerifiedHeader.verify(header, deployment);
  assert.ok(verified.isOf(header, deploymentOf(job.escrow)));
  assert.ok(!verified.isOf({ ...header }, deployment));
  assert.ok(!verified.isOf(readHeader(other.header), deployment));
  assert.ok(!verified.isOf(header, deploymentOf(new Uint8Array(20).fill(1))));
});

test("under a verified header a wrong receipt, and a header that is another's, are refused", async () => {
  const verified = VerifiedHeader.verify(readHeader(wrap.header), deployment);
  assert.equal((await openWrap(job, { verified })).counts, true);
  const receipt = compressG1(g);
  await assert.rejects(openWrap({ ...job, order: { ...job.order!, receipt } }, { verified }), /receipt is not/);
  await assert.rejects(openWrap({ ...job, header: other.header }, { verified }), { kind: "damage" });
  const unsigned = { ...job, header: forged };
  await assert.rejects(openWrap(unsigned, { verified }), { kind: "danger" });
  await assert.rejects(openWrap({ ...job, release: receipt }, { verified }), /release is not/);
});

test("a worker that was prepared opens as one that was not, and refuses as it", async () => {
  const prepared = (header: Header["bare"]) => (): OpenWorker => {
    const worker = openWorker();
    worker.postMessage({ type: "prepare", header, escrow: job.escrow });
    return worker;
  };
  const opens = async (header: Uint8Array, of: OpenJob): Promise<string> => {
    const { sections } = await openInWorker(prepared(header), of);
    return sections[0]!.files[0]!.blob.text();
  };
  for (const header of [wrap.header, other.header, forged, text("none")]) {
    assert.equal(await opens(header, job), "a tale");
    const receipt = compressG1(g);
    await assert.rejects(opens(header, { ...job, order: { ...job.order!, receipt } }), { kind: "danger" });
    await assert.rejects(opens(header, { ...job, header: forged }), { kind: "danger" });
  }
});

test("points that nobody checked are checked before they are paired", () => {
  const { Point } = bls12_381.G1;
  // On the curve, outside of the subgroup: x = 4 has a y, and the cofactor makes it unlikely otherwise.
  const y = bls12_381.fields.Fp.sqrt(68n);
  const outside = Point.fromAffine({ x: 4n, y }) as G1;
  assert.throws(() => outside.assertValidity());
  for (const bad of [outside, Point.ZERO as G1]) {
    assert.throws(() => gt(bad, h));
    assert.throws(() => pairingsAgree(bad, h, g, h));
    assert.throws(() => pairingsAgree(g, h, bad, h));
  }
  assert.throws(() => gt(g, bls12_381.G2.Point.ZERO as typeof h));
  assert.ok(pairingsAgree(g.multiply(6n), h.multiply(5n), g.multiply(15n), h.multiply(2n)));
  assert.ok(!pairingsAgree(g.multiply(6n), h.multiply(5n), g.multiply(15n), h.multiply(3n)));
});

test("pieces come by their hashes, whole, and the right ones", async () => {
  const bytes = noise(pieceSize + 5);
  const hashes = [bytes.subarray(0, pieceSize), bytes.subarray(pieceSize)].map((piece) => sha256(piece));
  assert.deepEqual(await platformSha256(bytes.subarray(pieceSize)), hashes[1]);
  const digester = (): Digester => new Digester(bytes.length, sha256(Buffer.concat(hashes)));
  const whole = digester();
  whole.updateHashed(pieceSize, hashes[0]!);
  assert.throws(() => whole.finish(), RangeError);
  whole.updateHashed(5, hashes[1]!);
  whole.finish();
  assert.throws(() => whole.updateHashed(1, hashes[0]!), RangeError);
  assert.throws(() => digester().updateHashed(pieceSize - 1, hashes[0]!), /no whole piece/);
  const wrong = digester();
  wrong.updateHashed(pieceSize, hashes[1]!);
  wrong.updateHashed(5, hashes[0]!);
  assert.throws(() => wrong.finish(), /digest is another's/);
});

test("a blob is read into one buffer, and is the same as its bytes", async () => {
  const bytes = noise(3_500_001);
  const read = async (source: ReturnType<typeof bytesSource>): Promise<[Buffer, number]> => {
    const out: Buffer[] = [];
    let fresh = 0;
    const counting = {
      size: source.size,
      read: (at: number, n: number, spare?: ArrayBufferLike) => ((fresh += spare ? 0 : 1), source.read(at, n, spare)),
    };
    for await (const chunk of chunks(counting)) out.push(Buffer.from(chunk));
    return [Buffer.concat(out), fresh];
  };
  const [got, fresh] = await read(blobSource(new Blob([Uint8Array.from(bytes)])));
  assert.ok(got.equals(bytes));
  assert.equal(fresh, 1);
  assert.ok((await read(bytesSource(bytes)))[0].equals(bytes));
  const short = blobSource(new Blob([Uint8Array.from(bytes.subarray(0, 10))]));
  assert.equal((await short.read(5, 10, new ArrayBuffer(10))).length, 5);
});

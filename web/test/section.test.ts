import assert from "node:assert/strict";
import { test } from "node:test";
import { sha256 } from "@noble/hashes/sha2.js";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { zstdCompressSync } from "node:zlib";
import { checkAgeHeader } from "../protocol/ageheader.ts";
import { pieceSize } from "../protocol/pieces.ts";
import { openSection, SectionError, type SignedBytes } from "../protocol/section.ts";
import { bytesSource, type Source } from "../protocol/source.ts";
import { Inflater } from "../protocol/zstd.ts";
import { stream } from "./stream.ts";

/** A section of some bytes, and the key that opens it. */
async function seal(plain: Uint8Array): Promise<{ sealed: Uint8Array; signed: SignedBytes; identity: string }> {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const sealed = await encrypter.encrypt(zstdCompressSync(plain));
  const hashes: Uint8Array[] = [];
  for (let at = 0; at < sealed.length; at += pieceSize) hashes.push(sha256(sealed.subarray(at, at + pieceSize)));
  const digest = sha256(Buffer.concat(hashes));
  return { sealed, signed: { size: plain.length, sealedSize: sealed.length, digest }, identity };
}

async function open(source: Source, signed: SignedBytes, identity: string, got: Uint8Array[] = []): Promise<Buffer> {
  for await (const part of openSection(source, signed, identity)) got.push(part.slice());
  return Buffer.concat(got);
}

const plain = Buffer.from(stream("plain", 3_000_000));

test("a section of several pieces opens, read a MiB at a time", async () => {
  const { sealed, signed, identity } = await seal(plain);
  let most = 0;
  const source = bytesSource(sealed);
  const counting: Source = { size: source.size, read: (at, n) => ((most = Math.max(most, n)), source.read(at, n)) };
  // Not all of it is held at once: the age header's bounds are looked at in the first 2 MiB.
  assert.ok((await open(counting, signed, identity)).equals(plain));
  assert.equal(most, 2 << 20);
});

test("no byte is seen before the digest covers the last one", async () => {
  const { sealed, signed, identity } = await seal(plain);
  sealed[sealed.length - 1]! ^= 1;
  const got: Uint8Array[] = [];
  await assert.rejects(open(bytesSource(sealed), signed, identity, got), { fault: "damage" });
  assert.equal(got.length, 0);
});

test("a disk that fails is no fault of the section's", async () => {
  const { sealed, signed, identity } = await seal(plain);
  const source = bytesSource(sealed);
  for (const failing of [0, 1, 3, 5]) {
    let reads = 0;
    const read = async (at: number, n: number): Promise<Uint8Array> => {
      if (reads++ === failing) throw new Error("disk failed");
      return source.read(at, n);
    };
    await assert.rejects(open({ size: source.size, read }, signed, identity), /^Error: disk failed/, `read ${failing}`);
  }
});

test("a malformed key is no fault of the section's", async () => {
  const { sealed, signed } = await seal(plain.subarray(0, 100));
  await assert.rejects(
    open(bytesSource(sealed), signed, "AGE-SECRET-KEY-1QQQQ"),
    (error) => !(error instanceof SectionError),
  );
});

test("a few bytes that hold gigabytes are inflated as they are asked for", () => {
  // Frame of 8 MiB's window, whose blocks repeat a byte 128 KiB times each.
  const block = Buffer.from([0x02, 0x00, 0x10, 0x61]);
  const frame = Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x68]),
    ...Array<Buffer>(1 << 15).fill(block),
  ]);
  const blocks = new Inflater(2 ** 40).push(frame);
  for (let i = 0; i < 100; i++) assert.equal(blocks.next().value?.length, 128 << 10);
});

test("an age header has bounds", async () => {
  const stanza = "-> X\n\n";
  const header = (stanzas: string): Source => bytesSource(Buffer.from(`age-encryption.org/v1\n${stanzas}--- AAAA\n`));
  await checkAgeHeader(header(stanza.repeat(1024)));
  await assert.rejects(checkAgeHeader(header(stanza.repeat(1025))), /more than 1024 stanzas/);
  await checkAgeHeader(header(`-> X${" a".repeat(128)}\n\n`));
  await assert.rejects(checkAgeHeader(header(`-> X${" a".repeat(129)}\n\n`)), /129 arguments/);
  await assert.rejects(checkAgeHeader(bytesSource(Buffer.alloc(3 << 20, "a"))), /does not end within/);
});

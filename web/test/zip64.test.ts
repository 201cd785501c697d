// Wraps of more than 4 GiB, which no vector can hold: their bytes are zeros that
// nobody keeps.

import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 } from "../protocol/crc32.ts";
import { piecesLength } from "../protocol/layout.ts";
import type { Source } from "../protocol/source.ts";
import { readArchive } from "../protocol/zip.ts";
import { buildFrame, type EntryRecord, mimetype, type Frame } from "../protocol/zipframe.ts";

const GiB = 2 ** 30;

/** A file of a frame and zeros; `change` is one of its bytes that is another. */
function sparse(frame: Frame, change = -1): Source {
  const parts: [number, Uint8Array][] = frame.locals.map((local, i) => [frame.offsets[i]! - local.length, local]);
  parts.push([frame.offsets[0]!, mimetype], [frame.size - frame.tail.length, frame.tail]);
  const read = async (offset: number, length: number): Promise<Uint8Array> => {
    const out = new Uint8Array(length);
    for (const [at, bytes] of parts) {
      const start = Math.max(at, offset);
      const end = Math.min(at + bytes.length, offset + length);
      if (start < end) out.set(bytes.subarray(start - at, end - at), start - offset);
    }
    if (change >= offset && change < offset + length) out[change - offset]! ^= 1;
    return out;
  };
  return { size: frame.size, read };
}

function wrapOf(...sizes: number[]): EntryRecord[] {
  const sections = sizes.flatMap((size, n) => [
    { name: `sections/${n}.age`, size, crc: n },
    { name: `sections/${n}.pieces`, size: piecesLength(size), crc: n },
  ]);
  const first = { name: "mimetype", size: mimetype.length, crc: crc32(mimetype) };
  return [first, { name: "header", size: 300, crc: 7 }, ...sections];
}

for (const [name, sizes] of Object.entries({
  "an entry of 2^32 − 2 bytes, and the central directory beyond 2^32": [2 ** 32 - 2],
  "an entry of 2^32 − 1 bytes": [2 ** 32 - 1],
  "an entry of 5 GiB, and one behind it": [5 * GiB, 2 * 2 ** 20],
  "offsets beyond 2^32 of small entries": [3 * GiB, 3 * GiB, 2 * 2 ** 20],
})) {
  test(`${name} are read`, async () => {
    const entries = wrapOf(...sizes);
    const got = await readArchive(sparse(buildFrame(entries)));
    assert.deepEqual(
      got.map(({ name, size }) => ({ name, size })),
      entries.slice(1).map(({ name, size }) => ({ name, size })),
    );
  });
}

test("every byte of a ZIP64 frame counts", async () => {
  const frame = buildFrame(wrapOf(5 * GiB, 2 * 2 ** 20));
  const at = frame.size - frame.tail.length;
  let refused = 0;
  for (let i = at; i < frame.size; i++) {
    await readArchive(sparse(frame, i)).then(
      () => assert.fail(`byte ${i - at} of the central directory`),
      () => refused++,
    );
  }
  assert.equal(refused, frame.tail.length);
});

test("the fields of a ZIP64 entry stand where APPNOTE.TXT has them", () => {
  const { locals, tail } = buildFrame(wrapOf(5 * GiB));
  const hex = Buffer.from(locals[2]!).toString("hex");
  const size = "0000004001000000";
  const name = Buffer.from("sections/0.age").toString("hex");
  assert.equal(
    hex,
    `504b03042d000008000000002100${"00000000"}${"ffffffff".repeat(2)}0e001400${name}01001000${size}${size}`,
  );
  // The list of pieces lies beyond 4 GiB, and is itself small.
  const list = Buffer.from("sections/0.pieces").toString("hex");
  assert.match(
    Buffer.from(tail).toString("hex"),
    new RegExp(`00800200008002001100${"0c00"}.{20}ffffffff${list}01000800`),
  );
  assert.match(Buffer.from(tail).toString("hex"), /504b06062c000000000000002d002d00.*504b0607.*504b050600000000/);
});

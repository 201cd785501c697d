// The inflater against the reference implementation, which Node has.

import assert from "node:assert/strict";
import { test } from "node:test";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { Inflater } from "../protocol/zstd.ts";
import { stream } from "./stream.ts";

function inflate(frames: Uint8Array, size: number, chunk = frames.length || 1): Buffer {
  const out: Uint8Array[] = [];
  const inflater = new Inflater(size);
  for (let at = 0; at < frames.length; at += chunk) {
    for (const bytes of inflater.push(frames.subarray(at, at + chunk))) out.push(bytes.slice());
  }
  inflater.finish();
  return Buffer.concat(out);
}

/** Words that repeat as text does: literals that compress, and matches from near and far. */
function prose(size: number): Buffer {
  const random = stream("prose", 4096);
  const words = Array.from({ length: 200 }, (_, i) =>
    Buffer.from(random.subarray(i * 5, i * 5 + 2 + (i % 7))).toString("base64"),
  );
  const parts: string[] = [];
  for (let n = 1, length = 0; length < size; n = (n * 48271) % 2147483647) {
    const word = words[(n % 200) % ((n % 199) + 1)]!;
    parts.push(word);
    length += word.length;
  }
  return Buffer.from(parts.join("")).subarray(0, size);
}

const contents: Record<string, Buffer> = {
  nothing: Buffer.alloc(0),
  "a byte": Buffer.from("a"),
  zeros: Buffer.alloc(1_000_000),
  noise: Buffer.from(stream("noise", 300_000)),
  prose: prose(3_000_000),
  "prose and noise": Buffer.concat([prose(200_000), stream("noise", 200_000), prose(200_000)]),
  "few symbols": Buffer.from(stream("noise", 400_000).map((b) => (b < 200 ? 97 : 97 + (b % 5)))),
};

for (const [name, content] of Object.entries(contents)) {
  test(`inflates ${name}, at every level`, () => {
    for (const level of [-5, 1, 3, 9, 15, 19]) {
      const params = { [constants.ZSTD_c_compressionLevel]: level, [constants.ZSTD_c_windowLog]: 20 };
      for (const checksum of [0, 1]) {
        const frame = zstdCompressSync(content, { params: { ...params, [constants.ZSTD_c_checksumFlag]: checksum } });
        assert.ok(inflate(frame, content.length).equals(content), `level ${level}`);
      }
    }
  });
}

test("how the frames are cut makes no difference", () => {
  const content = contents["prose and noise"]!;
  const frames = Buffer.concat([zstdCompressSync(content), zstdCompressSync(content)]);
  for (const chunk of [1, 2, 3, 5, 1000, 131_071]) {
    assert.ok(
      inflate(frames, 2 * content.length, chunk).equals(Buffer.concat([content, content])),
      `chunks of ${chunk}`,
    );
  }
  for (const cut of [1, 4, 5, 9, 100, frames.length / 2, frames.length - 1]) {
    assert.throws(() => inflate(frames.subarray(0, cut), 2 * content.length), RangeError, `cut after ${cut}`);
  }
});

// The reference lets bits of a Huffman stream stand behind its last symbol, which
// RFC 8878, 4.2.2 does not.
test("takes what the reference takes, but for the end of Huffman streams, and refuses what it refuses", () => {
  const content = Buffer.concat([prose(2000), stream("noise", 300), Buffer.alloc(300), prose(1500)]);
  const count = { taken: 0, refused: 0 };
  for (const level of [1, 7, 19]) {
    const params = { [constants.ZSTD_c_compressionLevel]: level };
    const frame = zstdCompressSync(content, { params, pledgedSrcSize: content.length });
    for (let at = 4; at < frame.length; at++) {
      for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const changed = Buffer.from(frame);
        changed[at]! ^= bit;
        compare(changed, count, `level ${level}, byte ${at}, bit ${bit}`);
      }
    }
  }
  assert.ok(count.taken > 100 && count.refused > 1000, JSON.stringify(count));
});

function compare(frame: Buffer, count: { taken: number; refused: number }, what: string): void {
  let want: Buffer | undefined;
  try {
    want = zstdDecompressSync(frame, { maxOutputLength: 1 << 20 });
  } catch {
    want = undefined;
  }
  let got: Buffer | undefined;
  try {
    got = inflate(frame, want?.length ?? 1 << 20);
  } catch (error) {
    assert.ok(error instanceof RangeError, `${what}: ${String(error)}`);
    if (/huffman stream|bitstream has no end/.test(error.message)) want = undefined;
  }
  assert.equal(got !== undefined, want !== undefined, what);
  if (want) assert.ok(got!.equals(want), what);
  count[want ? "taken" : "refused"]++;
}

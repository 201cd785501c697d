// Files in one ZIP file, as another reader finds them.

import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import { test } from "node:test";
import { archiveOf, fitsArchive } from "../page/open/archive.ts";
import { fileName } from "../page/open/saving.ts";
import type { OpenedFile } from "../terminal/folder.ts";
import { noise } from "./stream.ts";

const file = (path: string, bytes: Uint8Array, executable = false): OpenedFile => ({
  path,
  media: "",
  executable,
  blob: new Blob([Uint8Array.from(bytes)]),
});

/** Reads a ZIP file by its central directory (APPNOTE.TXT 4.3.12). */
function unzip(zip: Buffer): { path: string; mode: number; bytes: Buffer }[] {
  const end = zip.length - 22;
  assert.equal(zip.readUInt32LE(end), 0x06054b50);
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    assert.equal(zip.readUInt32LE(at), 0x02014b50);
    const [crc, size, name] = [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 24), zip.readUInt16LE(at + 28)];
    const path = zip.toString("utf8", at + 46, at + 46 + name);
    const local = zip.readUInt32LE(at + 42);
    assert.equal(zip.readUInt32LE(local), 0x04034b50);
    assert.ok(zip.subarray(local + 6, local + 30).equals(zip.subarray(at + 8, at + 32)), "the headers differ");
    const bytes = zip.subarray(local + 30 + name, local + 30 + name + size);
    assert.equal(crc32(bytes), crc);
    const mode = zip.readUInt32LE(at + 38) >>> 16;
    at += 46 + name;
    return { path, mode, bytes };
  });
}

test("files come out as they went in, with their names and modes", async () => {
  const large = noise(3_000_001);
  const files = [file("a.txt", Buffer.from("a")), file("b/ü 漢.bin", large), file("b/run", new Uint8Array(), true)];
  const found = unzip(Buffer.from(await (await archiveOf(files)).arrayBuffer()));
  assert.deepEqual(
    found.map(({ path, mode, bytes }) => [path, mode.toString(8), bytes.length]),
    [
      ["a.txt", "100644", 1],
      ["b/ü 漢.bin", "100644", large.length],
      ["b/run", "100755", 0],
    ],
  );
  assert.ok(found[1]!.bytes.equals(Buffer.from(large)));
});

test("what does not fit is refused, not cut off", async () => {
  const huge = { ...file("a", new Uint8Array()), blob: { size: 2 ** 32 - 50 } as Blob };
  assert.ok(!fitsArchive([huge]));
  await assert.rejects(archiveOf([huge]), RangeError);
  assert.ok(!fitsArchive(Array.from({ length: 65_535 }, () => file("a", new Uint8Array()))));
});

test("a title becomes the name of a file on every system", () => {
  const names: [string, string][] = [
    ["A Tale: of 2/3 \\ things?", "A Tale of 2 3 things"],
    ["../..", "product"],
    ["...", "product"],
    ["\u202egnp.exe", "gnp.exe"],
    ["漢字", "漢字"],
    ["x".repeat(300), "x".repeat(60)],
  ];
  for (const [title, name] of names) assert.equal(fileName(title), name, title);
});

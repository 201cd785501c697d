import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "../protocol/bytes.ts";
import { bytesSource } from "../protocol/source.ts";
import { checkEntry, readArchive, writeArchive } from "../protocol/zip.ts";
import { bytes, list, number, text } from "./members.ts";
import { stream } from "./stream.ts";
import { replay, step } from "./vectors.ts";

replay("archive", (v) => {
  const entries = list(v.in, "entries").map((of) => ({
    name: text(of, "name"),
    bytes: stream(text(of, "stream"), number(of, "size")),
  }));
  const parts = step("parse", () => writeArchive(entries));
  const file = Buffer.concat(parts);
  return { sha256: bytesToHex(sha256(file)), size: file.length };
});

replay("zip", async (v) => {
  const source = bytesSource(bytes(v.in, "zip"));
  const entries = await step("parse", async () => {
    const entries = await readArchive(source);
    for (const entry of entries) await checkEntry(source, entry);
    return entries;
  });
  const out = entries.map(async ({ name, offset, size }) => ({
    bytes: bytesToHex(await source.read(offset, size)),
    name,
  }));
  return { entries: await Promise.all(out) };
});

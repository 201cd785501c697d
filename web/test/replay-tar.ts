import { bytesToHex } from "../protocol/bytes.ts";
import { TarReader } from "../protocol/tar.ts";
import { bytes } from "./members.ts";
import { replay, step } from "./vectors.ts";

replay("tar", (v) => {
  const tar = bytes(v.in, "tar");
  const whole = step("parse", () => read(tar, tar.length));
  // A reader of a stream must not depend on how it is cut.
  for (const size of [1, 511, 512, 513]) {
    step("parse", () => {
      if (JSON.stringify(read(tar, size)) !== JSON.stringify(whole))
        throw new Error(`other entries in chunks of ${size}`);
    });
  }
  return { entries: whole };
});

function read(tar: Uint8Array, chunk: number): { bytes: string; name: string }[] {
  const out: { name: string; parts: Uint8Array[] }[] = [];
  const reader = new TarReader({
    begin: ({ name }) => out.push({ name, parts: [] }),
    write: (part) => out.at(-1)!.parts.push(part.slice()),
  });
  for (let at = 0; at < tar.length; at += chunk) reader.push(tar.subarray(at, at + chunk));
  reader.finish();
  return out.map(({ name, parts }) => ({ bytes: bytesToHex(Buffer.concat(parts)), name }));
}

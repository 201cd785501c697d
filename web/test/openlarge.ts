// Opens a large wrap, in a process of its own, as far as memory goes like a page's
// worker: the wrap is a file, and so is what is opened. Prints the hash of what was
// opened, and how many bytes of memory the process held at most. (The kernel's own
// figure of a child begins with what its parent held.)
//
//	node openlarge.ts JOB.json WRAP OUT

import { createHash } from "node:crypto";
import { closeSync, openAsBlob, openSync, readFileSync, writeSync } from "node:fs";
import { hexToBytes } from "../protocol/bytes.ts";
import type { Collector } from "../terminal/collector.ts";
import { openWrap } from "../terminal/open.ts";

const [jobFile = "", wrapFile = "", outFile = ""] = process.argv.slice(2);
const of = JSON.parse(readFileSync(jobFile, "utf8")) as Record<"header" | "escrow" | "release" | "seed", string>;

let peak = 0;

function fileCollector(): Collector {
  const file = openSync(outFile, "wx");
  return {
    write: (bytes) => {
      writeSync(file, bytes);
      peak = Math.max(peak, process.memoryUsage.rss());
    },
    finish: () => (closeSync(file), openAsBlob(outFile)),
    drop: () => closeSync(file),
  };
}

const { sections } = await openWrap(
  {
    wrap: await openAsBlob(wrapFile),
    header: hexToBytes(of.header),
    escrow: hexToBytes(of.escrow),
    tier: 0,
    secret: { seed: hexToBytes(of.seed), attempt: 0 },
    release: hexToBytes(of.release),
    use: { now: 0, begun: 0, openings: 0 },
  },
  { collect: fileCollector },
);
const hash = createHash("sha256");
for await (const part of sections[0]!.files[0]!.blob.stream()) hash.update(part);
process.stdout.write(JSON.stringify({ sha256: hash.digest("hex"), peak }));

// The random numbers of a release program (spec 6.7), the same in each run:
//
//   block i = HKDF(σ compressed(48), "SHRINKWRAP-V1-PROGRAM-RANDOM" ‖ i(8), 32)      i = 0, 1, 2 …

import { expand, extract } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { ascii, concat, integer } from "./bytes.ts";
import type { G1Compressed } from "./point.ts";

/** Random numbers of a receipt, without end: each call gives the next bytes. */
export type RandomNumbers = (size: number) => Uint8Array;

/** The random numbers that a receipt gives, from their beginning. */
export function randomNumbers(receipt: G1Compressed): RandomNumbers {
  const key = extract(sha256, receipt);
  let next = 0;
  let rest = new Uint8Array();
  return (size) => {
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size;) {
      if (rest.length === 0) rest = block(key, next++);
      const taken = rest.subarray(0, size - at);
      bytes.set(taken, at);
      rest = rest.subarray(taken.length);
      at += taken.length;
    }
    return bytes;
  };
}

function block(key: Uint8Array, i: number): Uint8Array<ArrayBuffer> {
  const info = concat(ascii("SHRINKWRAP-V1-PROGRAM-RANDOM"), integer(i, 8));
  return new Uint8Array(expand(sha256, key, info, 32));
}

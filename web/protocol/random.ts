// The random numbers of a release program (spec 6.7), the same in each run:
//
//   block i = HKDF(σ compressed(48), "SHRINKWRAP-V1-PROGRAM-RANDOM" ‖ i(8), 32)      i = 0, 1, 2 …

import { ascii, concat, integer } from "./bytes.ts";
import { hkdf } from "./hashing.ts";
import type { G1Compressed } from "./point.ts";

const blockLength = 32;

/** The first `size` bytes of the random numbers that a receipt gives. */
export function programRandom(receipt: G1Compressed, size: number): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(size / blockLength) }, (_, i) =>
    hkdf(receipt, concat(ascii("SHRINKWRAP-V1-PROGRAM-RANDOM"), integer(i, 8)), blockLength),
  );
  return concat(...blocks).slice(0, size);
}

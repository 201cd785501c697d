// Paths of an order to a peak of its account's log (spec 4.7): its siblings from
// the bottom up. The left ones are the peaks before the order, the right ones are
// made of the orders after it.

import { keccak } from "./hashing.ts";
import { checkIndex, isRight, peakOf, type Peaks } from "./peaks.ts";
import type { Hash } from "./word.ts";

/**
 * The path of order number `index` to the highest peak that the orders known
 * complete: the peaks before it, and all orders after it so far, from number
 * index + 1 on.
 */
export function pathOf(before: Peaks, index: number, later: readonly Hash[]): Hash[] {
  checkIndex(index);
  const path: Hash[] = [];
  for (let height = 0; ; height++) {
    const sibling = isRight(index, height) ? peakOf(before, height) : rightSibling(index, height, later);
    if (sibling === undefined) return path;
    path.push(sibling);
  }
}

// The node of a height to the right of the order's covers 2^height orders; it is
// undefined while some of them are to come.
function rightSibling(index: number, height: number, later: readonly Hash[]): Hash | undefined {
  const size = 2 ** height;
  const first = (Math.floor(index / size) + 1) * size;
  const orders = later.slice(first - index - 1, first - index - 1 + size);
  return orders.length === size ? nodeOf(orders) : undefined;
}

function nodeOf(nodes: readonly Hash[]): Hash {
  let level = nodes;
  while (level.length > 1) {
    level = level.flatMap((left, i) => (i % 2 === 0 ? [keccak(left, level[i + 1] as Hash)] : []));
  }
  return level[0] as Hash;
}

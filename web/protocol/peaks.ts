// The log of an account, a Merkle mountain range of its orders (spec 4.7).
//
//   node of height 0        an order
//   node of height h + 1    keccak(left ‖ right)
//   peaks[h]                the newest complete node of height h that had no right
//                           neighbour when it was made; overwritten, never cleared

import { equal } from "./bytes.ts";
import { keccak } from "./hashing.ts";
import type { Hash } from "./word.ts";

/** Orders of an account are counted with so many bits. */
const indexBits = 32;

/** peaks[0], peaks[1] … */
export type Peaks = readonly Hash[];

/** The peaks after order number `index` was appended. */
export function append(peaks: Peaks, index: number, order: Hash): Hash[] {
  checkIndex(index);
  const after = [...peaks];
  let node = order;
  let height = 0;
  for (; isRight(index, height); height++) node = keccak(peakOf(peaks, height), node);
  if (height > after.length) throw new RangeError(`peak of height ${after.length} is missing`);
  after[height] = node;
  return after;
}

/** The peaks of a log that grew from nothing. */
export function peaksOf(orders: readonly Hash[]): Hash[] {
  return orders.reduce((peaks: Hash[], order, index) => append(peaks, index, order), []);
}

/** Refuses a number that the log cannot have. */
export function checkIndex(index: number): void {
  if (Number.isInteger(index) && index >= 0 && index < 2 ** indexBits) return;
  throw new RangeError(`order number ${index} is not below 2^${indexBits}`);
}

/** Whether the node of this height above an order is a right one. */
export function isRight(index: number, height: number): boolean {
  return height < indexBits && ((index >>> height) & 1) === 1;
}

/** The peak of a height. */
export function peakOf(peaks: Peaks, height: number): Hash {
  const peak = peaks[height];
  if (peak === undefined) throw new RangeError(`peak of height ${height} is missing`);
  return peak;
}

/**
 * Checks that a log has an order: that its path leads to the peak of the path's
 * length, whether or not that bit of the count is set.
 */
export function checkPath(peaks: Peaks, index: number, order: Hash, path: readonly Hash[]): void {
  checkIndex(index);
  if (path.length > indexBits) throw new RangeError(`path has ${path.length} nodes, more than ${indexBits}`);
  const top = path.reduce((node, sibling, height) => {
    return isRight(index, height) ? keccak(sibling, node) : keccak(node, sibling);
  }, order);
  if (!equal(top, peakOf(peaks, path.length))) throw new Error("path does not lead to the peak of its height");
}

// What the specification says of all logs: how long a path stays good.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathOf } from "../protocol/path.ts";
import { append, checkPath, type Peaks, peaksOf } from "../protocol/peaks.ts";
import { type Hash, toHash } from "../protocol/word.ts";
import { stream } from "./stream.ts";

const count = 70;
const orders = Array.from({ length: count }, (_, i) => toHash(stream(`order ${i}`, 32)));

/** The peaks before each order, and after the last one. */
const histories: Peaks[] = [[]];
for (const [index, order] of orders.entries()) histories.push(append(histories[index] as Peaks, index, order));

/** Whether a path is good after so many orders. */
function good(after: number, index: number, path: readonly Hash[]): boolean {
  try {
    checkPath(histories[after] as Peaks, index, orders[index] as Hash, path);
    return true;
  } catch {
    return false;
  }
}

test("peaks that grow are the peaks of all orders", () => {
  for (const n of [0, 1, 2, 31, 32, 33, count]) assert.deepEqual(peaksOf(orders.slice(0, n)), histories[n]);
});

test("a path proves its order at once, and for at least half its age and one order more", () => {
  for (let index = 0; index < count; index++) {
    for (let after = index + 1; after <= count; after++) {
      const path = pathOf(histories[index] as Peaks, index, orders.slice(index + 1, after));
      assert.ok(good(after, index, path), `order ${index} of ${after}`);
      const age = after - index - 1;
      const until = Math.min(count, after + Math.floor((age + 1) / 2) + 1);
      for (let later = after; later <= until; later++) {
        assert.ok(good(later, index, path), `order ${index}, path of ${after}, after ${later}`);
      }
    }
  }
});

test("a path proves nothing else", () => {
  for (let index = 0; index < count; index++) {
    const path = pathOf(histories[index] as Peaks, index, orders.slice(index + 1));
    for (let other = 0; other < count; other++) {
      const order = orders[other] as Hash;
      const check = (): void => checkPath(histories[count] as Peaks, index, order, path);
      if (other !== index) assert.throws(check, `${other} by the path of ${index}`);
    }
    for (const [height] of path.entries()) {
      const spoilt = path.map((node, i) => (i === height ? (orders[index] as Hash) : node));
      assert.ok(!good(count, index, spoilt));
    }
  }
});

test("numbers have 32 bits", () => {
  const order = orders[0] as Hash;
  for (const index of [-1, 0.5, 2 ** 32, Number.NaN]) {
    assert.throws(() => checkPath([order], index, order, []), /order number/);
    assert.throws(() => append([], index, order), /order number/);
    assert.throws(() => pathOf([], index, []), /order number/);
  }
  const full = Array.from({ length: 32 }, (_, i) => toHash(stream(`peak ${i}`, 32)));
  const last = append(full, 2 ** 32 - 1, order);
  assert.equal(last.length, 33);
  checkPath(last, 2 ** 32 - 1, order, full);
  assert.throws(() => checkPath([...last, order], 2 ** 32 - 1, order, [...full, order]), /33 nodes, more than 32/);
});

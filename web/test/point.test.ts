// What the vectors cannot say of the points' forms: all flags, all forms.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bls12_381 } from "@noble/curves/bls12-381.js";
import { concat, integer, toNumber } from "../protocol/bytes.ts";
import {
  affineG1,
  affineG2,
  compressG1,
  compressG2,
  g,
  type G1,
  type G2,
  h,
  parseG1,
  parseG1Affine,
  parseG2,
  parseG2Affine,
} from "../protocol/point.ts";
import { scalarOfRandom } from "../protocol/scalar.ts";
import { stream } from "./stream.ts";

const p = bls12_381.fields.Fp.ORDER;

const scalars = Array.from({ length: 16 }, (_, i) => scalarOfRandom(stream(`point ${i}`, 48)));

/** Bytes with other flags in the first byte. */
function flagged(bytes: Uint8Array, flags: number): Uint8Array {
  return Uint8Array.from(bytes, (byte, i) => (i === 0 ? (byte & 0x1f) | flags : byte));
}

const allFlags = [0x00, 0x20, 0x40, 0x60, 0x80, 0xa0, 0xc0, 0xe0];

test("points come back from both forms", () => {
  for (const k of scalars) {
    const [one, two] = [g.multiply(k), h.multiply(k)];
    assert.ok(parseG1(compressG1(one)).equals(one));
    assert.ok(parseG1Affine(affineG1(one)).equals(one));
    assert.ok(parseG2(compressG2(two)).equals(two));
    assert.ok(parseG2Affine(affineG2(two)).equals(two));
  }
});

test("a compressed point has flag 0x80, and 0x20 for its negative; nothing else is read", () => {
  for (const k of scalars) {
    const [one, two] = [g.multiply(k), h.multiply(k)];
    for (const flags of allFlags) {
      const [as1, as2] = [flagged(compressG1(one), flags), flagged(compressG2(two), flags)];
      if ((flags & 0xc0) !== 0x80) {
        assert.throws(() => parseG1(as1), RangeError, `G1 with flags ${flags}`);
        assert.throws(() => parseG2(as2), RangeError, `G2 with flags ${flags}`);
        continue;
      }
      assert.equal(parseG1(as1).equals(one), (compressG1(one)[0]! & 0xe0) === flags);
      assert.equal(parseG2(as2).equals(two), (compressG2(two)[0]! & 0xe0) === flags);
      assert.deepEqual(Uint8Array.from(compressG1(parseG1(as1))), as1);
      assert.deepEqual(Uint8Array.from(compressG2(parseG2(as2))), as2);
    }
  }
});

test("an affine point has no flags", () => {
  for (const flags of allFlags.slice(1)) {
    assert.throws(() => parseG1Affine(flagged(affineG1(g), flags)));
    assert.throws(() => parseG2Affine(flagged(affineG2(h), flags)));
  }
});

test("every coordinate is below the modulus, wherever it stands", () => {
  // p and coordinate + p fit 48 bytes beside the flags only while they are below 2^381.
  const raised = (bytes: Uint8Array, at: number): Uint8Array => {
    const n = toNumber(bytes.slice(at, at + 48)) + p;
    return concat(bytes.slice(0, at), integer(n, 48), bytes.slice(at + 48));
  };
  for (const k of scalars) {
    const [one, two] = [g.multiply(k), h.multiply(k)];
    for (const at of [0, 48]) assert.throws(() => parseG1Affine(raised(affineG1(one), at)), `G1 ${at}`);
    for (const at of [0, 48, 96, 144]) assert.throws(() => parseG2Affine(raised(affineG2(two), at)), `G2 ${at}`);
    const c0 = toNumber(compressG2(two).slice(48)) + p;
    assert.throws(() => parseG2(concat(compressG2(two).slice(0, 48), integer(c0, 48))), "c0 of x");
  }
});

test("a point with a small x has no second form", () => {
  // Such points have x + p below 2^381, so that it fits in front of the flags.
  let found = 0;
  for (let x = 0n; found < 20; x++) {
    if (fromX(x) === undefined) continue;
    const second = flagged(integer(x + p, 48), 0x80);
    assert.equal(second[0]! & 0xe0, 0x80);
    assert.throws(() => parseG1(second), /field element/, `x = ${x} + p`);
    found++;
  }
});

function fromX(x: bigint): G1 | undefined {
  const { Fp } = bls12_381.fields;
  try {
    return bls12_381.G1.Point.fromAffine({ x, y: Fp.sqrt(Fp.add(Fp.mul(Fp.sqr(x), x), 4n)) });
  } catch {
    return undefined;
  }
}

test("one form is not taken for another of the same length, nor one group for the other", () => {
  for (const k of scalars) {
    const [one, two] = [g.multiply(k), h.multiply(k)];
    assert.throws(() => parseG2(affineG1(one)), /no compression flag/);
    assert.throws(() => parseG1Affine(compressG2(two)));
    assert.throws(() => parseG1(affineG1(one)), /has 96 bytes, want 48/);
    assert.throws(() => parseG2(affineG2(two)), /has 192 bytes, want 96/);
  }
  for (const parse of [parseG1, parseG1Affine, parseG2, parseG2Affine]) {
    assert.throws(() => parse(new Uint8Array()), RangeError);
  }
});

test("points outside the subgroup are refused, in all forms", () => {
  let found = 0;
  for (let x = 1n; found < 20; x++) {
    const point = fromX(x);
    if (point === undefined || point.isTorsionFree()) continue;
    found++;
    const { y } = point.toAffine();
    assert.throws(() => parseG1Affine(concat(integer(x, 48), integer(y, 48))), `x = ${x}`);
    for (const flags of [0x80, 0xa0]) assert.throws(() => parseG1(flagged(integer(x, 48), flags)), `x = ${x}`);
  }
});

test("the identity is neither read nor written", () => {
  const [none1, none2]: [G1, G2] = [g.subtract(g), h.subtract(h)];
  assert.throws(() => compressG1(none1), /identity/);
  assert.throws(() => affineG1(none1), /identity/);
  assert.throws(() => compressG2(none2), /identity/);
  assert.throws(() => affineG2(none2), /identity/);
  assert.throws(() => parseG1(Uint8Array.from(bls12_381.G1.Point.ZERO.toBytes(true))), /identity/);
  assert.throws(() => parseG2(Uint8Array.from(bls12_381.G2.Point.ZERO.toBytes(true))), /identity/);
  assert.throws(() => parseG1Affine(new Uint8Array(96)), /identity/);
  assert.throws(() => parseG2Affine(new Uint8Array(192)), /identity/);
});

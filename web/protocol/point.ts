// Points of BLS12-381 (spec 1.1).
//
//   G1 compressed   flags and x                         48 bytes
//   G1 affine       x ‖ y                               96
//   G2 compressed   flags and x.c1 ‖ x.c0               96
//   G2 affine       x.c0 ‖ x.c1 ‖ y.c0 ‖ y.c1          192
//
// The flags of the compressed form are the first byte's three highest bits:
// 0x80 compressed (always set), 0x40 the identity (refused), 0x20 y is the larger
// root. The affine form has none: a coordinate below p leaves these bits 0.

import { bls12_381 } from "@noble/curves/bls12-381.js";
import type { WeierstrassPoint } from "@noble/curves/abstract/weierstrass.js";
import { concat } from "./bytes.ts";

declare const brand: unique symbol;

type Fp2 = { c0: bigint; c1: bigint };

/** A point of G1. One that was read is in the subgroup and not the identity; one that was computed may be it. */
export type G1 = WeierstrassPoint<bigint>;

/** A point of G2, as {@link G1}. */
export type G2 = WeierstrassPoint<Fp2>;

/** 48 bytes. */
export type G1Compressed = Uint8Array & { readonly [brand]: "G1 compressed" };
/** 96 bytes. */
export type G1Affine = Uint8Array & { readonly [brand]: "G1 affine" };
/** 96 bytes. */
export type G2Compressed = Uint8Array & { readonly [brand]: "G2 compressed" };
/** 192 bytes. */
export type G2Affine = Uint8Array & { readonly [brand]: "G2 affine" };

const { Fp } = bls12_381.fields;

// Copies: for its own generators the library first computes tables, which cost more
// than the few multiplications that a page does.

/** The generator of G1. */
export const g: G1 = bls12_381.G1.Point.fromAffine(bls12_381.G1.Point.BASE.toAffine());

/** The generator of G2. */
export const h: G2 = bls12_381.G2.Point.fromAffine(bls12_381.G2.Point.BASE.toAffine()) as G2;

/** Reads a compressed point of G1. */
export function parseG1(bytes: Uint8Array): G1 {
  checkCompressed("G1", bytes, 48);
  return checkPoint("G1", bls12_381.G1.Point.fromBytes(bytes));
}

/** Reads a compressed point of G2. */
export function parseG2(bytes: Uint8Array): G2 {
  checkCompressed("G2", bytes, 96);
  return checkPoint("G2", bls12_381.G2.Point.fromBytes(bytes) as G2);
}

/** Reads an affine point of G1. */
export function parseG1Affine(bytes: Uint8Array): G1 {
  const [x, y] = coordinates("G1", bytes, 2) as [bigint, bigint];
  return checkPoint("G1", bls12_381.G1.Point.fromAffine({ x, y }));
}

/** Reads an affine point of G2. */
export function parseG2Affine(bytes: Uint8Array): G2 {
  const [x0, x1, y0, y1] = coordinates("G2", bytes, 4) as [bigint, bigint, bigint, bigint];
  return checkPoint("G2", bls12_381.G2.Point.fromAffine({ x: { c0: x0, c1: x1 }, y: { c0: y0, c1: y1 } }) as G2);
}

/** Writes a point of G1 in 48 bytes; the identity is refused. */
export function compressG1(point: G1): G1Compressed {
  return notIdentity("G1", point).toBytes(true) as Uint8Array as G1Compressed;
}

/** Writes a point of G2 in 96 bytes; the identity is refused. */
export function compressG2(point: G2): G2Compressed {
  return notIdentity("G2", point).toBytes(true) as Uint8Array as G2Compressed;
}

/** Writes a point of G1 in 96 bytes; the identity is refused. */
export function affineG1(point: G1): G1Affine {
  const { x, y } = notIdentity("G1", point).toAffine();
  return concat(Fp.toBytes(x), Fp.toBytes(y)) as G1Affine;
}

/** Writes a point of G2 in 192 bytes; the identity is refused. */
export function affineG2(point: G2): G2Affine {
  const { x, y } = notIdentity("G2", point).toAffine();
  return concat(Fp.toBytes(x.c0), Fp.toBytes(x.c1), Fp.toBytes(y.c0), Fp.toBytes(y.c1)) as G2Affine;
}

/** Refuses the identity, which the protocol never encodes. */
export function notIdentity<P extends G1 | G2>(group: string, point: P): P {
  if (point.is0()) throw new RangeError(`${group} point is the identity`);
  return point;
}

/** Points that passed {@link checkPoint}. They never change: the library freezes them. */
const checked = new WeakSet<G1 | G2>();

/**
 * Refuses what is not on the curve, not in the subgroup, or the identity; a point that was
 * read or checked before costs nothing again.
 */
export function checkPoint<P extends G1 | G2>(group: string, point: P): P {
  if (checked.has(point)) return point;
  // (0, 0), the identity of contracts, became the library's identity: refused as it.
  notIdentity(group, point).assertValidity();
  checked.add(point);
  return point;
}

// The library reads several forms in one call, told apart by the flags: the form
// that is asked for is enforced here, before it can choose another.
function checkCompressed(group: string, bytes: Uint8Array, length: number): void {
  if (bytes.length !== length) throw new RangeError(`${group} point has ${bytes.length} bytes, want ${length}`);
  const flags = (bytes[0] ?? 0) & 0xe0;
  if ((flags & 0x80) === 0) throw new RangeError(`${group} point has no compression flag, perhaps it is affine`);
  if ((flags & 0x40) !== 0) throw new RangeError(`${group} point is the identity`);
}

function coordinates(group: string, bytes: Uint8Array, count: number): bigint[] {
  const length = count * Fp.BYTES;
  if (bytes.length !== length) throw new RangeError(`${group} point has ${bytes.length} bytes, want ${length}`);
  // fromBytes refuses numbers that are not below p.
  return Array.from({ length: count }, (_, i) => Fp.fromBytes(bytes.slice(i * Fp.BYTES, (i + 1) * Fp.BYTES)));
}

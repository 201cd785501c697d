// Points, places and numbers of a vector. A point is there twice, compressed and
// affine: both are read, and both are good or bad.

import assert from "node:assert/strict";
import { bytesToHex, hexToBytes } from "../protocol/bytes.ts";
import type { OrderPlace, Place } from "../protocol/place.ts";
import {
  affineG1,
  affineG2,
  compressG1,
  compressG2,
  type G1,
  type G2,
  parseG1,
  parseG1Affine,
  parseG2,
  parseG2Affine,
} from "../protocol/point.ts";
import { toAddress, toHash } from "../protocol/word.ts";
import { bytes, number, text, texts } from "./members.ts";
import { Refusal } from "./vectors.ts";

type Members = Record<string, unknown>;

/** A point of G1 under its two names; a bad one is a refusal in the class parse. */
export function g1(of: Members, name: string): G1 {
  return inBothForms(
    name,
    () => parseG1(bytes(of, name)),
    () => parseG1Affine(bytes(of, `${name}Affine`)),
  );
}

/** A point of G2 under its two names; a bad one is a refusal in the class parse. */
export function g2(of: Members, name: string): G2 {
  return inBothForms(
    name,
    () => parseG2(bytes(of, name)),
    () => parseG2Affine(bytes(of, `${name}Affine`)),
  );
}

function inBothForms<P extends G1 | G2>(name: string, compressed: () => P, affine: () => P): P {
  const one = attempt(compressed);
  const other = attempt(affine);
  assert.equal("error" in one, "error" in other, `${name} is bad in one form alone`);
  if ("error" in one) throw new Refusal("parse", one.error);
  assert.ok("point" in other && other.point.equals(one.point as never), `${name} is another point in affine form`);
  return one.point;
}

function attempt<P>(parse: () => P): { point: P } | { error: unknown } {
  try {
    return { point: parse() };
  } catch (error) {
    if (error instanceof assert.AssertionError) throw error; // a member that is missing
    return { error };
  }
}

/** The two members of a point of G1. */
export function both1(name: string, point: G1): Members {
  return { [name]: bytesToHex(compressG1(point)), [`${name}Affine`]: bytesToHex(affineG1(point)) };
}

/** The two members of a point of G2. */
export function both2(name: string, point: G2): Members {
  return { [name]: bytesToHex(compressG2(point)), [`${name}Affine`]: bytesToHex(affineG2(point)) };
}

/** Several bytes. */
export function manyBytes(of: Members, name: string): Uint8Array[] {
  return texts(of[name]).map(hexToBytes);
}

/** An amount, a decimal string. */
export function amount(of: Members, name: string): bigint {
  const value = text(of, name);
  assert.match(value, /^(?:0|[1-9][0-9]*)$/, `member ${name} is no amount`);
  return BigInt(value);
}

/** A place's members. */
export function place(of: Members): Place {
  const { chainId, escrow, product } = productPlace(of);
  return { chainId, escrow, product, tier: number(of, "tier") };
}

/** A place's members without the tier. */
export function productPlace(of: Members): Omit<Place, "tier"> {
  return {
    chainId: number(of, "chainId"),
    escrow: toAddress(bytes(of, "escrow")),
    product: toAddress(bytes(of, "product")),
  };
}

/** An order place's members. */
export function orderPlace(of: Members): OrderPlace {
  return { chainId: number(of, "chainId"), escrow: toAddress(bytes(of, "escrow")), order: toHash(bytes(of, "order")) };
}

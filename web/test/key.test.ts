// What the vectors cannot say of keys: that nonces are fresh, and that secrets stay in.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesToHex, concat } from "../protocol/bytes.ts";
import { keccak } from "../protocol/hashing.ts";
import { releaseKey, releaseKeyOf } from "../protocol/key.ts";
import { orderPlaceBytes, type Place } from "../protocol/place.ts";
import { g } from "../protocol/point.ts";
import { prove, verifyProof } from "../protocol/proof.ts";
import { order, parseScalar, parseSecret, scalarBytes } from "../protocol/scalar.ts";
import { type Committed, parseResponse, responseBytes } from "../protocol/schnorr.ts";
import { purposes, sign, tag, verifySignature } from "../protocol/signature.ts";
import { toAddress, toHash } from "../protocol/word.ts";
import { stream } from "./stream.ts";

const escrow = toAddress(stream("escrow", 20));
const place: Place = { chainId: 8453, escrow, product: toAddress(stream("product", 20)), tier: 2 };
const orderPlace = { chainId: 8453, escrow, order: toHash(stream("order", 32)) };
const message = concat(orderPlaceBytes(orderPlace), stream("challenge", 16));

test("a seed gives the same key again, and another one for each attempt and place", () => {
  const keys = new Set<bigint>();
  for (let i = 0; i < 8; i++) {
    const seed = crypto.getRandomValues(new Uint8Array(32));
    for (const attempt of [0, 1]) {
      for (const tier of [0, 1]) {
        const key = releaseKey(seed, { ...place, tier }, attempt);
        assert.ok(key.b > 0n && key.b < order);
        assert.ok(key.B.equals(g.multiply(key.b)));
        assert.equal(releaseKey(seed, { ...place, tier }, attempt).b, key.b);
        assert.equal(parseSecret(scalarBytes(key.b)), key.b);
        keys.add(key.b);
      }
    }
  }
  assert.equal(keys.size, 32);
});

test("proofs and signatures of one key differ, and all verify", () => {
  const key = releaseKey(crypto.getRandomValues(new Uint8Array(32)), place, 0);
  const made: Committed[] = [];
  for (let i = 0; i < 4; i++) {
    const proof = prove(key, place);
    assert.ok(verifyProof(place, key.B, parseResponse(responseBytes(proof))).equals(proof.commitment));
    made.push(proof);
    for (const purpose of purposes.filter((purpose) => purpose !== "tag")) {
      const signature = sign(key, purpose, message);
      assert.ok(verifySignature(key.B, purpose, message, signature).equals(signature.commitment));
      made.push(signature);
    }
  }
  for (const part of ["c", "z"] as const) assert.equal(new Set(made.map((one) => one[part])).size, made.length);
});

test("a nonce is of all that is signed, so that none serves two challenges when random fails", () => {
  const random = new Uint8Array(32);
  const keys = [1n, 2n, order - 1n].map(releaseKeyOf);
  const made = keys.flatMap((key) => [
    ...[0, 1, 2].map((tier) => prove(key, { ...place, tier }, random)),
    ...purposes.map((purpose) => sign(key, purpose, message, random)),
    ...purposes.map((purpose) => sign(key, purpose, concat(message, random), random)),
  ]);
  const commitments = made.map(({ commitment }) => bytesToHex(Uint8Array.from(commitment.toBytes(true))));
  assert.equal(new Set(commitments).size, made.length);
});

test("a tag is the same each time", () => {
  const key = releaseKey(crypto.getRandomValues(new Uint8Array(32)), place, 0);
  assert.deepEqual(responseBytes(tag(key, orderPlace)), responseBytes(tag(key, orderPlace)));
  verifySignature(key.B, "tag", orderPlaceBytes(orderPlace), tag(key, orderPlace));
});

test("each bit of a proof, its key and its place counts", () => {
  const key = releaseKey(stream("seed", 32), place, 0);
  const proof = responseBytes(prove(key, place, stream("random", 32)));
  for (let bit = 0; bit < 512; bit += 37) {
    const other = Uint8Array.from(proof, (byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit % 8)) : byte));
    assert.throws(() => verifyProof(place, key.B, parseResponse(other)), `bit ${bit}`);
  }
  assert.throws(() => verifyProof(place, key.B.negate(), parseResponse(proof)));
  assert.throws(() => verifyProof({ ...place, chainId: 1 }, key.B, parseResponse(proof)));
  for (const purpose of purposes) {
    assert.throws(() => verifySignature(key.B, purpose, message, parseResponse(proof)), purpose);
  }
});

test("no error tells a secret", () => {
  const secret = scalarBytes(order - 12345n);
  const above = Uint8Array.from(secret, (byte, i) => (i === 0 ? 0xff : byte));
  const refusals = [
    () => parseScalar(above),
    () => parseSecret(above),
    () => parseSecret(concat(secret, secret)),
    () => releaseKey(concat(secret, secret), place, 0),
    () => releaseKey(secret, place, -1),
    () => releaseKey(secret, place, 2 ** 32),
    () => releaseKey(secret, { ...place, tier: 256 }, 0),
    () => releaseKey(secret, { ...place, chainId: 0 }, 0),
    () => releaseKey(secret, { ...place, chainId: 2 ** 53 }, 0),
    () => releaseKeyOf(order + 12345n),
    () => releaseKeyOf(0n),
    () => sign(releaseKeyOf(12345n), "gate", message, concat(secret, secret)),
    () => sign(releaseKeyOf(12345n), "gate", secret),
    () => prove(releaseKeyOf(12345n), place, keccak(secret).slice(1)),
  ];
  const digits = [secret, above, keccak(secret)].flatMap((bytes) => [
    bytesToHex(bytes).slice(34),
    bytes.slice(16).join(),
  ]);
  for (const refusal of refusals) {
    assert.throws(refusal, (error: Error) => {
      for (const some of digits) assert.ok(!error.message.includes(some), error.message);
      assert.doesNotMatch(error.message, /[0-9]{30}|12345/);
      return true;
    });
  }
});

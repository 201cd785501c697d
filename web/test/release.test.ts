// The walk of a key: bound by a publisher, asked for by a buyer, released by nodes, opened.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCommittee, checkPair } from "../protocol/committee.ts";
import { combine, type Part } from "../protocol/interpolation.ts";
import { releaseKey } from "../protocol/key.ts";
import { openShare, sealShare } from "../protocol/peershare.ts";
import { type Place, receiptPoint, tierPoint } from "../protocol/place.ts";
import { type G1, type G2, h } from "../protocol/point.ts";
import { verifyReceipt } from "../protocol/receipt.ts";
import { blindedPoint, unblind, verifyRelease, verifyShare } from "../protocol/release.ts";
import { bind, openTierKey } from "../protocol/tierkey.ts";
import { toAddress, toHash } from "../protocol/word.ts";
import { deal } from "./dealer.ts";
import { stream } from "./stream.ts";

const escrow = toAddress(stream("escrow", 20));
const product = { chainId: 1, escrow, product: toAddress(stream("product", 20)) };
const orderPlace = { chainId: 1, escrow, order: toHash(stream("order", 32)) };
const committee = deal(3, 5, "3 of 5");
const keys = [0, 1, 2].map(() => crypto.getRandomValues(new Uint8Array(32)));

/** What each node makes of a point. */
function partsOf(point: G1): Part[] {
  return committee.shares.map((share, i) => ({ node: i + 1, point: point.multiply(share) }));
}

/** All ways to choose three of five. */
const triples = Array.from({ length: 32 }, (_, set) => [0, 1, 2, 3, 4].filter((i) => (set >> i) & 1)).filter(
  (chosen) => chosen.length === 3,
);

test("the dealt committee is one", () => {
  checkCommittee(committee);
  checkPair(committee.P, committee.Q);
});

test("a release made from any three shares opens the bound key, and no other tier's", () => {
  const { R, E } = bind(product, committee.Q, keys);
  const place: Place = { ...product, tier: 1 };
  const buyer = releaseKey(crypto.getRandomValues(new Uint8Array(32)), place, 0);
  const parts = partsOf(blindedPoint(place, buyer.B));
  parts.forEach(({ point }, i) => verifyShare(place, buyer.B, committee.V[i] as G2, point));

  assert.equal(triples.length, 10);
  const releases = triples.map((triple) =>
    combine(
      3,
      triple.map((i) => parts[i] as Part),
    ),
  );
  for (const release of releases) assert.ok(release.equals(releases[0] as G1));
  verifyRelease(place, buyer.B, committee.Q, releases[0] as G1);

  const D = unblind(releases[0] as G1, buyer, committee.P);
  assert.ok(D.equals(tierPoint(place).multiply(committee.secret)));
  assert.deepEqual(openTierKey(1, R, E[1] as Uint8Array, D).key, keys[1]);
  for (const tier of [0, 2]) assert.notDeepEqual(openTierKey(tier, R, E[tier] as Uint8Array, D).key, keys[tier]);
});

test("a release opens for nobody but who has b", () => {
  const place: Place = { ...product, tier: 0 };
  const [buyer, other] = ["buyer", "other"].map((label) => releaseKey(stream(label, 32), place, 0));
  const release = combine(3, partsOf(blindedPoint(place, buyer!.B)));
  const D = tierPoint(place).multiply(committee.secret);
  assert.ok(unblind(release, buyer!, committee.P).equals(D));
  assert.ok(!unblind(release, other!, committee.P).equals(D));
  assert.throws(() => verifyRelease(place, other!.B, committee.Q, release));
  assert.throws(() => verifyReceipt(orderPlace, committee.Q, release));
});

test("two shares are not enough, and a false one spoils the release", () => {
  const place: Place = { ...product, tier: 0 };
  const buyer = releaseKey(stream("buyer", 32), place, 0);
  const [one, two, three] = partsOf(blindedPoint(place, buyer.B)) as [Part, Part, Part];
  assert.throws(() => combine(3, [one, two]), /2 parts, want 3/);
  assert.throws(() => combine(3, [one, two, two]), /twice/);
  assert.throws(() => verifyRelease(place, buyer.B, committee.Q, combine(2, [one, two])));
  const renamed = { node: 4, point: three.point };
  assert.throws(() => verifyShare(place, buyer.B, committee.V[3] as G2, renamed.point));
  assert.throws(() => verifyRelease(place, buyer.B, committee.Q, combine(3, [one, two, renamed])));
});

test("a binding is fresh each time", () => {
  const [one, two] = [bind(product, committee.Q, keys), bind(product, committee.Q, keys)];
  assert.notEqual(one.r, two.r);
  assert.ok(!one.R.equals(two.R));
  one.E.forEach((E, i) => assert.notDeepEqual(E, two.E[i]));
});

test("receipts combine as releases do", () => {
  const receipt = combine(3, partsOf(receiptPoint(orderPlace)).slice(2));
  verifyReceipt(orderPlace, committee.Q, receipt);
  assert.throws(() => verifyReceipt({ ...orderPlace, chainId: 2 }, committee.Q, receipt));
  assert.throws(() => verifyReceipt(orderPlace, committee.Q, receipt, committee.P));
});

test("a share sealed for a node is read by it alone, under its own names alone", () => {
  const [place, V] = [{ ...product, tier: 0 }, committee.V[1] as G2];
  const share = (partsOf(tierPoint(place))[0] as Part).point;
  const sealed = sealShare(orderPlace, { node: 1, for: 2, V }, share);
  assert.notDeepEqual(sealShare(orderPlace, { node: 1, for: 2, V }, share).C, sealed.C);
  const [, second, third] = committee.shares as [bigint, bigint, bigint];
  assert.ok(openShare(orderPlace, sealed, second).share.equals(share));
  const others = [
    () => openShare(orderPlace, sealed, third),
    () => openShare(orderPlace, { ...sealed, node: 3 }, second),
    () => openShare(orderPlace, { ...sealed, for: 3 }, second),
    () => openShare({ ...orderPlace, chainId: 2 }, sealed, second),
    () => openShare(orderPlace, { ...sealed, R: h }, second),
  ];
  for (const open of others) assert.throws(() => assert.ok(open().share.equals(share)));
});

test("each committee has exactly one threshold, and no key of another", () => {
  for (const [threshold, nodes] of [
    [1, 1],
    [1, 4],
    [2, 2],
    [2, 5],
    [4, 6],
    [6, 6],
    [22, 32],
  ] as const) {
    const dealt = deal(threshold, nodes, `${threshold} of ${nodes}`);
    checkCommittee(dealt);
    for (const other of [threshold - 1, threshold + 1]) {
      assert.throws(() => checkCommittee({ ...dealt, threshold: other }), `${other} for ${threshold} of ${nodes}`);
    }
    if (threshold === nodes) continue; // any keys lie on some polynomial then
    for (const i of [0, nodes - 1]) {
      const V = dealt.V.map((key, j) => (j === i ? key.add(h) : key));
      assert.throws(() => checkCommittee({ ...dealt, V }), `key ${i + 1} of ${threshold} of ${nodes}`);
    }
  }
});

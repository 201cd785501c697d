// Releases, receipts, tier keys.

import assert from "node:assert/strict";
import { bytesToHex } from "../protocol/bytes.ts";
import { identity, recipient } from "../protocol/identity.ts";
import { releaseKey } from "../protocol/key.ts";
import { orderPlaceBytes } from "../protocol/place.ts";
import { affineG1 } from "../protocol/point.ts";
import { pointOf, verifyReceipt } from "../protocol/receipt.ts";
import { blindedPoint, unblind, verifyRelease } from "../protocol/release.ts";
import { scalarBytes } from "../protocol/scalar.ts";
import { bind, checkKeys, checkTierKey, openTierKey } from "../protocol/tierkey.ts";
import { bytes, number, text } from "./members.ts";
import { both1, both2, g1, g2, manyBytes, orderPlace, place, productPlace } from "./points.ts";
import { replay, step } from "./vectors.ts";

replay("release", (v) => {
  const [B, Q, release, where] = [g1(v.in, "releaseKey"), g2(v.in, "Q"), g1(v.in, "release"), place(v.in)];
  step("verify", () => verifyRelease(where, B, Q, release));
  return { point: bytesToHex(affineG1(blindedPoint(where, B))) };
});

replay("open", (v) => {
  const [P, release, where] = [g1(v.in, "P"), g1(v.in, "release"), place(v.in)];
  const [seed, attempt] = [bytes(v.in, "seed"), number(v.in, "attempt")];
  const key = step("parse", () => releaseKey(seed, where, attempt));
  return both1(
    "D",
    step("verify", () => unblind(release, key, P)),
  );
});

replay("receipt", (v) => {
  const [Q, receipt, where] = [g2(v.in, "Q"), g1(v.in, "receipt"), orderPlace(v.in)];
  const holder = "holder" in v.in ? g1(v.in, "holder") : undefined;
  step("verify", () => verifyReceipt(where, Q, receipt, holder));
  return { place: bytesToHex(orderPlaceBytes(where)), ...both1("point", pointOf(where, holder)) };
});

replay("bind", (v) => {
  const [Q, where] = [g2(v.in, "Q"), productPlace(v.in)];
  const [keys, random] = [manyBytes(v.in, "keys"), bytes(v.in, "random")];
  step("parse", () => checkKeys(keys));
  const { r, R, E } = bind(where, Q, keys, random);
  return { r: bytesToHex(scalarBytes(r)), ...both2("R", R), E: E.map(bytesToHex) };
});

replay("tierkey", (v) => {
  const [R, D] = [g2(v.in, "R"), g1(v.in, "D")];
  const [tier, E, expected] = [number(v.in, "tier"), bytes(v.in, "E"), text(v.in, "recipient")];
  step("parse", () => checkTierKey(E));
  const { key, gt, mask } = openTierKey(tier, R, E, D);
  step("verify", () => assert.equal(recipient(key), expected));
  return { gt: bytesToHex(gt), mask: bytesToHex(mask), key: bytesToHex(key), identity: identity(key) };
});

// Points, hashes to the curve, pairings, places.

import assert from "node:assert/strict";
import { bytesToHex } from "../protocol/bytes.ts";
import { hashToCurve } from "../protocol/hashing.ts";
import { gt, pairingsAgree } from "../protocol/pairing.ts";
import { placeBytes, tierPoint } from "../protocol/place.ts";
import {
  affineG1,
  affineG2,
  compressG1,
  compressG2,
  parseG1,
  parseG1Affine,
  parseG2,
  parseG2Affine,
} from "../protocol/point.ts";
import { bytes, text } from "./members.ts";
import { both1, g1, g2, place } from "./points.ts";
import { replay, step } from "./vectors.ts";

replay("point", (v) => {
  const input = bytes(v.in, "bytes");
  const kind = `${text(v.in, "group")} ${text(v.in, "form")}`;
  switch (kind) {
    case "G1 compressed":
    case "G1 affine": {
      const point = step("parse", () => (kind === "G1 affine" ? parseG1Affine : parseG1)(input));
      return { compressed: bytesToHex(compressG1(point)), affine: bytesToHex(affineG1(point)) };
    }
    case "G2 compressed":
    case "G2 affine": {
      const point = step("parse", () => (kind === "G2 affine" ? parseG2Affine : parseG2)(input));
      return { compressed: bytesToHex(compressG2(point)), affine: bytesToHex(affineG2(point)) };
    }
    default:
      return assert.fail(`no points of ${kind}`);
  }
});

replay("hash", (v) => both1("point", hashToCurve(bytes(v.in, "message"), text(v.in, "dst"))));

replay("gt", (v) => ({ gt: bytesToHex(gt(g1(v.in, "p"), g2(v.in, "q"))) }));

replay("pairing", (v) => {
  const [a, b, c, d] = [g1(v.in, "a"), g2(v.in, "b"), g1(v.in, "c"), g2(v.in, "d")];
  step("verify", () => assert.ok(pairingsAgree(a, b, c, d)));
  return {};
});

replay("identity", (v) => ({
  place: bytesToHex(placeBytes(place(v.in))),
  ...both1("identity", tierPoint(place(v.in))),
}));

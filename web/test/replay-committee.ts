// Committees, their shares, and what is combined from them.

import assert from "node:assert/strict";
import { bytesToHex, xor } from "../protocol/bytes.ts";
import { checkCommittee, checkPair, checkSize, groupKey } from "../protocol/committee.ts";
import { checkCount, checkParts, combine } from "../protocol/interpolation.ts";
import { checkC, openShare, sealShare } from "../protocol/peershare.ts";
import { peerPoint } from "../protocol/place.ts";
import { compressG1, type G2, parseG1, parseG2 } from "../protocol/point.ts";
import { verifyShare } from "../protocol/release.ts";
import { parseSecret } from "../protocol/scalar.ts";
import { bytes, list, number } from "./members.ts";
import { both1, g1, g2, manyBytes, orderPlace, place } from "./points.ts";
import { replay, step } from "./vectors.ts";

replay("groupkey", (v) => {
  const [P, Q] = [g1(v.in, "P"), g2(v.in, "Q")];
  step("verify", () => checkPair(P, Q));
  return { groupKey: bytesToHex(groupKey(P, Q)) };
});

replay("committee", (v) => {
  const committee = { threshold: number(v.in, "threshold"), P: g1(v.in, "P"), Q: g2(v.in, "Q"), V: keysOfNodes(v.in) };
  step("parse", () => checkSize(committee.threshold, committee.V.length));
  step("verify", () => checkCommittee(committee));
  return { groupKey: bytesToHex(groupKey(committee.P, committee.Q)) };
});

replay("share", (v) => {
  const [B, V, share] = [g1(v.in, "releaseKey"), keysOfNodes(v.in), g1(v.in, "share")];
  const [node, where] = [number(v.in, "node"), place(v.in)];
  step("parse", () => checkCount("node", node, V.length));
  step("verify", () => verifyShare(where, B, V[node - 1] as G2, share));
  return {};
});

replay("peershare", (v) => {
  const [R, V, C, where] = [g2(v.in, "R"), keysOfNodes(v.in), bytes(v.in, "C"), orderPlace(v.in)];
  const [node, peer, key, random] = [
    number(v.in, "node"),
    number(v.in, "for"),
    bytes(v.in, "key"),
    bytes(v.in, "random"),
  ];
  step("parse", () => checkC(C));
  const secret = step("parse", () => parseSecret(key));
  // A wrong mask leaves bytes that are no point.
  const opened = step("verify", () => openShare(where, { node, for: peer, R, C }, secret));

  const again = sealShare(where, { node, for: peer, V: V[peer - 1] as G2 }, opened.share, random);
  assert.deepEqual(again, { node, for: peer, R: again.R, C });
  assert.ok(again.R.equals(R));
  assert.deepEqual(xor(C, opened.mask), Uint8Array.from(compressG1(opened.share)));
  return {
    ...both1("point", peerPoint(where)),
    gt: bytesToHex(opened.gt),
    mask: bytesToHex(opened.mask),
    ...both1("share", opened.share),
  };
});

replay("combine", (v) => {
  const threshold = number(v.in, "threshold");
  const parts = list(v.in, "parts").map((part) => {
    const [node, point] = [number(part, "node"), bytes(part, "point")];
    return { node, point: step("parse", () => parseG1(point)) };
  });
  step("parse", () => checkParts(threshold, parts));
  return both1("point", combine(threshold, parts));
});

/** V_1 … V_n, which are compressed alone. */
function keysOfNodes(of: Record<string, unknown>): G2[] {
  return manyBytes(of, "V").map((key) => step("parse", () => parseG2(key)));
}

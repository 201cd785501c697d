// What a release program is given.

import { bytesToHex } from "../protocol/bytes.ts";
import { environment } from "../protocol/environment.ts";
import { compressG1 } from "../protocol/point.ts";
import { programRandom } from "../protocol/random.ts";
import { parseResponse } from "../protocol/schnorr.ts";
import { bytes, number } from "./members.ts";
import { amount, g1, orderPlace, place } from "./points.ts";
import { replay, step } from "./vectors.ts";

replay("random", (v) => ({
  bytes: bytesToHex(programRandom(compressG1(g1(v.in, "receipt")), number(v.in, "size"))),
}));

replay("environment", (v) => {
  const [releaseKey, receipt, given] = [g1(v.in, "releaseKey"), g1(v.in, "receipt"), bytes(v.in, "tag")];
  const tag = step("parse", () => parseResponse(given));
  const { order } = orderPlace(v.in);
  const paid = { amount: amount(v.in, "amount"), paidAt: number(v.in, "paidAt") };
  const purchase = { place: place(v.in), order, ...paid, releaseKey, receipt, tag };
  return { environment: step("verify", () => environment(purchase)) };
});

// What a release program is given.

import { bytesToHex, concat } from "../protocol/bytes.ts";
import { environment, type Purchase } from "../protocol/environment.ts";
import { compressG1 } from "../protocol/point.ts";
import { compileProgram, type Program, runProgram } from "../protocol/program.ts";
import { randomNumbers } from "../protocol/random.ts";
import { parseResponse } from "../protocol/schnorr.ts";
import { bytes, number } from "./members.ts";
import { amount, g1, orderPlace, place } from "./points.ts";
import { replay, step } from "./vectors.ts";

replay("random", (v) => ({
  bytes: bytesToHex(randomNumbers(compressG1(g1(v.in, "receipt")))(number(v.in, "size"))),
}));

replay("environment", (v) => {
  const purchase = purchaseOf(v.in);
  return { environment: step("verify", () => environment(purchase)) };
});

function purchaseOf(of: Record<string, unknown>): Purchase {
  const [releaseKey, receipt, given] = [g1(of, "releaseKey"), g1(of, "receipt"), bytes(of, "tag")];
  const tag = step("parse", () => parseResponse(given));
  const { order } = orderPlace(of);
  const paid = { amount: amount(of, "amount"), paidAt: number(of, "paidAt") };
  return { place: place(of), order, ...paid, releaseKey, receipt, tag };
}

const wellFormed = (wasm: Uint8Array): Promise<Program> => step("parse", () => compileProgram(wasm));

replay("module", async (v) => ({ imports: (await wellFormed(bytes(v.in, "module"))).imports }));

replay("product", async (v) => {
  const program = await wellFormed(bytes(v.in, "module"));
  const [section, purchase] = [bytes(v.in, "section"), purchaseOf(v.in)];
  let at = 0;
  const read = (length: number): Uint8Array => section.subarray(at, (at += length));
  const product: Uint8Array[] = [];
  const write = (part: Uint8Array): void => void product.push(part.slice());
  await step("verify", () => runProgram(program, purchase, { size: section.length, read, write }));
  return { product: bytesToHex(concat(...product)) };
});

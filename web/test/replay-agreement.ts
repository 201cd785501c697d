import assert from "node:assert/strict";
import { checkExpected, readAgreement, verifyAgreement, writeAgreement } from "../protocol/agreement.ts";
import { bytesToHex } from "../protocol/bytes.ts";
import { orderOf } from "../protocol/leaf.ts";
import { SignatureError } from "../protocol/verifiedheader.ts";
import { toAddress } from "../protocol/word.ts";
import { bytes, text } from "./members.ts";
import { deployment } from "./replay-header.ts";
import { Refusal, replay, step } from "./vectors.ts";

replay("agreement", (v) => {
  const constants = deployment(v.in);
  const document = Buffer.from(text(v.in, "document"));
  const expected = { signer: optional(v.in, "signer"), product: optional(v.in, "product") };
  const agreement = step("parse", () => readAgreement(document));
  const signed = authenticated(() => verifyAgreement(agreement, constants));
  step("authenticate", () => checkExpected(agreement.header, signed, expected));
  assert.deepEqual(Buffer.from(writeAgreement(agreement)), document);
  const { leaf, header } = agreement;
  return {
    order: bytesToHex(orderOf(leaf)),
    wrap: bytesToHex(header.id),
    tier: leaf.tier,
    paid: leaf.time,
    free: leaf.amount === 0n,
  };
});

/** Runs a step that is of the class verify, but for a header that is not its signer's word. */
export function authenticated<T>(run: () => T): T {
  return step("verify", () => {
    try {
      return run();
    } catch (error) {
      throw error instanceof SignatureError ? new Refusal("authenticate", error) : error;
    }
  });
}

function optional(of: Record<string, unknown>, name: string): ReturnType<typeof toAddress> | undefined {
  return of[name] === undefined ? undefined : toAddress(bytes(of, name));
}

import assert from "node:assert/strict";
import { SignatureError } from "../protocol/verifiedheader.ts";
import { bytesToHex } from "../protocol/bytes.ts";
import { readFraud, verifyFraud, writeFraud } from "../protocol/fraud.ts";
import { bytesSource } from "../protocol/source.ts";
import { bytes, text } from "./members.ts";
import { deployment } from "./replay-header.ts";
import { Refusal, replay, step } from "./vectors.ts";

replay("fraud", async (v) => {
  const constants = deployment(v.in);
  const document = Buffer.from(text(v.in, "document"));
  const sealed = bytesSource(bytes(v.in, "sealed"));
  const proof = step("parse", () => readFraud(document));
  const { signer } = await step("verify", () =>
    verifyFraud(proof, sealed, constants).catch((error: unknown) => {
      throw error instanceof SignatureError ? new Refusal("authenticate", error) : error;
    }),
  );
  assert.deepEqual(Buffer.from(writeFraud(proof)), document);
  return {
    wrap: bytesToHex(proof.header.id),
    signer: bytesToHex(signer),
    tier: proof.tier,
    section: proof.section,
    fraud: proof.kind,
  };
});

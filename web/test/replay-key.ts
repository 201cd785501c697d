// Release keys, proofs of knowledge, signatures.

import { bytesToHex } from "../protocol/bytes.ts";
import { releaseKey, type ReleaseKey, releaseKeyOf } from "../protocol/key.ts";
import { affineG1, type G1 } from "../protocol/point.ts";
import { prove, verifyProof } from "../protocol/proof.ts";
import { parseScalar, parseSecret, scalarBytes } from "../protocol/scalar.ts";
import { type Committed, responseBytes } from "../protocol/schnorr.ts";
import { checkMessage, parsePurpose, sign, tag, verifySignature } from "../protocol/signature.ts";
import { bytes, number, text } from "./members.ts";
import { both1, g1, orderPlace, place } from "./points.ts";
import { replay, step } from "./vectors.ts";

replay("key", (v) => {
  const [seed, where, attempt] = [bytes(v.in, "seed"), place(v.in), number(v.in, "attempt")];
  const key = step("parse", () => releaseKey(seed, where, attempt));
  return { b: bytesToHex(scalarBytes(key.b)), ...both1("releaseKey", key.B) };
});

replay("prove", (v) => {
  const key = secretKey(v.in);
  return answer(key, prove(key, place(v.in), bytes(v.in, "random")));
});

replay("proof", (v) => {
  const B = g1(v.in, "releaseKey");
  const proof = response(v.in);
  const where = place(v.in);
  return commitment(step("verify", () => verifyProof(where, B, proof)));
});

replay("sign", (v) => {
  const key = secretKey(v.in);
  const [text_, message, random] = [text(v.in, "purpose"), bytes(v.in, "message"), bytes(v.in, "random")];
  const purpose = step("parse", () => parsePurpose(text_));
  step("parse", () => checkMessage(message));
  return answer(key, sign(key, purpose, message, random));
});

replay("signature", (v) => {
  const B = g1(v.in, "releaseKey");
  const signature = response(v.in);
  const [text_, message] = [text(v.in, "purpose"), bytes(v.in, "message")];
  const purpose = step("parse", () => parsePurpose(text_));
  step("parse", () => checkMessage(message));
  return commitment(step("verify", () => verifySignature(B, purpose, message, signature)));
});

replay("tag", (v) => {
  const key = secretKey(v.in);
  const made = tag(key, orderPlace(v.in));
  place(v.in); // the key's place, which a tag does not need
  return { ...both1("releaseKey", key.B), tag: bytesToHex(responseBytes(made)) };
});

function secretKey(of: Record<string, unknown>): ReleaseKey {
  const b = bytes(of, "b");
  return releaseKeyOf(step("parse", () => parseSecret(b)));
}

function response(of: Record<string, unknown>): { c: bigint; z: bigint } {
  const [c, z] = [bytes(of, "c"), bytes(of, "z")];
  return step("parse", () => ({ c: parseScalar(c), z: parseScalar(z) }));
}

function answer(key: ReleaseKey, { c, z, commitment: R }: Committed): Record<string, unknown> {
  return {
    ...both1("releaseKey", key.B),
    c: bytesToHex(scalarBytes(c)),
    z: bytesToHex(scalarBytes(z)),
    ...commitment(R),
  };
}

function commitment(R: G1): Record<string, unknown> {
  return { commitment: bytesToHex(affineG1(R)) };
}

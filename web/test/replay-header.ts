import { bytesToHex } from "../protocol/bytes.ts";
import { checkPair } from "../protocol/committee.ts";
import { readHeader } from "../protocol/header.ts";
import { checkSignature, type Deployment } from "../protocol/headersignature.ts";
import { termsBytes } from "../protocol/terms.ts";
import { toAddress } from "../protocol/word.ts";
import { bytes } from "./members.ts";
import { replay, step } from "./vectors.ts";

/** The addresses that a case takes for constants. */
export function deployment(of: Record<string, unknown>): Deployment {
  return {
    escrow: toAddress(bytes(of, "escrow")),
    factory: toAddress(bytes(of, "factory")),
    template: toAddress(bytes(of, "template")),
  };
}

replay("header", (v) => {
  const constants = deployment(v.in);
  const header = step("parse", () => readHeader(bytes(v.in, "header")));
  const { P, Q, terms } = header.binding;
  step("verify", () => checkPair(P, Q));
  const { product, digest, signer } = step("authenticate", () => checkSignature(header, constants));
  return {
    id: bytesToHex(header.id),
    contentHash: bytesToHex(terms.contentHash),
    groupKey: bytesToHex(terms.groupKey),
    terms: bytesToHex(termsBytes(terms)),
    product: bytesToHex(product),
    digest: bytesToHex(digest),
    signer: bytesToHex(signer),
  };
});

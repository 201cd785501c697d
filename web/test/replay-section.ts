import { createHash } from "node:crypto";
import { bytesToHex } from "../protocol/bytes.ts";
import { checkSealedSize } from "../protocol/pieces.ts";
import { openSection, SectionError } from "../protocol/section.ts";
import { bytesSource } from "../protocol/source.ts";
import { bytes, number, text } from "./members.ts";
import { Refusal, replay, step } from "./vectors.ts";

const classes = { damage: "verify", key: "authenticate", encryption: "parse", content: "parse" } as const;

replay("section", async (v) => {
  const signed = {
    size: number(v.in, "size"),
    sealedSize: number(v.in, "sealedSize"),
    digest: bytes(v.in, "digest"),
  };
  step("parse", () => checkSealedSize(signed.sealedSize));
  const hash = createHash("sha256");
  try {
    for await (const part of openSection(bytesSource(bytes(v.in, "sealed")), signed, text(v.in, "identity"))) {
      hash.update(part);
    }
  } catch (error) {
    if (!(error instanceof SectionError)) throw error;
    throw new Refusal(classes[error.fault], error);
  }
  return { sha256: bytesToHex(hash.digest()) };
});

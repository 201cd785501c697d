import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "../protocol/bytes.ts";
import { codeFragment, codeText, readCode } from "../protocol/code.ts";
import { writeArchive } from "../protocol/zip.ts";
import { text } from "./members.ts";
import { replay, step } from "./vectors.ts";

replay("code", (v) => {
  const { payload, entries } = step("parse", () => readCode(text(v.in, "text")));
  return {
    payload: bytesToHex(payload),
    text: codeText(payload),
    fragment: codeFragment(payload),
    wrap: entries ? bytesToHex(sha256(Buffer.concat(writeArchive(entries)))) : "0x",
  };
});

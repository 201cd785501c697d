import { Digester, checkSealedSize } from "../protocol/pieces.ts";
import { bytes, number, text } from "./members.ts";
import { stream } from "./stream.ts";
import { replay, step } from "./vectors.ts";

replay("digest", (v) => {
  const size = number(v.in, "sealedSize");
  const list = bytes(v.in, "pieces");
  const arrived = stream(text(v.in, "stream"), number(v.in, "length"));
  step("parse", () => checkSealedSize(size));
  step("verify", () => {
    const digester = new Digester(size, bytes(v.in, "digest"), list.length > 0 ? list : undefined);
    // Chunks that fit no piece.
    for (let at = 0; at < arrived.length; at += 300_007) digester.update(arrived.subarray(at, at + 300_007));
    digester.finish();
  });
  return {};
});

import { decodeName } from "../protocol/name.ts";
import { decodeText } from "../protocol/text.ts";
import { bytes } from "./members.ts";
import { replay, step } from "./vectors.ts";

replay("text", (v) => {
  step("parse", () => decodeText(bytes(v.in, "bytes")));
  return {};
});

replay("name", (v) => {
  step("parse", () => decodeName(bytes(v.in, "bytes")));
  return {};
});

// Members of a vector, by their types.

import assert from "node:assert/strict";
import { hexToBytes } from "../protocol/bytes.ts";

/** Bytes, written as hexadecimal with 0x. */
export function bytes(of: Record<string, unknown>, name: string): Uint8Array {
  const text = of[name];
  assert.ok(typeof text === "string", `member ${name} is no text`);
  return hexToBytes(text);
}

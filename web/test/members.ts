// Members of a vector, by their types.

import assert from "node:assert/strict";
import { hexToBytes } from "../protocol/bytes.ts";

/** Bytes, written as hexadecimal with 0x. */
export function bytes(of: Record<string, unknown>, name: string): Uint8Array {
  const text = of[name];
  assert.ok(typeof text === "string", `member ${name} is no text`);
  return hexToBytes(text);
}

/** A text. */
export function text(of: Record<string, unknown>, name: string): string {
  const value = of[name];
  assert.ok(typeof value === "string", `member ${name} is no text`);
  return value;
}

/** A number that JSON has as one. */
export function number(of: Record<string, unknown>, name: string): number {
  const value = of[name];
  assert.ok(Number.isSafeInteger(value), `member ${name} is no whole number`);
  return value as number;
}

/** A list of objects; null stands for one without elements. */
export function list(of: Record<string, unknown>, name: string): Record<string, unknown>[] {
  const value = of[name];
  assert.ok(value === null || Array.isArray(value), `member ${name} is no list`);
  return (value ?? []) as Record<string, unknown>[];
}

/** A list of texts. */
export function texts(value: unknown): string[] {
  assert.ok(Array.isArray(value) && value.every((item) => typeof item === "string"), "no list of texts");
  return value as string[];
}

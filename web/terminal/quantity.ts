// Numbers and bytes as JSON-RPC writes them: quantities without zeros in front, data
// with an even number of digits.

import { hexToBytes } from "../protocol/bytes.ts";

/** Writes a quantity. */
export function quantity(n: number | bigint): string {
  return `0x${n.toString(16)}`;
}

/** Reads a quantity. */
export function parseQuantity(value: unknown): bigint {
  if (typeof value !== "string" || !/^0x[0-9a-fA-F]{1,64}$/.test(value)) throw new TypeError("not a quantity");
  return BigInt(value);
}

/** Reads a quantity of at most 53 bits. */
export function parseWhole(value: unknown): number {
  const n = parseQuantity(value);
  if (n > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError(`number ${n} is above 2^53`);
  return Number(n);
}

/** Reads data, of exactly so many bytes where a number is given. */
export function parseData(value: unknown, length?: number): Uint8Array {
  if (typeof value !== "string") throw new TypeError("not data");
  const bytes = hexToBytes(value.toLowerCase());
  if (length !== undefined && bytes.length !== length)
    throw new RangeError(`data has ${bytes.length} bytes, want ${length}`);
  return bytes;
}

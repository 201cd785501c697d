// Recursive length prefix (Ethereum Yellow Paper, appendix B), read strictly:
// shortest forms alone, nothing after the end (spec 1).

import { concat } from "./bytes.ts";

/** A string of bytes, or a list of items. */
export type Item = Uint8Array | readonly Item[];

// Of headers and codes no list is deeper; what comes from a camera must not
// decide how deep this recurses.
const deepest = 16;

/**
 * Reads one item that is all of the bytes.
 * @throws RangeError for a form that is not the shortest, and bytes that are missing or follow
 */
export function decodeRlp(bytes: Uint8Array): Item {
  const [item, end] = readItem(bytes, 0, bytes.length, 0);
  if (end !== bytes.length) throw new RangeError(`${bytes.length - end} bytes follow the item`);
  return item;
}

/** Writes an item. */
export function encodeRlp(item: Item): Uint8Array {
  if (item instanceof Uint8Array) {
    if (item.length === 1 && item[0]! < 0x80) return item;
    return concat(prefix(0x80, item.length), item);
  }
  const parts = item.map(encodeRlp);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return concat(prefix(0xc0, length), ...parts);
}

/** The bytes of an integer: big-endian, none leading zero. */
export function encodeInteger(n: bigint): Uint8Array {
  if (n < 0n) throw new RangeError(`integer ${n} is below zero`);
  if (n === 0n) return new Uint8Array();
  const digits = n.toString(16);
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  return Uint8Array.from(even.match(/../g)!, (two) => Number.parseInt(two, 16));
}

// first byte   what follows
// 00 – 7f      nothing: it is the string
// 80 – b7      a string of so many bytes more than 80
// b8 – bf      the length, in so many bytes more than b7, and a string
// c0 – f7      a list of so many bytes more than c0
// f8 – ff      the length, in so many bytes more than f7, and a list
function readItem(bytes: Uint8Array, at: number, end: number, depth: number): [Item, number] {
  if (depth > deepest) throw new RangeError(`lists are more than ${deepest} deep`);
  const first = bytes[at];
  if (at >= end || first === undefined) throw new RangeError("item is cut short");
  if (first < 0x80) return [bytes.slice(at, at + 1), at + 1];
  const base = first < 0xc0 ? 0x80 : 0xc0;
  const [start, length] = readLength(bytes, at, end, first - base);
  const stop = start + length;
  if (stop > end) throw new RangeError(`item of ${length} bytes is cut short`);
  if (base === 0xc0) return [readList(bytes, start, stop, depth + 1), stop];
  if (length === 1 && bytes[start]! < 0x80) throw new RangeError("a byte below 128 has a length before it");
  return [bytes.slice(start, stop), stop];
}

function readList(bytes: Uint8Array, start: number, stop: number, depth: number): Item[] {
  const items: Item[] = [];
  for (let at = start; at < stop;) {
    const [item, next] = readItem(bytes, at, stop, depth);
    items.push(item);
    at = next;
  }
  return items;
}

/** Where what a prefix announces starts, and how long it is. */
function readLength(bytes: Uint8Array, at: number, end: number, short: number): [number, number] {
  if (short <= 55) return [at + 1, short];
  const start = at + 1 + short - 55;
  if (start > end) throw new RangeError("length is cut short");
  let length = 0;
  for (let i = at + 1; i < start; i++) length = length * 256 + bytes[i]!;
  if (bytes[at + 1] === 0) throw new RangeError("length has a leading zero");
  if (length <= 55) throw new RangeError(`length ${length} is not in its short form`);
  if (length > end - start) throw new RangeError(`item of ${length} bytes is cut short`);
  return [start, length];
}

function prefix(base: number, length: number): Uint8Array {
  if (length <= 55) return Uint8Array.of(base + length);
  const bytes = encodeInteger(BigInt(length));
  return Uint8Array.of(base + 55 + bytes.length, ...bytes);
}

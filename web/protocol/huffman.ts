// Huffman codes of Zstandard's literals (RFC 8878, 4.2).

import { Bits, highestBit } from "./bitstream.ts";
import { FseState, readFse } from "./fse.ts";

/** Of each value of the next `most` bits: the symbol, and how many of them are its. */
export interface HuffmanTable {
  most: number;
  symbols: Uint8Array;
  lengths: Uint8Array;
}

const longest = 11;

/**
 * Reads a tree (4.2.1).
 * @returns the table, and where what follows it starts
 * @throws RangeError for weights that make no tree, or one of more than 11 bits
 */
export function readHuffman(bytes: Uint8Array, start: number, end: number): [HuffmanTable, number] {
  const first = bytes[start];
  if (start >= end || first === undefined) throw new RangeError("huffman tree is cut short");
  const stop = start + 1 + (first < 128 ? first : (first - 127 + 1) >> 1);
  if (stop > end) throw new RangeError("huffman tree is cut short");
  const weights = first < 128 ? packedWeights(bytes, start + 1, stop) : plainWeights(bytes, start + 1, first - 127);
  return [buildHuffman(weights), stop];
}

/**
 * Decodes a stream that fills out exactly (4.2.2).
 * @throws RangeError unless its last bit is that of the last symbol
 */
export function decodeHuffman(
  table: HuffmanTable,
  bytes: Uint8Array,
  start: number,
  end: number,
  out: Uint8Array,
): void {
  const bits = new Bits(bytes, start, end);
  const { most, symbols, lengths } = table;
  for (let i = 0; i < out.length; i++) {
    const code = bits.peek(most);
    out[i] = symbols[code]!;
    bits.left -= lengths[code]!;
  }
  if (bits.left !== 0) throw new RangeError("huffman stream does not end with its last symbol");
}

/** Weights of four bits each. */
function plainWeights(bytes: Uint8Array, start: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const two = bytes[start + (i >> 1)]!;
    return i % 2 === 0 ? two >> 4 : two & 15;
  });
}

/** Weights by two states that take turns, until one needs bits that are not there. */
function packedWeights(bytes: Uint8Array, start: number, end: number): number[] {
  const [table, after] = readFse(bytes, start, end, 6, longest);
  const bits = new Bits(bytes, after, end);
  let [turn, other] = [new FseState(table, bits), new FseState(table, bits)];
  if (bits.left < 0) throw new RangeError("huffman weights are cut short");
  const out: number[] = [];
  for (;;) {
    out.push(turn.symbol);
    turn.next(bits);
    if (out.length > 254) throw new RangeError("huffman tree has more than 256 symbols");
    if (bits.left < 0) return [...out, other.symbol];
    [turn, other] = [other, turn];
  }
}

/** Makes the table; the last symbol's weight is what is missing to a power of two. */
function buildHuffman(weights: readonly number[]): HuffmanTable {
  const sum = weights.reduce((n, w) => n + (w > 0 ? 1 << (w - 1) : 0), 0);
  if (sum === 0) throw new RangeError("huffman tree has one symbol");
  const most = highestBit(sum) + 1;
  const missing = (1 << most) - sum;
  if (most > longest || (missing & (missing - 1)) !== 0) throw new RangeError("huffman weights make no tree");
  const all = [...weights, highestBit(missing) + 1];
  // A tree's longest codes come in pairs; without any, most would be too large.
  if (all.filter((w) => w === 1).length < 2) throw new RangeError("huffman tree has no code of its longest length");
  const symbols = new Uint8Array(1 << most);
  const lengths = new Uint8Array(1 << most);
  let at = 0;
  for (let weight = 1; weight <= most; weight++) {
    all.forEach((w, symbol) => {
      if (w !== weight) return;
      symbols.fill(symbol, at, at + (1 << (w - 1)));
      lengths.fill(most + 1 - w, at, at + (1 << (w - 1)));
      at += 1 << (w - 1);
    });
  }
  return { most, symbols, lengths };
}

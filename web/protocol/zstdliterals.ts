// Literals of Zstandard's compressed blocks (RFC 8878, 3.1.1.3.1).

import { byteAt, little } from "./bitstream.ts";
import { decodeHuffman, readHuffman, type HuffmanTable } from "./huffman.ts";

/** The tree that a frame's blocks had last. */
export interface Trees {
  huffman?: HuffmanTable;
}

//	bits 0, 1    type: 0 as they are, 1 one byte repeated, 2 with a tree, 3 with the tree before
//	bits 2, 3    the form of the sizes: of 5, 12, 5, 20 bits; or two sizes of 10, 10, 14, 18 bits
/**
 * Reads the literals of a block.
 * @param trees of the block before, whose tree becomes this one's
 * @param most so many are allowed
 * @returns the literals, and where what follows them starts
 * @throws RangeError for whatever RFC 8878 does not allow
 */
export function readLiterals(block: Uint8Array, trees: Trees, most: number): [Uint8Array, number] {
  const first = byteAt(block, 0);
  const [type, form] = [first & 3, (first >> 2) & 3];
  if (type >= 2) return readCompressed(block, type === 3, form, trees, most);
  const header = [1, 2, 1, 3][form]!;
  const size = Math.floor(little(block, 0, header) / (header === 1 ? 8 : 16));
  if (size > most) throw new RangeError(`block has ${size} literals, at most ${most} are allowed`);
  if (type === 1) return [new Uint8Array(size).fill(byteAt(block, header)), header + 1];
  if (header + size > block.length) throw new RangeError("literals are cut short");
  return [block.subarray(header, header + size), header + size];
}

function readCompressed(
  block: Uint8Array,
  again: boolean,
  form: number,
  trees: Trees,
  most: number,
): [Uint8Array, number] {
  const header = [3, 3, 4, 5][form]!;
  const range = 2 ** [10, 10, 14, 18][form]!;
  const sizes = Math.floor(little(block, 0, header) / 16);
  const [size, end] = [sizes % range, header + Math.floor(sizes / range)];
  if (size > most) throw new RangeError(`block has ${size} literals, at most ${most} are allowed`);
  if (end > block.length) throw new RangeError("literals are cut short");
  let start = header;
  if (!again) [trees.huffman, start] = readHuffman(block, header, end);
  if (!trees.huffman) throw new RangeError("block repeats a huffman tree that there is not");
  const out = new Uint8Array(size);
  if (form === 0) decodeHuffman(trees.huffman, block, start, end, out);
  else decodeFour(trees.huffman, block, start, end, out);
  return [out, end];
}

/** Four streams, the sizes of the first three before them; the last one may decode to fewer bytes. */
function decodeFour(table: HuffmanTable, block: Uint8Array, start: number, end: number, out: Uint8Array): void {
  const each = (out.length + 3) >> 2;
  if (start + 6 > end || 3 * each > out.length) throw new RangeError("four huffman streams are cut short");
  let at = start + 6;
  for (let i = 0; i < 4; i++) {
    const stop = i < 3 ? at + little(block, start + 2 * i, 2) : end;
    if (stop > end) throw new RangeError("four huffman streams are cut short");
    decodeHuffman(table, block, at, stop, out.subarray(i * each, i < 3 ? (i + 1) * each : out.length));
    at = stop;
  }
}

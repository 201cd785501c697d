// Compressed blocks of Zstandard (RFC 8878, 3.1.1.3): literals, and sequences of
// how many of them are copied and then how many bytes from how far back.

import { Bits, byteAt, little } from "./bitstream.ts";
import { buildFse, nextState, readFse, singleSymbol, type FseTable } from "./fse.ts";
import { readLiterals, type Trees } from "./zstdliterals.ts";

/** What a block leaves to the next one of its frame. */
export interface BlockTables extends Trees {
  /** Of lengths of literals, of offsets, and of lengths of matches. */
  sequences: (FseTable | undefined)[];
  /** The last three offsets. */
  recent: [number, number, number];
}

/** Where a block's bytes go. */
export interface Output {
  bytes: Uint8Array;
  /** Where they start, and where they may not go on. */
  at: number;
  end: number;
  /** From where on earlier bytes may be copied, and how far back. */
  first: number;
  window: number;
}

/** The tables of a frame's first block. */
export function newTables(): BlockTables {
  return { sequences: [undefined, undefined, undefined], recent: [1, 4, 8] };
}

/**
 * Decodes a block.
 * @returns where its bytes end in the output
 * @throws RangeError for whatever RFC 8878 does not allow
 */
export function decodeBlock(block: Uint8Array, tables: BlockTables, out: Output): number {
  const [literals, start] = readLiterals(block, tables, out.end - out.at);
  const [count, after] = readCount(block, start);
  if (count > 0) return runSequences(block, after, count, literals, tables, out);
  if (after !== block.length) throw new RangeError("bytes follow a block without sequences");
  out.bytes.set(literals, out.at);
  return out.at + literals.length;
}

/** The number of sequences, and where their tables start. */
function readCount(block: Uint8Array, at: number): [number, number] {
  const first = byteAt(block, at);
  if (first < 128) return [first, at + 1];
  if (first < 255) return [((first - 128) << 8) + byteAt(block, at + 1), at + 2];
  return [little(block, at + 1, 2) + 0x7f00, at + 3];
}

/** Of lengths of literals, offsets, and lengths of matches: most accuracy, greatest code, usual table. */
const kinds = /* @__PURE__ */ [
  [9, 35, usual(6, "4 3 2 2 2 2 2 2 2 2 2 2 2 1 1 1 2 2 2 2 2 2 2 2 2 3 2 1 1 1 1 1 - - - -")],
  [8, 31, usual(5, "1 1 1 1 1 1 2 2 2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 - - - - -")],
  [9, 52, usual(6, `1 4 3 2 2 2 2 2 2 ${"1 ".repeat(37)}- - - - - - -`)],
] as const;

function usual(accuracy: number, probabilities: string): FseTable {
  return buildFse(
    probabilities.split(" ").map((p) => (p === "-" ? -1 : Number(p))),
    accuracy,
  );
}

/** Reads the three tables of a block, and gives where their bits start. */
function readTables(block: Uint8Array, at: number, tables: BlockTables): [FseTable, FseTable, FseTable, number] {
  const modes = byteAt(block, at++);
  if ((modes & 3) !== 0) throw new RangeError("block has a reserved mode");
  const read = (i: 0 | 1 | 2): FseTable => {
    const [maxAccuracy, maxSymbol, usualTable] = kinds[i];
    const mode = (modes >> (6 - 2 * i)) & 3;
    let table: FseTable | undefined = mode === 0 ? usualTable : tables.sequences[i];
    if (mode === 1) {
      table = singleSymbol(byteAt(block, at++));
      if (table.symbols[0]! > maxSymbol) throw new RangeError(`code ${table.symbols[0]} is above ${maxSymbol}`);
    }
    if (mode === 2) [table, at] = readFse(block, at, block.length, maxAccuracy, maxSymbol);
    if (!table) throw new RangeError("block repeats a table that there is not");
    tables.sequences[i] = table;
    return table;
  };
  return [read(0), read(1), read(2), at];
}

// From here on a call costs less than a loop.
const longMatch = 64;

// The lengths that a code begins with, and how many bits are added.
const literalBits = /* @__PURE__ */ Uint8Array.from([
  ...Array<number>(16).fill(0),
  1,
  1,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  6,
  7,
  8,
  9,
  10,
  11,
  12,
  13,
  14,
  15,
  16,
]);
const matchBits = /* @__PURE__ */ Uint8Array.from([
  ...Array<number>(32).fill(0),
  1,
  1,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  7,
  8,
  9,
  10,
  11,
  12,
  13,
  14,
  15,
  16,
]);
const literalBase = /* @__PURE__ */ bases(literalBits, 0);
const matchBase = /* @__PURE__ */ bases(matchBits, 3);

function bases(bits: Uint8Array, first: number): Uint32Array {
  return Uint32Array.from(bits, (_, code) => bits.slice(0, code).reduce((sum, n) => sum + 2 ** n, first));
}

function runSequences(
  block: Uint8Array,
  start: number,
  count: number,
  literals: Uint8Array,
  tables: BlockTables,
  out: Output,
): number {
  const [literalTable, offsetTable, matchTable, at] = readTables(block, start, tables);
  const bits = new Bits(block, at, block.length);
  let literal = bits.read(literalTable.accuracy);
  let offset = bits.read(offsetTable.accuracy);
  let match = bits.read(matchTable.accuracy);
  const { bytes, end, window, first } = out;
  let [to, from] = [out.at, 0];
  for (let i = 0; i < count; i++) {
    if (i > 0) {
      literal = nextState(literalTable, literal, bits);
      match = nextState(matchTable, match, bits);
      offset = nextState(offsetTable, offset, bits);
    }
    const value = readOffset(bits, offsetTable.symbols[offset]!);
    const matchCode = matchTable.symbols[match]!;
    const matched = matchBase[matchCode]! + bits.read(matchBits[matchCode]!);
    const literalCode = literalTable.symbols[literal]!;
    const copied = literalBase[literalCode]! + bits.read(literalBits[literalCode]!);
    if (bits.left < 0) throw new RangeError("sequences are cut short");
    const back = resolveOffset(value, copied, tables.recent);
    if (from + copied > literals.length) throw new RangeError("sequences take more literals than there are");
    if (to + copied + matched > end) throw new RangeError("block is longer than its frame allows");
    for (let n = 0; n < copied; n++) bytes[to++] = literals[from++]!;
    if (back > window || back > to - first) throw new RangeError(`offset ${back} is out of reach`);
    copyMatch(bytes, to, back, matched);
    to += matched;
  }
  if (bits.left !== 0) throw new RangeError("bits follow the last sequence");
  const rest = literals.subarray(from);
  if (to + rest.length > out.end) throw new RangeError("block is longer than its frame allows");
  bytes.set(rest, to);
  return to + rest.length;
}

/** Copies so many bytes from so far back, the bytes that it writes among them. */
function copyMatch(bytes: Uint8Array, to: number, back: number, length: number): void {
  if (length > longMatch && back >= length) bytes.copyWithin(to, to - back, to - back + length);
  else for (const end = to + length; to < end; to++) bytes[to] = bytes[to - back]!;
}

/** An offset's value: a one, and as many bits as its code says. */
function readOffset(bits: Bits, code: number): number {
  if (code <= 25) return (1 << code) + bits.read(code);
  const high = bits.read(code - 16);
  return 2 ** code + high * 65536 + bits.read(16);
}

/** The offset that a value means; values up to 3 are of recent ones (3.1.1.5). */
function resolveOffset(value: number, copied: number, recent: [number, number, number]): number {
  const which = value > 3 ? 3 : copied === 0 ? value : value - 1;
  if (which === 0) return recent[0];
  const back = value > 3 ? value - 3 : which === 3 ? recent[0] - 1 : recent[which]!;
  if (back === 0) throw new RangeError("offset is 0");
  if (which !== 1) recent[2] = recent[1];
  recent[1] = recent[0];
  recent[0] = back;
  return back;
}

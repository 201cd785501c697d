// Finite state entropy (RFC 8878, 4.1): tables, and the probabilities they are made of.

import { Bits, highestBit } from "./bitstream.ts";

/** What a state says: its symbol, and the next state = base + so many bits. */
export interface FseTable {
  accuracy: number;
  symbols: Uint8Array;
  bits: Uint8Array;
  bases: Uint16Array;
}

/** Makes the table of probabilities, in units of 2^-accuracy; -1 is less than one. */
export function buildFse(probabilities: readonly number[], accuracy: number): FseTable {
  const size = 1 << accuracy;
  const symbols = new Uint8Array(size);
  const next = probabilities.map((p) => (p < 0 ? 1 : p));
  let high = size;
  probabilities.forEach((p, symbol) => {
    if (p < 0) symbols[--high] = symbol;
  });
  const step = (size >> 1) + (size >> 3) + 3;
  let at = 0;
  probabilities.forEach((p, symbol) => {
    for (let i = 0; i < p; i++) {
      symbols[at] = symbol;
      do at = (at + step) & (size - 1);
      while (at >= high);
    }
  });
  const bits = new Uint8Array(size);
  const bases = new Uint16Array(size);
  for (let state = 0; state < size; state++) {
    const n = next[symbols[state]!]!++;
    bits[state] = accuracy - highestBit(n);
    bases[state] = (n << bits[state]!) - size;
  }
  return { accuracy, symbols, bits, bases };
}

/** The table of a single symbol, which takes no bits. */
export function singleSymbol(symbol: number): FseTable {
  return { accuracy: 0, symbols: Uint8Array.of(symbol), bits: new Uint8Array(1), bases: new Uint16Array(1) };
}

/**
 * Reads a table from bytes (4.1.1).
 * @returns the table, and where what follows it starts
 * @throws RangeError for more accuracy or symbols than are allowed here, and probabilities that do not add up
 */
export function readFse(
  bytes: Uint8Array,
  start: number,
  end: number,
  maxAccuracy: number,
  maxSymbol: number,
): [FseTable, number] {
  const read = forward(bytes, start, end);
  const accuracy = read(4) + 5;
  if (accuracy > maxAccuracy) throw new RangeError(`fse accuracy ${accuracy}, at most ${maxAccuracy} is allowed`);
  const probabilities: number[] = [];
  for (let left = 1 << accuracy; left > 0;) {
    const p = readProbability(read, left);
    left -= Math.abs(p);
    probabilities.push(p);
    if (left < 0) throw new RangeError("fse probabilities are more than one");
    for (let repeat = p === 0 ? 3 : 0; repeat === 3;) {
      repeat = read(2);
      for (let i = 0; i < repeat; i++) probabilities.push(0);
    }
    if (probabilities.length > maxSymbol + 1) throw new RangeError(`fse has a symbol above ${maxSymbol}`);
  }
  return [buildFse(probabilities, accuracy), read.end()];
}

/** A probability from -1 to left: values that are possible with a bit less take a bit less. */
function readProbability(read: Forward, left: number): number {
  const bits = highestBit(left + 1) + 1;
  const low = read(bits - 1);
  const spare = (1 << bits) - 1 - (left + 1);
  if (low < spare) return low - 1;
  return (read(1) === 1 ? low + (1 << (bits - 1)) - spare : low) - 1;
}

/** Reads n bits from the start on. */
interface Forward {
  (n: number): number;
  /** Where the byte after the last one that was begun starts. */
  end(): number;
}

function forward(bytes: Uint8Array, start: number, end: number): Forward {
  let at = start * 8;
  const read = (n: number): number => {
    if (at + n > end * 8) throw new RangeError("fse table is cut short");
    let value = 0;
    for (let i = 0; i < n; i++, at++) value |= ((bytes[at >> 3]! >> (at & 7)) & 1) << i;
    return value;
  };
  return Object.assign(read, { end: () => Math.ceil(at / 8) });
}

/** The state of a table that follows a state. */
export function nextState({ bases, bits: lengths }: FseTable, state: number, bits: Bits): number {
  return bases[state]! + bits.read(lengths[state]!);
}

/** A state in a table. */
export class FseState {
  readonly #table: FseTable;
  #state: number;

  constructor(table: FseTable, bits: Bits) {
    this.#table = table;
    this.#state = bits.read(table.accuracy);
  }

  /** The state's symbol. */
  get symbol(): number {
    return this.#table.symbols[this.#state]!;
  }

  /** Goes on to the next state. */
  next(bits: Bits): void {
    this.#state = nextState(this.#table, this.#state, bits);
  }
}

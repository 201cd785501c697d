// Bits that are read from the end of some bytes to their start, as Zstandard's
// entropy decoders do (RFC 8878, 4.1 and 4.2.2). The last byte's highest one is
// where they begin.

/** A position in such bits. */
export class Bits {
  readonly #bytes: Uint8Array;
  readonly #start: number;
  /** How many bits are left; below 0 where more were read than there are. */
  left: number;

  /** @throws RangeError for no bytes, and a last byte of 0 */
  constructor(bytes: Uint8Array, start: number, end: number) {
    const last = bytes[end - 1];
    if (end <= start || !last) throw new RangeError("bitstream has no end");
    this.#bytes = withSlack(bytes);
    this.#start = start;
    this.left = (end - start) * 8 - 8 + highestBit(last);
  }

  /** Reads n bits, at most 25; those before the first one are zeros. */
  read(n: number): number {
    this.left -= n;
    return this.at(this.left, n);
  }

  /** The next n bits, at most 25, which are not taken. */
  peek(n: number): number {
    return this.at(this.left - n, n);
  }

  private at(position: number, n: number): number {
    if (position < 0) return position + n <= 0 ? 0 : this.at(0, position + n) << -position;
    const i = this.#start + (position >> 3);
    const b = this.#bytes;
    const word = b[i]! | (b[i + 1]! << 8) | (b[i + 2]! << 16) | (b[i + 3]! << 24);
    return (word >>> (position & 7)) & ((1 << n) - 1);
  }
}

/**
 * The same bytes, and what is behind them in memory, at most four bytes: a read takes
 * four at once, looks only at those before the end, and is slow beyond an array's.
 */
function withSlack(bytes: Uint8Array): Uint8Array {
  const { buffer, byteOffset, length } = bytes;
  return new Uint8Array(buffer, byteOffset, Math.min(length + 4, buffer.byteLength - byteOffset));
}

/** The number of a value's highest bit that is one, from 0. */
export function highestBit(n: number): number {
  return 31 - Math.clz32(n);
}

/** A byte. */
export function byteAt(block: Uint8Array, at: number): number {
  const b = block[at];
  if (b === undefined) throw new RangeError("block is cut short");
  return b;
}

/** A little-endian number of some bytes; beyond 2^53 near enough to be refused. */
export function little(block: Uint8Array, at: number, length: number): number {
  let n = 0;
  for (let i = length - 1; i >= 0; i--) n = n * 256 + byteAt(block, at + i);
  return n;
}

// Words of Solidity's abi.encode: 32 bytes each, numbers and addresses on the right.

import { concat, integer, toNumber } from "./bytes.ts";
import { type Address, toAddress } from "./word.ts";

/** The word of a number below 2^bits, or of an address. */
export function word(value: number | bigint | Address, bits = 256): Uint8Array {
  if (value instanceof Uint8Array) return concat(new Uint8Array(12), value);
  return integer(checkBits("number", BigInt(value), bits), 32);
}

/** Refuses a number that is not below 2^bits. */
export function checkBits(name: string, n: bigint, bits: number): bigint {
  if (n < 0n || n >> BigInt(bits) !== 0n) throw new RangeError(`${name} ${n} is not below 2^${bits}`);
  return n;
}

/** Reads words from the first on, and refuses one that is out of its type's range. */
export class Words {
  readonly #bytes: Uint8Array;
  #at = 0;

  /** Takes exactly so many words. */
  constructor(name: string, bytes: Uint8Array, count: number) {
    if (bytes.length !== 32 * count) throw new RangeError(`${name} has ${bytes.length} bytes, want ${32 * count}`);
    this.#bytes = bytes;
  }

  /** The next words, as they are. */
  take(count: number): Uint8Array {
    return this.#bytes.slice(this.#at, (this.#at += 32 * count));
  }

  /** The next word, a number below 2^bits. */
  amount(name: string, bits: number): bigint {
    return checkBits(name, toNumber(this.take(1)), bits);
  }

  /** The next word, a number below 2^bits, of at most 53. */
  number(name: string, bits: number): number {
    return Number(this.amount(name, bits));
  }

  /** The next word, an address. */
  address(name: string): Address {
    const bytes = this.take(1);
    checkBits(name, toNumber(bytes), 160);
    return toAddress(bytes.slice(12));
  }
}

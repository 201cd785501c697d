// XXH64 with seed 0 (xxHash specification, 0.1.1), of which Zstandard's checksum is the lower half.

const prime1 = 0x9e3779b185ebca87n;
const prime2 = 0xc2b2ae3d27d4eb4fn;
const prime3 = 0x165667b19e3779f9n;
const prime4 = 0x85ebca77c2b2ae63n;
const prime5 = 0x27d4eb2f165667c5n;

/** Hashes bytes as they come. */
export class Xxh64 {
  readonly #lanes = [cut(prime1 + prime2), prime2, 0n, cut(-prime1)];
  readonly #stripe = new Uint8Array(32);
  #length = 0;

  /** Takes the next bytes. */
  update(bytes: Uint8Array): void {
    while (bytes.length > 0) {
      const held = this.#length % 32;
      const head = bytes.subarray(0, 32 - held);
      this.#stripe.set(head, held);
      this.#length += head.length;
      bytes = bytes.subarray(head.length);
      if (this.#length % 32 === 0) this.#endStripe();
    }
  }

  /** The hash of all bytes that came, as a number. */
  digest(): bigint {
    const [a, b, c, d] = this.#lanes as [bigint, bigint, bigint, bigint];
    let hash = cut(rotate(a, 1n) + rotate(b, 7n) + rotate(c, 12n) + rotate(d, 18n));
    for (const lane of [a, b, c, d]) hash = cut((hash ^ round(0n, lane)) * prime1 + prime4);
    if (this.#length < 32) hash = prime5;
    return avalanche(this.#rest(cut(hash + BigInt(this.#length))));
  }

  #endStripe(): void {
    const view = new DataView(this.#stripe.buffer);
    for (let i = 0; i < 4; i++) this.#lanes[i] = round(this.#lanes[i]!, view.getBigUint64(8 * i, true));
  }

  /** The bytes after the last whole stripe: eight at once, then four, then one. */
  #rest(hash: bigint): bigint {
    const view = new DataView(this.#stripe.buffer, 0, this.#length % 32);
    let at = 0;
    for (; at + 8 <= view.byteLength; at += 8) {
      hash = cut(rotate(hash ^ round(0n, view.getBigUint64(at, true)), 27n) * prime1 + prime4);
    }
    for (; at + 4 <= view.byteLength; at += 4) {
      hash = cut(rotate(hash ^ cut(BigInt(view.getUint32(at, true)) * prime1), 23n) * prime2 + prime3);
    }
    for (; at < view.byteLength; at++) {
      hash = cut(rotate(hash ^ cut(BigInt(view.getUint8(at)) * prime5), 11n) * prime1);
    }
    return hash;
  }
}

function round(lane: bigint, input: bigint): bigint {
  return cut(rotate(cut(lane + input * prime2), 31n) * prime1);
}

function avalanche(hash: bigint): bigint {
  hash = cut((hash ^ (hash >> 33n)) * prime2);
  hash = cut((hash ^ (hash >> 29n)) * prime3);
  return hash ^ (hash >> 32n);
}

function rotate(n: bigint, by: bigint): bigint {
  return cut((n << by) | (n >> (64n - by)));
}

function cut(n: bigint): bigint {
  return BigInt.asUintN(64, n);
}

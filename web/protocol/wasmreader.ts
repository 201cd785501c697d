// Reading the bytes of a WebAssembly module, one thing after another. Whether all
// of it is valid is the engine's to say.

/** What is no release program (spec 6.7). */
export class UnfitError extends RangeError {
  constructor(what: string) {
    super(`no release program: ${what}`);
  }
}

/** Reads bytes from their beginning. */
export class WasmReader {
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** Bytes that are still to come. */
  get left(): number {
    return this.bytes.length - this.at;
  }

  /**
   * The next n bytes, not copied.
   * @throws UnfitError when there are fewer
   */
  take(n: number): Uint8Array {
    if (n > this.left) throw new UnfitError("module ends too early, or claims more than it has");
    this.at += n;
    return this.bytes.subarray(this.at - n, this.at);
  }

  byte(): number {
    return this.take(1)[0]!;
  }

  /** An unsigned number below 2^32, in LEB128 of at most 5 bytes. */
  number(): number {
    let n = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const b = this.byte();
      n += (b & 0x7f) * 2 ** shift;
      if (b < 0x80) {
        if (n >= 2 ** 32) break;
        return n;
      }
    }
    throw new UnfitError("a number is not below 2^32");
  }

  /** Passes a signed number of at most 10 bytes, whose range the engine checks. */
  signed(): void {
    for (let i = 0; i < 10; i++) if (this.byte() < 0x80) return;
    throw new UnfitError("a number does not end");
  }

  /** Bytes that stand behind their count. */
  counted(): Uint8Array {
    return this.take(this.number());
  }

  /**
   * Reads so many items as stand before them.
   * @param least bytes of an item, so that a count that nothing stands behind is refused before it is used
   */
  vector<T>(least: number, read: () => T): T[] {
    const n = this.number();
    if (n > this.left / least) throw new UnfitError("module claims more items than it has");
    const items: T[] = [];
    for (let i = 0; i < n; i++) items.push(read());
    return items;
  }
}

/** Writes an unsigned number below 2^32 as LEB128. */
export function leb(n: number): number[] {
  return n < 0x80 ? [n] : [(n % 0x80) | 0x80, ...leb(Math.floor(n / 0x80))];
}

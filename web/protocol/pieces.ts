// The digest of a section's sealed bytes (spec 6.3):
//
//	digest = SHA-256(SHA-256(piece 0) ‖ SHA-256(piece 1) ‖ …)        pieces of 1 MiB, the last one shorter

import { sha256 } from "@noble/hashes/sha2.js";
import { equal } from "./bytes.ts";

/** Bytes of a piece. */
export const pieceSize = 1 << 20;

/**
 * Checks sealed bytes as they come, in chunks of any size. Nothing that it was
 * given may be used before {@link Digester.finish} returns; with a list each
 * piece may be as soon as it is whole.
 */
export class Digester {
  readonly #size: number;
  readonly #digest: Uint8Array;
  readonly #list: Uint8Array | undefined;
  readonly #hashes = sha256.create();
  #piece = sha256.create();
  #got = 0;

  /**
   * @param size the signed sealed size in bytes, above 0
   * @param digest the signed digest, 32 bytes
   * @param list the hashes of the pieces that came with the bytes, if one did
   * @throws RangeError for a size of 0, and when the list is not the signed one
   */
  constructor(size: number, digest: Uint8Array, list?: Uint8Array) {
    checkSealedSize(size);
    this.#size = size;
    this.#digest = digest;
    this.#list = list;
    if (!list) return;
    const want = 32 * Math.ceil(size / pieceSize);
    if (list.length !== want) throw new RangeError(`list of pieces has ${list.length} bytes, want ${want}`);
    if (!equal(sha256(list), digest)) throw new RangeError("list of pieces is not the signed one");
  }

  /** Bytes that came so far. */
  get got(): number {
    return this.#got;
  }

  /**
   * Takes the next bytes.
   * @throws RangeError at the first byte past the signed size, and with a list at the end of the first wrong piece
   */
  update(bytes: Uint8Array): void {
    if (this.#got + bytes.length > this.#size) throw new RangeError(`more bytes than the signed ${this.#size}`);
    while (bytes.length > 0) {
      const head = bytes.subarray(0, pieceSize - (this.#got % pieceSize));
      this.#piece.update(head);
      this.#got += head.length;
      if (this.#got % pieceSize === 0 || this.#got === this.#size) this.#endPiece(this.#piece.digest());
      bytes = bytes.subarray(head.length);
    }
  }

  /**
   * Takes the next piece by its hash, which whoever calls has made of it.
   * @param length of the piece, in bytes
   * @throws RangeError for what is no whole piece, and as {@link Digester.update}
   */
  updateHashed(length: number, hash: Uint8Array): void {
    if (this.#got + length > this.#size) throw new RangeError(`more bytes than the signed ${this.#size}`);
    if (this.#got % pieceSize !== 0 || length !== Math.min(pieceSize, this.#size - this.#got))
      throw new RangeError(`${length} bytes after ${this.#got} are no whole piece`);
    this.#got += length;
    this.#endPiece(hash);
  }

  /**
   * Ends it.
   * @throws RangeError when bytes are missing, or are others than the signed ones
   */
  finish(): void {
    if (this.#got !== this.#size) throw new RangeError(`${this.#got} bytes came, want ${this.#size}`);
    if (!equal(this.#hashes.digest(), this.#digest)) throw new RangeError("the digest is another's");
  }

  #endPiece(hash: Uint8Array): void {
    const n = Math.ceil(this.#got / pieceSize) - 1;
    if (this.#list && !equal(hash, this.#list.subarray(32 * n, 32 * n + 32))) {
      throw new RangeError(`piece ${n} is another's`);
    }
    this.#hashes.update(hash);
    this.#piece = sha256.create();
  }
}

/**
 * Checks a signed sealed size.
 * @throws RangeError for 0: nothing seals to nothing
 */
export function checkSealedSize(size: number): void {
  if (!Number.isSafeInteger(size) || size < 1) throw new RangeError(`sealed size ${size} is not above 0`);
}

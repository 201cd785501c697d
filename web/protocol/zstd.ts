// Inflating Zstandard frames (RFC 8878), strictly and in bounded memory: without
// dictionaries, windows of at most 8 MiB (spec 6.3). That a section's frames are
// none is a verdict about its publisher (spec 6.8), so that every rule of the
// format is kept, and the checksum compared.
//
//	frame        28b52ffd descriptor(1) window(0|1) dictionary(0|1|2|4) content size(0|1|2|4|8) block… checksum(0|4)
//	  descriptor bits 7, 6 content size's form, 5 single segment, 3 reserved, 2 checksum, 1, 0 dictionary's form
//	block        header(3): bit 0 last, bits 1, 2 type (raw, one byte repeated, compressed, reserved), then size
//	skippable    5x2a4d18 size(4) bytes

import { little } from "./bitstream.ts";
import { Xxh64 } from "./xxhash64.ts";
import { decodeBlock, newTables, type BlockTables } from "./zstdblock.ts";

const maxWindow = 8 << 20;
const maxBlock = 128 << 10;

interface FrameState {
  window: number;
  /** Most bytes of a block. */
  blockMax: number;
  /** The bytes that the frame says it has, or -1. */
  says: number;
  got: number;
  checksum: Xxh64 | undefined;
  tables: BlockTables;
}

/** Takes as many bytes as it waited for. */
type State = (bytes: Uint8Array) => void;

/** Inflates frames in chunks of any size; holds a block and the window. */
export class Inflater {
  readonly #size: number;
  readonly #pending = new Uint8Array(maxBlock + 4); // see Bits
  #held = 0;
  #want = 4;
  #state: State = (bytes) => this.#magic(bytes);
  /** Bytes of a skippable frame that are still to come. */
  #skip = 0;
  #frames = 0;
  /** Whether the last frame is whole and no other one has begun. */
  #between = true;
  #out = new Uint8Array(0);
  #at = 0;
  #total = 0;
  /** What the last block holds. */
  #block = new Uint8Array(0);

  /** @param size exactly so many bytes come out of all frames */
  constructor(size: number) {
    this.#size = size;
  }

  /**
   * Takes the next bytes, and gives what their blocks hold, a block at a time:
   * a few bytes may hold gigabytes, so that whoever asks decides how much of it
   * there is at once. What it gave is good until the next is asked for.
   * @throws RangeError for what is no frame, and before a byte past the size is given
   */
  *push(bytes: Uint8Array): Generator<Uint8Array, void, void> {
    while (bytes.length > 0) {
      if (this.#skip > 0) {
        const skipped = Math.min(this.#skip, bytes.length);
        this.#skip -= skipped;
        bytes = bytes.subarray(skipped);
        continue;
      }
      const head = bytes.subarray(0, this.#want - this.#held);
      this.#pending.set(head, this.#held);
      this.#held += head.length;
      bytes = bytes.subarray(head.length);
      // Some states wait for nothing.
      while (this.#held === this.#want) {
        this.#step();
        if (this.#block.length > 0) yield this.#block;
      }
    }
  }

  /**
   * Ends it.
   * @throws RangeError within a frame, without any, and when fewer bytes than the size came out
   */
  finish(): void {
    if (!this.#between || this.#held > 0 || this.#skip > 0) throw new RangeError("zstd frame is cut short");
    if (this.#frames === 0) throw new RangeError("there is no zstd frame");
    if (this.#total !== this.#size) throw new RangeError(`frames hold ${this.#total} bytes, want ${this.#size}`);
  }

  #step(): void {
    const bytes = this.#pending.subarray(0, this.#held);
    this.#held = 0;
    this.#block = this.#out.subarray(0, 0);
    this.#state(bytes);
  }

  #wait(want: number, state: State): void {
    this.#want = want;
    this.#state = state;
  }

  #nextFrame(): void {
    this.#between = true;
    this.#wait(4, (bytes) => this.#magic(bytes));
  }

  #magic(bytes: Uint8Array): void {
    this.#between = false;
    const magic = little(bytes, 0, 4);
    if (magic === 0xfd2fb528) return this.#wait(1, (descriptor) => this.#descriptor(descriptor[0]!));
    if (magic - (magic % 16) !== 0x184d2a50) throw new RangeError("bytes are no zstd frame");
    this.#wait(4, (size) => {
      this.#skip = little(size, 0, 4);
      this.#nextFrame();
    });
  }

  #descriptor(flags: number): void {
    if ((flags & 8) !== 0) throw new RangeError("zstd frame has a reserved bit");
    const single = (flags >> 5) & 1;
    const dictionary = [0, 1, 2, 4][flags & 3]!;
    const content = [single, 2, 4, 8][flags >> 6]!;
    this.#wait(1 - single + dictionary + content, (bytes) => this.#header(bytes, flags, dictionary, content));
  }

  #header(bytes: Uint8Array, flags: number, dictionary: number, content: number): void {
    const single = (flags & 0x20) !== 0;
    const at = single ? 0 : 1;
    if (little(bytes, at, dictionary) !== 0) throw new RangeError("zstd frame needs a dictionary");
    // A size of two bytes counts from 256.
    const says = content === 0 ? -1 : little(bytes, at + dictionary, content) + (content === 2 ? 256 : 0);
    const window = single ? says : windowSize(bytes[0]!);
    if (window > maxWindow) throw new RangeError(`zstd window of ${window} bytes, at most ${maxWindow} are allowed`);
    if (says > this.#size - this.#total) throw new RangeError(`frames hold more than ${this.#size} bytes`);
    const checksum = (flags & 4) !== 0 ? new Xxh64() : undefined;
    this.#frames++;
    const frame = { window, blockMax: Math.min(window, maxBlock), says, got: 0, checksum, tables: newTables() };
    this.#at = 0;
    this.#wait(3, (header) => this.#blockHeader(frame, little(header, 0, 3)));
  }

  #blockHeader(frame: FrameState, header: number): void {
    const [last, type, size] = [(header & 1) === 1, (header >> 1) & 3, header >> 3];
    if (type === 3) throw new RangeError("zstd block has the reserved type");
    if (size > frame.blockMax)
      throw new RangeError(`zstd block of ${size} bytes, at most ${frame.blockMax} are allowed`);
    this.#wait(type === 1 ? 1 : size, (bytes) => {
      this.#room(frame);
      this.#emit(frame, this.#decode(frame, type, size, bytes));
      if (!last) return this.#wait(3, (next) => this.#blockHeader(frame, little(next, 0, 3)));
      this.#endFrame(frame);
    });
  }

  /** Decodes a block behind the bytes before it, and says where it ends. */
  #decode(frame: FrameState, type: number, size: number, bytes: Uint8Array): number {
    const at = this.#at;
    if (type === 2) {
      const { window, tables, blockMax } = frame;
      return decodeBlock(bytes, tables, { bytes: this.#out, at, end: at + blockMax, first: 0, window });
    }
    if (type === 1) this.#out.fill(bytes[0]!, at, at + size);
    else this.#out.set(bytes, at);
    return at + size;
  }

  #emit(frame: FrameState, end: number): void {
    const bytes = this.#out.subarray(this.#at, end);
    this.#at = end;
    frame.got += bytes.length;
    this.#total += bytes.length;
    if (this.#total > this.#size) throw new RangeError(`frames hold more than ${this.#size} bytes`);
    if (frame.says >= 0 && frame.got > frame.says)
      throw new RangeError(`zstd frame holds more than its ${frame.says} bytes`);
    frame.checksum?.update(bytes);
    this.#block = bytes;
  }

  #endFrame(frame: FrameState): void {
    if (frame.says >= 0 && frame.got !== frame.says) {
      throw new RangeError(`zstd frame holds ${frame.got} bytes, and says ${frame.says}`);
    }
    if (!frame.checksum) return this.#nextFrame();
    this.#wait(4, (bytes) => {
      if (BigInt(little(bytes, 0, 4)) !== BigInt.asUintN(32, frame.checksum!.digest())) {
        throw new RangeError("zstd frame has another checksum");
      }
      this.#nextFrame();
    });
  }

  /** Makes room for a block, keeping what its window reaches. */
  #room({ window, blockMax }: FrameState): void {
    if (this.#at + blockMax <= this.#out.length) return;
    const most = 2 * window + blockMax;
    if (this.#out.length < most) {
      const larger = new Uint8Array(Math.min(most, Math.max(2 * this.#out.length, this.#at + blockMax)));
      larger.set(this.#out.subarray(0, this.#at));
      this.#out = larger;
    }
    if (this.#at + blockMax <= this.#out.length) return;
    this.#out.copyWithin(0, this.#at - window, this.#at);
    this.#at = window;
  }
}

/** Five bits of an exponent above 10, three of eighths. */
function windowSize(b: number): number {
  const base = 2 ** (10 + (b >> 3));
  return base + (base / 8) * (b & 7);
}

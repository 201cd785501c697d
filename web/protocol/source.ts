// Bytes that may be read anywhere, such as those of a file.

/** At most `length` bytes at once are asked for; all of them come, or an error. */
export interface Source {
  /** In bytes. */
  readonly size: number;
  /** @param spare a buffer that nobody uses any more, and that it may put the bytes into */
  read(offset: number, length: number, spare?: ArrayBufferLike): Promise<Uint8Array>;
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array): Source {
  return { size: bytes.length, read: async (offset, length) => bytes.slice(offset, offset + length) };
}

/** A file, or what else is a Blob, as a source. */
export function blobSource(blob: Blob): Source {
  return {
    size: blob.size,
    read: async (offset, length, spare) => {
      const part = blob.slice(offset, offset + length);
      if (spare instanceof ArrayBuffer && spare.byteLength >= length) {
        const reader = byobReader(part);
        if (reader) return readInto(reader, part.size, spare);
      }
      return new Uint8Array(await part.arrayBuffer());
    },
  };
}

/** Reads into buffers of one's own, where the engine's blobs can. */
function byobReader(blob: Blob): ReadableStreamBYOBReader | undefined {
  try {
    return blob.stream().getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}

async function readInto(reader: ReadableStreamBYOBReader, size: number, buffer: ArrayBuffer): Promise<Uint8Array> {
  let got = 0;
  while (got < size) {
    // The buffer is given away, and comes back as another one of the same memory.
    const { done, value } = await reader.read(new Uint8Array(buffer, got, size - got));
    if (done) break;
    got += value.length;
    buffer = value.buffer as ArrayBuffer;
  }
  await reader.cancel();
  return new Uint8Array(buffer, 0, got);
}

/** A part of a source, such as an entry of a wrap. */
export function partOf(source: Source, offset: number, size: number): Source {
  return { size, read: (at, length, spare) => source.read(offset + at, length, spare) };
}

/**
 * Reads exactly so many bytes.
 * @throws RangeError when the source has fewer
 */
export async function readExactly(
  source: Source,
  offset: number,
  length: number,
  spare?: ArrayBufferLike,
): Promise<Uint8Array> {
  if (offset < 0 || offset + length > source.size) throw new RangeError(`file ends before byte ${offset + length}`);
  const bytes = await source.read(offset, length, spare);
  if (bytes.length !== length) throw new RangeError(`source gave ${bytes.length} of ${length} bytes`);
  return bytes;
}

/**
 * The bytes of a source, at most a MiB at a time, each good until the next is asked for:
 * all are read into one buffer where the source can, since engines collect buffers
 * late, and would hold as many as they please.
 */
export async function* chunks(source: Source): AsyncGenerator<Uint8Array, void, void> {
  let spare: ArrayBufferLike | undefined;
  for (let at = 0; at < source.size; at += 1 << 20) {
    const chunk = await readExactly(source, at, Math.min(1 << 20, source.size - at), spare);
    yield chunk;
    spare = chunk.buffer;
  }
}

/** A source as a stream, which reads no further than it is read, and uses its chunks' buffers again. */
export class SourceStream {
  readonly stream: ReadableStream<Uint8Array>;
  /** The chunks that are in use, and where in the source they end. */
  readonly #used: { buffer: ArrayBufferLike; end: number }[] = [];
  #spare: ArrayBufferLike | undefined;
  #end = 0;

  constructor(source: Source) {
    this.stream = new ReadableStream({
      pull: async (controller) => {
        if (this.#end >= source.size) return controller.close();
        const spare = this.#spare;
        this.#spare = undefined;
        const chunk = await readExactly(source, this.#end, Math.min(1 << 20, source.size - this.#end), spare);
        this.#end += chunk.length;
        this.#used.push({ buffer: chunk.buffer, end: this.#end });
        controller.enqueue(chunk);
      },
    });
  }

  /** Says that whoever reads the stream has used all bytes before an offset: their buffers may be used again. */
  usedBefore(offset: number): void {
    while (this.#used.length > 0 && this.#used[0]!.end <= offset) this.#spare = this.#used.shift()!.buffer;
  }
}

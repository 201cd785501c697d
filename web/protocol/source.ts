// Bytes that may be read anywhere, such as those of a file.

/** At most `length` bytes at once are asked for; all of them come, or an error. */
export interface Source {
  /** In bytes. */
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Bytes in memory as a source. */
export function bytesSource(bytes: Uint8Array): Source {
  return { size: bytes.length, read: async (offset, length) => bytes.slice(offset, offset + length) };
}

/** A file, or what else is a Blob, as a source. */
export function blobSource(blob: Blob): Source {
  return {
    size: blob.size,
    read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
  };
}

/** A part of a source, such as an entry of a wrap. */
export function partOf(source: Source, offset: number, size: number): Source {
  return { size, read: (at, length) => source.read(offset + at, length) };
}

/**
 * Reads exactly so many bytes.
 * @throws RangeError when the source has fewer
 */
export async function readExactly(source: Source, offset: number, length: number): Promise<Uint8Array> {
  if (offset < 0 || offset + length > source.size) throw new RangeError(`file ends before byte ${offset + length}`);
  const bytes = await source.read(offset, length);
  if (bytes.length !== length) throw new RangeError(`source gave ${bytes.length} of ${length} bytes`);
  return bytes;
}

/** The bytes of a source, at most a MiB at a time. */
export async function* chunks(source: Source): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < source.size; at += 1 << 20) {
    yield await readExactly(source, at, Math.min(1 << 20, source.size - at));
  }
}

/** The same as a stream, which reads no further than it is read. */
export function streamOf(source: Source): ReadableStream<Uint8Array> {
  const bytes = chunks(source);
  return new ReadableStream({
    async pull(controller) {
      const next = await bytes.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

// Opening a section (spec 6.3): age(zstd(file or tar)).

import { Decrypter } from "age-encryption";
import { checkAgeHeader } from "./ageheader.ts";
import { sha256 } from "./hashing.ts";
import { Digester } from "./pieces.ts";
import { chunks, type Source, SourceStream } from "./source.ts";
import { Inflater } from "./zstd.ts";

/** What a header says of a section's bytes. */
export interface SignedBytes {
  /** Of the plaintext, in bytes. */
  size: number;
  /** In bytes. */
  sealedSize: number;
  /** 32 bytes. */
  digest: Uint8Array;
}

/** What may be wrong with a section, in the order in which it is told. */
export type Fault =
  /** Other bytes than were signed: another copy may be whole. */
  | "damage"
  /** Signed bytes whose stanzas the key does not open. */
  | "key"
  /** Signed bytes that are otherwise no whole age file. */
  | "encryption"
  /** Signed bytes that do not hold exactly the signed size in zstd frames. */
  | "content";

/** A section that cannot be opened. */
export class SectionError extends Error {
  readonly fault: Fault;

  constructor(fault: Fault, cause: unknown) {
    super(`${fault}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.fault = fault;
  }
}

/**
 * Opens a section: checks the digest of all sealed bytes, then reads them again,
 * decrypts and inflates them.
 * @param source the sealed bytes, which must not change meanwhile
 * @param identity AGE-SECRET-KEY-1…
 * @param list the hashes of the pieces, where they came with the bytes
 * @returns the plaintext, a block at a time, each good until the next is asked for. All of it
 *   together is the section only when it ended without an error: otherwise keep nothing of it
 * @throws SectionError by its fault; what the source throws comes through as it is
 */
export async function* openSection(
  source: Source,
  signed: SignedBytes,
  identity: string,
  list?: Uint8Array,
): AsyncGenerator<Uint8Array, void, void> {
  await checkSealed(source, signed, list);
  yield* inflate(decrypt(source, identity), signed.size);
}

/**
 * Checks that a section's sealed bytes are the signed ones, a MiB at a time.
 * @throws SectionError of the fault damage
 */
export async function checkSealed(source: Source, signed: SignedBytes, list?: Uint8Array): Promise<void> {
  const digester = attempt("damage", () => new Digester(signed.sealedSize, signed.digest, list));
  if (source.size !== signed.sealedSize) {
    throw new SectionError("damage", `${source.size} bytes, want ${signed.sealedSize}`);
  }
  for await (const piece of chunks(source)) {
    const hash = await sha256(piece);
    attempt("damage", () => digester.updateHashed(piece.length, hash));
  }
  attempt("damage", () => digester.finish());
}

/**
 * Decrypts an age file, a chunk at a time.
 * @param identity AGE-SECRET-KEY-1…; one that is malformed is no fault, and an Error
 * @throws SectionError of the faults key and encryption
 */
export async function* decrypt(source: Source, identity: string): AsyncGenerator<Uint8Array, void, void> {
  const reading = new Reading(source);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    await checkAgeHeader(reading);
    // Identities are asked in their order, until one opens a stanza or finds one
    // malformed: this one is asked where all stanzas are good and none opened.
    let noneOpened = false;
    decrypter.addIdentity({
      unwrapFileKey: () => {
        noneOpened = true;
        return null;
      },
    });
    const sealed = new SourceStream(reading);
    const stream = await decrypter.decrypt(sealed.stream).catch((cause) => {
      throw noneOpened ? new SectionError("key", cause) : cause;
    });
    let got = 0;
    for await (const plain of readAll(stream)) {
      yield plain;
      // A byte of the plaintext stands in the file behind its header: what it was decrypted
      // from was copied out of its chunk, and so was all before it.
      sealed.usedBefore((got += plain.length));
    }
  } catch (cause) {
    if (reading.failure !== undefined) throw reading.failure;
    throw fault("encryption", cause);
  }
}

/** What a stream holds. Who leaves off early leaves nothing running. */
async function* readAll(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/**
 * Inflates what comes.
 * @param size exactly so many bytes come out
 * @throws SectionError of the fault content
 */
export async function* inflate(
  frames: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array, void, void> {
  const inflater = new Inflater(size);
  for await (const bytes of frames) {
    const blocks = inflater.push(bytes);
    for (
      let next = attempt("content", () => blocks.next());
      !next.done;
      next = attempt("content", () => blocks.next())
    ) {
      yield next.value;
    }
  }
  attempt("content", () => inflater.finish());
}

/** A source that remembers how it failed: a disk's error is no fault of the section's. */
class Reading implements Source {
  readonly size: number;
  failure: unknown;
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
    this.size = source.size;
  }

  async read(offset: number, length: number, spare?: ArrayBufferLike): Promise<Uint8Array> {
    try {
      return await this.#source.read(offset, length, spare);
    } catch (cause) {
      this.failure = cause ?? new Error("source failed");
      throw cause;
    }
  }
}

function attempt<T>(kind: Fault, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw fault(kind, cause);
  }
}

/**
 * What went wrong as a section's fault. What this software does wrong, or the
 * platform lacks, is none: it must accuse nobody.
 */
function fault(kind: Fault, cause: unknown): unknown {
  const ours = cause instanceof TypeError || cause instanceof ReferenceError || cause instanceof SectionError;
  return ours ? cause : new SectionError(kind, cause);
}

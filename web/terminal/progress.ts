// How far an opening has come, and whether it is still wanted.

import type { Source } from "../protocol/source.ts";

/**
 * What is being done with a section. Checking and opening read the sealed bytes,
 * each once. While it is making, the release program runs, and nothing is heard
 * before it made its product, or failed.
 */
export type Phase = "checking" | "opening" | "making" | "made";

/** How far a section has come. */
export interface Progress {
  /** Its number, from 0. */
  readonly section: number;
  readonly phase: Phase;
  /** Bytes of `total`: of the sealed bytes, or of the section's own where a program reads them. */
  readonly done: number;
  readonly total: number;
}

/** Who is told of it, and who may end it. */
export interface Watcher {
  readonly progress?: ((progress: Progress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A source that tells how far it was read, and stops where nobody wants it any more. */
export function watched(source: Source, section: number, phase: Phase, watcher: Watcher): Source {
  let done = 0;
  return {
    size: source.size,
    async read(offset, length, spare) {
      watcher.signal?.throwIfAborted();
      const bytes = await source.read(offset, length, spare);
      // The beginning of an age file is read twice.
      if (offset + bytes.length > done) {
        done = offset + bytes.length;
        watcher.progress?.({ section, phase, done, total: source.size });
      }
      return bytes;
    },
  };
}

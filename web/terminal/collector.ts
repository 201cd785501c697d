// Where opened bytes go: into Blobs, which browsers keep outside of the page's
// memory, a MiB at a time.

/** Takes the bytes of one file. It is synchronous: release programs write as they run. */
export interface Collector {
  /** Takes the next bytes, and copies what it keeps. */
  write(bytes: Uint8Array): void;
  /** All of them; nothing is written afterwards. */
  finish(): Blob | Promise<Blob>;
  /** Throws them away. */
  drop(): void;
}

/** Makes a collector for a file. */
export type Collect = () => Collector;

const partSize = 1 << 20;

/**
 * Collects into a Blob. Its type says nothing of the content: a page must not
 * show what a stranger made as if it were its own, and what a blob: URL shows has
 * the page's origin.
 */
export function blobCollector(): Collector {
  let parts: Blob[] = [];
  let buffer = new Uint8Array();
  let held = 0;
  const flush = (): void => {
    if (held > 0) parts.push(new Blob([buffer.subarray(0, held)]));
    held = 0;
  };
  return {
    write(bytes) {
      for (let at = 0; at < bytes.length;) {
        if (held === buffer.length && held < partSize) buffer = larger(buffer, held + bytes.length - at);
        const head = bytes.subarray(at, at + buffer.length - held);
        buffer.set(head, held);
        held += head.length;
        at += head.length;
        if (held === partSize) flush();
      }
    },
    finish() {
      flush();
      buffer = new Uint8Array();
      return new Blob(parts, { type: "application/octet-stream" });
    },
    drop() {
      parts = [];
      buffer = new Uint8Array();
      held = 0;
    },
  };
}

function larger(buffer: Uint8Array<ArrayBuffer>, want: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.min(partSize, Math.max(2 * buffer.length, want)));
  grown.set(buffer);
  return grown;
}

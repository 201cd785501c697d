// Where large files go when they are opened: the browser's own file system (OPFS, the
// File System standard of WHATWG), whose files no other program sees and which is not
// memory. Collectors are synchronous and files are made asynchronously: so there is
// always a spare one, and bytes wait in memory until there is.

import { blobCollector, type Collect, type Collector } from "../../terminal/collector.ts";

const inMemory = 8 << 20; // bytes of a file that need no place on the disk

/** What of the interface is used: the library's types are a document's, which has no such handles. */
interface Place {
  readonly file: FileSystemFileHandle;
  readonly access: {
    write(bytes: Uint8Array): number;
    flush(): void;
    close(): void;
  };
}

/**
 * Collects large files on the disk, in a folder below "opened", and small ones as blobs.
 * Where the browser has no such disk, or no room on it, all of them are blobs.
 */
export function diskCollect(folder: string): Collect {
  if (folder === "") return blobCollector;
  const spares = new Spares(folder);
  return () => new DiskCollector(spares);
}

/** Keeps a file ready to be written. */
class Spares {
  readonly #folder: string;
  #ready: Place | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.#next();
  }

  take(): Place | undefined {
    const place = this.#ready;
    this.#ready = undefined;
    if (place) this.#next();
    return place;
  }

  #next(): void {
    newPlace(this.#folder).then(
      (place) => (this.#ready = place),
      () => undefined, // blobs it is, as in browsers and windows that have no disk
    );
  }
}

async function newPlace(folder: string): Promise<Place> {
  const root = await navigator.storage.getDirectory();
  const opened = await root.getDirectoryHandle("opened", { create: true });
  const own = await opened.getDirectoryHandle(folder, { create: true });
  const file = await own.getFileHandle(crypto.randomUUID(), { create: true });
  const { createSyncAccessHandle } = file as unknown as { createSyncAccessHandle(): Promise<Place["access"]> };
  return { file, access: await createSyncAccessHandle.call(file) };
}

/** Holds a file until it is large, writes it to a spare file then, or to a blob where none came. */
class DiskCollector implements Collector {
  readonly #spares: Spares;
  #waiting: Uint8Array[] = [];
  #held = 0;
  #place: Place | undefined;
  #blob: Collector | undefined;

  constructor(spares: Spares) {
    this.#spares = spares;
  }

  write(bytes: Uint8Array): void {
    if (this.#held <= inMemory || !this.#settle()) this.#waiting.push(bytes.slice());
    else this.#pass(bytes);
    this.#held += bytes.length;
  }

  async finish(): Promise<Blob> {
    if (!this.#place) this.#blob ??= blobCollector();
    this.#pass(new Uint8Array());
    if (!this.#place) return this.#blob!.finish();
    this.#place.access.flush();
    this.#place.access.close();
    return this.#place.file.getFile();
  }

  drop(): void {
    this.#place?.access.close();
    this.#blob?.drop();
    this.#waiting = [];
  }

  /** Decides where the bytes go, as soon as there is a file or too much waits for one. */
  #settle(): boolean {
    if (this.#place || this.#blob) return true;
    this.#place = this.#spares.take();
    if (!this.#place && this.#held > 2 * inMemory) this.#blob = blobCollector();
    return this.#place !== undefined || this.#blob !== undefined;
  }

  #pass(bytes: Uint8Array): void {
    for (const part of [...this.#waiting, bytes]) {
      if (this.#place) writeAll(this.#place, part);
      else this.#blob!.write(part);
    }
    this.#waiting = [];
  }
}

function writeAll({ access }: Place, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    const written = access.write(bytes.subarray(at));
    if (written === 0) throw new Error("the disk takes no more");
    at += written;
  }
}

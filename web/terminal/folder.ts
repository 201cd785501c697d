// Files of a folder, out of its tar.

import { type TarEntry, TarReader } from "../protocol/tar.ts";
import type { Collect, Collector } from "./collector.ts";

/** A file or a folder that was opened. */
export interface OpenedFile {
  /** Its path: a section's name, in a folder with the names under it, between slashes. */
  readonly path: string;
  /** What the publisher says that it is, a media type; empty where he says nothing. */
  readonly media: string;
  readonly executable: boolean;
  readonly blob: Blob;
}

/** What was in a folder. */
export interface OpenedFolder {
  readonly files: OpenedFile[];
  /** The paths of all folders, the outermost first. */
  readonly folders: string[];
}

/** Takes the tar of a folder, as a collector takes a file. */
export class FolderCollector {
  readonly #name: string;
  readonly #collect: Collect;
  readonly #reader: TarReader;
  readonly #whole: { entry: TarEntry; blob: Blob | Promise<Blob> }[] = [];
  #current: { entry: TarEntry; collector: Collector } | undefined;
  readonly #folders: string[];

  constructor(name: string, collect: Collect) {
    this.#name = name;
    this.#collect = collect;
    this.#folders = [name];
    this.#reader = new TarReader({
      begin: (entry) => {
        this.#end();
        if (entry.folder) this.#folders.push(`${name}/${entry.name.slice(0, -1)}`);
        else this.#current = { entry, collector: this.#collect() };
      },
      write: (bytes) => this.#current!.collector.write(bytes),
    });
  }

  /** Ends the file that was written last, so that of many files one at a time is held. */
  #end(): void {
    if (!this.#current) return;
    const { entry, collector } = this.#current;
    this.#current = undefined;
    const blob = collector.finish();
    if (blob instanceof Promise) blob.catch(() => undefined); // finish waits for it, and says so
    this.#whole.push({ entry, blob });
  }

  /**
   * Takes the next bytes of the tar.
   * @throws RangeError for what is no tar of a folder
   */
  write(bytes: Uint8Array): void {
    this.#reader.push(bytes);
  }

  /** @throws RangeError where the tar is not whole */
  async finish(): Promise<OpenedFolder> {
    this.#reader.finish();
    this.#end();
    const files: OpenedFile[] = [];
    for (const { entry, blob } of this.#whole) {
      const path = `${this.#name}/${entry.name}`;
      files.push({ path, media: "", executable: entry.executable, blob: await blob });
    }
    return { files, folders: this.#folders };
  }

  drop(): void {
    this.#current?.collector.drop();
  }
}

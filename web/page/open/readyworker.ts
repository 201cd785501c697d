// A worker that is started, and has verified the header of what will be opened, while
// its buyer still reads what he bought. It knows no secret before he opens it.

import type { Header } from "../../protocol/header.ts";
import type { OpenWorker } from "../../terminal/openclient.ts";
import type { Request } from "../../terminal/openprotocol.ts";
import { type DiskFolder, takeDiskFolder } from "./diskfolder.ts";

/** Starts a worker whose large files go to a folder on the disk. */
export function openWorker(folder: string): OpenWorker {
  return new Worker(new URL("./openworker.ts", import.meta.url), { type: "module", name: folder });
}

/** One opening's worker and folder. Whoever has it leaves it, or closes its folder. */
export class ReadyWorker {
  readonly folder: DiskFolder;
  #worker: OpenWorker | undefined;

  private constructor(folder: DiskFolder, worker: OpenWorker) {
    this.folder = folder;
    this.#worker = worker;
    // One that ended before it was asked for anything would never answer: another is started then.
    worker.addEventListener("error", () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
  }

  /** @param escrow 20 bytes */
  static async start(header: Header, escrow: Uint8Array): Promise<ReadyWorker> {
    const folder = await takeDiskFolder();
    const worker = openWorker(folder.name);
    worker.postMessage({ type: "prepare", header: header.bare, escrow } satisfies Request);
    return new ReadyWorker(folder, worker);
  }

  /** The worker, which is given once; then another one of the same folder. */
  readonly spawn = (): OpenWorker => {
    const worker = this.#worker ?? openWorker(this.folder.name);
    this.#worker = undefined;
    return worker;
  };

  /** Ends a worker that nobody wants, and removes its folder. */
  async leave(): Promise<void> {
    this.#worker?.terminate();
    this.#worker = undefined;
    await this.folder.close();
  }
}

// Files of a product as addresses that hold them (data:, RFC 2397), for the frame in
// which HTML is shown. Its policy lets it load nothing else, and such an address has no
// origin: opened by itself, which browsers offer of every picture, it is nobody's page.
// A document takes in as much as a page can hold of them: they are its memory.

import type { OpenedFile } from "../../terminal/folder.ts";
import { beginsAs, headSize, type Kind, typeOf } from "../kinds.ts";

const most = 64 << 20; // bytes that one document takes in

const letters: Readonly<Record<string, string>> = {
  ttf: "font/ttf",
  otf: "font/otf",
  woff: "font/woff",
  woff2: "font/woff2",
};

/** Takes files into one document. */
export class Inliner {
  #left = most;
  /** Files that it named and that were too much. */
  missed = 0;

  /** A picture, sound or film as an address, or nothing where it is none, or too much. */
  async media(file: OpenedFile, ...kinds: readonly Kind[]): Promise<string | undefined> {
    const type = typeOf(file.path, file.media);
    if (!kinds.includes(type.kind)) return undefined;
    const head = new Uint8Array(await file.blob.slice(0, headSize).arrayBuffer());
    if (!beginsAs(type, head)) return undefined;
    return this.#taken(file.blob, type.kind === "drawing" ? "image/svg+xml" : type.media);
  }

  /** Letters, by the end of their name: the browser checks them itself. */
  async letters(file: OpenedFile): Promise<string | undefined> {
    const media = letters[file.path.slice(file.path.lastIndexOf(".") + 1).toLowerCase()];
    return media === undefined ? undefined : this.#taken(file.blob, media);
  }

  /** A style sheet's text. */
  async style({ path, media, blob }: OpenedFile): Promise<string | undefined> {
    const isStyle = media === "" ? /\.css$/i.test(path) : /^text\/css\s*(;|$)/i.test(media);
    return isStyle && this.#take(blob) ? blob.text() : undefined;
  }

  async #taken(blob: Blob, media: string): Promise<string | undefined> {
    return this.#take(blob) ? dataUrl(blob.slice(0, blob.size, media)) : undefined;
  }

  #take({ size }: Blob): boolean {
    if (size > this.#left) {
      this.missed++;
      return false;
    }
    this.#left -= size;
    return true;
  }
}

/** A blob as an address that holds it. */
export function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error("it cannot be read", { cause: reader.error }));
    reader.readAsDataURL(blob);
  });
}

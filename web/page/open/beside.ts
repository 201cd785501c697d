// What lies beside a document in its product: pictures, styles, letters and sounds that
// it shows, and documents that it leads to. An address of a document is looked up among
// the paths of the files that were opened, and never given to the browser: whatever it
// says, it is one of those files, or nothing.

import type { OpenedFile } from "../../terminal/folder.ts";

/** A file of the product that an address leads to, and the place in it, empty for its beginning. */
export interface Found {
  readonly file: OpenedFile;
  readonly fragment: string;
}

/** The files of a product that were opened. */
export class Beside {
  readonly #files: ReadonlyMap<string, OpenedFile>;
  /** Shows a file of the product, from a place in it. */
  readonly follow: (found: Found) => void;

  constructor(files: readonly OpenedFile[], follow: (found: Found) => void) {
    this.#files = new Map(files.map((file) => [file.path, file]));
    this.follow = follow;
  }

  /** The file that a relative address leads to, as a document at a path says it. */
  find(from: string, address: string): Found | undefined {
    const [, way = "", fragment = ""] = /^([^#]*)#?(.*)$/s.exec(address.trim())!;
    const path = pathOf(from, way);
    const file = path === undefined ? undefined : this.#files.get(path);
    const place = decoded(fragment);
    return file && { file, fragment: place ?? fragment };
  }
}

/**
 * The path in the product of a relative address (RFC 3986, 5.2.4, and 6.2.2.2), or nothing: of what has a
 * scheme or a host, begins at a root, leaves the product, or hides a slash or a step in a digit's disguise.
 */
export function pathOf(from: string, address: string): string | undefined {
  const [way = ""] = address.split("?", 1);
  if (way === "") return from;
  if (/^[/\\]|^[a-z][a-z\d+.-]*:/i.test(way)) return undefined;
  const path = from.split("/").slice(0, -1);
  for (const step of way.split("/")) {
    const name = decoded(step);
    if (name === undefined || /[/\\\0]/.test(name)) return undefined;
    if (name === "..") {
      if (path.pop() === undefined) return undefined;
    } else if (name !== ".") path.push(name);
  }
  return path.join("/");
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined; // no UTF-8
  }
}

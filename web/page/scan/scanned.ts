// A product as it was scanned: the signed header, and what came with it.

import { bytesToHex } from "../../protocol/bytes.ts";
import type { Header } from "../../protocol/header.ts";

/** How it can be named in a command line. */
export type Origin =
  | { readonly kind: "file"; readonly name: string } // a wrap or a picture that the user has
  | { readonly kind: "text"; readonly text: string }; // a code from elsewhere, which can be saved

/** What was scanned. */
export interface Scanned {
  readonly header: Header;
  /** The payload of its code, or of the pointer code of a wrap that was read. */
  readonly payload: Uint8Array;
  readonly origin: Origin;
  /** How many sealed parts came with the header and were compared with what was signed; 0 where none did. */
  readonly parts: number;
  /** The cover, whose hash was compared with the signed one. */
  readonly cover: Blob | undefined;
  /** Why what came with the header is not what was signed. */
  readonly damage: string | undefined;
  /** The wrap's file, where one was read: its frame and sizes are those of the header. */
  readonly wrap?: Blob;
}

/** The wrap's name, by which the page finds it again. */
export function idOf(scanned: Scanned): string {
  return bytesToHex(scanned.header.id);
}

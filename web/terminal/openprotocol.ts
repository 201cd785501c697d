// What a page and the worker that opens wraps for it say to each other. All of it
// can be cloned; a worker opens one wrap at a time.

import type { Opened, OpenJob } from "./open.ts";
import type { OpenKind } from "./openerror.ts";
import type { Progress } from "./progress.ts";

/** To the worker. */
export type Request =
  /** Verify the header that will be opened, while nobody waits. There is no answer. */
  | { readonly type: "prepare"; readonly header: Uint8Array; readonly escrow: Uint8Array }
  /** Open this. A stream is not cloned: the wrap is a Blob, or bytes. */
  | { readonly type: "start"; readonly job: OpenJob }
  /** Leave off. The answer is an error of the kind cancelled, or what was ready before. */
  | { readonly type: "cancel" };

/** From the worker. The last answer to a start is a result or an error. */
export type Answer =
  | ({ readonly type: "progress" } & Progress)
  | { readonly type: "result"; readonly opened: Opened }
  | { readonly type: "error"; readonly kind: OpenKind; readonly message: string };

/** What both ends of a worker have: of the page's Worker, of the worker's own scope, of Node's ports. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
}

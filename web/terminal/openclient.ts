// The page's end: has a worker open a wrap, and ends it where a release program
// takes too long, so that the section's own bytes can be had instead.

import { timeLimit } from "../protocol/program.ts";
import type { Opened, OpenJob } from "./open.ts";
import { OpenError } from "./openerror.ts";
import type { Answer, Port, Request } from "./openprotocol.ts";
import type { Progress, Watcher } from "./progress.ts";

/** A worker that serves openings, with nothing else to do. */
export interface OpenWorker extends Port {
  terminate(): unknown;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "error", listener: (event: unknown) => void): void;
}

/** What may be given beside a job. */
export interface ClientOptions extends Watcher {
  /** Milliseconds that a release program may take for a section of so many bytes. */
  readonly timeLimit?: ((size: number) => number) | undefined;
}

/**
 * Opens a wrap in a worker, which is ended afterwards.
 * @param spawn starts a worker; it is called again after each program that took too long
 * @throws OpenError by its kind, cancelled where the signal says so
 */
export async function openInWorker(
  spawn: () => OpenWorker,
  job: OpenJob,
  options: ClientOptions = {},
): Promise<Opened> {
  const overtime = [...(job.overtime ?? [])];
  for (;;) {
    const ended = await oneWorker(spawn, { ...job, overtime }, options);
    if ("sections" in ended) return ended;
    // What came before it is opened again, and is the same.
    overtime.push(ended.overtime);
  }
}

/** What was opened, or the section whose program took too long. */
type Ended = Opened | { readonly overtime: number };

function oneWorker(spawn: () => OpenWorker, job: OpenJob, options: ClientOptions): Promise<Ended> {
  const { signal, progress } = options;
  const limit = options.timeLimit ?? timeLimit;
  const cancelled = (): OpenError => new OpenError("cancelled", "the opening was cancelled");
  if (signal?.aborted) return Promise.reject(cancelled());
  const worker = spawn();
  const { promise, resolve, reject } = Promise.withResolvers<Ended>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const making = ({ phase, section, total }: Progress): void => {
    clearTimeout(timer);
    if (phase === "making") timer = setTimeout(() => resolve({ overtime: section }), limit(total));
  };
  const leave = (): void => reject(cancelled());
  worker.addEventListener("message", ({ data }) => {
    const answer = data as Answer;
    if (answer.type === "result") return resolve(answer.opened);
    if (answer.type === "error") return reject(new OpenError(answer.kind, answer.message));
    making(answer);
    progress?.(answer);
  });
  worker.addEventListener("error", (event) =>
    reject(new OpenError("internal", `the worker ended: ${messageOf(event)}`)),
  );
  signal?.addEventListener("abort", leave);
  worker.postMessage({ type: "start", job } satisfies Request);
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", leave);
    worker.terminate(); // a program that runs hears no message
  });
}

function messageOf(event: unknown): string {
  const { message } = event as { message?: unknown };
  return typeof message === "string" ? message : "it cannot be started";
}

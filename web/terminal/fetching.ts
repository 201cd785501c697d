// HTTP with bounds: on time, on the size of an answer, and no redirects, so that
// nobody who is asked can hold the terminal up or send it elsewhere.

import { Failure, said } from "./failure.ts";

/** What is asked over HTTP. */
export interface Query {
  readonly url: string;
  /** Sent by POST as JSON; undefined: GET. */
  readonly body?: string;
  /** In milliseconds. */
  readonly timeout: number;
  /** In bytes. */
  readonly most: number;
  readonly signal?: AbortSignal | undefined;
}

/** An answer, whatever its status. */
export interface Answered {
  readonly status: number;
  /** Without parameters. */
  readonly media: string;
  readonly text: string;
}

/** Asks once. Every failure but the caller's own abort is {@link Failure} "unreachable", naming the host alone. */
export async function fetchText(query: Query): Promise<Answered> {
  const own = AbortSignal.timeout(query.timeout);
  const signal = query.signal === undefined ? own : AbortSignal.any([own, query.signal]);
  try {
    const response = await fetch(query.url, { ...request(query), ...guarded, signal });
    const media = (response.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
    return { status: response.status, media, text: await textOf(response, query.most) };
  } catch (cause) {
    query.signal?.throwIfAborted();
    const why = own.aborted ? `no answer within ${query.timeout / 1000} s` : reason(cause);
    throw new Failure("unreachable", `${hostOf(query.url)}: ${why}`, [], cause);
  }
}

/** How anybody is asked: who answers sends nobody elsewhere, and learns neither the page nor its user. */
export const guarded = { redirect: "error", credentials: "omit", referrerPolicy: "no-referrer" } as const;

/** The bytes of an answer, by and by, so that one without end is left at the bound. @throws RangeError beyond it */
export async function* bounded(response: Response, most: number, tooMuch: string): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  let size = 0;
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      size += part.value.length;
      if (size > most) throw new RangeError(tooMuch);
      yield part.value;
    }
  } finally {
    await reader?.cancel().catch(() => undefined); // whoever left off wants no more of it
  }
}

/** Host and port of an address, without credentials and query. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "an address that is none";
}

function request({ body }: Query): RequestInit {
  if (body === undefined) return { method: "GET" };
  return { method: "POST", body, headers: { "content-type": "application/json" } };
}

async function textOf(response: Response, most: number): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for await (const part of bounded(response, most, `answer is larger than ${most} bytes`))
    text += decoder.decode(part, { stream: true });
  return text + decoder.decode();
}

// What fetch says of a failure is "fetch failed", with the reason beneath.
function reason(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return said(inner) || "no connection";
}

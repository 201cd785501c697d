// Endpoints of a chain: JSON-RPC 2.0 over HTTP, or a wallet's provider (EIP-1193).

import { asDocument, type Document } from "./document.ts";
import { Failure, said } from "./failure.ts";
import { fetchText, hostOf } from "./fetching.ts";

/** One call. */
export interface Question {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** What an endpoint says to a call: a result, or its refusal. */
export type Reply = { readonly result: unknown } | { readonly refusal: Refusal };

/** An endpoint's refusal of one call. Its data are a contract's, where that reverted. */
export class Refusal extends Error {
  readonly code: number;
  readonly data: string | undefined;

  constructor(code: number, message: string, data?: string) {
    super(message.slice(0, 300));
    this.name = "Refusal";
    this.code = code;
    this.data = data;
  }
}

/** Whoever answers calls. */
export interface Endpoint {
  readonly host: string;
  /** Answers all of a batch, in its order, or fails as "unreachable". */
  ask(batch: readonly Question[], signal?: AbortSignal): Promise<Reply[]>;
}

/** A wallet's interface, or that of a page's provider (EIP-1193). */
export interface Provider {
  request(question: { readonly method: string; readonly params?: readonly unknown[] }): Promise<unknown>;
}

const maxBody = 16 * 1024 * 1024;

/** An endpoint at an address. timeout is in milliseconds. */
export function httpEndpoint(url: string, timeout = 15_000): Endpoint {
  const host = hostOf(url);
  if (!/^https?:/.test(url)) throw new Failure("input", "an endpoint's address begins with https:// or http://");
  return {
    host,
    async ask(batch, signal) {
      const body = JSON.stringify(batch.map((question, id) => ({ jsonrpc: "2.0", id, ...question })));
      const { status, text } = await fetchText({ url, body, timeout, most: maxBody, signal });
      try {
        return readBatch(text, batch.length);
      } catch (cause) {
        const why = `answered with status ${status} what is no batch: ${said(cause)}`;
        throw new Failure("unreachable", `endpoint ${host}: ${why}`, ["name another endpoint of the chain"], cause);
      }
    },
  };
}

/** A wallet's provider as an endpoint: it takes one call at a time. timeout is in milliseconds. */
export function providerEndpoint(provider: Provider, timeout = 15_000): Endpoint {
  const one = async ({ method, params }: Question): Promise<Reply> => {
    try {
      return { result: await withTimeout(provider.request({ method, params }), timeout) };
    } catch (cause) {
      if (cause instanceof Failure) throw cause;
      return { refusal: refusalOf(cause) };
    }
  };
  return { host: "the wallet", ask: (batch) => Promise.all(batch.map(one)) };
}

/** Reads what a provider throws (EIP-1193's ProviderRpcError). */
export function refusalOf(cause: unknown): Refusal {
  const of = (typeof cause === "object" && cause !== null ? cause : {}) as Document;
  const code = typeof of["code"] === "number" ? of["code"] : 0;
  return new Refusal(code, typeof of["message"] === "string" ? of["message"] : String(cause), dataOf(of["data"]));
}

// Endpoints put a contract's refusal there as it is, or within another object.
function dataOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value !== "object" || value === null) return undefined;
  return dataOf((value as Document)["data"]);
}

async function withTimeout<T>(work: Promise<T>, timeout: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    const failure = new Failure("unreachable", `the wallet's endpoint gave no answer within ${timeout / 1000} s`);
    timer = setTimeout(() => reject(failure), timeout);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

// Replies may come in any order. A single object refuses all of the batch.
function readBatch(text: string, count: number): Reply[] {
  const parsed = JSON.parse(text) as unknown;
  if (!Array.isArray(parsed)) throw refusalIn(asDocument("reply", parsed)) ?? new TypeError("it is no list");
  const replies = new Map(parsed.map((one) => [asDocument("reply", one)["id"], asDocument("reply", one)]));
  return Array.from({ length: count }, (_, id) => readReply(replies.get(id)));
}

function readReply(reply: Document | undefined): Reply {
  if (reply === undefined) throw new RangeError("a call has no reply");
  const refusal = refusalIn(reply);
  if (refusal) return { refusal };
  if (!("result" in reply)) throw new TypeError("a reply has neither result nor error");
  return { result: reply["result"] };
}

function refusalIn(reply: Document): Refusal | undefined {
  return reply["error"] === undefined || reply["error"] === null ? undefined : refusalOf(reply["error"]);
}

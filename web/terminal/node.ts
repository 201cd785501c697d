// A client of one node (spec 9): its answers are bounded, read by their types, and
// believed in nothing that can be checked.

import { bytesToHex, hexToBytes } from "../protocol/bytes.ts";
import { type Leaf, orderOf } from "../protocol/leaf.ts";
import { type Place } from "../protocol/place.ts";
import { compressG1, type G1, type G2, parseG1, parseG2 } from "../protocol/point.ts";
import { type SchnorrResponse, responseBytes } from "../protocol/schnorr.ts";
import { type Address, type Hash, parseAddress, parseHash } from "../protocol/word.ts";
import { asDocument, asList, type Document, flagOf, optionalText, parseDocument, textOf, wholeOf } from "./document.ts";
import { optionalWhole } from "./document.ts";
import { Failure, said } from "./failure.ts";
import { type Answered, fetchText, hostOf } from "./fetching.ts";

/** How far an order has come at a node. */
export const nodeStates = ["unknown", "seen", "confirmed", "released", "disputed", "refunded", "declined"] as const;

/** One of {@link nodeStates}. */
export type NodeState = (typeof nodeStates)[number];

/** Blocks on a payment: head − block + 1. */
export interface Confirmations {
  readonly had: number;
  readonly needed: number;
  /** Finality is asked for instead of a number. */
  readonly finalised: boolean;
}

/** What a node says of a release. Nothing in it is verified. */
export interface ReleaseAnswer {
  readonly state: NodeState;
  readonly order?: Hash;
  readonly confirmations: Confirmations;
  /** Of a disputed order's answer, Unix seconds, 0 for none. */
  readonly deadline: number;
  /** U, a point of the subgroup. */
  readonly release?: G1;
  /** σ of the order. */
  readonly receipt?: G1;
  readonly reason?: string;
}

/** What is asked of a release. */
export interface ReleaseQuery {
  readonly groupKey: Hash;
  readonly place: Place;
  readonly B: G1;
  /** How long the node may hold its answer back, in seconds, at most 25. */
  readonly wait?: number;
  /** A proof of the release key, where the payment brought none. */
  readonly proof?: SchnorrResponse | undefined;
  /** Whether the order's receipt is wanted, too. */
  readonly receipt?: boolean;
}

/** An order at a node. The leaf hashes to the order. */
export interface OrderAnswer {
  readonly order: Hash;
  readonly state: NodeState;
  readonly confirmations: Confirmations;
  readonly leaf: Leaf;
  readonly block: number;
  readonly transaction: Hash;
  readonly reason?: string;
}

/** What a node says of itself. */
export interface InfoAnswer {
  readonly node: number;
  readonly chains: readonly {
    readonly chainId: number;
    readonly escrow: Address;
    readonly head: number;
    readonly lag: number;
  }[];
  readonly groupKey: Hash;
  readonly P: G1;
  readonly Q: G2;
  readonly threshold: number;
  readonly operators: readonly { readonly node: number; readonly url: string }[];
}

/** The longest wait that a node keeps, in seconds. */
export const maxWait = 25;

const maxBody = 128 * 1024;
const patience = 15_000;

/** A node's client. */
export class Node {
  readonly host: string;
  /** Without a slash at its end. */
  readonly url: string;
  readonly #timeout: number;

  /** Takes the node's address; timeout is beyond the wait that is asked for, in milliseconds. */
  constructor(url: string, timeout: number = patience) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new Failure("input", "a node's address begins with https:// or http://");
    this.host = hostOf(url);
    this.url = url.replace(/\/$/, "");
    this.#timeout = timeout;
  }

  /** Asks for a release. */
  release(query: ReleaseQuery, signal?: AbortSignal): Promise<ReleaseAnswer> {
    return this.#get(releasePath(query), readRelease, signal, 1000 * (query.wait ?? 0));
  }

  /** Asks for an order by its name. */
  order(chainId: number, order: Hash, signal?: AbortSignal): Promise<OrderAnswer> {
    const read = (document: Document): OrderAnswer => readOrder(document, order);
    return this.#get(`/v1/orders/${chainId}/${digits(order)}`, read, signal);
  }

  /** Asks for the receipt of an order; undefined where there is none now. */
  receipt(chainId: number, order: Hash, signal?: AbortSignal): Promise<G1 | undefined> {
    const read = (document: Document): G1 | undefined => optionalPoint(document, "receipt");
    return this.#get(`/v1/orders/${chainId}/${digits(order)}/receipt`, read, signal);
  }

  /** Asks whether the node serves a product: why not, or undefined. */
  declines(chainId: number, product: Address, signal?: AbortSignal): Promise<string | undefined> {
    const read = (document: Document): string | undefined =>
      flagOf(document, "served") ? undefined : (optionalText(document, "reason") ?? "it gives no reason");
    return this.#get(`/v1/products/${chainId}/${digits(product)}`, read, signal);
  }

  /** Asks the node about itself. */
  info(signal?: AbortSignal): Promise<InfoAnswer> {
    return this.#get("/v1/info", readInfo, signal);
  }

  async #get<T>(path: string, read: (document: Document) => T, signal?: AbortSignal, wait = 0): Promise<T> {
    const answered = await this.#fetch(path, this.#timeout + wait, signal);
    if (answered.media === "application/problem+json") throw this.#problem(answered);
    if (answered.status !== 200 || answered.media !== "application/json")
      throw this.#failed(
        `answered "${answered.media.slice(0, 60)}" with status ${answered.status}: is this a node's address?`,
      );
    try {
      return read(parseDocument(answered.text));
    } catch (cause) {
      throw this.#failed(`answer is malformed: ${said(cause).slice(0, 300)}`, cause);
    }
  }

  async #fetch(path: string, timeout: number, signal?: AbortSignal): Promise<Answered> {
    try {
      return await fetchText({ url: this.url + path, timeout, most: maxBody, signal });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new Failure("unreachable", `node ${said(cause)}`, ["any other node of the committee does as well"], cause);
    }
  }

  #problem({ status, text }: Answered): Failure {
    let detail = "a problem that cannot be read";
    try {
      const problem = parseDocument(text);
      detail = optionalText(problem, "detail") ?? textOf(problem, "title");
    } catch {
      // told as it is
    }
    return this.#failed(`status ${status}: ${detail.slice(0, 300)}`);
  }

  #failed(what: string, cause?: unknown): Failure {
    return new Failure(
      "unreachable",
      `node ${this.host}: ${what}`,
      ["any other node of the committee does as well"],
      cause,
    );
  }
}

function releasePath({ groupKey, place, B, wait, proof, receipt }: ReleaseQuery): string {
  const parts = [digits(groupKey), place.chainId, digits(place.product), place.tier, digits(compressG1(B))];
  const query = new URLSearchParams();
  if (wait !== undefined && wait > 0) query.set("wait", `${Math.min(wait, maxWait)}s`);
  if (proof !== undefined) query.set("pok", digits(responseBytes(proof)));
  if (receipt === true) query.set("receipt", "1");
  return `/v1/releases/${parts.join("/")}${query.size > 0 ? `?${query.toString()}` : ""}`;
}

function readRelease(document: Document): ReleaseAnswer {
  const order = optionalText(document, "order");
  const reason = optionalText(document, "reason");
  const release = optionalPoint(document, "release");
  const receipt = malformedIsNone(() => optionalPoint(document, "receipt"));
  return {
    state: stateOf(document),
    confirmations: confirmationsOf(document),
    deadline: optionalWhole(document, "deadline"),
    ...(order !== undefined && { order: parseHash(order) }),
    ...(release !== undefined && { release }),
    ...(receipt !== undefined && { receipt }),
    ...(reason !== undefined && { reason }),
  };
}

// The release is worth no less where the receipt beside it is none.
function malformedIsNone<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function readOrder(document: Document, order: Hash): OrderAnswer {
  const leaf = readLeaf(asDocument("leaf", document["leaf"]));
  if (bytesToHex(orderOf(leaf)) !== bytesToHex(order)) throw new RangeError("leaf is not that of the order");
  const reason = optionalText(document, "reason");
  return {
    order,
    state: stateOf(document),
    confirmations: confirmationsOf(document),
    leaf,
    block: wholeOf(document, "block"),
    transaction: parseHash(textOf(document, "transaction")),
    ...(reason !== undefined && { reason }),
  };
}

function readLeaf(of: Document): Leaf {
  const address = (name: string): Address => parseAddress(textOf(of, name));
  return {
    product: address("product"),
    tier: wholeOf(of, "tier"),
    index: wholeOf(of, "index"),
    time: wholeOf(of, "time"),
    payer: address("payer"),
    refundTo: address("refundTo"),
    publisher: address("publisher"),
    token: address("token"),
    committee: address("committee"),
    feeBps: wholeOf(of, "feeBps"),
    confirmations: wholeOf(of, "confirmations"),
    groupKey: parseHash(textOf(of, "groupKey")),
    amount: amountOf(textOf(of, "amount")),
    releaseKey: hexToBytes(textOf(of, "releaseKey")),
  };
}

function readInfo(document: Document): InfoAnswer {
  const committee = asDocument("committee", document["committee"]);
  const objects = (name: string, value: unknown): Document[] => asList(name, value).map((one) => asDocument(name, one));
  return {
    node: wholeOf(document, "node"),
    chains: objects("chains", document["chains"]).map((chain) => ({
      chainId: wholeOf(chain, "chainId"),
      escrow: parseAddress(textOf(chain, "escrow")),
      head: wholeOf(chain, "head"),
      lag: wholeOf(chain, "lag"),
    })),
    groupKey: parseHash(textOf(committee, "groupKey")),
    P: parseG1(hexToBytes(textOf(committee, "P"))),
    Q: parseG2(hexToBytes(textOf(committee, "Q"))),
    threshold: wholeOf(committee, "threshold"),
    operators: objects("operators", committee["operators"]).map((one) => ({
      node: wholeOf(one, "node"),
      url: textOf(one, "url"),
    })),
  };
}

function stateOf(document: Document): NodeState {
  const state = textOf(document, "state");
  const known = nodeStates.find((name) => name === state);
  if (known === undefined) throw new RangeError("there is no such state of an order");
  return known;
}

function confirmationsOf(document: Document): Confirmations {
  const of = asDocument("confirmations", document["confirmations"]);
  const finalised = of["finalised"] !== undefined && flagOf(of, "finalised");
  return { had: wholeOf(of, "had"), needed: wholeOf(of, "needed"), finalised };
}

function optionalPoint(document: Document, name: string): G1 | undefined {
  const text = optionalText(document, name);
  return text === undefined || text === "" ? undefined : parseG1(hexToBytes(text));
}

function amountOf(text: string): bigint {
  if (!/^(0|[1-9][0-9]{0,28})$/.test(text)) throw new RangeError("amount is no number of base units");
  return BigInt(text);
}

function digits(bytes: Uint8Array): string {
  return bytesToHex(bytes).slice(2);
}

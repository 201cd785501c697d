// A chain over its endpoints. An endpoint's word is checked where that is possible:
// its chain's id before its first answer counts, the code of the escrow before
// anything is paid, logs against the question. One that fails gives way to the next.

import { bytesToHex, equal } from "../protocol/bytes.ts";
import { keccak } from "../protocol/hashing.ts";
import { type Address, type Hash, parseHash, toAddress } from "../protocol/word.ts";
import { calldata, type Argument, type Call, checksummed, dataOf } from "./calldata.ts";
import { asDocument, asList, type Document, textOf } from "./document.ts";
import { type Endpoint, type Question, Refusal, type Reply } from "./endpoint.ts";
import { Failure, isUnreachable, said } from "./failure.ts";
import { parseData, parseQuantity, parseWhole, quantity } from "./quantity.ts";

/** A question and how its result is read. A reader throws where it is malformed. */
export interface Ask<T> extends Question {
  readonly read: (result: unknown) => T;
}

/** What questions give: the read result, or the endpoint's refusal. */
export type Answers<A extends readonly Ask<unknown>[]> = {
  [K in keyof A]: A[K] extends Ask<infer T> ? T | Refusal : never;
};

/** The newest block. */
export interface Head {
  readonly number: number;
  readonly hash: Hash;
  /** Unix seconds. */
  readonly time: number;
  /** Per gas, in wei. */
  readonly baseFee: bigint;
}

/** A log, as an endpoint shows it. */
export interface Log {
  readonly address: Address;
  readonly topics: readonly Uint8Array[];
  readonly data: Uint8Array;
  readonly block: number;
  readonly blockHash: Hash;
  readonly transaction: Hash;
  readonly index: number;
}

/** Which logs: of an address, topics in their order, undefined for any. */
export interface LogQuery {
  readonly address: Address;
  readonly topics: readonly (Uint8Array | undefined)[];
  readonly from: number;
  readonly to: number;
}

/** A chain's endpoints, asked in their order. */
export class Chain {
  readonly chainId: number;
  readonly endpoints: readonly Endpoint[];
  readonly #checked = new Set<Endpoint>();

  constructor(chainId: number, endpoints: readonly Endpoint[]) {
    if (endpoints.length === 0)
      throw new Failure("input", `no endpoint of chain ${chainId} is known`, ["connect a wallet, or name an endpoint"]);
    this.chainId = chainId;
    this.endpoints = endpoints;
  }

  /** Only this endpoint of the chain. */
  through(endpoint: Endpoint): Chain {
    return new Chain(this.chainId, [endpoint]);
  }

  /**
   * Asks each endpoint by itself, and returns what those say that can be reached, in
   * their order: at least one.
   */
  async each<T>(ask: (one: Chain) => Promise<T>, signal?: AbortSignal): Promise<T[]> {
    const all = await Promise.allSettled(this.endpoints.map((endpoint) => ask(this.through(endpoint))));
    signal?.throwIfAborted();
    const failures = all.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
    const grave = failures.find((cause) => !isUnreachable(cause)) ?? (failures.length === all.length && failures[0]);
    if (grave) throw grave;
    return all.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  }

  /** Asks several questions in one request of the first endpoint that answers. */
  ask<const A extends readonly Ask<unknown>[]>(asks: A, signal?: AbortSignal): Promise<Answers<A>> {
    return this.#try((endpoint) => this.#ask(endpoint, asks, signal), signal);
  }

  /** Asks one question of the first endpoint that does not refuse it. */
  one<T>(ask: Ask<T>, signal?: AbortSignal): Promise<T> {
    return this.#try(async (endpoint) => {
      const [answer] = await this.#ask(endpoint, [ask], signal);
      if (answer instanceof Refusal) throw failed(endpoint, answer);
      return answer as T;
    }, signal);
  }

  /**
   * Refuses to go on where an endpoint is of another chain. Asking others passes it
   * over; whoever is about to pay should know.
   */
  async checkIds(signal?: AbortSignal): Promise<void> {
    for (const endpoint of this.endpoints) {
      const [reply] = await endpoint.ask([chainIdQuestion], signal).catch(() => []);
      if (reply === undefined || "refusal" in reply) continue;
      // Writing out what is nested without end would itself have no end.
      const id = typeof reply.result === "string" ? reply.result : "what is no number";
      if (/^0x[0-9a-f]+$/i.test(id) && BigInt(id) === BigInt(this.chainId)) continue;
      throw new Failure(
        "danger",
        `endpoint ${endpoint.host} is of another chain (${id.slice(0, 20)}), not ${this.chainId}`,
        ["remove it from the settings, or correct it"],
      );
    }
  }

  /** The newest block. */
  head(signal?: AbortSignal): Promise<Head> {
    return this.one(askHead(), signal);
  }

  /**
   * Refuses an escrow whose code is none of these hashes; with none given nobody
   * vouches for it but whoever named the escrow. Every endpoint that answers has to show it.
   */
  async checkCode(escrow: Address, hashes: readonly Hash[], signal?: AbortSignal): Promise<void> {
    const codes = await this.each((one) => one.one(askCode(escrow), signal), signal);
    for (const code of codes) this.#checkCode(escrow, code, hashes);
  }

  #checkCode(escrow: Address, code: Uint8Array, hashes: readonly Hash[]): void {
    if (code.length === 0)
      throw new Failure("refused", `there is no escrow at ${checksummed(escrow)} on chain ${this.chainId}`);
    const hash = keccak(code);
    if (hashes.length === 0 || hashes.some((known) => equal(known, hash))) return;
    const what = `code of the escrow ${checksummed(escrow)} hashes to ${bytesToHex(hash)}, which is not the known one`;
    throw new Failure("danger", `${what}: do not pay`);
  }

  /** Logs in the chain's order. Where an endpoint finds a range too large it is asked for halves. */
  logs(query: LogQuery, signal?: AbortSignal): Promise<Log[]> {
    return this.#try((endpoint) => this.#logs(endpoint, query, signal), signal);
  }

  async #logs(endpoint: Endpoint, query: LogQuery, signal?: AbortSignal): Promise<Log[]> {
    const [logs, head] = await this.#ask(endpoint, [askLogs(query), askNumber()], signal);
    if (logs instanceof Refusal || head instanceof Refusal) {
      const { from, to } = query;
      if (!(logs instanceof Refusal) || from >= to || !isTooLarge(logs)) throw failed(endpoint, logs as Refusal);
      const middle = Math.floor((from + to) / 2);
      const first = await this.#logs(endpoint, { ...query, to: middle }, signal);
      return [...first, ...(await this.#logs(endpoint, { ...query, from: middle + 1 }, signal))];
    }
    if (head < query.to)
      throw new Failure("unreachable", `endpoint ${endpoint.host}: is at block ${head}, behind block ${query.to}`);
    return logs;
  }

  async #ask<const A extends readonly Ask<unknown>[]>(
    endpoint: Endpoint,
    asks: A,
    signal?: AbortSignal,
  ): Promise<Answers<A>> {
    const first = !this.#checked.has(endpoint);
    const replies = await endpoint.ask(first ? [...asks.map(plain), chainIdQuestion] : asks.map(plain), signal);
    if (first) this.#check(endpoint, replies[asks.length]);
    try {
      return asks.map((ask, i) => read(ask, replies[i])) as Answers<A>;
    } catch (cause) {
      throw new Failure("unreachable", `endpoint ${endpoint.host}: answer is malformed: ${said(cause)}`, [], cause);
    }
  }

  #check(endpoint: Endpoint, reply: Reply | undefined): void {
    if (reply !== undefined && "refusal" in reply) throw failed(endpoint, reply.refusal);
    const id = reply !== undefined && "result" in reply ? parseQuantity(reply.result) : undefined;
    if (id !== BigInt(this.chainId))
      throw new Failure(
        "unreachable",
        `endpoint ${endpoint.host}: is of chain ${id ?? "unknown"}, not ${this.chainId}`,
        ["switch the wallet's network, or name an endpoint of the chain"],
      );
    this.#checked.add(endpoint);
  }

  async #try<T>(work: (endpoint: Endpoint) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const failures: Failure[] = [];
    for (const endpoint of this.endpoints) {
      signal?.throwIfAborted();
      try {
        return await work(endpoint);
      } catch (cause) {
        if (!isUnreachable(cause)) throw cause;
        failures.push(cause);
      }
    }
    throw new Failure("unreachable", failures.map(said).join("; "), [
      ...new Set(failures.flatMap((failure) => failure.hints)),
      "name another endpoint of the chain",
    ]);
  }
}

/** An answer that no endpoint has a reason to refuse. */
export function unrefused<T>(answer: T | Refusal): T {
  if (answer instanceof Refusal)
    throw new Failure(
      "unreachable",
      `the endpoint does not answer: ${answer.message}`,
      ["name another endpoint"],
      answer,
    );
  return answer;
}

/** Asks for the newest block. */
export function askHead(): Ask<Head> {
  return { method: "eth_getBlockByNumber", params: ["latest", false], read: readHead };
}

/** Asks for the newest block's number. */
export function askNumber(): Ask<number> {
  return { method: "eth_blockNumber", params: [], read: parseWhole };
}

/** Asks for the code at an address. */
export function askCode(at: Address): Ask<Uint8Array> {
  return { method: "eth_getCode", params: [bytesToHex(at), "latest"], read: (result) => parseData(result) };
}

/** Asks a contract's view. length is that of what it gives, in bytes. */
export function askView(to: Address, name: string, args: readonly Argument[], length?: number): Ask<Uint8Array> {
  const data = bytesToHex(calldata(name, args));
  const read = (result: unknown): Uint8Array => parseData(result, length);
  return { method: "eth_call", params: [{ to: bytesToHex(to), data }, "latest"], read };
}

/** Asks how much gas a call of an account's would use: refused where it would fail. */
export function askGas(call: Call, from: Address): Ask<bigint> {
  const { to, value } = call;
  const message = {
    from: bytesToHex(from),
    to: bytesToHex(to),
    value: quantity(value),
    data: bytesToHex(dataOf(call)),
  };
  return { method: "eth_estimateGas", params: [message], read: parseQuantity };
}

function askLogs(query: LogQuery): Ask<Log[]> {
  const topics = query.topics.map((topic) => (topic === undefined ? null : bytesToHex(topic)));
  const [fromBlock, toBlock] = [quantity(query.from), quantity(query.to)];
  const read = (result: unknown): Log[] => readLogs(result, query);
  return {
    method: "eth_getLogs",
    params: [{ address: bytesToHex(query.address), topics, fromBlock, toBlock }],
    read,
  };
}

const chainIdQuestion: Question = { method: "eth_chainId", params: [] };

const plain = ({ method, params }: Question): Question => ({ method, params });

function read<T>(ask: Ask<T>, reply: Reply | undefined): T | Refusal {
  if (reply === undefined) throw new RangeError("a call has no reply");
  return "refusal" in reply ? reply.refusal : ask.read(reply.result);
}

function readHead(result: unknown): Head {
  const block = asDocument("block", result);
  return {
    number: parseWhole(block["number"]),
    hash: parseHash(textOf(block, "hash").toLowerCase()),
    time: parseWhole(block["timestamp"]),
    baseFee: block["baseFeePerGas"] === undefined ? 0n : parseQuantity(block["baseFeePerGas"]),
  };
}

// What was not asked for is no answer: an endpoint that ignores a filter is broken
// or lies. Removed logs are those of blocks that the chain dropped.
function readLogs(result: unknown, query: LogQuery): Log[] {
  const logs = asList("logs", result).map((one) => asDocument("log", one));
  const standing = logs.filter((log) => log["removed"] !== true).map(readLog);
  for (const log of standing) checkAsked(log, query);
  return standing.sort((a, b) => a.block - b.block || a.index - b.index);
}

function readLog(log: Document): Log {
  return {
    address: toAddress(parseData(log["address"], 20)),
    topics: asList("topics", log["topics"]).map((topic) => parseData(topic, 32)),
    data: parseData(log["data"]),
    block: parseWhole(log["blockNumber"]),
    blockHash: parseHash(textOf(log, "blockHash").toLowerCase()),
    transaction: parseHash(textOf(log, "transactionHash").toLowerCase()),
    index: parseWhole(log["logIndex"]),
  };
}

function checkAsked(log: Log, { address, topics, from, to }: LogQuery): void {
  const asked =
    equal(log.address, address) &&
    log.block >= from &&
    log.block <= to &&
    topics.every((topic, i) => topic === undefined || equal(log.topics[i] ?? new Uint8Array(), topic));
  if (!asked) throw new RangeError("a log is not one that was asked for");
}

function failed(endpoint: Endpoint, refusal: Refusal): Failure {
  return new Failure("unreachable", `endpoint ${endpoint.host}: ${refusal.message}`, [], refusal);
}

// Endpoints say in many words that a range is too large. A smaller one that is
// refused for another reason is refused again, down to one block.
function isTooLarge({ code, message }: Refusal): boolean {
  const busy = /rate limit|too many requests|beyond current head/i;
  const large = /range|too (large|many|big|wide)|limit|more than|exceed|response size|blocks/i;
  return !busy.test(message) && (code === -32005 || large.test(message));
}

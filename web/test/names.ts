// An endpoint of a chain where addresses have names: the answers of ENS's contracts.

import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { decodeFunctionData, encodeFunctionResult, type Hex, namehash, parseAbi } from "viem";
import { type RpcCall, serve, type Server } from "./servers.ts";

const abi = parseAbi([
  "function resolver(bytes32) view returns (address)",
  "function name(bytes32) view returns (string)",
  "function addr(bytes32) view returns (address)",
]);
const registry = "0x00000000000c2e074ec69a0dfb2997ba6c7d2e1e";
const [reverser, resolver] = [`0x${"a1".repeat(20)}`, `0x${"b2".repeat(20)}`] as const;
export const zeroAddress = `0x${"00".repeat(20)}` as const;

/** What is written in the registry. */
export interface Records {
  readonly address: Hex;
  readonly chainId?: Hex;
  readonly name?: string;
  /** Whom the name is of; the address itself. */
  readonly owner?: Hex;
  readonly unresolved?: boolean;
  /** Whether the address has no reverse record. */
  readonly unnamed?: boolean;
}

/** Starts the endpoint, of chain 1, for any page to ask. */
export function serveNames(records: Records): Promise<Server> {
  return serve((request, response) => {
    reply(records, request, response).catch(() => response.destroy());
  });
}

async function reply(records: Records, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("access-control-allow-headers", "content-type");
  let body = "";
  for await (const part of request) body += String(part);
  if (request.method === "OPTIONS") return void response.end();
  const replies = (JSON.parse(body) as RpcCall[]).map(({ id, method, params }) => {
    if (method === "eth_chainId") return { jsonrpc: "2.0", id, result: records.chainId ?? "0x1" };
    const [{ to, data }] = params as [{ to: string; data: Hex }];
    return { jsonrpc: "2.0", id, result: called(records, to, data) };
  });
  response.end(JSON.stringify(replies));
}

function called(records: Records, to: string, data: Hex): Hex {
  const { address, name = "lamps.example.eth", owner = address, unresolved, unnamed } = records;
  const { functionName, args } = decodeFunctionData({ abi, data });
  const [node] = args;
  const reverse = namehash(`${address.slice(2)}.addr.reverse`);
  if (functionName === "resolver") {
    assert.equal(to, registry);
    const found = node === reverse ? (unnamed ? zeroAddress : reverser) : unresolved ? zeroAddress : resolver;
    return encodeFunctionResult({ abi, functionName, result: found });
  }
  if (functionName === "name") {
    assert.deepEqual([to, node], [reverser, reverse]);
    return encodeFunctionResult({ abi, functionName, result: name });
  }
  assert.deepEqual([to, node], [resolver, namehash(name)]);
  return encodeFunctionResult({ abi, functionName, result: owner });
}

// The primary name of an address (EIP-137, EIP-181): what its owner says that it is
// called, shown only where the name's owner says the same of the address. Whoever is
// asked is the user's own endpoint of chain 1, or the wallet where that is on chain 1:
// nobody else learns which publisher is looked at.
//
//   reverse  resolver(namehash("<40 hex digits>.addr.reverse")), of that name(node)
//   forward  resolver(namehash(name)), of that addr(node), must be the address

import { Words } from "../../protocol/abi.ts";
import { ascii, bytesToHex, concat, equal, hexToBytes } from "../../protocol/bytes.ts";
import { keccak } from "../../protocol/hashing.ts";
import { type Address, isZero, parseAddress } from "../../protocol/word.ts";
import { selector } from "../../terminal/calldata.ts";
import type { Endpoint } from "../../terminal/endpoint.ts";
import { Failure, isUnreachable } from "../../terminal/failure.ts";

const registry = parseAddress("0x00000000000c2e074ec69a0dfb2997ba6c7d2e1e");
const chainOfNames = 1;
const longest = 255;

/** The node of a name: hashed label by label from the last (EIP-137). */
export function namehash(name: string): Uint8Array {
  const labels = name === "" ? [] : name.split(".");
  return labels.reduceRight<Uint8Array>(
    (node, label) => keccak(concat(node, keccak(ascii(label)))),
    new Uint8Array(32),
  );
}

/**
 * Whether a name is shown. Names may have letters of all scripts, many of which look
 * like others, and their normalisation (ENSIP-15) is a book of its own: only names of
 * a to z, 0 to 9 and hyphens are shown, which are normalised as they are. Labels with
 * hyphens in the third and fourth place, as of punycode, are none.
 */
export function isPlain(name: string): boolean {
  if (name.length > longest || !name.includes(".")) return false;
  return name.split(".").every((label) => /^[a-z0-9-]+$/.test(label) && !/^..--/.test(label));
}

/** The primary name; undefined where there is none, or where the name's owner says otherwise, or nobody answers. */
export async function primaryName(
  endpoints: readonly Endpoint[],
  address: Address,
  signal?: AbortSignal,
): Promise<string | undefined> {
  for (const endpoint of endpoints) {
    try {
      return await nameBy(endpoint, address, signal);
    } catch (cause) {
      signal?.throwIfAborted();
      if (!isUnreachable(cause)) return undefined; // it answers, and what it says is no name
    }
  }
  return undefined;
}

async function nameBy(endpoint: Endpoint, address: Address, signal?: AbortSignal): Promise<string | undefined> {
  const reverse = namehash(`${bytesToHex(address).slice(2)}.addr.reverse`);
  const named = await resolverOf(endpoint, reverse, signal);
  if (!named) return undefined;
  const name = readText(await callAt(endpoint, named, "name(bytes32)", reverse, signal));
  if (!isPlain(name)) return undefined;
  const node = namehash(name);
  const resolver = await resolverOf(endpoint, node, signal);
  if (!resolver) return undefined;
  const owner = readAddress(await callAt(endpoint, resolver, "addr(bytes32)", node, signal));
  return equal(owner, address) ? name : undefined;
}

async function resolverOf(endpoint: Endpoint, node: Uint8Array, signal?: AbortSignal): Promise<Address | undefined> {
  const resolver = readAddress(await callAt(endpoint, registry, "resolver(bytes32)", node, signal));
  return isZero(resolver) ? undefined : resolver;
}

/** Calls a contract of chain 1. A wallet may be switched to another chain at any time: each call asks for it again. */
async function callAt(
  endpoint: Endpoint,
  to: Address,
  signature: string,
  node: Uint8Array,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const data = bytesToHex(concat(selector(signature), node));
  const [chain, reply] = await endpoint.ask(
    [
      { method: "eth_chainId", params: [] },
      { method: "eth_call", params: [{ to: bytesToHex(to), data }, "latest"] },
    ],
    signal,
  );
  if (!chain || "refusal" in chain || String(chain.result) !== `0x${chainOfNames.toString(16)}`)
    throw new Failure("unreachable", `${endpoint.host} is not of chain ${chainOfNames}`);
  if (!reply || "refusal" in reply) throw new Failure("refused", `${endpoint.host} refuses the call of a name`);
  return hexToBytes(String(reply.result));
}

function readAddress(bytes: Uint8Array): Address {
  return new Words("answer", bytes, 1).address("address");
}

/** Reads abi.encode(string): where it begins, its length, its bytes and zeros to a whole word. */
function readText(bytes: Uint8Array): string {
  const head = new Words("answer", bytes.slice(0, 64), 2);
  if (head.number("offset", 32) !== 32) throw new RangeError("a text begins where none should");
  const length = head.number("length", 32);
  const end = 64 + 32 * Math.ceil(length / 32);
  if (length > longest || bytes.length < end) throw new RangeError(`a text of ${length} bytes is not there`);
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes.slice(64, 64 + length));
}

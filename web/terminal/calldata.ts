// Calls of contracts: their bytes, and the same call as a link (Solidity's ABI,
// EIP-681).
//
//   data    selector(4) ‖ a word or more of each static argument, where a dynamic one
//           starts, counted from behind the selector ‖ the dynamic ones
//   link    ethereum:TO@CHAIN/FUNCTION?value=WEI&TYPE=VALUE&TYPE=VALUE…

import { word } from "../protocol/abi.ts";
import { ascii, bytesToHex, concat } from "../protocol/bytes.ts";
import { keccak } from "../protocol/hashing.ts";
import { type Leaf, leafBytes } from "../protocol/leaf.ts";
import type { Address, Hash } from "../protocol/word.ts";

/** An argument of a call: its type, its words, and how a link writes it. */
export interface Argument {
  readonly type: string;
  readonly words: Uint8Array;
  readonly dynamic: boolean;
  readonly text: string;
}

/** A call that any wallet can make. */
export interface Call {
  readonly chainId: number;
  readonly to: Address;
  /** Of the chain's coin, in wei. */
  readonly value: bigint;
  readonly name: string;
  readonly args: readonly Argument[];
}

export const addressArgument = (value: Address): Argument => fixed("address", word(value), checksummed(value));
export const uintArgument = (bits: number, value: number | bigint): Argument =>
  fixed(`uint${bits}`, word(value, bits), String(value));
export const hashArgument = (value: Uint8Array): Argument => fixed("bytes32", value, bytesToHex(value));

/** A point of G1, affine. */
export const pointArgument = (value: Uint8Array): Argument => fixed("bytes32[3]", value, list(value));

export function bytesArgument(value: Uint8Array): Argument {
  const padding = new Uint8Array((32 - (value.length % 32)) % 32);
  return { type: "bytes", words: concat(word(value.length), value, padding), dynamic: true, text: bytesToHex(value) };
}

export function hashesArgument(values: readonly Hash[]): Argument {
  const nodes = concat(...values);
  return { type: "bytes32[]", words: concat(word(values.length), nodes), dynamic: true, text: list(nodes) };
}

/** A struct of arguments. */
export function tupleArgument(args: readonly Argument[]): Argument {
  const text = `(${args.map((a) => a.text).join(",")})`;
  return { type: typesOf(args), words: encode(args), dynamic: args.some((a) => a.dynamic), text };
}

export function leafArgument(leaf: Leaf): Argument {
  const addresses = [leaf.payer, leaf.refundTo, leaf.publisher, leaf.token, leaf.committee].map(addressArgument);
  const tuple = tupleArgument([
    addressArgument(leaf.product),
    uintArgument(8, leaf.tier),
    uintArgument(32, leaf.index),
    uintArgument(40, leaf.time),
    ...addresses,
    uintArgument(16, leaf.feeBps),
    uintArgument(8, leaf.confirmations),
    hashArgument(leaf.groupKey),
    uintArgument(96, leaf.amount),
    pointArgument(leaf.releaseKey),
  ]);
  return { ...tuple, words: leafBytes(leaf) };
}

/** The bytes of a call. */
export function calldata(name: string, args: readonly Argument[]): Uint8Array {
  return concat(selector(`${name}${typesOf(args)}`), encode(args));
}

/** The first four bytes of a call, or of a contract's refusal. */
export function selector(signature: string): Uint8Array {
  return keccak(ascii(signature)).slice(0, 4);
}

/** The bytes of a call for a wallet. */
export function dataOf({ name, args }: Call): Uint8Array {
  return calldata(name, args);
}

/**
 * The call as an EIP-681 link. An array is written in brackets: wallets that read
 * no arrays from links take the bytes.
 */
export function linkOf({ to, chainId, name, value, args }: Call): string {
  const query = args.map(({ type, text }) => `${escaped(type)}=${escaped(text)}`);
  if (value > 0n) query.unshift(`value=${value}`);
  return `ethereum:${checksummed(to)}@${chainId}/${name}${query.length > 0 ? "?" : ""}${query.join("&")}`;
}

/** An address with capitals by which mistakes in typing are found (EIP-55). */
export function checksummed(address: Address): string {
  const digits = bytesToHex(address).slice(2);
  const hash = bytesToHex(keccak(ascii(digits))).slice(2);
  const capital = (digit: string, i: number): string => (hash.charAt(i) >= "8" ? digit.toUpperCase() : digit);
  return `0x${Array.from(digits, capital).join("")}`;
}

function fixed(type: string, words: Uint8Array, text: string): Argument {
  return { type, words, dynamic: false, text };
}

function typesOf(args: readonly Argument[]): string {
  return `(${args.map((a) => a.type).join(",")})`;
}

function encode(args: readonly Argument[]): Uint8Array {
  let at = args.reduce((size, { dynamic, words }) => size + (dynamic ? 32 : words.length), 0);
  const heads: Uint8Array[] = [];
  const tails: Uint8Array[] = [];
  for (const { dynamic, words } of args) {
    heads.push(dynamic ? word(at) : words);
    if (!dynamic) continue;
    tails.push(words);
    at += words.length;
  }
  return concat(...heads, ...tails);
}

function list(words: Uint8Array): string {
  const texts = Array.from({ length: words.length / 32 }, (_, i) => bytesToHex(words.slice(32 * i, 32 * i + 32)));
  return `[${texts.join(",")}]`;
}

// encodeURIComponent leaves five marks that a query may not have everywhere.
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

// Products to be scanned, honest ones and forgeries.

import { secp256k1 } from "@noble/curves/secp256k1.js";
import { sha256 } from "@noble/hashes/sha2.js";
import encodeQR from "qr";
import { escrowAddress } from "../../terminal/constants.ts";
import { concat, hexToBytes, integer } from "../../protocol/bytes.ts";
import { codeFragment, codeText } from "../../protocol/code.ts";
import { contractsOf } from "../../protocol/contracts.ts";
import { keccak } from "../../protocol/hashing.ts";
import { readHeader } from "../../protocol/header.ts";
import { productOf } from "../../protocol/headersignature.ts";
import { g, h } from "../../protocol/point.ts";
import { encodeInteger, encodeRlp, type Item } from "../../protocol/rlp.ts";
import { domainSeparator, structHash, typedDigest } from "../../protocol/typeddata.ts";
import { word } from "../../protocol/abi.ts";
import { type Address, toAddress } from "../../protocol/word.ts";
import { writeArchive } from "../../protocol/zip.ts";

/** What is sold, and what is false about it. */
export interface Goods {
  title?: string;
  description?: string;
  language?: string;
  chainId?: number;
  token?: string;
  /** The first byte of the publisher's secret key. */
  publisher?: number;
  /** Who is paid, if not the publisher. */
  payee?: string;
  tiers?: { name: string; price: bigint; rights?: string[][]; supply?: number; confirmations?: number }[];
  sections?: { name: string; media?: string; bytes?: Uint8Array; tiers?: number }[];
  cover?: Uint8Array;
  /** Kinds and addresses. */
  hints?: readonly (readonly [kind: string, url: string])[];
  product?: string;
  /** The escrow that is signed for. */
  escrow?: string;
  /** Who signs in the publisher's place. */
  forger?: number;
  /** Whether P and Q are of different secrets. */
  keysDisagree?: boolean;
  /** Whether a section holds something else than was signed. */
  damaged?: boolean;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Makes the payload of a code, or of a pointer. */
export function payloadOf(goods: Goods, pointer = false): Uint8Array {
  const header = headerOf(goods);
  const entries = pointer ? [] : entriesOf(goods).map(({ bytes }) => bytes);
  if (goods.damaged) entries[0] = entries[0]!.map((byte, i) => (i === 9 ? byte ^ 1 : byte));
  return encodeRlp([header, ...entries]);
}

/** The text of its code. */
export const textOf = (goods: Goods, pointer = false): string => codeText(payloadOf(goods, pointer));

/** The fragment of its link. */
export const fragmentOf = (goods: Goods): string => codeFragment(payloadOf(goods));

/** An entry of a wrap. */
interface Part {
  name: string;
  bytes: Uint8Array;
}

/** The wrap as a file. */
export function wrapOf(goods: Goods): Buffer {
  return Buffer.concat(writeArchive([{ name: "header", bytes: headerOf(goods) }, ...entriesOf(goods)]));
}

/** The parts of a wrap with one section and a cover. */
export function wrapParts(goods: Goods): Record<"header" | "section" | "cover", Part> {
  const [section, cover] = entriesOf(goods) as [Part, Part];
  return { header: { name: "header", bytes: headerOf(goods) }, section, cover };
}

/** A picture of a code (SVG). */
export function pictureOf(text: string): Buffer {
  return Buffer.from(encodeQR(text, "svg", { border: 4, ecc: "low" }));
}

/** The dark modules of a code, row by row. */
export function modulesOf(text: string): boolean[][] {
  return encodeQR(text, "raw", { border: 4, ecc: "low" });
}

function sectionsOf({ sections = [{ name: "tale.txt" }] }: Goods): Required<NonNullable<Goods["sections"]>[number]>[] {
  return sections.map((section, n) => ({
    media: "text/plain",
    tiers: 1,
    bytes: new Uint8Array(40).fill(n + 1),
    ...section,
  }));
}

function entriesOf(goods: Goods): Part[] {
  const sections = sectionsOf(goods).map(({ bytes }, n) => ({ name: `sections/${n}.age`, bytes }));
  return goods.cover ? [...sections, { name: "cover.png", bytes: goods.cover }] : sections;
}

function headerOf(goods: Goods): Uint8Array {
  const { publisher = 1, forger = publisher, escrow = escrowAddress } = goods;
  const parts: Item[] = [encodeInteger(1n), contentOf(goods), bindingOf(goods)];
  const unsigned = readHeader(encodeRlp([...parts, new Uint8Array(64).fill(1), []]));
  const at = addressAt(escrow);
  const product = productOf(unsigned, { escrow: at, ...contractsOf(at) });
  const struct = structHash("Wrap(address product,bytes32 header)", word(product), unsigned.id);
  const digest = typedDigest(domainSeparator(unsigned.binding.chainId, at), struct);
  const hints = (goods.hints ?? []).map(([kind, url]) => [utf8(kind), utf8(url)]);
  return encodeRlp([...parts, compact(digest, secretOf(forger)), hints]);
}

function contentOf(goods: Goods): Item {
  const { title = "A Tale", description = "Of a lamp.", language = "en", cover } = goods;
  return [
    new Uint8Array(),
    utf8(title),
    utf8(description),
    utf8(language),
    tiersOf(goods).map(({ name, rights = [] }) => [utf8(name), rights.map((right) => right.map(utf8))]),
    sectionsOf(goods).map(({ name, media, tiers, bytes }) => [
      utf8(name),
      utf8(media),
      encodeInteger(BigInt(tiers)),
      encodeInteger(1234n),
      encodeInteger(BigInt(bytes.length)),
      sha256(sha256(bytes)),
      new Uint8Array(),
    ]),
    [],
    cover ? [utf8("cover.png"), encodeInteger(BigInt(cover.length)), sha256(cover)] : [],
    [],
  ];
}

function tiersOf({ tiers = [{ name: "text", price: 2_000_000_000_000_000n }] }: Goods): NonNullable<Goods["tiers"]> {
  return tiers;
}

function bindingOf(goods: Goods): Item {
  const { chainId = 1, token, publisher = 1, payee, product, keysDisagree } = goods;
  const signer = addressOf(secretOf(publisher));
  const terms = concat(
    payee ? addressAt(payee) : signer,
    signer,
    token ? addressAt(token) : new Uint8Array(20),
    new Uint8Array(20).fill(4),
    integer(250, 2),
    ...tiersOf(goods).map(({ price, supply = 0, confirmations = 1 }) =>
      concat(integer(price, 12), integer(supply, 4), integer(confirmations, 1)),
    ),
  );
  const secret = 77n;
  return [
    encodeInteger(BigInt(chainId)),
    product ? addressAt(product) : new Uint8Array(),
    terms,
    g.multiply(secret).toBytes(true),
    h.multiply(keysDisagree ? secret + 1n : secret).toBytes(true),
    h.multiply(99n).toBytes(true),
    tiersOf(goods).map((_, tier) => new Uint8Array(32).fill(tier + 1)),
  ];
}

function secretOf(first: number): Uint8Array {
  return new Uint8Array(32).fill(7).fill(first, 0, 1);
}

/** Reads an address. */
function addressAt(text: string): Address {
  return toAddress(hexToBytes(text));
}

/** The address of a secret key. */
function addressOf(secret: Uint8Array): Address {
  return toAddress(keccak(secp256k1.getPublicKey(secret, false).slice(1)).slice(12));
}

/** Signs a digest (EIP-2098). */
function compact(digest: Uint8Array, secret: Uint8Array): Uint8Array {
  const signature = secp256k1.sign(digest, secret, { prehash: false, format: "recovered" });
  const [recovery, ...rest] = signature;
  const bytes = Uint8Array.from(rest);
  if (recovery === 1) bytes[32]! |= 0x80;
  return bytes;
}

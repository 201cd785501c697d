// Wraps for tests, sealed as a publisher seals them, for a committee whose key
// everybody knows.

import { zstdCompressSync } from "node:zlib";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { Encrypter } from "age-encryption";
import { word } from "../protocol/abi.ts";
import { ascii, concat, integer } from "../protocol/bytes.ts";
import { groupKey } from "../protocol/committee.ts";
import { contractsOf } from "../protocol/contracts.ts";
import { keccak } from "../protocol/hashing.ts";
import { readHeader } from "../protocol/header.ts";
import { productOf } from "../protocol/headersignature.ts";
import { recipient } from "../protocol/identity.ts";
import { piecesName, programName, sectionName } from "../protocol/layout.ts";
import { leafBytes, orderOf } from "../protocol/leaf.ts";
import { offerOf, productAddress } from "../protocol/terms.ts";
import { pieceSize } from "../protocol/pieces.ts";
import { type Place, receiptPoint } from "../protocol/place.ts";
import { affineG1, compressG1, compressG2, g, h } from "../protocol/point.ts";
import { blindedPoint } from "../protocol/release.ts";
import { encodeInteger, encodeRlp, type Item } from "../protocol/rlp.ts";
import { bind } from "../protocol/tierkey.ts";
import { domainSeparator, structHash, typedDigest } from "../protocol/typeddata.ts";
import { type Address, toAddress } from "../protocol/word.ts";
import { writeArchive } from "../protocol/zip.ts";
import type { OpenJob } from "../terminal/open.ts";
import { keyOf } from "../terminal/unlock.ts";

/** A section to seal. */
export interface Unsealed {
  name: string;
  media?: string;
  bytes: Uint8Array;
  /** The tiers that include it, from 0; all unless it says. */
  tiers?: readonly number[];
  /** The tiers that it is sealed to, where these are others. */
  to?: readonly number[];
  program?: boolean;
  /** Sealed bytes that are signed in place of the right ones, and the size that is. */
  forged?: (sealed: Uint8Array) => Uint8Array;
  size?: number;
}

/** What a wrap is made of. */
export interface Product {
  sections: readonly Unsealed[];
  /** Rights of each tier: a tier for each. */
  rights?: readonly (readonly (readonly string[])[])[];
  program?: Uint8Array;
  title?: string;
  /** Of each tier; numbered unless it says. */
  names?: readonly string[];
  /** Of every tier, in wei; 1000 unless it says. */
  price?: bigint;
  /** For which escrow it is signed and bought; one of trials unless it says. */
  escrow?: Address;
}

const chainId = 1337;
const trial = toAddress(new Uint8Array(20).fill(0xe5));
const secret = 0x5ec4e7n;
const paidAt = 1_800_000_000;
export const seed: Uint8Array = new Uint8Array(32).fill(7);

/** A sealed wrap. */
export interface SealedWrap {
  readonly wrap: Uint8Array;
  readonly header: Uint8Array;
  /** What opens a tier that was bought. */
  job(tier: number): OpenJob;
}

/** Seals a product. */
export async function seal({
  sections,
  rights = [[]],
  program,
  title = "A title",
  names = [],
  price = 1000n,
  escrow = trial,
}: Product): Promise<SealedWrap> {
  const keys = rights.map((_, tier) => sha256(Uint8Array.of(tier)));
  const sealed = await Promise.all(sections.map((section) => sealSection(section, keys)));
  const packed = program && Uint8Array.from(zstdCompressSync(program));
  const content: Item = [
    new Uint8Array(),
    utf8(title),
    new Uint8Array(),
    ascii("en"),
    rights.map((list, tier) => [utf8(names[tier] ?? `tier ${tier}`), list.map((right) => right.map(utf8))]),
    sections.map((section, n) => sectionItem(section, sealed[n]!, keys.length)),
    packed ? [encodeInteger(BigInt(program!.length)), ...signedItems(packed)] : [],
    [],
    [],
  ];
  const header = signedHeader(content, keys, escrow, price);
  const entries = sealed.flatMap((bytes, n) => {
    const entry = { name: sectionName(n), bytes };
    return bytes.length > pieceSize ? [entry, { name: piecesName(n), bytes: hashesOf(bytes) }] : [entry];
  });
  if (packed) entries.push({ name: programName, bytes: packed });
  const wrap = Buffer.concat(writeArchive([{ name: "header", bytes: header }, ...entries]));
  return { wrap, header, job: (tier) => jobOf(wrap, header, tier, escrow) };
}

/** What is sealed: age(zstd(bytes)) to the keys of the section's tiers. */
async function sealSection({ bytes, tiers, to, forged }: Unsealed, keys: readonly Uint8Array[]): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (const tier of to ?? tiers ?? keys.keys()) encrypter.addRecipient(recipient(keys[tier]!));
  const sealed = await encrypter.encrypt(Uint8Array.from(zstdCompressSync(bytes)));
  return forged ? forged(sealed) : sealed;
}

function sectionItem({ name, media, bytes, tiers, program, size }: Unsealed, sealed: Uint8Array, count: number): Item {
  const bits = (tiers ?? Array.from({ length: count }, (_, i) => i)).reduce((n, tier) => n | (1n << BigInt(tier)), 0n);
  return [
    utf8(name),
    utf8(media ?? "text/plain"),
    encodeInteger(bits),
    encodeInteger(BigInt(size ?? bytes.length)),
    ...signedItems(sealed),
    encodeInteger(program ? 1n : 0n),
  ];
}

function signedItems(sealed: Uint8Array): Item[] {
  return [encodeInteger(BigInt(sealed.length)), sha256(hashesOf(sealed))];
}

function hashesOf(sealed: Uint8Array): Uint8Array {
  const count = Math.ceil(sealed.length / pieceSize);
  const pieces = Array.from({ length: count }, (_, i) => sealed.subarray(i * pieceSize, (i + 1) * pieceSize));
  return concat(...pieces.map((piece) => sha256(piece)));
}

function signedHeader(content: Item, keys: readonly Uint8Array[], escrow: Address, price: bigint): Uint8Array {
  const [P, Q] = [g.multiply(secret), h.multiply(secret)];
  const key = new Uint8Array(32).fill(9);
  const signer = toAddress(keccak(secp256k1.getPublicKey(key, false).slice(1)).slice(12));
  const tiers = keys.map(() => concat(integer(price, 12), integer(0, 4), integer(1, 1)));
  const short = concat(signer, signer, new Uint8Array(20), new Uint8Array(20).fill(0xc0), integer(0, 2), ...tiers);
  const contentHash = keccak(encodeRlp(content));
  const terms = concat(short.slice(0, 80), groupKey(P, Q), short.slice(80, 82), contentHash, short.slice(82));
  const { factory, template } = contractsOf(escrow);
  const product = productAddress(factory, template, terms);
  const { R, E } = bind({ chainId, escrow, product }, Q, keys, new Uint8Array(48).fill(3));
  const binding = [
    encodeInteger(BigInt(chainId)),
    new Uint8Array(),
    short,
    compressG1(P),
    compressG2(Q),
    compressG2(R),
    E,
  ];
  const version = encodeInteger(1n);
  const struct = structHash(
    "Wrap(address product,bytes32 header)",
    word(product),
    keccak(encodeRlp([version, content, binding])),
  );
  const digest = typedDigest(domainSeparator(chainId, escrow), struct);
  return encodeRlp([version, content, binding, signature(digest, key), []]);
}

/** EIP-2098. */
function signature(digest: Uint8Array, key: Uint8Array): Uint8Array {
  const [recovery, ...rs] = secp256k1.sign(digest, key, { prehash: false, format: "recovered" });
  const bytes = Uint8Array.from(rs);
  if (recovery === 1) bytes[32]! |= 0x80;
  return bytes;
}

/** Buys a tier: the committee's release and receipt of the order. */
function jobOf(wrap: Uint8Array, bytes: Uint8Array, tier: number, escrow: Address): OpenJob {
  const header = readHeader(bytes);
  const place: Place = { chainId, escrow, product: productOf(header, { escrow, ...contractsOf(escrow) }), tier };
  const { B } = keyOf({ seed, attempt: 0 }, place);
  const who = toAddress(new Uint8Array(20).fill(0xb1));
  const paid = {
    index: 0,
    time: paidAt,
    payer: who,
    refundTo: who,
    amount: header.binding.terms.tiers[tier]!.price,
    releaseKey: affineG1(B),
  };
  const leaf = { product: place.product, tier, ...paid, ...offerOf(header.binding.terms, tier) };
  const receipt = receiptPoint({ chainId, escrow, order: orderOf(leaf) }).multiply(secret);
  return {
    wrap,
    header: bytes,
    escrow,
    tier,
    secret: { seed, attempt: 0 },
    release: compressG1(blindedPoint(place, B).multiply(secret)),
    order: { leaf: leafBytes(leaf), receipt: compressG1(receipt) },
    use: { now: paidAt + 60, begun: paidAt - 60, openings: 0 },
  };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

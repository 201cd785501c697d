// The header of a wrap (spec 6.1).
//
//	header     = rlp([1, content, binding, signature(64), hints])                                      at most 256 KiB
//	binding    = [chainId, product(0|20), short terms, P(48), Q(96), R(96), [E_k(32)…]]
//	hint       = [kind, url]
//
//	short terms  = terms without groupKey and contentHash
//	content hash = keccak(rlp(content)), or of a series keccak("SHRINKWRAP-V1-SERIES" ‖ series)
//	id           = keccak(rlp([1, content, binding]))

import { ascii, concat, equal } from "./bytes.ts";
import { groupKey } from "./committee.ts";
import { type Content, readContent } from "./content.ts";
import { keccak } from "./hashing.ts";
import { bytesOf, integerOf, Items, listOf } from "./items.ts";
import { maxHeader } from "./layout.ts";
import { type G1, type G2, parseG1, parseG2 } from "./point.ts";
import { decodeRlp, encodeRlp, type Item } from "./rlp.ts";
import { parseTerms, type Terms } from "./terms.ts";
import { type Address, type Hash, isZero, toAddress } from "./word.ts";

/** Where a wrap's product is sold, and to whose keys its tiers are sealed. */
export interface HeaderBinding {
  /** From 1 to 2^53 − 1. */
  chainId: number;
  /** The address of a product with a contract of its own. */
  product: Address | undefined;
  terms: Terms;
  /** They are points; whether they belong together is checked by {@link checkPair}. */
  P: G1;
  Q: G2;
  R: G2;
  /** E_0, E_1 …, 32 bytes each. */
  E: Uint8Array[];
}

/** A header of the right form; its signature is checked by {@link checkSignature}. */
export interface Header {
  content: Content;
  binding: HeaderBinding;
  /** 64 bytes (EIP-2098). */
  signature: Uint8Array;
  /** Not signed: they may cost time, never more. */
  hints: { kind: string; url: string }[];
  /** The wrap's name: it covers all but signature and hints. */
  id: Hash;
  /** The header without its hints. */
  bare: Uint8Array;
}

/**
 * Reads a header.
 * @param known one that was read before: where it is the same but for hints, which costs
 *   nothing to see, its points need not be checked again
 * @throws RangeError for another version, and for what no publisher's software writes
 */
export function readHeader(bytes: Uint8Array, known?: Header): Header {
  if (known && known.hints.length === 0 && equal(bytes, known.bare)) return known;
  if (bytes.length > maxHeader)
    throw new RangeError(`header has ${bytes.length} bytes, at most ${maxHeader} are allowed`);
  const all = listOf("header", decodeRlp(bytes));
  checkVersion(all[0]);
  const items = new Items("header", all, 5);
  const [version, content, binding] = [items.item(), items.item(), items.item()];
  const signature = items.bytes("signature", 64);
  const hints = items.list("hints", 0, 64).map(readHint);
  const bare = encodeRlp([version, content, binding, signature, []]);
  if (known && equal(bare, known.bare)) return { ...known, hints };
  const read = readContent(content);
  return {
    content: read,
    binding: readBinding(binding, read.tiers.length, contentHash(read, content)),
    signature,
    hints,
    id: keccak(encodeRlp([version, content, binding])),
    bare,
  };
}

/** A header of another version may have any form: it is refused by the version alone. */
function checkVersion(item: Item | undefined): void {
  if (item === undefined) throw new RangeError("header has no version");
  const version = integerOf("version", item, 1n << 63n);
  if (version !== 1n) throw new RangeError(`header has version ${version}, want 1: newer software may read it`);
}

function contentHash({ series }: Content, content: Item): Hash {
  return series.length === 0 ? keccak(encodeRlp(content)) : keccak(ascii("SHRINKWRAP-V1-SERIES"), series);
}

function readBinding(item: Item, tiers: number, content: Hash): HeaderBinding {
  const items = new Items("binding", item, 7);
  const chainId = Number(items.integer("chain id", 1n << 53n));
  if (chainId === 0) throw new RangeError("chain id is 0");
  const product = readProduct(items.bytes("product", 0, 20));
  const short = items.bytes("terms", 82, 82 + 17 * 64);
  const P = parseG1(items.bytes("P", 48));
  const Q = parseG2(items.bytes("Q", 96));
  const R = parseG2(items.bytes("R", 96));
  const terms = parseTerms(concat(short.slice(0, 80), groupKey(P, Q), short.slice(80, 82), content, short.slice(82)));
  const E = items.list("tier keys", tiers, tiers).map((key) => bytesOf("tier key", key, 32, 32));
  if (terms.tiers.length !== tiers)
    throw new RangeError(`terms have ${terms.tiers.length} tiers, the content has ${tiers}`);
  return { chainId, product, terms, P, Q, R, E };
}

function readProduct(bytes: Uint8Array): Address | undefined {
  if (bytes.length === 0) return undefined;
  const product = toAddress(bytes);
  if (isZero(product)) throw new RangeError("product is 0");
  return product;
}

function readHint(item: Item): { kind: string; url: string } {
  const items = new Items("hint", item, 2);
  return { kind: items.text("kind", 1, 128), url: items.text("url", 1, 2048) };
}

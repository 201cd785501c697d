// Agreements (spec 6.6): what a buyer may do with what he paid for, and the proof
// of it: the header, the order, and the committee's receipt.

import { type AgreementWords, formOfWords, wordsOf } from "./agreementwords.ts";
import { bytesToHex, equal, hexToBytes } from "./bytes.ts";
import { documentBytes, type Members, readDocument, stringOf } from "./document.ts";
import { type Header, readHeader } from "./header.ts";
import { type Deployment, type SignedHeader } from "./headersignature.ts";
import { type Leaf, leafBytes, orderOf, parseLeaf } from "./leaf.ts";
import { offerHash } from "./offer.ts";
import { compressG1, type G1, parseG1, parseG1Affine } from "./point.ts";
import { verifyReceipt } from "./receipt.ts";
import { offerOf } from "./terms.ts";
import { SignatureError, VerifiedHeader } from "./verifiedheader.ts";
import { type Address, toAddress } from "./word.ts";

/** What proves an agreement. */
export interface Proof {
  /** Without hints. */
  header: Header;
  escrow: Address;
  /** Its tier is one of the header's, its key a point, its time before the year 10000. */
  leaf: Leaf;
  /** σ. */
  receipt: G1;
}

/** An agreement of the right form; nothing of it is true before {@link verifyAgreement}. */
export interface Agreement extends Proof {
  words: AgreementWords;
}

/** Whom a verifier expects: the publisher by his signature, the product by its address. */
export interface Expected {
  signer?: Address | undefined;
  product?: Address | undefined;
}

interface ProofMembers {
  "shrinkwrap:header": string;
  "shrinkwrap:escrow": string;
  "shrinkwrap:leaf": string;
  "shrinkwrap:receipt": string;
}

// The first second of the year 10000.
const year10000 = 253402300800;

/** Writes the agreement of what was paid for. */
export function writeAgreement(proof: Proof): Uint8Array {
  checkLeaf(proof.header, proof.leaf);
  return documentBytes({ ...wordsOf(proof.header, proof.escrow, proof.leaf), ...proofMembers(proof) });
}

/**
 * Reads an agreement.
 * @param known as of {@link readHeader}
 * @throws RangeError for other bytes than {@link writeAgreement} would write of such words and such a proof
 */
export function readAgreement(bytes: Uint8Array, known?: Header): Agreement {
  const document = readDocument(bytes, (members) => ({ ...formOfWords(members), ...formOfProof(members) }));
  const header = readBareHeader(document["shrinkwrap:header"], known);
  const leaf = parseLeaf(hexToBytes(document["shrinkwrap:leaf"]));
  checkLeaf(header, leaf);
  const {
    "shrinkwrap:header": _header,
    "shrinkwrap:escrow": escrow,
    "shrinkwrap:leaf": _leaf,
    "shrinkwrap:receipt": receipt,
    ...words
  } = document;
  return { header, leaf, escrow: toAddress(hexToBytes(escrow)), receipt: parseG1(hexToBytes(receipt)), words };
}

/** Reads a header in a document, which has no hints: they are not signed. */
export function readBareHeader(hex: string, known?: Header): Header {
  const bytes = hexToBytes(hex);
  const header = readHeader(bytes, known);
  if (!equal(header.bare, bytes)) throw new RangeError("header has hints, which nobody signed");
  return header;
}

/**
 * Checks that an agreement is true: points 1 to 4 of 6.6. It is still only what
 * a signer says of himself: whether he is expected, {@link checkExpected} says.
 * @param verified the agreement's header, where it was verified for this deployment before
 * @throws Error with what is not true; a {@link SignatureError} where the header is not its signer's word
 */
export function verifyAgreement(agreement: Agreement, deployment: Deployment, verified?: VerifiedHeader): SignedHeader {
  const { header, escrow, leaf, receipt, words } = agreement;
  const { chainId, Q } = header.binding;
  if (!equal(escrow, deployment.escrow))
    throw new Error(`paid at the escrow ${bytesToHex(escrow)}, not at this software's`);
  const { signed } = verified?.isOf(header, deployment) ? verified : VerifiedHeader.verify(header, deployment);
  checkOrder(header, signed.product, leaf);
  verifyReceipt({ chainId, escrow, order: orderOf(leaf) }, Q, receipt);
  if (JSON.stringify(words) !== JSON.stringify(wordsOf(header, escrow, leaf))) {
    throw new Error("the agreement says something else than what proves it");
  }
  return signed;
}

/**
 * Checks point 5 of 6.6: the publisher, or the product, is the expected one.
 * @throws SignatureError when it is not
 */
export function checkExpected(header: Header, { signer, product }: SignedHeader, expected: Expected): void {
  if (expected.signer && !equal(signer, expected.signer))
    throw new SignatureError(`signed by ${bytesToHex(signer)}, who is not expected`);
  if (!expected.product) return;
  if (!equal(product, expected.product)) throw new SignatureError(`product ${bytesToHex(product)} is not expected`);
  // A contract of its own is only named by a header: anybody can name it.
  if (header.binding.product && !expected.signer)
    throw new SignatureError("a product with a contract of its own is known by its signer alone");
}

/** Checks that an order is one of the header's tier: point 2 of 6.6. */
function checkOrder({ binding: { terms } }: Header, product: Address, leaf: Leaf): void {
  if (!equal(leaf.product, product)) throw new Error("order is of another product than the header's");
  if (!equal(leaf.groupKey, terms.groupKey))
    throw new Error("order is under another committee's key than the header's");
  if (!equal(offerHash(leaf), offerHash(offerOf(terms, leaf.tier))))
    throw new Error("order is of another offer than the header's");
}

function checkLeaf(header: Header, leaf: Leaf): void {
  const { length } = header.content.tiers;
  if (leaf.tier >= length) throw new RangeError(`order is of tier ${leaf.tier}, the header has ${length}`);
  if (leaf.time >= year10000) throw new RangeError(`order's time ${leaf.time} is after the year 9999`);
  parseG1Affine(leaf.releaseKey);
}

function formOfProof(members: Members): ProofMembers {
  return {
    "shrinkwrap:header": stringOf("header", members["shrinkwrap:header"]),
    "shrinkwrap:escrow": stringOf("escrow", members["shrinkwrap:escrow"]),
    "shrinkwrap:leaf": stringOf("leaf", members["shrinkwrap:leaf"]),
    "shrinkwrap:receipt": stringOf("receipt", members["shrinkwrap:receipt"]),
  };
}

function proofMembers({ header, escrow, leaf, receipt }: Proof): ProofMembers {
  return {
    "shrinkwrap:header": bytesToHex(header.bare),
    "shrinkwrap:escrow": bytesToHex(escrow),
    "shrinkwrap:leaf": bytesToHex(leafBytes(leaf)),
    "shrinkwrap:receipt": bytesToHex(compressG1(receipt)),
  };
}
